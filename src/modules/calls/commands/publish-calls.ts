import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { shortDate } from '../../../kernel/dates.ts'
import type { CallId, Day, RegulationId } from '../../../kernel/types.ts'
import { type ActKind, numberedAct } from '../../../regulation/acts.ts'
import { applicantWords } from '../../../regulation/hosts/questions.ts'
import { regulationById } from '../../regulation/queries.ts'
import { directionNames } from '../rules.ts'

type Known = { code: string; label: string }[] | null

/** Writes anew what everybody may read of these calls, in the transaction that changed them. Call it when the order has its number. */
export async function publishCalls(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{
    callId: CallId
    regulationId: RegulationId
    initiators: string[]
    orderKind: ActKind
    orderNumber: string
    orderSignedOn: Day
    criteria: unknown
    directions: string[]
    knownDirections: Known
  }>`
    select c.territory_id, c.id as call_id, t.code as territory_code, t.short_name as territory_name, t.time_zone, c.title, c.opens_at, c.closes_at,
      c.initiators, c.directions, c.contingent, c.regulation_id, c.places, c.criteria, c.order_id, c.revoked_on, r.document ->> 'localTime' as local_time,
      array(select jsonb_array_elements_text(r.document -> 'hostKinds' -> 'kinds')) as host_kinds,
      r.document -> 'directions' -> 'list' as known_directions,
      o.kind as order_kind, o.number_text as order_number, o.signed_on as order_signed_on
    from calls c join territories t on t.id = c.territory_id
      join regulations r on r.territory_id = c.territory_id and r.id = c.regulation_id
      join orders o on o.territory_id = c.territory_id and o.id = c.order_id
    where c.territory_id = ${ctx.territory.id} and c.id = any(${ids}::uuid[])`.execute(tx)
  for (const { orderKind, orderNumber, orderSignedOn, criteria, directions, knownDirections, regulationId, ...row } of rows) {
    const stored = await regulationById(tx, ctx.territory.id, regulationId, ctx.today)
    const entry = {
      ...row,
      whoApplies: stored ? applicantWords(stored.regulation, row.initiators) : '',
      directions: directionNames(directions, knownDirections),
      criteria: JSON.stringify(criteria),
      orderLabel: `${numberedAct(orderKind, orderNumber)} от ${shortDate(orderSignedOn)}`,
      updatedAt: ctx.now,
    } as never
    await tx
      .insertInto('publishedCalls')
      .values(entry)
      .onConflict((on) => on.columns(['territoryId', 'callId']).doUpdateSet(entry))
      .execute()
  }
}
