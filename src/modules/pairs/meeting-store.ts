import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, PairId, PairMeetingId, PersonId } from '../../kernel/types.ts'
import { nameOfPerson } from '../people/name-queries.ts'

/** One line of one side about a meeting. */
export type MeetingRow = {
  readonly id: PairMeetingId
  readonly heldOn: Day
  readonly minutes: number
  readonly line: string
  readonly writtenBy: PersonId
  readonly writer: string
  readonly isDoubted: boolean
  readonly doubt: string | null
}

/** What either side has written of the meetings of a pair, the latest first. */
export async function meetingsOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, pairId: PairId): Promise<readonly MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.held_on, m.minutes, m.line, m.written_by, ${nameOfPerson(ctx, sql`m.written_by`)} as writer,
      m.doubted_at is not null as is_doubted, m.doubt
    from pair_meetings m where m.territory_id = ${ctx.territory.id} and m.pair_id = ${pairId}
    order by m.held_on desc, m.created_at desc, m.id`.execute(tx)
  return rows
}
