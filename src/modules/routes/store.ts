import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, EventId, PersonId, ProgrammeId, RouteId, SiteId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { offerRows } from '../deficits/offer-queries.ts'
import { type Competence, type DeficitRow, labelOf, nameOfDeficit, standOfDeficit } from '../deficits/queries.ts'
import { standAtEvent } from '../events/offer-queries.ts'
import { dayOfEvent } from '../events/queries.ts'
import { nameOfPerson, type PostShown, postsOn } from '../people/name-queries.ts'
import { siteOfProgramme } from '../programmes/offer-queries.ts'
import { standByProgramme } from '../traineeships/stand-queries.ts'
import type { RouteState } from './machine.ts'
import { proposalsWithin, proposed, type StepFacts, type StepKind, stateOfStep } from './rules.ts'

type Asking = Pick<Ctx, 'territory' | 'now' | 'today'>

type FoundStep = StepFacts & {
  readonly id: string
  readonly kind: StepKind
  readonly deficitId: string | null
  readonly lacked: { readonly competenceId: string | null; readonly words: string | null } | null
  readonly eventId: EventId | null
  readonly programmeId: ProgrammeId | null
  /** Where one learns by the programme. */
  readonly siteId: SiteId | null
  readonly title: string
  readonly link: string | null
  readonly document: string | null
  readonly on: Day | null
}
/** A step as it stands today, by facts alone. */
export type RouteStep = FoundStep & { readonly state: ReturnType<typeof stateOfStep> }

/** The steps of a route in the order of their days. */
export async function stepsOf(tx: Tx, ctx: Asking, routeId: RouteId): Promise<readonly RouteStep[]> {
  const { rows } = await sql<FoundStep>`
    select s.id, s.kind, s.deficit_id, ${nameOfDeficit(ctx, sql`s.deficit_id`)} as lacked, s.event_id, s.programme_id, ${siteOfProgramme(ctx, sql`s.programme_id`)} as site_id, s.title, s.link, s.document, s.document_on,
      coalesce(${dayOfEvent(ctx, sql`s.event_id`)}, s.due_on) as "on", ${standAtEvent(ctx, sql`s.event_id`, sql`r.person_id`)} as at_event,
      case when s.programme_id is null then null else ${standByProgramme(ctx, {
        ...{ programme: sql`s.programme_id`, person: sql`r.person_id` },
        since: sql`(r.created_at at time zone ${ctx.territory.timeZone})::date`,
      })} end as by_programme, ${standOfDeficit(ctx, sql`s.deficit_id`)} as deficit
    from route_steps s join learning_routes r on r.territory_id = s.territory_id and r.id = s.route_id
    where s.territory_id = ${ctx.territory.id} and s.route_id = ${routeId} order by "on" nulls last, s.id`.execute(tx)
  return rows.map((row) => ({ ...row, state: stateOfStep(row) }))
}

/** The route a person has now: written or gone through. */
export const currentOf = (tx: Tx, { territory }: Pick<Ctx, 'territory'>, personId: PersonId) =>
  tx
    .selectFrom('learningRoutes')
    .select(['id', 'state'])
    .where((is) => is.and({ territoryId: territory.id, personId }))
    .where('state', 'in', ['draft', 'active'])
    .executeTakeFirst()

/** How a deficit is called. */
export const calledIn = (
  framework: readonly Competence[],
  one: { readonly competenceId: string | null; readonly words: string | null } | null,
) => (one === null ? '' : labelOf(framework, one.competenceId) || (one.words ?? ''))

/** What the network offers for the open deficits of a person until the end of the next school year, without what stands in the route. */
export async function proposalsFor(tx: Tx, ctx: Ctx, open: readonly DeficitRow[], steps: readonly FoundStep[]) {
  const competences = [...new Set(open.flatMap(({ competenceId }) => competenceId ?? []))]
  if (competences.length === 0) return []
  const offers = await offerRows(
    tx,
    ctx,
    proposalsWithin(ctx.today),
    sql`o.kind <> 'line' and o.state <> 'held' and o.competence_id = any(${competences}::uuid[])`,
  )
  const taken = new Set(steps.flatMap(({ eventId }) => (eventId ? [`event:${eventId}`] : [])))
  const programmes = new Set(steps.flatMap(({ programmeId }) => programmeId ?? []))
  const known = offers.flatMap((offer) =>
    offer.kind === 'line' || (offer.programmeId !== null && programmes.has(offer.programmeId))
      ? []
      : [{ ...offer, kind: offer.kind }],
  )
  return proposed(open, known, taken)
}
export type Proposed = Awaited<ReturnType<typeof proposalsFor>>[number]

export type RouteRow = {
  readonly id: RouteId
  readonly personId: PersonId
  readonly person: string
  readonly posts: readonly PostShown[]
  readonly state: RouteState
  readonly personAgreedOn: Day | null
  readonly otherAgreedOn: Day | null
  readonly otherAgreedBy: string | null
  readonly activeOn: Day | null
  readonly endedOn: Day | null
  readonly endReason: string | null
  readonly steps: number
}
const newest: Keys = [down(sql`r.created_at`), sql`r.id`]

/** Routes by a condition on `r`, the newest first. */
export const routesBy = (tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, where: RawBuilder<unknown>): Rows<RouteRow> =>
  sqlRows(tx, {
    select: sql`r.id, r.person_id, ${nameOfPerson(ctx, sql`r.person_id`)} as person,
      ${postsOn({ territory: sql`r.territory_id`, person: sql`r.person_id`, day: sql`${ctx.today}::date` })} as posts, r.state, r.person_agreed_on, r.other_agreed_on,
      ${nameOfPerson(ctx, sql`r.other_agreed_by`)} as other_agreed_by, r.active_on, r.ended_on, r.end_reason,
      (select count(*)::int from route_steps s where s.territory_id = r.territory_id and s.route_id = r.id) as steps`,
    from: sql`learning_routes r`,
    as: 'r',
    where: sql`r.territory_id = ${ctx.territory.id} and ${where}`,
    order: newest,
  })
