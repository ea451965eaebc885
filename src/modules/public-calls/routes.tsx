import { z } from 'zod'
import type { Tx } from '../../db/pool.ts'
import type { Instant } from '../../kernel/types.ts'
import { askedPage } from '../../web/address.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { callState } from '../calls/rules.ts'
import { publicCallList } from './list.tsx'
import { paths } from './paths.ts'
import { type PublicCall, pageSize, publicCall, publicCalls } from './queries.ts'
import { PublicCallPage } from './views/public-call-page.tsx'

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
async function callsJson(tx: Tx, now: Instant, page: number): Promise<Response> {
  const rows = publicCalls(tx, { territory: null, state: null, now })
  const [lines, total] = [await rows.page(pageSize, (page - 1) * pageSize), await rows.count()]
  const body = { calls: lines.map(record), count: lines.length, total, page, pages: Math.ceil(total / pageSize) }
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
}

const section = 'publicCalls' as const

export const routes: Route[] = [
  ...publicCallList.routes,
  publicGet(paths.publicCallsJson, {
    query: z.object({ page: askedPage }),
    page: ({ tx, visitor, query: { page } }) => callsJson(tx, visitor.now, page),
  }),
  publicGet(paths.publicCall, {
    page: async ({ tx, visitor, params }) => {
      const call = await publicCall(tx, params.territory, params.call, visitor.now)
      return call ? { title: call.title, section, body: <PublicCallPage call={call} /> } : notFound
    },
  }),
]
