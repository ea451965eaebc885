import { dayBefore, earlier, later, shortDate } from '../../kernel/dates.ts'
import { type Division, type NamedPeriod, periodAfter, periodAt, periodName, workingPeriod } from '../../kernel/periods.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, Period, PersonId } from '../../kernel/types.ts'
import { ownMissing } from '../../regulation/fields.ts'
import type { PlanMeaning } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { termBasis } from '../../regulation/status/questions.ts'
import { changeNeedsReason, onlyRemote, ownPlanColumns, planClause, planColumn } from '../../regulation/work/questions.ts'
import type { Execution, Line, PlanFrame, PlanState, ShownState } from './model.ts'

export const mostLines = 200

/** A line and the row of the person's table it was typed in, so that a refusal finds its field. */
export type TypedLine = { readonly line: Line; readonly row: number }

const at = (row: number, field: string) => `lines.${row}.${field}`

/** First and last day a line may have. Null when the site does not work at all in that period. */
export function bounds({ period, term }: PlanFrame): Period | null {
  const from = later(term.from, period.from)
  const to = term.to === null || period.to === null ? (term.to ?? period.to) : earlier(term.to, period.to)
  return to === null || from <= to ? { from, to } : null
}

/** The periods a plan may be begun for: the one people work for, the next and the one before, as far as the status covers them. */
export function periodsToPlan(division: Division, term: Period, today: Day): NamedPeriod[] {
  const now = workingPeriod(division, today, term)
  const all = [now, periodAfter(now, division), periodAt(division, dayBefore(now.from), term)].filter((one) => one !== null)
  const known = [...new Map(all.map((period) => [period.key, period])).values()]
  return known.filter((period) => bounds({ period, term }) !== null)
}

/** A draft that was sent back is a returned plan, not a draft nobody has seen. */
export const shownState = (state: PlanState, wentBack: boolean): ShownState =>
  state === 'draft' && wentBack ? 'returned' : state

/** A plan is wanted by the first day on which the site works in its period. */
export const planDueOn = ({ from }: Period, siteStartsOn: Day): Day => later(from, siteStartsOn)

/** What a draft may not even be saved with: dates the year or the term forbid, words the regulation does not know, strangers. */
export function brokenLines(
  lines: readonly TypedLine[],
  frame: PlanFrame,
  regulation: Regulation,
  knownPeople: ReadonlySet<string>,
): RuleRefusal[] {
  if (lines.length > mostLines) return [no('plan.tooManyLines', { params: { most: mostLines } })]
  return lines.flatMap(({ line, row }) => [
    ...wrongDates(line, row, frame, regulation),
    ...wrongWords(line, row, regulation),
    ...(line.personIds.every((id) => knownPeople.has(id)) ? [] : [no('plan.unknownPerson', { field: at(row, 'people.0') })]),
  ])
}

function wrongDates({ startsOn, endsOn }: Line, row: number, frame: PlanFrame, regulation: Regulation): RuleRefusal[] {
  const { period, term } = frame
  const refusals: RuleRefusal[] = []
  for (const [field, day] of [
    ['startsOn', startsOn],
    ['endsOn', endsOn],
  ] as const) {
    // A single day is refused once, at its beginning.
    if (day === null || (field === 'endsOn' && endsOn === startsOn)) continue
    if (isOutside(day, period)) refusals.push(no('plan.outsidePeriod', { field: at(row, field), params: bordersOf(period) }))
    else if (day < term.from)
      refusals.push(
        no('plan.beforeTerm', {
          field: at(row, field),
          clause: termClause(regulation),
          params: { from: shortDate(term.from) },
        }),
      )
    else if (term.to !== null && day > term.to)
      refusals.push(
        no('plan.afterTerm', { field: at(row, field), clause: termClause(regulation), params: { to: shortDate(term.to) } }),
      )
  }
  if (startsOn !== null && endsOn !== null && startsOn > endsOn)
    refusals.push(no('plan.endsBeforeStart', { field: at(row, 'endsOn'), params: { from: shortDate(startsOn) } }))
  return refusals
}

const isOutside = (day: Day, { from, to }: Period) => day < from || (to !== null && day > to)
const bordersOf = ({ key, from, to }: NamedPeriod) => ({
  period: periodName(key),
  from: shortDate(from),
  to: to === null ? '' : shortDate(to),
})

const termClause = (regulation: Regulation): string | undefined => termBasis(regulation)?.clause

function wrongWords({ form, direction }: Line, row: number, regulation: Regulation): RuleRefusal[] {
  const { forms, directions } = regulation
  const refusals: RuleRefusal[] = []
  if (form !== null && !forms.catalogue.some((one) => one.code === form))
    refusals.push(no('plan.unknownForm', { field: at(row, 'form'), clause: forms.clause[0] }))
  const remote = onlyRemote(regulation, form)
  if (!remote.ok)
    refusals.push(
      no('plan.onlyRemote', { field: at(row, 'form'), clause: remote.basis?.clause, params: { reason: remote.reason } }),
    )
  if (direction !== null && !directions?.list.some((one) => one.code === direction))
    refusals.push(no('plan.unknownDirection', { field: at(row, 'direction'), clause: directions?.clause[0] }))
  return refusals
}

