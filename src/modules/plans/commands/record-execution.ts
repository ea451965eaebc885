import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { CheckedFile } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { sideBySide } from '../../../kernel/lists.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { FileId, PlanId } from '../../../kernel/types.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import type { CameFrom, Execution } from '../model.ts'
import { lineCounts } from '../ports.ts'
import { wrongExecution } from '../rules.ts'
import { executionsOf, linesOf, lockPlan, type OpenPlan, subjectOf } from '../store.ts'

export type ExecutionInput = Omit<Execution, 'editVersion' | 'cameFrom'> & {
  readonly cameFrom?: CameFrom | null
  readonly planId: PlanId
  readonly lineKey: string
  /** The version of the report that the person saw; 0 when there was none. */
  readonly base: number
  readonly files: readonly CheckedFile[]
}

/** Reports on a line of the plan in force: held, with the day, the number of people and files, or cancelled with a note. Again: a correction. (R-A3r) */
export function recordExecution(ctx: Acting, input: ExecutionInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await lockPlan(tx, ctx, input.planId)
    if (!opened) return refuse({ code: 'notFound' })
    if (!may(ctx, 'plan.execute', subjectOf(ctx.territory.id, opened.plan.siteId)))
      return refuse({ code: 'forbidden', permission: 'plan.execute' })
    const atWork = siteIsNotSuspended(opened.site.standing, ctx.today)
    if (!atWork.ok) return atWork
    const counted = await countedElsewhere(tx, ctx, opened.plan.id, input.lineKey)
    if (counted?.open) return refuseRule('plan.hasOpenEvents')
    if (counted && (input.outcome === 'cancelled' || counted.people !== input.peopleCount))
      return refuseRule('plan.peopleAreCounted', { field: 'peopleCount', params: { people: counted.people } })
    const written = await writeExecution(tx, ctx, opened, { ...input, cameFrom: counted?.cameFrom ?? null })
    if (!written.ok) return written
    await recordAll(tx, ctx, written.value)
    return ok(null)
  })
}

/** How many people came by the lists of a line, where somebody keeps lists of it; null where nobody does. */
export const countedElsewhere = async (tx: Tx, ctx: Ctx, planId: PlanId, lineKey: string) =>
  (await Promise.all(lineCounts.parts().map((count) => count(tx, ctx, planId, lineKey)))).find((one) => one !== null) ?? null

/** The report on a line in the transaction of whoever knows what came of it; gives what history has to tell. `base: null` is whatever stands there. */
export async function writeExecution(
  tx: Tx,
  ctx: Ctx,
  opened: OpenPlan,
  input: Omit<ExecutionInput, 'base'> & { readonly base: number | null },
): Promise<Result<Fact[]>> {
  const { plan, frame, approved } = opened
  const inForce = approved && (await linesOf(tx, ctx.territory.id, approved.id)).find(({ key }) => key === input.lineKey)
  // What was held by a line is told of it, although a later version has dropped the line.
  const line = inForce ?? (input.base === null ? await formerLine(tx, ctx, opened, input.lineKey) : undefined)
  if (!line) return refuse({ code: 'notFound' })
  const given = tidy(input)
  const wrong = wrongExecution(given, frame, ctx.today)
  if (wrong.length > 0) return refuseAll(wrong)
  const before = (await executionsOf(tx, ctx.territory.id, plan.id)).get(input.lineKey) ?? null
  if (input.base !== null && (before?.editVersion ?? 0) !== input.base) return refuse({ code: 'changedMeanwhile' })
  await saveExecution(tx, ctx, opened, input.lineKey, given, before)
  const files = await storeFiles(tx, ctx, input.files)
  await attachFiles(tx, ctx, opened, input.lineKey, files)
  return ok(factsOf(opened, input, { activity: line.activity, given, before, files }))
}

/** A line as the newest version that has it words it. */
async function formerLine(tx: Tx, ctx: Ctx, { versions }: OpenPlan, lineKey: string) {
  for (const { id } of versions) {
    const found = (await linesOf(tx, ctx.territory.id, id)).find(({ key }) => key === lineKey)
    if (found) return found
  }
  return undefined
}

/** A cancelled activity has neither a day nor people. */
const tidy = ({
  outcome,
  heldOn,
  peopleCount,
  cameFrom = null,
  note,
}: Omit<ExecutionInput, 'base'>): Omit<Execution, 'editVersion'> =>
  outcome === 'held'
    ? { outcome, heldOn, peopleCount, cameFrom, note }
    : { outcome, heldOn: null, peopleCount: null, cameFrom: null, note }

async function saveExecution(
  tx: Tx,
  ctx: Ctx,
  { plan }: OpenPlan,
  lineKey: string,
  given: Omit<Execution, 'editVersion'>,
  before: Execution | null,
): Promise<void> {
  const cameFrom = given.cameFrom && JSON.stringify(given.cameFrom)
  const reported = { ...given, cameFrom, recordedBy: ctx.actor.personId, recordedAt: ctx.now }
  if (before === null) {
    await tx
      .insertInto('executions')
      .values({ territoryId: ctx.territory.id, planId: plan.id, lineKey, ...reported })
      .execute()
    return
  }
  await tx
    .updateTable('executions')
    .set({ ...reported, editVersion: before.editVersion + 1 })
    .where((is) => is.and({ territoryId: ctx.territory.id, planId: plan.id, lineKey }))
    .execute()
}

async function attachFiles(tx: Tx, ctx: Ctx, { plan }: OpenPlan, lineKey: string, files: readonly FileId[]): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto('executionFiles')
    .values(files.map((fileId) => ({ territoryId: ctx.territory.id, planId: plan.id, lineKey, fileId })))
    .execute()
}

function factsOf(
  { plan }: OpenPlan,
  input: Omit<ExecutionInput, 'base'>,
  told: { activity: string; given: Omit<Execution, 'editVersion'>; before: Execution | null; files: readonly FileId[] },
): Fact[] {
  const { activity, given, before, files } = told
  const kind = before ? 'execution.corrected' : given.outcome === 'held' ? 'activity.held' : 'activity.cancelled'
  const facts = {
    line: input.lineKey,
    activity,
    outcome: given.outcome,
    heldOn: given.heldOn,
    people: given.peopleCount,
    note: given.note,
  }
  const was = before && { outcomeBefore: before.outcome, heldOnBefore: before.heldOn, peopleBefore: before.peopleCount }
  return [
    { kind, subjectId: plan.id, siteId: plan.siteId, facts: { ...facts, ...was } },
    ...sideBySide(files, input.files).map(
      ([subjectId, { name }]): Fact => ({
        ...{ kind: 'file.uploaded', subjectId, siteId: plan.siteId },
        facts: { plan: plan.id, line: input.lineKey, name },
      }),
    ),
  ]
}
