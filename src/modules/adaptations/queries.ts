import { type RawBuilder, sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { AdaptationId, Day, Instant, OrganisationId, Period, PersonId, SiteId, TraineeshipId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { nameOfOrganisation } from '../organisations/name-queries.ts'
import { worksAt } from '../people/head-queries.ts'
import { nameOfPerson } from '../people/name-queries.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import { idsLedBy } from '../traineeships/queries.ts'
import { isOver, type Known } from './rules.ts'
import { adaptationsOf } from './within.ts'

type Where = Pick<Ctx, 'territory'>

/** A model of one's own in a list. */
export type AdaptationRow = Known & {
  readonly id: AdaptationId
  readonly traineeshipId: TraineeshipId
  readonly siteId: SiteId
  readonly siteName: string
  readonly personId: PersonId
  readonly person: string
  readonly organisation: string
  readonly takes: string
  readonly changes: string
  readonly place: string
  readonly plannedOn: Day
  readonly sign: string
  readonly firstWhy: string | null
  readonly firstOn: Day | null
  readonly secondWhy: string | null
  readonly secondOn: Day | null
}

const newestFirst: Keys = [down(sql`a.created_at`), sql`a.id`]

/** Models by a condition on `a`: the newest first. */
export const adaptationsBy = (tx: Tx, ctx: Where, where: RawBuilder<unknown>): Rows<AdaptationRow> =>
  sqlRows(tx, {
    select: sql`a.id, a.traineeship_id, a.site_id, ${nameOfSite(ctx, sql`a.site_id`)} as site_name,
      a.person_id, ${nameOfPerson(ctx, sql`a.person_id`)} as person, ${nameOfOrganisation(ctx, sql`a.organisation_id`)} as organisation,
      a.takes, a.changes, a.place, a.planned_on, a.sign, a.state, a.introduced_on, a.first_check_on, a.second_check_on,
      a.first_outcome, a.first_why, a.first_on, a.second_outcome, a.second_why, a.second_on`,
    from: sql`adaptations a`,
    where: sql`a.territory_id = ${ctx.territory.id} and ${where}`,
    order: newestFirst,
  })

/** Those of which this person may know: an office of all, others of those of their sites, their school, their trainees, and their own. */
export function seenBy(ctx: Ctx): RawBuilder<boolean> {
  if (may(ctx, 'adaptation.listAll')) return sql`true`
  const { headsSites, staffOfSites, coordinatesSites, personId, headsOrganisations } = ctx.actor
  const sites = [...headsSites, ...staffOfSites, ...coordinatesSites]
  return sql`(a.person_id = ${personId} or a.site_id = any(${sites}::uuid[]) or a.organisation_id = any(${[...headsOrganisations]}::uuid[]) and ${worksAt(ctx, sql`a.person_id`, sql`a.organisation_id`)}
    or a.traineeship_id = any(${idsLedBy(ctx)}))`
}

/** Whether the teacher works today in the school for which the model was made. */
export async function isEmployed(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  { personId, organisationId }: { readonly personId: PersonId; readonly organisationId: OrganisationId },
): Promise<boolean> {
  const { works } = await oneRow(
    tx,
    sql<{ works: boolean }>`select ${worksAt(ctx, sql`${personId}::uuid`, sql`${organisationId}::uuid`)} as works`,
  )
  return works
}

/** What somebody else has said of a model. */
export type Said = {
  readonly id: string
  readonly by: string
  readonly saidAs: 'guide' | 'head'
  readonly words: string
  readonly saidAt: Instant
}

/** What others have said of it, in turn. */
export async function wordsOf(tx: Tx, ctx: Where, id: AdaptationId): Promise<readonly Said[]> {
  const { rows } = await sql<Said>`
    select w.id, ${nameOfPerson(ctx, sql`w.said_by`)} as by, w.said_as, w.words, w.said_at
    from adaptation_words w where w.territory_id = ${ctx.territory.id} and w.adaptation_id = ${id} order by w.said_at, w.id`.execute(
    tx,
  )
  return rows
}

/** More than a report tells one by one. */
const mostTold = 500

/** What a report of a site tells of these days: of what was introduced in them, or answered about in them. (L-13) */
export async function adaptationsWithin(tx: Tx, ctx: Where, siteId: SiteId, days: Period) {
  const { from, to } = days
  const within = (day: RawBuilder<unknown>) => sql`${day} between ${from} and coalesce(${to}::date, 'infinity')`
  const found = await adaptationsBy(
    tx,
    ctx,
    sql`a.site_id = ${siteId} and (${within(sql`a.introduced_on`)} or ${within(sql`a.first_on`)} or ${within(sql`a.second_on`)})`,
  ).page(mostTold, 0)
  return adaptationsOf(found, days)
}

/** Whether a model of this traineeship is on its way: of one traineeship there is one at a time. */
export async function isOnItsWay(tx: Tx, ctx: Where, traineeshipId: TraineeshipId): Promise<boolean> {
  const own = await adaptationsBy(tx, ctx, sql`a.traineeship_id = ${traineeshipId}`).page(mostTold, 0)
  return own.some((one) => !isOver(one))
}
