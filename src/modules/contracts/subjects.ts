import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { standingSite, subjectOf } from '../sites/standing-queries.ts'
import { openContract } from './store.ts'

type About<Params> = { ctx: Ctx; tx: Tx; params: Params }

/** The site a contract is of; null when the territory has no such contract. */
export async function contractSubject({ ctx, tx, params }: About<{ readonly contract: string }>): Promise<Subject | null> {
  const opened = await openContract(tx, ctx, params.contract)
  return opened && subjectOf(ctx.territory.id, opened.site)
}

/** A site; null when the territory has none such. */
export async function siteSubject({ ctx, tx, params }: About<{ readonly site: string }>): Promise<Subject | null> {
  const site = await standingSite(tx, ctx, params.site)
  return site && subjectOf(ctx.territory.id, site)
}
