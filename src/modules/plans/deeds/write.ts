import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { longDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { no, ok, type Result, refuseAll } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { unseenIn } from '../../../kit/form/fields.ts'
import type { Happened } from '../../../kit/told.ts'
import { ownPlanColumns } from '../../../regulation/work/questions.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { plans } from '../case.ts'
import { compare, type LineChange } from '../comparison.ts'
import { linesForm, sameDay } from '../forms.ts'
import { paths } from '../paths.ts'
import { mergeRows, readRows, type SentRow } from '../rows.ts'
import { brokenLines, missingForSubmission, sameDays, type TypedLine } from '../rules.ts'
import { candidatesOf, executionsOf, keysOf, linesOf, type OpenPlan, replaceLines } from '../store.ts'
import { sending, takingBack } from './decide.ts'

const form = unseenIn(linesForm.shape)
type Given = OpenPlan & { readonly ctx: Ctx }
type Saved = { readonly lines: readonly TypedLine[]; readonly changes: readonly LineChange[] }

/** Which lines have been reported on: they are facts, and what is sent about them is not read. */
const executedIn = async (tx: Tx, { ctx, plan }: Given): Promise<ReadonlySet<string>> =>
  new Set((await executionsOf(tx, ctx.territory.id, plan.id)).keys())

/** Writes the whole table; dates that cannot be are refused at their fields. */
async function writeLines(tx: Tx, given: Given, sent: readonly SentRow[]): Promise<Result<Saved>> {
  const { ctx, one, plan, site, frame, regulation } = given
  const territoryId = ctx.territory.id
  const { rows, wrong } = readRows(sent, ownPlanColumns(regulation))
  if (wrong.length > 0) return refuseAll(wrong)
  const stored = await linesOf(tx, territoryId, one.versionId)
  const executed = await executedIn(tx, given)
  const lines = mergeRows(rows, { stored, executed, knownKeys: await keysOf(tx, territoryId, plan.id), newKey: newId })
  const people = await candidatesOf(tx, territoryId, site.id, frame.period)
  const known = new Set([...people.map((person) => person.id), ...stored.flatMap((line) => line.personIds)])
  const undone = lines.filter(({ line }) => !executed.has(line.key))
  const broken = brokenLines(undone, frame, regulation, known)
  if (broken.length > 0) return refuseAll(broken)
  const written = lines.map(({ line }) => line)
  await replaceLines(tx, territoryId, one.versionId, written)
  return ok({ lines, changes: compare(stored, written) })
}

/** What the lines still lack before they can be sent on. */
async function complete(
  tx: Tx,
  given: Given,
  saved: Saved,
  { reason, sameDay: meant }: { reason: string | null; sameDay: boolean },
): Promise<Result<Saved>> {
  const { one, regulation } = given
  const executed = await executedIn(tx, given)
  const missing = missingForSubmission(saved.lines, { executed, regulation, needsReason: one.number > 1, reason })
  if (missing.length > 0) return refuseAll(missing)
  const clashes = meant ? [] : sameDays(saved.lines.map(({ line }) => line).filter((line) => !executed.has(line.key)))
  if (clashes.length === 0) return ok(saved)
  const { ctx } = given
  const nameOf = await initialsOf(
    tx,
    ctx,
    clashes.map(({ personId }) => personId),
  )
  return refuseAll(
    clashes.map(({ personId, day, activities }) =>
      no('plan.sameDay', {
        field: 'sameDay',
        params: { who: nameOf(personId), day: longDate(day), activities: activities.map((one) => `«${one}»`).join(', ') },
      }),
    ),
  )
}

function changed({ one, made: { lines, changes } }: { one: OpenPlan['one']; made: Saved }): Happened[] {
  const count = (kind: LineChange['kind']) => changes.filter((change) => change.kind === kind).length
  const counts = { added: count('added'), removed: count('removed'), changed: count('changed') }
  return changes.length === 0 ? [] : [{ kind: 'plan.changed', facts: { version: one.number, lines: lines.length, ...counts } }]
}

/** Only a changed plan has a reason, and a reason once given is not taken away. */
const reasonOf = ({ number, reason }: OpenPlan['one'], typed: string | null) => (number > 1 && typed !== null ? typed : reason)

/** Saves the whole table of a draft. It may be incomplete. */
export const saveLines = deed(plans, 'change', {
  at: paths.planEdit,
  permits: 'plan.edit',
  form,
  also: (tx, given): Promise<Result<Saved>> => writeLines(tx, given, given.input.lines),
  set: ({ one, input }) => ({ reason: reasonOf(one, input.reason) }),
  fact: (given) => changed(given),
  done: ({ params }) => ({ to: paths.planEdit(params as { territory: string; plan: string }), notice: 'Черновик сохранён' }),
})

const sent = { ...sending, permits: 'plan.submit', done: 'План отправлен на согласование' } as const

const submitted = ({ procedure: { steps }, one: { number } }: OpenPlan, { lines }: Saved, reason: string | null): Happened => ({
  kind: 'plan.submitted',
  facts: { version: number, lines: lines.length, next: steps[0]?.caption ?? '', reason: number > 1 ? reason : null },
})

/** Sends a draft along the chain of the regulation. */
export const submitPlan = deed(plans, 'submit', {
  ...sent,
  at: paths.planSubmissions,
  form: unseenIn(sameDay),
  also: async (tx, given) => {
    const stored = await linesOf(tx, given.ctx.territory.id, given.one.versionId)
    return complete(
      tx,
      given,
      { lines: stored.map((line, row) => ({ line, row })), changes: [] },
      { ...given.input, reason: given.one.reason },
    )
  },
  set: ({ ctx }) => ({ submittedAt: ctx.now }),
  fact: (given) => submitted(given, given.made, given.one.reason),
  ask: { button: 'Отправить на согласование' },
})

/** Saves the table and sends the plan on in one deed: both or neither. */
export const saveAndSubmit = deed(plans, 'submit', {
  ...sent,
  at: paths.planEdit,
  form,
  also: async (tx, given) => {
    const saved = await writeLines(tx, given, given.input.lines)
    return saved.ok ? complete(tx, given, saved.value, { ...given.input, reason: given.input.reason ?? given.one.reason }) : saved
  },
  set: ({ ctx, one, input }) => ({ submittedAt: ctx.now, reason: reasonOf(one, input.reason) }),
  fact: (given) => [...changed(given), submitted(given, given.made, given.input.reason ?? given.one.reason)],
})

/** Takes a sent plan back for changing, as long as the last step has not been passed. */
export const withdrawPlan = deed(plans, 'withdraw', {
  ...takingBack,
  at: paths.planWithdrawals,
  permits: 'plan.submit',
  anyVersion: true,
  done: 'План снова у вас: правьте и отправляйте',
  ask: { button: 'Забрать и доработать', kind: 'secondary' },
})
