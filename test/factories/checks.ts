import type { ApplicationId } from '../../src/kernel/types.ts'
import { checkedApplication } from '../../src/modules/applications/operator/check-queries.ts'
import { type CheckLine, checklistOf, type Verdict } from '../../src/modules/applications/operator/checklist-rules.ts'
import { checkApplication } from '../../src/modules/applications/operator/commands/check-application.ts'
import { returnApplication } from '../../src/modules/applications/operator/commands/return-application.ts'
import type { Remark } from '../../src/modules/applications/operator/model.ts'
import { applicationById } from '../../src/modules/applications/queries.ts'
import { inScope } from '../factory.ts'
import type { ApplyingTerritory } from './applications.ts'
import { mustWork } from './plans.ts'

/** The list of the check of a submitted application and what of earlier remarks is open. */
export const checklistIn = (
  there: ApplyingTerritory,
  applicationId: ApplicationId,
): Promise<{ lines: CheckLine[]; open: readonly Remark[] }> =>
  inScope(there.db, there.territory.id, async (tx) => {
    const ctx = await there.as('methodist')
    const checked = await checkedApplication(tx, ctx, (await applicationById(tx, ctx, applicationId))!)
    return { lines: checklistOf(checked), open: checked.open }
  })

/** Every line passes but those that are given a remark. */
export const verdicts = (lines: readonly CheckLine[], remarks: Readonly<Record<string, string>> = {}): Verdict[] =>
  lines.map(({ code }) => ({ code, passed: remarks[code] === undefined, remark: remarks[code] ?? '' }))

export const versionOf = async (there: ApplyingTerritory, applicationId: ApplicationId): Promise<number> =>
  (await inScope(there.db, there.territory.id, (tx) => applicationById(tx, there, applicationId)))!.version

/** The methodist checks: admits, or returns with these remarks at lines of the list. */
export async function checked(
  there: ApplyingTerritory,
  applicationId: ApplicationId,
  remarks: Readonly<Record<string, string>> = {},
): Promise<'admitted' | 'returned'> {
  const { lines, open } = await checklistIn(there, applicationId)
  return mustWork(
    await checkApplication(await there.as('methodist'), {
      applicationId,
      version: await versionOf(there, applicationId),
      intent: Object.keys(remarks).length === 0 ? 'admit' : 'return',
      verdicts: verdicts(lines, remarks),
      settled: open.map(({ id }) => id),
      note: null,
    }),
  )
}

/** The methodist returns it for revision with a remark at the theme. */
export async function returned(there: ApplyingTerritory, applicationId: ApplicationId): Promise<void> {
  const version = await versionOf(there, applicationId)
  const remarks = [{ section: 'theme', text: 'Сузьте тему' }]
  mustWork(await returnApplication(await there.as('methodist'), { applicationId, version, remarks }))
}
