import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { RegulationId } from '../../kernel/types.ts'
import type { Template } from '../../kit/order/template.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { regulationById, regulationInForce, regulationVersions } from '../regulation/queries.ts'
import { templatesFor } from './templates.ts'

/** What new orders are written from: the regulation, its version that waits for approval, and the templates both give. */
export type DraftingBasis = {
  readonly regulation: Regulation
  readonly draftRegulationId: RegulationId | null
  readonly templates: readonly Template[]
}

/** The basis of new orders; after a regulation has ceased, its words still serve. Null: the territory has never had one. */
export async function draftingBasis(tx: Tx, ctx: Ctx): Promise<DraftingBasis | null> {
  const versions = await regulationVersions(tx, ctx.territory.id)
  const [newest] = versions
  if (!newest) return null
  const stored = (await regulationInForce(tx, ctx)) ?? (await regulationById(tx, ctx.territory.id, newest.id, ctx.today))
  if (!stored) return null
  const draftRegulationId = versions.find((version) => version.orderId === null)?.id ?? null
  return {
    regulation: stored.regulation,
    draftRegulationId,
    templates: templatesFor(stored.regulation, draftRegulationId !== null),
  }
}
