import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import type { NoticeKind } from '../../notices/kinds.ts'

export const pageSize = 50

/** A notice of a person as it is stored; the words are put by its kind. */
export type OwnNotice = {
  readonly id: string
  readonly kind: NoticeKind
  readonly subjectId: string
  readonly params: unknown
  readonly onDay: Day
  readonly createdAt: Instant
  readonly readAt: Instant | null
}

const own = (tx: Tx, ctx: Ctx) =>
  tx.selectFrom('notices').where('territoryId', '=', ctx.territory.id).where('personId', '=', ctx.actor.personId)

/** How many notices the person of the context has not read, as one value of a larger query. */
export const unread = ({ territory, actor }: Ctx) => sql<number>`(
  select count(*)::int from notices where territory_id = ${territory.id} and person_id = ${actor.personId} and read_at is null)`

export async function unreadCount(tx: Tx, ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ${unread(ctx)} as count`.execute(tx)
  return rows[0]!.count
}

/** A page of what the person has been told, newest first. */
export async function noticesPage(tx: Tx, ctx: Ctx, page: number): Promise<{ notices: OwnNotice[]; total: number }> {
  const rows = await own(tx, ctx)
    .select(['id', 'kind', 'subjectId', 'params', 'onDay', 'createdAt', 'readAt'])
    .orderBy('onDay', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await own(tx, ctx)
    .select((query) => query.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { notices: rows.map((row) => ({ ...row, kind: row.kind as NoticeKind })), total }
}
