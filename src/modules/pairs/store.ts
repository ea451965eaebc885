import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { later } from '../../kernel/dates.ts'
import { no, ok, type Result, refuseAll, refuseRule } from '../../kernel/result.ts'
import type { Day, PairId, PersonId, SiteId } from '../../kernel/types.ts'
import { initialsOf } from '../people/name-queries.ts'
import { postsOf } from '../people/queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { siteAppointments } from '../sites/queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { type Answering, saidTo } from './answer-rules.ts'
import { led, waiting } from './machine.ts'
import { type Holder, type Load, mentorsOn, wrongLoad, wrongMentor, wrongPosts, wrongTerm, wrongTwo } from './rules.ts'
import { pairsAt } from './whether.ts'

type Where = Pick<Ctx, 'territory'>

/** How many pairs these people lead, and how many each takes: by their own word, else by the setting of the territory. */
export async function loadsOf(
  tx: Tx,
  ctx: Where,
  people: readonly PersonId[],
  but: PairId | null = null,
): Promise<(id: PersonId) => Load> {
  const [usual, { rows }] = await Promise.all([
    settingOf(tx, ctx, settings.pairLimit),
    sql<{ id: PersonId; pairs: number; most: number | null }>`
      select m.id, (select l.most from pair_limits l where l.territory_id = ${ctx.territory.id} and l.person_id = m.id) as most,
        (select count(*)::int from pairs g where g.territory_id = ${ctx.territory.id} and g.mentor_id = m.id and g.state = any(${[...led]}::text[])
          and g.id is distinct from ${but}) as pairs
      from unnest(${[...people]}::uuid[]) m (id)`.execute(tx),
  ])
  return (id) => {
    const row = rows.find((one) => one.id === id)
    return { pairs: row?.pairs ?? 0, most: row?.most ?? usual }
  }
}

/** Whoever counts the pairs of a mentor waits for whoever does so at the same time. */
async function lockMentor(tx: Tx, { territory }: Where, personId: PersonId): Promise<void> {
  const its = { territoryId: territory.id, personId }
  await tx
    .insertInto('pairLimits')
    .values(its)
    .onConflict((on) => on.doNothing())
    .execute()
  await tx
    .selectFrom('pairLimits')
    .select('most')
    .where((is) => is.and(its))
    .forUpdate()
    .execute()
}

const holdersOf = async (tx: Tx, ctx: Ctx, siteId: SiteId): Promise<Holder[]> => siteAppointments(tx, ctx, siteId)

/** Those who may be mentors on a site on a day, with what each leads. */
export async function mentorsOf(tx: Tx, ctx: Ctx, site: StandingSite, on: Day) {
  const [{ kinds }, holders] = await Promise.all([pairsAt(tx, ctx, site.regulation), holdersOf(tx, ctx, site.id)])
  const found = mentorsOn(kinds, holders, on)
  const people = found.map(({ personId }) => personId)
  const [nameOf, loadOf] = await Promise.all([initialsOf(tx, ctx, people), loadsOf(tx, ctx, people)])
  return found.map(({ personId, kind }) => ({ personId, kind, name: nameOf(personId), load: loadOf(personId) }))
}

/** Those who run a site today, and may open its pairs: they are told of them. */
export async function runningSite(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<PersonId[]> {
  const holders = await holdersOf(tx, ctx, siteId)
  return mentorsOn(['head', 'coordinator'], holders, ctx.today).map(({ personId }) => personId)
}

export type Terms = { readonly mentorId: PersonId; readonly menteeId: PersonId; readonly startsOn: Day; readonly endsOn: Day }
/** In which role the mentor works, and who the two are. */
export type Placed = { readonly role: string; readonly mentor: string; readonly mentee: string }

/**
 * Whether such a pair may work on a site; the mentor is kept from other pairs until the end of the transaction. `own`: the pair written already; `says`:
 * whose form it is, where that is not the proposal.
 */
export async function placed(
  tx: Tx,
  ctx: Ctx,
  site: StandingSite,
  terms: Terms,
  { own = null, says = null }: { readonly own?: PairId | null; readonly says?: Answering | null } = {},
): Promise<Result<Placed>> {
  const { mentorId, menteeId, startsOn, endsOn } = terms
  const [here, holders] = await Promise.all([pairsAt(tx, ctx, site.regulation), holdersOf(tx, ctx, site.id)])
  if (!here.on) return refuseRule('pair.notAsked')
  if (holders.some(({ personId }) => personId === mentorId)) await lockMentor(tx, ctx, mentorId)
  const [posts, loadOf, twice, nameOf] = await Promise.all([
    postsOf(tx, ctx, menteeId),
    loadsOf(tx, ctx, [mentorId], own),
    openOfTwo(tx, ctx, site.id, terms),
    initialsOf(tx, ctx, [mentorId, menteeId]),
  ])
  const { kinds } = here
  const wrong = [
    ...wrongTwo(mentorId, menteeId),
    ...wrongTerm({ startsOn, endsOn }, site.standing, ctx.today),
    ...wrongMentor(mentorId, { startsOn, endsOn }, { kinds, holders, today: ctx.today }),
    ...wrongPosts({ startsOn, endsOn }, posts),
    ...wrongLoad(loadOf(mentorId)),
    ...(twice.some((id) => id !== own) ? [no('pair.twice', { field: 'mentorId' })] : []),
  ]
  if (wrong.length > 0) return refuseAll(says === null ? wrong : wrong.map((one) => saidTo(says, one)))
  const role = mentorsOn(kinds, holders, later(startsOn, ctx.today)).find((one) => one.personId === mentorId)?.kind
  if (role === undefined) return refuseRule('pair.mentorHasNoRole', { field: 'mentorId' })
  return ok({ role, mentor: nameOf(mentorId), mentee: nameOf(menteeId) })
}

const openOfTwo = async (tx: Tx, { territory }: Where, siteId: SiteId, { mentorId, menteeId }: Terms) =>
  (
    await tx
      .selectFrom('pairs')
      .select('id')
      .where((is) => is.and({ territoryId: territory.id, siteId, mentorId, menteeId }))
      .where('state', 'in', [...waiting, 'running'])
      .execute()
  ).map(({ id }) => id)
