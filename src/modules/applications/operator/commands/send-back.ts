import type { Ctx } from '../../../../authz/ctx.ts'
import type { Tx } from '../../../../db/pool.ts'
import type { Fact } from '../../../../history/facts.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { tellAll } from '../../../../notices/tell.ts'
import { unfixVersion } from '../../../programmes/commands/fix-version.ts'
import { applicantsOfOne } from '../../applicant-queries.ts'
import { moveApplication } from '../../commands/move-application.ts'
import type { Application } from '../../model.ts'
import { numberOf } from '../../model.ts'
import type { Remark } from '../model.ts'
import { placeName, type RemarkPlace } from '../rules.ts'
import { storeRemarks } from './store-remarks.ts'

/**
 * What a check that ends in a return and a return for revision share, within their transaction: remarks at the items, the programme open
 * again, the applicants told. Gives the fact to record.
 */
export async function sendBack(
  tx: Tx,
  ctx: Ctx,
  app: Application,
  given: {
    readonly remarks: readonly Pick<Remark, 'section' | 'text'>[]
    readonly places: readonly RemarkPlace[]
    readonly reviews: number
  },
): Promise<Result<Fact>> {
  const moved = await moveApplication(tx, ctx, app, 'return')
  if (!moved.ok) return moved
  await storeRemarks(tx, ctx, app, given.remarks)
  const opened = await unfixVersion(tx, ctx, app.id, 'заявка возвращена на доработку')
  if (!opened.ok) return opened
  const remarks = given.remarks.length
  const { section, text } = given.remarks[0]!
  const params = { number: numberOf(app), theme: app.theme, remarks, first: `${placeName(given.places, section)}: ${text}` }
  const to = await applicantsOfOne(tx, ctx, app.id)
  await tellAll(tx, ctx, to, { kind: 'application.returned', subjectId: app.id, params })
  const facts = { number: app.number, round: app.round, remarks, reviews: given.reviews }
  return ok({ kind: 'application.returned', subjectId: app.id, facts })
}
