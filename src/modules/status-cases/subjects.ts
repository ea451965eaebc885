import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { standingSite, subjectOf } from '../sites/standing-queries.ts'
import { openCase } from './store.ts'

type About<Params> = { ctx: Ctx; tx: Tx; params: Params }

/** The site a case is about; null when the territory has no such case. */
export async function caseSubject({ ctx, tx, params }: About<{ readonly case: string }>): Promise<Subject | null> {
  const opened = await openCase(tx, ctx, params.case)
  return opened && subjectOf(ctx.territory.id, opened.site)
}

/** A site; null when the territory has none such. */
export async function siteSubject({ ctx, tx, params }: About<{ readonly site: string }>): Promise<Subject | null> {
  const site = await standingSite(tx, ctx, params.site)
  return site && subjectOf(ctx.territory.id, site)
}
