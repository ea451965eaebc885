import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { callById } from '../calls/queries.ts'

/** The submissions of a call concern the territory as a whole; null when the territory has no such call. */
export async function callSubject({
  ctx,
  tx,
  params,
}: {
  ctx: Ctx
  tx: Tx
  params: { readonly call: string }
}): Promise<Subject | null> {
  return (await callById(tx, ctx, params.call)) && { territoryId: ctx.territory.id }
}
