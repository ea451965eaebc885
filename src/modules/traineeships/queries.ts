import { type RawBuilder, sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId, PersonId, ProgrammeId, ProgrammeVersionId, SiteId, TraineeshipId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { wasPresent } from '../events/queries.ts'
import { nameOfOrganisation } from '../organisations/name-queries.ts'
import { headsEmployerOf, worksAt } from '../people/head-queries.ts'
import { nameOfPerson } from '../people/name-queries.ts'
import { titleOfProgramme } from '../programmes/queries.ts'
import { headsOfSite, isAppointed } from '../sites/people-queries.ts'
import { hostsSite, nameOfSite } from '../sites/site-queries.ts'
import { type TraineeshipState, underWay } from './machine.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A traineeship in a list, with the hours that were planned and that were given. */
export type TraineeshipRow = {
  readonly id: TraineeshipId
  readonly siteId: SiteId
  readonly siteName: string
  readonly programmeId: ProgrammeId
  readonly versionId: ProgrammeVersionId
  readonly title: string
  readonly personId: PersonId
  readonly person: string
  readonly organisationId: OrganisationId
  readonly organisation: string
  readonly post: string
  /** The trainee works in an organisation of the site itself. */
  readonly atHost: boolean
  readonly startsOn: Day
  readonly endsOn: Day
  readonly endedOn: Day | null
  readonly endReason: string | null
  readonly state: TraineeshipState
  readonly format: string | null
  readonly licenceHolder: string | null
  readonly guideId: PersonId | null
  readonly guide: string | null
  readonly planned: number
  readonly given: number
}

/** Hours count from the list of an event, or where there is none from the word of whoever leads the trainee. */
export const isGiven = (ctx: Pick<Ctx, 'territory'>) =>
  sql<boolean>`(not r.left_out and case when r.event_id is null then r.held_on is not null else ${wasPresent(ctx, sql`r.event_id`, sql`t.person_id`)} end)`

const hours = (ctx: Pick<Ctx, 'territory'>) => sql`
  cross join lateral (select coalesce(sum(r.hours) filter (where not r.left_out), 0)::float8 as planned,
      (coalesce(sum(r.hours) filter (where ${isGiven(ctx)}), 0) + t.hours_before)::float8 as given
    from traineeship_rows r where r.territory_id = t.territory_id and r.traineeship_id = t.id) h`

type Question = { readonly where: RawBuilder<unknown>; readonly order?: Keys }

/** Traineeships by a condition on `t`. */
export const traineeshipsBy = (
  tx: Tx,
  ctx: Where,
  { where, order = [down(sql`t.starts_on`), sql`${nameOfPerson(ctx, sql`t.person_id`)} collate "ru-kn"`, sql`t.id`] }: Question,
): Rows<TraineeshipRow> =>
  sqlRows(tx, {
    select: sql`t.id, t.site_id, ${nameOfSite(ctx, sql`t.site_id`)} as site_name, t.programme_id, t.version_id, ${titleOfProgramme(ctx, sql`t.programme_id`)} as title,
      t.person_id, ${nameOfPerson(ctx, sql`t.person_id`)} as person, t.organisation_id, ${nameOfOrganisation(ctx, sql`t.organisation_id`)} as organisation, t.post,
      ${hostsSite(ctx, sql`t.organisation_id`, sql`t.site_id`)} as at_host, t.starts_on, t.ends_on, t.ended_on, t.end_reason, t.state, t.format, t.licence_holder,
      t.guide_id, ${nameOfPerson(ctx, sql`t.guide_id`)} as guide, h.planned, h.given`,
    from: sql`traineeships t`,
    // Hours are added up for the rows of a page only, and not to count how many there are.
    as: 't',
    joins: hours(ctx),
    where: sql`t.territory_id = ${ctx.territory.id} and ${where}`,
    order,
  })

/** Whether this person was named to lead `t` and has a role on its site today. */
export const guides = (ctx: Pick<Ctx, 'territory' | 'today' | 'actor'>, of = sql`t`) =>
  sql<boolean>`(${of}.guide_id = ${ctx.actor.personId} and ${isAppointed(ctx, sql`${of}.guide_id`, sql`${of}.site_id`)})`

/** Those of which this person may know: of their sites, their own, those they lead or have sent; offices know of all. */
export function seenBy(ctx: Ctx): RawBuilder<boolean> {
  if (may(ctx, 'traineeship.listAll')) return sql`true`
  const { headsSites, staffOfSites, coordinatesSites, personId, headsOrganisations } = ctx.actor
  return sql`(t.site_id = any(${[...headsSites, ...staffOfSites, ...coordinatesSites]}::uuid[]) or t.person_id = ${personId} or t.sent_by = ${personId} or ${guides(ctx)}
    or t.begun_by = 'school' and t.organisation_id = any(${[...headsOrganisations]}::uuid[]))`
}

/** What is asked of finished traineeships. */
type Finished = {
  readonly siteId?: SiteId
  readonly personId?: PersonId
  readonly ids?: readonly TraineeshipId[]
  readonly sites?: readonly SiteId[]
  readonly since?: Day
  /** A condition of whoever asks on `t`. */
  readonly also?: RawBuilder<unknown>
}
const finished = ({ siteId, personId, ids, sites, since, also = sql`true` }: Finished) =>
  sql`t.state = 'finished' and ${siteId === undefined ? sql`true` : sql`t.site_id = ${siteId}`}
      and ${personId === undefined ? sql`true` : sql`t.person_id = ${personId}`}
      and ${ids === undefined ? sql`true` : sql`t.id = any(${[...ids]}::uuid[])`}
      and ${sites === undefined ? sql`true` : sql`t.site_id = any(${[...sites]}::uuid[])`}
      and ${since === undefined ? sql`true` : sql`t.ended_on >= ${since}`} and ${also}`

/** Traineeships that were finished: by whom, by which version of which programme, and how many hours came of it. (C-12) */
export const finishedTraineeships = (tx: Tx, ctx: Where, asked: Finished): Rows<TraineeshipRow> =>
  traineeshipsBy(tx, ctx, { where: finished(asked), order: [down(sql`t.ended_on`), sql`t.id`] })

/** Whether there is any, for a condition that is asked with others. */
export const anyFinished = ({ territory }: Pick<Ctx, 'territory'>, asked: Finished) =>
  sql<boolean>`exists (select from traineeships t where t.territory_id = ${territory.id} and ${finished(asked)})`

/** Whether a row of another module with `traineeship_id`, `person_id` and `site_id` is about a finished traineeship of that person on that site. */
export const isFinishedOf = (of: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from traineeships t where t.territory_id = ${of}.territory_id and t.id = ${of}.traineeship_id
    and t.person_id = ${of}.person_id and t.site_id = ${of}.site_id and t.state = 'finished')`

/** The hours given in the traineeship that this column names, those brought along among them. */
export const hoursGivenIn = (ctx: Pick<Ctx, 'territory'>, traineeship: RawBuilder<unknown>) =>
  sql<number>`(select h.given from traineeships t ${hours(ctx)} where t.territory_id = ${ctx.territory.id} and t.id = ${traineeship})`

/** Whether both have agreed on the traineeship `of` and it has not ended: `underWay` for a query. */
export const isUnderWayIn = (of: RawBuilder<unknown>) => sql<boolean>`${of}.state in ('agreed', 'running')`

/** Those whom the list of a site on paper names. */
export const onPaper = (siteId: string) =>
  sql<boolean>`t.site_id = ${siteId} and (${isUnderWayIn(sql`t`)} or t.state = 'finished')`

/** One of them with its hours. */
export const traineeshipRow = async (tx: Tx, ctx: Where, id: TraineeshipId): Promise<TraineeshipRow | null> =>
  (await traineeshipsBy(tx, ctx, { where: sql`t.id = ${id}` }).page(1, 0))[0] ?? null

/** Which programme and whose traineeship it is, for a sentence. */
export async function titleOf(tx: Tx, ctx: Where, id: TraineeshipId): Promise<Pick<TraineeshipRow, 'title' | 'person'>> {
  const row = await traineeshipRow(tx, ctx, id)
  return { title: row?.title ?? '', person: row?.person ?? '' }
}

/** The traineeships that this person leads, by name. */
export const idsLedBy = (ctx: Pick<Ctx, 'territory' | 'today' | 'actor'>) =>
  sql`array(select led.id from traineeships led where led.territory_id = ${ctx.territory.id} and ${guides(ctx, sql`led`)})`

/** The traineeships that this person answers for: those led by name, and those of a site they head where nobody who was named has a role today. */
export const idsAnsweredForBy = (ctx: Pick<Ctx, 'territory' | 'today' | 'actor'>) =>
  sql`array(select led.id from traineeships led where led.territory_id = ${ctx.territory.id} and (${guides(ctx, sql`led`)}
    or led.site_id = any(${[...ctx.actor.headsSites]}::uuid[]) and (led.guide_id is null or not ${isAppointed(ctx, sql`led.guide_id`, sql`led.site_id`)})))`

/** Whether both had agreed on the traineeship that this column names. */
export const wasAgreed = ({ territory }: Pick<Ctx, 'territory'>, traineeship: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from traineeships its where its.territory_id = ${territory.id} and its.id = ${traineeship}
    and its.state not in ('asked', 'offered', 'declined'))`

/** Whether the traineeship that this column names goes on. */
export const goesOn = ({ territory }: Pick<Ctx, 'territory'>, traineeship: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from traineeships now where now.territory_id = ${territory.id} and now.id = ${traineeship} and ${isUnderWayIn(sql`now`)})`

/**
 * Those who lead this person now: named to lead and with a role on the site, or where nobody is named whoever heads the site. Whoever heads the person's own
 * organisation is not among them.
 */
export async function leadersOf(tx: Tx, ctx: Where, personId: PersonId): Promise<PersonId[]> {
  const own = sql`t.territory_id = ${ctx.territory.id} and t.person_id = ${personId} and ${isUnderWayIn(sql`t`)}`
  const { rows } = await sql<{ id: PersonId }>`
    select l.id from (select t.guide_id as id from traineeships t where ${own} and t.guide_id is not null and ${isAppointed(ctx, sql`t.guide_id`, sql`t.site_id`)}
      union select h.person_id from traineeships t cross join lateral ${headsOfSite(ctx, sql`t.site_id`)} h where ${own} and t.guide_id is null) l
    where not ${headsEmployerOf(ctx, sql`l.id`, sql`${personId}::uuid`)}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The schools that have sent this person to learn and where they work today: one that they have left knows nothing more of them. */
export async function schoolsThatSent(tx: Tx, ctx: Where, personId: PersonId): Promise<OrganisationId[]> {
  const rows = await tx
    .selectFrom('traineeships as t')
    .select('t.organisationId')
    .distinct()
    .where((is) => is.and({ 't.territoryId': ctx.territory.id, 't.personId': personId, 't.begunBy': 'school' }))
    .where('t.state', 'in', [...underWay, 'finished'])
    .where(worksAt(ctx, sql`t.person_id`, sql`t.organisation_id`))
    .execute()
  return rows.map(({ organisationId }) => organisationId)
}

/** Whether one of these schools has sent the person of this column to learn and employs them today, for a query of another module. */
export const wasSentBy = (ctx: Where, person: RawBuilder<unknown>, schools: readonly OrganisationId[]) =>
  sql<boolean>`exists (select from traineeships s where s.territory_id = ${ctx.territory.id} and s.person_id = ${person} and s.begun_by = 'school'
    and s.organisation_id = any(${[...schools]}::uuid[]) and (${isUnderWayIn(sql`s`)} or s.state = 'finished')
    and ${worksAt(ctx, sql`s.person_id`, sql`s.organisation_id`)})`
