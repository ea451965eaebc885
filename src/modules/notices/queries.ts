import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import { down } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { NoticeKind } from '../../notices/kinds.ts'

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

/** How many notices the person of the context has not read, as one value of a larger query. */
export const unread = ({ territory, actor }: Ctx) => sql<number>`(
  select count(*)::int from notices where territory_id = ${territory.id} and person_id = ${actor.personId} and read_at is null)`

export async function unreadCount(tx: Tx, ctx: Ctx): Promise<number> {
  return (await oneRow(tx, sql<{ count: number }>`select ${unread(ctx)} as count`)).count
}

/** What the person has been told, newest first. */
export const ownNotices = (tx: Tx, ctx: Ctx): Rows<OwnNotice> =>
  sqlRows(tx, {
    select: sql`n.id, n.kind, n.subject_id, n.params, n.on_day, n.created_at, n.read_at`,
    from: sql`notices n`,
    where: sql`n.territory_id = ${ctx.territory.id} and n.person_id = ${ctx.actor.personId}`,
    order: [down(sql`n.on_day`), down(sql`n.created_at`), down(sql`n.id`)],
  })
