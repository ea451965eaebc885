import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { hostKinds } from '../../regulation/hosts/questions.ts'
import { get, notFound, type Route } from '../../web/route.ts'
import { regulationById } from '../regulation/queries.ts'
import { isAmongApplicants } from './audience-queries.ts'
import { callList } from './list.tsx'
import { paths } from './paths.ts'
import { callById, extensionsOf, knownCalls } from './queries.ts'
import { CallPage } from './views/call-page.tsx'

const section = 'applications' as const

/** A call is seen by everybody of its territory; null when the territory has no such call. */
async function callSubject({
  ctx,
  tx,
  params,
}: {
  ctx: Ctx
  tx: Tx
  params: { readonly call: string }
}): Promise<Subject | null> {
  const call = await callById(tx, ctx, params.call)
  return call && { territoryId: ctx.territory.id }
}

export const routes: Route[] = [
  ...callList.routes,
  get(paths.call, {
    permits: 'call.view',
    subject: callSubject,
    page: async ({ ctx, tx, params }) => {
      const call = await callById(tx, ctx, params.call)
      const stored = call && (await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today))
      const [known] = await knownCalls(tx, ctx.territory.id, { ids: [params.call], orderIds: [] })
      if (!call || !stored || !known) return notFound
      const extensions = await extensionsOf(tx, ctx, call.id)
      const { regulation } = stored
      const mayApply = await isAmongApplicants(tx, ctx, call, hostKinds(regulation).value)
      const props = { ctx, call, order: known, counts: known, extensions, regulation, mayApply }
      return { title: call.title, section, body: <CallPage {...props} /> }
    },
  }),
]