/** What a plan still lacks before it can be sent on. Lines that were held or cancelled are not asked again. */
export function missingForSubmission(
  lines: readonly TypedLine[],
  given: { executed: ReadonlySet<string>; regulation: Regulation; needsReason: boolean; reason: string | null },
): RuleRefusal[] {
  const { executed, regulation, needsReason, reason } = given
  const refusals: RuleRefusal[] = []
  if (lines.length === 0) refusals.push(no('plan.noLines', { clause: planClause(regulation) ?? undefined }))
  if (needsReason) refusals.push(...whyChange(regulation, reason))
  const undone = lines.filter(({ line }) => !executed.has(line.key))
  return [...refusals, ...undone.flatMap((typed) => missingInLine(typed, regulation))]
}

/** What the columns of this plan want in a line; what it has no column for is never missing. */
function missingInLine({ line, row }: TypedLine, regulation: Regulation): RuleRefusal[] {
  const lacks = (is: boolean, rule: `plan.${string}`, field: string, ...kinds: PlanMeaning[]) => {
    const column = is ? planColumn(regulation, ...kinds) : null
    return column?.required ? [no(rule, { field: at(row, field), clause: column.clause[0] })] : []
  }
  return [
    ...lacks(line.activity === '', 'plan.needsActivity', 'activity', 'activity', 'activityAndForm'),
    ...lacks(line.form === null, 'plan.needsForm', 'form', 'form', 'activityAndForm'),
    ...lacks(line.startsOn === null, 'plan.needsStart', 'startsOn', 'dates'),
    ...lacks(line.endsOn === null, 'plan.needsEnd', 'endsOn', 'dates'),
    ...lacks(line.personIds.length === 0, 'plan.needsPerson', 'people.0', 'responsible'),
    ...ownMissing(ownPlanColumns(regulation), line.own, at(row, '')),
  ]
}

/** One person who answers for two activities of one and the same day. */
export type SameDay = { readonly day: Day; readonly personId: PersonId; readonly activities: readonly string[] }

/** Who would have to be in two places: asked about before a plan is sent, since it may be meant so. Longer activities leave room for others. */
export function sameDays(lines: readonly Line[]): SameDay[] {
  const ofOneDay = lines.flatMap(({ startsOn, endsOn, personIds, activity }) =>
    startsOn !== null && startsOn === endsOn
      ? [...new Set(personIds)].map((personId) => ({ day: startsOn, personId, activity }))
      : [],
  )
  const together = Map.groupBy(ofOneDay, ({ day, personId }) => `${day} ${personId}`)
  return [...together.values()].flatMap((found) => {
    const [first, second] = found
    return first && second
      ? [{ day: first.day, personId: first.personId, activities: found.map(({ activity }) => activity) }]
      : []
  })
}

/** Whether a row of the table says nothing. Such rows are dropped. A direction alone is what the row began with. */
export const isEmptyLine = (line: Pick<Line, 'activity' | 'form' | 'startsOn' | 'endsOn' | 'personIds' | 'own'>): boolean =>
  line.activity === '' &&
  line.form === null &&
  line.startsOn === null &&
  line.endsOn === null &&
  line.personIds.length === 0 &&
  Object.keys(line.own).length === 0

/** What is wrong with a report on a line. */
export function wrongExecution(given: Omit<Execution, 'editVersion' | 'cameFrom'>, frame: PlanFrame, today: Day): RuleRefusal[] {
  if (given.outcome === 'cancelled') return given.note === null ? [no('plan.cancelledNeedsNote', { field: 'note' })] : []
  const { heldOn, peopleCount } = given
  const refusals: RuleRefusal[] = []
  if (heldOn === null) refusals.push(no('plan.needsHeldOn', { field: 'heldOn' }))
  else if (heldOn > today) refusals.push(no('plan.heldInFuture', { field: 'heldOn', params: { today: shortDate(today) } }))
  else if (isOutside(heldOn, frame.period))
    refusals.push(no('plan.heldOutsidePeriod', { field: 'heldOn', params: bordersOf(frame.period) }))
  else if (frame.term.to !== null && heldOn > frame.term.to)
    refusals.push(no('plan.heldAfterEnd', { field: 'heldOn', params: { to: shortDate(frame.term.to) } }))
  if (peopleCount !== null && (peopleCount < 0 || peopleCount > 100_000))
    refusals.push(no('plan.wrongPeopleCount', { field: 'peopleCount' }))
  return refusals
}

/** An approved plan is changed with a reason where the paper asks for one. */
export function whyChange(regulation: Regulation, reason: string | null): RuleRefusal[] {
  const { value, basis } = changeNeedsReason(regulation)
  return !value || reason?.trim() ? [] : [no('plan.needsReason', { field: 'reason', clause: basis?.clause })]
}

/** What stands alone is not given up: without it there would be no plan. */
export const onlyNewVersions = (hasApproved: boolean): RuleRefusal[] => (hasApproved ? [] : [no('plan.nothingToDrop')])
