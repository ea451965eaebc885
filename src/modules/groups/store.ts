import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { Day, GroupMemberId, Period, PersonId, WorkingGroupId } from '../../kernel/types.ts'
import { recordOf } from '../people/queries.ts'

/** The posts a person holds and has held, as periods. */
export const postsOf = async (tx: Tx, ctx: Pick<Ctx, 'territory'>, personId: PersonId): Promise<Period[]> =>
  (await recordOf(tx, ctx, personId)).posts.map(({ startsOn: from, endsOn: to }) => ({ from, to }))

/** Writes down that somebody works in a group from a day. */
export async function join(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  groupId: WorkingGroupId,
  { personId, from }: { readonly personId: PersonId; readonly from: Day },
): Promise<void> {
  const row = { territoryId: territory.id, id: newId<GroupMemberId>(), groupId, personId, startsOn: from, endsOn: null }
  await tx.insertInto('workingGroupMembers').values(row).execute()
}

/** The last day of somebody in a group. */
export async function leave(tx: Tx, { territory }: Pick<Ctx, 'territory'>, id: GroupMemberId, on: Day): Promise<void> {
  await tx
    .updateTable('workingGroupMembers')
    .set({ endsOn: on })
    .where((is) => is.and({ territoryId: territory.id, id }))
    .execute()
}
