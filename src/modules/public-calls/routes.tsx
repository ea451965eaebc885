import { z } from 'zod'
import { askedPage } from '../../web/address.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { callsJson } from './exports.ts'
import { publicCallList } from './list.tsx'
import { paths } from './paths.ts'
import { publicCall } from './queries.ts'
import { PublicCallPage } from './views/public-call-page.tsx'

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
