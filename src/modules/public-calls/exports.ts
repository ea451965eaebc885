import type { Tx } from '../../db/pool.ts'
import type { Instant } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'
import { callState } from '../calls/rules.ts'
import { type PublicCall, pageSize, publicCalls } from './queries.ts'

/** A call for a program; moments are instants with the territory's clock beside them. */
const record = (call: PublicCall) => ({
  id: call.callId,
  title: call.title,
  territory: { code: call.territoryCode, name: call.territoryName, timeZone: call.timeZone },
  state: callState(call, call.now),
  opensAt: call.opensAt,
  closesAt: call.closesAt,
  revokedOn: call.revokedOn,
  initiators: call.initiators,
  hostKinds: call.hostKinds,
  directions: call.directions,
  contingent: call.contingent,
  places: call.places,
  criteria: call.criteria.map(({ title, weight, levels }) => ({ title, weight, levels })),
  order: {
    label: call.orderLabel,
    page: call.orderPublished ? paths.publicOrder({ territory: call.territoryCode, order: call.orderId }) : null,
  },
  page: paths.publicCall({ territory: call.territoryCode, call: call.callId }),
})

/** The newest calls that receive or are announced come first; a file of them all is asked for page by page. */
export async function callsJson(tx: Tx, now: Instant, page: number): Promise<Response> {
  const rows = publicCalls(tx, { territory: null, state: null, now })
  const [lines, total] = [await rows.page(pageSize, (page - 1) * pageSize), await rows.count()]
  const body = { calls: lines.map(record), count: lines.length, total, page, pages: Math.ceil(total / pageSize) }
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
}
