import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, TerritoryId } from '../../kernel/types.ts'
import { numberedAct } from '../../regulation/acts.ts'
import type { Standing, Suspension } from './standing-rules.ts'

type OfOrder = { kind: 'order' | 'directive'; number: string; signedOn: Day }
const labelOf = ({ kind, number, signedOn }: OfOrder) => `${numberedAct(kind, number)} от ${shortDate(signedOn)}`

/** Everything that suspended a site, first to last. */
export async function suspensionsOf(
  tx: Tx,
  territoryId: TerritoryId,
  siteId: string,
): Promise<(Suspension & { readonly endedByOrderId: string | null })[]> {
  const { rows } = await sql<Suspension & OfOrder & { endedByOrderId: string | null }>`
    select s.starts_on as "from", s.ends_on as "to", s.reason, s.order_id, s.ended_by_order_id, o.kind, o.number_text as number, o.signed_on
    from suspensions s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
    where s.territory_id = ${territoryId} and s.site_id = ${siteId} order by s.starts_on`.execute(tx)
  return rows.map(({ from, to, reason, orderId, endedByOrderId, ...order }) => ({
    from,
    to,
    reason,
    orderId,
    endedByOrderId,
    order: labelOf(order),
  }))
}

/** The standing of a site; null when the territory has no such site. */
export async function siteStanding(tx: Tx, territoryId: TerritoryId, siteId: string): Promise<Standing | null> {
  const { rows } = await sql<{ from: Day; to: Day | null } & { [Key in keyof OfOrder]: OfOrder[Key] | null }>`
    select s.starts_on as "from", s.ends_on as "to", o.kind, o.number_text as number, o.signed_on
    from sites s left join orders o on o.territory_id = s.territory_id and o.id = s.ended_by_order_id
    where s.territory_id = ${territoryId} and s.id = ${siteId}`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { from, to, kind, number, signedOn } = row
  const endOrder = kind && number && signedOn ? labelOf({ kind, number, signedOn }) : null
  return { from, to, endOrder, suspensions: await suspensionsOf(tx, territoryId, siteId) }
}

/** Sites that may not work today. */
export async function suspendedSites(
  tx: Tx,
  ctx: { readonly territory: { readonly id: TerritoryId }; readonly today: Day },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ siteId: string }>`
    select distinct site_id from suspensions where territory_id = ${ctx.territory.id} and starts_on <= ${ctx.today}
      and (ends_on is null or ends_on >= ${ctx.today})`.execute(tx)
  return new Set(rows.map((row) => row.siteId))
}
