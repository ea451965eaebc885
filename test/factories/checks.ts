import type { Result } from '../../src/kernel/result.ts'
import type { ApplicationId } from '../../src/kernel/types.ts'
import { applications } from '../../src/modules/applications/case.ts'
import type { ApplicationState } from '../../src/modules/applications/machine.ts'
import { checkedApplication } from '../../src/modules/applications/operator/check-queries.ts'
import { type CheckLine, checklistOf, type Verdict } from '../../src/modules/applications/operator/checklist-rules.ts'
import { admitApplication, returnApplication, returnByCheck } from '../../src/modules/applications/operator/deeds.ts'
import type { Remark } from '../../src/modules/applications/operator/model.ts'
import { applicationById } from '../../src/modules/applications/queries.ts'
import { inScope, type TestCtx } from '../factory.ts'
import type { ApplyingTerritory } from './applications.ts'
import { mustWork } from './plans.ts'

/** The list of the check of a submitted application and what of earlier remarks is open. */
export const checklistIn = (
  there: ApplyingTerritory,
  applicationId: ApplicationId,
): Promise<{ lines: CheckLine[]; open: readonly Remark[] }> =>
  inScope(there.db, there.territory.id, async (tx) => {
    const ctx = await there.as('methodist')
    const checked = await checkedApplication(tx, ctx, (await applications.open(tx, ctx, applicationId))!)
    return { lines: checklistOf(checked), open: checked.open }
  })

/** Every line passes but those that are given a remark. */
export const verdicts = (lines: readonly CheckLine[], remarks: Readonly<Record<string, string>> = {}): Verdict[] =>
  lines.map(({ code }) => ({ code, passed: remarks[code] === undefined, remark: remarks[code] ?? '' }))

export const versionOf = async (there: ApplyingTerritory, applicationId: ApplicationId): Promise<number> =>
  (await inScope(there.db, there.territory.id, (tx) => applicationById(tx, there, applicationId)))!.editVersion

type Checked = { readonly one: { readonly state: ApplicationState } }
type Check = { id: ApplicationId; version: number; intent: 'admit' | 'return'; verdicts: Verdict[]; settled: string[] }

/** The form of the check, sent by one of its two buttons. */
export const pressCheck = (ctx: TestCtx, { intent, verdicts: items, ...sent }: Check): Promise<Result<Checked>> =>
  (intent === 'admit' ? admitApplication : returnByCheck).run(ctx, { ...sent, items, note: null })

/** The methodist checks: admits, or returns with these remarks at lines of the list. */
export async function checked(
  there: ApplyingTerritory,
  id: ApplicationId,
  remarks: Readonly<Record<string, string>> = {},
): Promise<ApplicationState> {
  const { lines, open } = await checklistIn(there, id)
  const sent = { id, version: await versionOf(there, id), verdicts: verdicts(lines, remarks) }
  const settled = open.map((remark) => remark.id)
  const intent = Object.keys(remarks).length === 0 ? 'admit' : 'return'
  return mustWork(await pressCheck(await there.as('methodist'), { ...sent, settled, intent })).one.state
}

/** The methodist returns it for revision with a remark at the theme. */
export async function returned(there: ApplyingTerritory, id: ApplicationId): Promise<void> {
  const version = await versionOf(there, id)
  const remarks = [{ section: 'theme', text: 'Сузьте тему' }]
  mustWork(await returnApplication.run(await there.as('methodist'), { id, version, remarks }))
}
