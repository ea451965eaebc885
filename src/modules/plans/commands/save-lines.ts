import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { PlanId } from '../../../kernel/types.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { compare } from '../comparison.ts'
import { mergeRows, type Row } from '../rows.ts'
import { brokenLines, type TypedLine } from '../rules.ts'
import { candidatesOf, executionsOf, keysOf, linesOf, lockPlan, type OpenPlan, replaceLines, subjectOf } from '../store.ts'
import { submitOpened } from './submit-plan.ts'

export type SaveInput = {
  readonly planId: PlanId
  /** The version of the draft that the person began to edit. */
  readonly base: number
  readonly rows: readonly Row[]
  /** Why the plan is changed; only asked from the second version on. */
  readonly reason: string | null
}

/** Saves the whole table of a draft. It may be incomplete; dates that cannot be are refused at their fields. */
export function saveLines(ctx: Acting, input: SaveInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const saved = await save(tx, ctx, input)
    if (!saved.ok) return saved
    await recordAll(tx, ctx, saved.value.facts)
    return ok(null)
  })
}

/** Saves the table and sends the plan on in one deed: both or neither. */
export function saveAndSubmit(ctx: Acting, input: SaveInput): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const saved = await save(tx, ctx, input)
    if (!saved.ok) return saved
    const { opened, lines, facts } = saved.value
    const reason = input.reason ?? opened.open!.reason
    const sent = await submitOpened(tx, ctx, { opened, lines, reason })
    if (!sent.ok) return sent
    await recordAll(tx, ctx, [...facts, sent.value])
    return ok(null)
  })
}

type Saved = { opened: OpenPlan; lines: TypedLine[]; facts: Fact[] }

async function save(tx: Tx, ctx: Ctx, input: SaveInput): Promise<Result<Saved>> {
  const territoryId = ctx.territory.id
  const opened = await lockPlan(tx, ctx, input.planId)
  if (!opened) return refuse({ code: 'notFound' })
  const { plan, site, regulation, frame, open } = opened
  if (!may(ctx, 'plan.edit', subjectOf(territoryId, plan.siteId))) return refuse({ code: 'forbidden', permission: 'plan.edit' })
  const atWork = siteIsOpen(site.standing, ctx.today)
  if (!atWork.ok) return atWork
  if (open?.state !== 'draft') return refuse({ code: 'illegalMove', from: open?.state ?? 'approved', action: 'change' })
  if (open.editVersion !== input.base) return refuse({ code: 'changedMeanwhile' })

  const stored = await linesOf(tx, territoryId, open.id)
  const executed = new Set((await executionsOf(tx, territoryId, plan.id)).keys())
  const lines = mergeRows(input.rows, { stored, executed, knownKeys: await keysOf(tx, territoryId, plan.id), newKey: newId })
  const people = await candidatesOf(tx, territoryId, site.id, frame.year)
  const known = new Set([...people.map((person) => person.id), ...stored.flatMap((line) => line.personIds)])
  const broken = brokenLines(
    lines.filter(({ line }) => !executed.has(line.key)),
    frame,
    regulation,
    known,
  )
  if (broken.length > 0) return refuseAll(broken)

  await replaceLines(
    tx,
    territoryId,
    open.id,
    lines.map(({ line }) => line),
  )
  await tx
    .updateTable('planVersions')
    .set({ editVersion: open.editVersion + 1, ...(open.number > 1 && input.reason !== null ? { reason: input.reason } : {}) })
    .where('territoryId', '=', territoryId)
    .where('id', '=', open.id)
    .execute()
  const changes = compare(
    stored,
    lines.map(({ line }) => line),
  )
  const count = (kind: 'added' | 'removed' | 'changed') => changes.filter((change) => change.kind === kind).length
  const facts: Fact[] =
    changes.length === 0
      ? []
      : [
          {
            kind: 'plan.changed',
            subjectId: plan.id,
            siteId: plan.siteId,
            facts: {
              version: open.number,
              lines: lines.length,
              added: count('added'),
              removed: count('removed'),
              changed: count('changed'),
            },
          },
        ]
  return ok({ opened, lines, facts })
}
