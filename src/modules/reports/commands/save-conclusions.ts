import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ReportId } from '../../../kernel/types.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import { isOpen } from '../machine.ts'
import type { Conclusions } from '../model.ts'
import { subjectOf } from '../model.ts'
import { brokenConclusions } from '../rules.ts'
import { lockReport, type OpenReport } from '../store.ts'
import { submitOpened } from './submit-report.ts'

export type ConclusionsInput = {
  readonly reportId: ReportId
  /** The version of the report that the person began to edit. */
  readonly version: number
  readonly conclusions: Conclusions
  readonly extra: string | null
}

/** Saves what the head wrote. A draft may be incomplete. */
export function saveConclusions(ctx: Acting, input: ConclusionsInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const saved = await save(tx, ctx, input)
    if (!saved.ok) return saved
    await recordAll(tx, ctx, saved.value.facts)
    return ok(null)
  })
}

/** Saves the conclusions and hands the report in: both or neither. */
export function saveAndSubmit(ctx: Acting, input: ConclusionsInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const saved = await save(tx, ctx, input)
    if (!saved.ok) return saved
    const sent = await submitOpened(tx, ctx, saved.value.opened)
    if (!sent.ok) return sent
    await recordAll(tx, ctx, [...saved.value.facts, sent.value])
    return ok(null)
  })
}

async function save(tx: Tx, ctx: Ctx, input: ConclusionsInput): Promise<Result<{ opened: OpenReport; facts: Fact[] }>> {
  const opened = await lockReport(tx, ctx, input.reportId)
  if (!opened) return refuse({ code: 'notFound' })
  const { report, regulation } = opened
  if (!may(ctx, 'report.edit', subjectOf(ctx.territory.id, report.siteId)))
    return refuse({ code: 'forbidden', permission: 'report.edit' })
  const running = siteIsNotSuspended(opened.site.standing, ctx.today)
  if (!running.ok) return running
  if (report.editVersion !== input.version) return refuse({ code: 'changedMeanwhile' })
  if (!isOpen(report.state)) return refuse({ code: 'illegalMove', from: report.state, action: 'change' })
  const broken = brokenConclusions(regulation, input.conclusions)
  if (broken.length > 0) return refuseAll(broken)

  const { conclusions, extra } = input
  const changed = changedTexts(report, input)
  if (changed.length === 0) return ok({ opened, facts: [] })
  const editVersion = report.editVersion + 1
  await tx
    .updateTable('reports')
    .set({ conclusions: JSON.stringify(conclusions), extra, editVersion })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', report.id)
    .execute()
  const fact: Fact = { kind: 'report.changed', subjectId: report.id, siteId: report.siteId, facts: { changed } }
  return ok({ opened: { ...opened, report: { ...report, conclusions, extra, editVersion } }, facts: [fact] })
}

/** Codes of the conclusions that differ from what is stored; `extra` stands for the free text. */
function changedTexts(stored: { conclusions: Conclusions; extra: string | null }, sent: ConclusionsInput): string[] {
  const codes = new Set([...Object.keys(stored.conclusions), ...Object.keys(sent.conclusions)])
  const changed = [...codes].filter((code) => (stored.conclusions[code] ?? '') !== (sent.conclusions[code] ?? ''))
  return (stored.extra ?? '') === (sent.extra ?? '') ? changed : [...changed, 'extra']
}
