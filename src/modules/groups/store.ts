import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { earlier } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Day, GroupMemberId, PersonId, WorkingGroupId } from '../../kernel/types.ts'

import type { MemberRow } from './queries.ts'

/** Writes down that somebody works in a group from a day; without a last day to its end. */
export async function join(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  groupId: WorkingGroupId,
  { personId, from, to = null }: { readonly personId: PersonId; readonly from: Day; readonly to?: Day | null },
): Promise<void> {
  const row = { territoryId: territory.id, id: newId<GroupMemberId>(), groupId, personId, startsOn: from, endsOn: to }
  await tx.insertInto('workingGroupMembers').values(row).execute()
}

/** The last day of somebody in a group; who had not come by then was never there. */
export async function leave(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  { id, startsOn }: Pick<MemberRow, 'id' | 'startsOn'>,
  on: Day,
): Promise<void> {
  const its = { territoryId: territory.id, id }
  if (on < startsOn)
    await tx
      .deleteFrom('workingGroupMembers')
      .where((is) => is.and(its))
      .execute()
  else
    await tx
      .updateTable('workingGroupMembers')
      .set({ endsOn: on })
      .where((is) => is.and(its))
      .execute()
}

/** Somebody who works in a group, or will, is there from a day at the latest, to its end. */
export async function stay(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  { id, startsOn }: Pick<MemberRow, 'id' | 'startsOn'>,
  from: Day,
): Promise<void> {
  await tx
    .updateTable('workingGroupMembers')
    .set({ startsOn: earlier(startsOn, from), endsOn: null })
    .where((is) => is.and({ territoryId: territory.id, id }))
    .execute()
}

/** A group that ends on a day ends for everybody: nobody stays after it, and nobody comes. */
export async function letAllGo(tx: Tx, { territory }: Pick<Ctx, 'territory'>, groupId: WorkingGroupId, on: Day): Promise<void> {
  const own = tx.deleteFrom('workingGroupMembers').where((is) => is.and({ territoryId: territory.id, groupId }))
  await own.where('startsOn', '>', on).execute()
  await tx
    .updateTable('workingGroupMembers')
    .set({ endsOn: null })
    .where((is) => is.and({ territoryId: territory.id, groupId }))
    .where('endsOn', '>', on)
    .execute()
}

/** Groups at work by a condition on `g`, locked until the end of the transaction: whoever writes down what came of one is first, or second. */
export const lockAtWork = (tx: Tx, { territory }: Pick<Ctx, 'territory'>, where: RawBuilder<unknown>) =>
  sql`select from working_groups g where g.territory_id = ${territory.id} and g.state = 'atWork' and ${where} order by g.id for update`.execute(
    tx,
  )
