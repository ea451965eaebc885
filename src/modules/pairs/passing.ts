import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { later } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { Day, PairId, PersonId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import type { PairRow } from './queries.ts'
import { type Placed, placed } from './store.ts'

type Passed = Pick<PairRow, 'id' | 'menteeId' | 'goal' | 'deficitId' | 'startsOn' | 'endsOn'>

/** Whether somebody else was named for the pair `g` and it is not settled yet. */
export const isBeingPassed = ({ territory }: Pick<Ctx, 'territory'>) =>
  sql<boolean>`exists (select from pairs n where n.territory_id = ${territory.id} and n.came_from_id = g.id and n.closed_on is null)`

/**
 * Somebody else is named for a pair, from a day: both answer as for any pair, and until they have the pair stays as it is. What it was for goes on with it.
 */
export async function passTo(
  tx: Tx,
  ctx: Ctx,
  {
    site,
    pair,
    mentorId,
    from,
  }: { readonly site: StandingSite; readonly pair: Passed; readonly mentorId: PersonId; readonly from: Day },
): Promise<Result<Placed & { readonly id: PairId }>> {
  const { territory, actor, today, now } = ctx
  const its = { territoryId: territory.id, cameFromId: pair.id }
  const open = tx
    .selectFrom('pairs')
    .select('id')
    .where((is) => is.and(its))
    .where('closedOn', 'is', null)
    .executeTakeFirst()
  if (await open) return refuseRule('pair.isPassed', { field: 'mentorId' })
  const { menteeId, goal, deficitId, endsOn } = pair
  const startsOn = later(from, pair.startsOn)
  const found = await placed(tx, ctx, site, { mentorId, menteeId, startsOn, endsOn }, { says: 'passing' })
  if (!found.ok) return found
  const id = newId<PairId>()
  const { role, mentor, mentee } = found.value
  await tx
    .insertInto('pairs')
    .values({
      ...{ ...its, id, siteId: site.id, mentorId, role, menteeId, goal, deficitId, startsOn, endsOn },
      ...{ state: 'proposed', begunBy: 'site', heardOn: today, createdBy: actor.personId, createdAt: now },
    })
    .execute()
  const notice = { kind: 'pair.proposed', subjectId: id, params: { site: site.name, mentor, mentee, goal } } as const
  const people = [mentorId, menteeId].filter((one) => one !== actor.personId)
  await tell(
    tx,
    ctx,
    people.map((personId) => ({ ...notice, personId })),
  )
  return ok({ ...found.value, id })
}

/** What history keeps of it. */
export const passedFact = (
  site: StandingSite,
  pair: Pick<PairRow, 'id' | 'mentor' | 'mentee'>,
  { mentor: heir }: Placed,
): Fact<'pair.passed'> => ({
  ...{ kind: 'pair.passed', subjectId: pair.id, siteId: site.id },
  facts: { mentor: pair.mentor, mentee: pair.mentee, heir },
})
