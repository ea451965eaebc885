import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Day } from '../../../kernel/types.ts'
import { type ActKind, orderLabel } from '../../../regulation/acts.ts'
import type { KnownApplication } from './rows.ts'

type Row = Omit<KnownApplication, 'decidedBy' | 'inSubmission'> & {
  readonly decidedKind: ActKind | null
  readonly decidedNumber: string | null
  readonly decidedOn: Day | null
}

/** Applications that the effects name, that a revoked order has decided, and that whatever is behind this very order proposes. */
export async function loadApplications(
  tx: Tx,
  ctx: Ctx,
  { ids, orders, proposed }: { ids: readonly string[]; orders: readonly string[]; proposed: readonly string[] },
): Promise<KnownApplication[]> {
  const territoryId = ctx.territory.id
  const { rows } = await sql<Row>`
    select a.id, a.number, a.state, a.regulation_id, a.decided_by_order_id, c.id as call_id, c.places,
      (select count(*)::int from applications g where g.territory_id = a.territory_id and g.call_id = a.call_id and g.state = 'granted') as granted,
      coalesce((select array_agg(ao.organisation_id order by ao.position)::text[] from application_organisations ao
        where ao.territory_id = a.territory_id and ao.application_id = a.id and ao.state = 'confirmed'), '{}') as organisation_ids,
      coalesce((select string_agg(o.short_name, ', ' order by ao.position) from application_organisations ao
          join organisations o on o.territory_id = ao.territory_id and o.id = ao.organisation_id
        where ao.territory_id = a.territory_id and ao.application_id = a.id and ao.state = 'confirmed'), '') as organisations,
      d.kind as decided_kind, d.number_text as decided_number, d.signed_on as decided_on
    from applications a
      left join calls c on c.territory_id = a.territory_id and c.id = a.call_id
      left join orders d on d.territory_id = a.territory_id and d.id = a.decided_by_order_id
    where a.territory_id = ${territoryId} and (a.id = any(${[...ids, ...proposed]}::uuid[]) or a.decided_by_order_id = any(${[...orders]}::uuid[]))
    order by a.number, a.id`.execute(tx)
  return rows.map(({ decidedKind, decidedNumber, decidedOn, ...row }) => ({
    ...row,
    inSubmission: proposed.includes(row.id),
    decidedBy: decidedKind && orderLabel({ kind: decidedKind, numberText: decidedNumber, signedOn: decidedOn }),
  }))
}
