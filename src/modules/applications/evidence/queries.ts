import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { eligibilityCriteria } from '../../../regulation/hosts/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { ShownCriterion, ShownEvidence } from '../model.ts'
import type { Evidence } from './model.ts'

/** Everything given as evidence in an application, in the order it was added. */
export async function evidenceOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, applicationId: ApplicationId): Promise<Evidence[]> {
  const rows = await tx
    .selectFrom('applicationEvidence as e')
    .leftJoin('files as f', (join) => join.onRef('f.territoryId', '=', 'e.territoryId').onRef('f.id', '=', 'e.fileId'))
    .select(['e.id', 'e.applicationId', 'e.criterionCode', 'e.kind', 'e.fileId', 'e.link', 'e.registerText', 'e.registerId'])
    .select(['e.note', 'e.addedBy', 'e.addedAt', 'f.name as fileName', 'f.size as fileSize'])
    .where((is) => is.and({ 'e.territoryId': ctx.territory.id, 'e.applicationId': applicationId }))
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({ ...row, fileSize: row.fileSize === null ? null : Number(row.fileSize) }))
}

/** Codes of the criteria that have something to show for themselves: what `missingEligibility` is asked with. */
export const metCriteria = (evidence: readonly Pick<Evidence, 'criterionCode'>[]): ReadonlySet<string> =>
  new Set(evidence.map(({ criterionCode }) => criterionCode))

/** The criteria of the regulation with their evidence, as an application shows them. */
export function shownEligibility(regulation: Regulation, evidence: readonly Evidence[]): ShownCriterion[] {
  const { base, further, grouped } = eligibilityCriteria(regulation).value
  const shown = (group: ShownCriterion['group']) => (criterion: (typeof base)[number]) => ({
    code: criterion.code,
    text: criterion.text,
    group,
    evidence: evidence.filter(({ criterionCode }) => criterionCode === criterion.code).map(shownEvidence),
  })
  return [...base.map(shown('base')), ...[...further, ...grouped].map(shown('further'))]
}

const shownEvidence = ({ id, kind, fileId, fileName, link, registerText, note }: Evidence): ShownEvidence => ({
  id,
  kind,
  text: fileName ?? link ?? registerText ?? '',
  fileId,
  note,
})
