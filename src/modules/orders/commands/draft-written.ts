import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { OrderId } from '../../../kernel/types.ts'
import type { Written } from '../../../kit/order/template.ts'
import { actNames } from '../../../regulation/acts.ts'
import { whoGrants } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { bodiesOf } from '../../organisations/order-queries.ts'
import type { Office } from '../model.ts'
import { officesOf } from '../offices.ts'
import { finished } from '../templates.ts'
import { writeDraft } from './write-draft.ts'

/** Points and effects somebody else has written, as a draft of whoever gives statuses here. */
export async function draftWritten(
  tx: Tx,
  ctx: Ctx,
  given: { readonly code: string; readonly regulation: Regulation; readonly written: Written },
): Promise<Result<OrderId>> {
  const { code, regulation, written } = given
  const office = await grantingOffice(tx, ctx, regulation)
  if (!office) return refuseRule('order.noOffice')
  return ok(await writeDraft(tx, ctx, office, code, finished(written, { regulation, actKind: office.actKind })))
}

/** The office of the body that gives statuses, and its kind of act where it has several. */
async function grantingOffice(tx: Tx, ctx: Ctx, regulation: Regulation): Promise<Office | undefined> {
  const { by, act } = whoGrants(regulation).value
  const bodies = await bodiesOf(tx, ctx, by)
  const offices = (await officesOf(tx, ctx)).filter(({ issuerId }) => bodies.includes(issuerId))
  return offices.find(({ actKind }) => actNames[actKind] === act) ?? offices[0]
}
