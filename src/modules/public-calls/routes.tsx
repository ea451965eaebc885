import { z } from 'zod'
import { asked, askedPage, oneOf } from '../../web/address.ts'
import { paths } from '../../web/paths.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { callsJson } from './exports.ts'
import { callingTerritories, publicCall, publicCalls, stateChoices } from './queries.ts'
import { PublicCallPage } from './views/public-call-page.tsx'
import { PublicCallsPage } from './views/public-calls-page.tsx'

const section = 'publicCalls' as const

export const routes: Route[] = [
  publicGet(paths.publicCalls, {
    query: z.object({ territory: asked, state: asked, page: askedPage }),
    page: async ({ tx, visitor, query: { territory, state, page } }) => {
      const query = { territory: territory || null, state: oneOf(stateChoices, state), page, now: visitor.now }
      const { lines, total } = await publicCalls(tx, query)
      const territories = await callingTerritories(tx)
      const body = <PublicCallsPage query={query} lines={lines} total={total} territories={territories} />
      return { title: 'Приём заявок', section, body }
    },
  }),
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
