import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addMonths, daysBetween } from '../../kernel/dates.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { Day, FileId, Period, PersonId, PlanId, SiteId } from '../../kernel/types.ts'
import { namedOn } from '../organisations/name-queries.ts'
import { initialsOf, namesOf } from '../people/name-queries.ts'
import { stepNow } from '../procedures/model.ts'
import { type SaidVoice, voicesOf } from '../procedures/procedure-queries.ts'
import { permissionOf } from '../sites/decider-queries.ts'
import { siteIsNotSuspended } from '../sites/standing-rules.ts'
import { plans } from './case.ts'
import { passPlan } from './deeds/decide.ts'
import type { Execution, Line, LineState, PlanVersion } from './model.ts'
import { executionsOf, linesOf, type OpenPlan } from './store.ts'

/** From how many days before its beginning a line counts as near. */
const soonDays = 14

type Dated = Pick<Line, 'startsOn' | 'endsOn'>

/** How a line stands on a day. A line without dates is only ahead. */
export function lineState({ startsOn, endsOn }: Dated, execution: Pick<Execution, 'outcome'> | null, today: Day): LineState {
  if (execution !== null) return execution.outcome
  if (startsOn === null || endsOn === null) return 'ahead'
  if (endsOn < today) return 'overdue'
  return daysBetween(today, startsOn) <= soonDays ? 'soon' : 'ahead'
}

/** How many lines stand how. */
export type Tally = Readonly<Record<LineState, number>> & { readonly total: number }

export function tally(lines: readonly (Dated & { readonly execution: Pick<Execution, 'outcome'> | null })[], today: Day): Tally {
  const counts = { held: 0, cancelled: 0, overdue: 0, soon: 0, ahead: 0, total: lines.length }
  for (const line of lines) counts[lineState(line, line.execution, today)]++
  return counts
}

/** A month of a period: how many lines begin in it and what came of them. */
export type MonthOfPlan = {
  readonly month: number
  readonly planned: number
  readonly held: number
  readonly cancelled: number
  readonly overdue: number
}

/** Plan against fact by the months of a period, a year of them at most. A line belongs to the month it begins in, whenever it was held. */
export function planFactByMonth(
  lines: readonly (Dated & { readonly execution: Pick<Execution, 'outcome'> | null })[],
  { from, to }: Period,
  today: Day,
): MonthOfPlan[] {
  const all = Array.from({ length: 12 }, (_, index) => addMonths(`${from.slice(0, 7)}-01`, index))
  const within = all.filter((first) => to === null || first <= to)
  return within.map((first) => {
    const month = Number(first.slice(5, 7))
    const own = lines.filter((line) => line.startsOn !== null && Number(line.startsOn.slice(5, 7)) === month)
    const { held, cancelled, overdue } = tally(own, today)
    return { month, planned: own.length, held, cancelled, overdue }
  })
}

export type SheetLine = { readonly line: Line; readonly execution: Execution | null; readonly state: LineState }

/** Everything a page or a paper shows of one version of a plan to one person. */
export type PlanSheet = OpenPlan & {
  /** The version shown. Null: none that this person may see. */
  readonly version: PlanVersion | null
  /** Versions this person may see, newest first. */
  readonly visible: readonly PlanVersion[]
  readonly lines: readonly SheetLine[]
  readonly tally: Tally
  /** What was said of its versions, first to last. */
  readonly voices: readonly SaidVoice[]
  readonly nameOf: (id: PersonId) => string
  /** Whether this person may report on its lines. */
  readonly mayExecute: boolean
}

/** Reads a plan for showing. Without a number: the version waiting for this person's decision, else the one in force, else the newest. */
export async function planSheet(tx: Tx, ctx: Ctx, opened: OpenPlan, number: number | null = null): Promise<PlanSheet | null> {
  const { open, approved, versions, regulation, procedure } = opened
  const step = stepNow(procedure)
  const maySee = plans.may(ctx, 'plan.viewDraft', opened) || (step && plans.may(ctx, permissionOf(regulation, step.by), opened))
  const visible = versions.filter(({ state }) => maySee || state === 'approved' || state === 'superseded')
  const usual = passPlan.offered(ctx, opened) ? open : (approved ?? visible[0] ?? null)
  const version = number === null ? usual : (visible.find((one) => one.number === number) ?? null)
  if (number !== null && version === null) return null
  const [lines, voices] = await Promise.all([
    version ? sheetLines(tx, ctx, opened, version) : [],
    voicesOf(tx, ctx, opened.plan.id),
  ])
  return {
    ...opened,
    version,
    visible,
    lines,
    tally: tally(
      lines.map(({ line, execution }) => ({ ...line, execution })),
      ctx.today,
    ),
    voices,
    nameOf: await namesOfLines(tx, ctx, lines),
    mayExecute: siteIsNotSuspended(opened.site.standing, ctx.today).ok && plans.may(ctx, 'plan.execute', opened),
  }
}

async function sheetLines(tx: Tx, ctx: Ctx, { plan }: OpenPlan, version: PlanVersion): Promise<SheetLine[]> {
  const [executions, lines] = await Promise.all([
    executionsOf(tx, ctx.territory.id, plan.id),
    linesOf(tx, ctx.territory.id, version.id),
  ])
  return lines.map((line) => {
    const execution = executions.get(line.key) ?? null
    return { line, execution, state: lineState(line, execution, ctx.today) }
  })
}

/** Names of everybody these lines mention. */
export function namesOfLines(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  lines: readonly { readonly line: Pick<Line, 'personIds'> }[],
  on: Day | null = null,
): Promise<(id: PersonId) => string> {
  const people = lines.flatMap(({ line }) => line.personIds)
  return initialsOf(tx, ctx, people, on)
}

/** A plan in force as its paper names people and organisations: by the names of the day on which it was approved. */
export async function asOnItsDay(tx: Tx, ctx: Pick<Ctx, 'territory'>, sheet: PlanSheet): Promise<PlanSheet> {
  const on = sheet.version?.approvedOn ?? null
  if (on === null) return sheet
  const [nameOf, organisations] = await Promise.all([
    namesOfLines(tx, ctx, sheet.lines, on),
    namedOn(tx, ctx, sheet.site.organisations, on),
  ])
  return { ...sheet, nameOf, site: { ...sheet.site, organisations } }
}

export type ExecutionFile = { readonly id: FileId; readonly name: string; readonly size: number }

/** Files of a report on a line. */
export function filesOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, planId: PlanId, lineKey: string): Promise<ExecutionFile[]> {
  return tx
    .selectFrom('executionFiles as e')
    .innerJoin('files as f', (join) => join.onRef('f.territoryId', '=', 'e.territoryId').onRef('f.id', '=', 'e.fileId'))
    .select(['f.id', 'f.name', 'f.size'])
    .where((is) => is.and({ 'e.territoryId': ctx.territory.id, 'e.planId': planId, 'e.lineKey': lineKey }))
    .orderBy('f.id')
    .execute()
}

/** The head of the site on a day, as the signature of the plan names them. */
export async function headOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, siteId: SiteId, on: Day): Promise<NameParts | null> {
  const row = await tx
    .selectFrom('appointments as a')
    .select('a.personId')
    .where((is) => is.and({ 'a.territoryId': ctx.territory.id, 'a.siteId': siteId, 'a.kind': 'head' }))
    .where('a.startsOn', '<=', on)
    .where((or) => or.or([or('a.endsOn', 'is', null), or('a.endsOn', '>=', on)]))
    .executeTakeFirst()
  return row ? ((await namesOf(tx, ctx, [row.personId], on)).get(row.personId) ?? null) : null
}
