import { addDays, daysBetween } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { AssignmentLine } from './execution-queries.ts'

/** How an assignment stands for the one in control. */
export const controlStates = ['late', 'open', 'done', 'accepted', 'cancelled'] as const
export type ControlState = (typeof controlStates)[number]

/** What the one in control asks for; `due` is a day, the next days, or none given. */
export type ControlQuery = {
  readonly state: ControlState | null
  readonly person: string | null
  readonly due: string | null
}
export const near = 'near'
export const noDay = 'none'
const nearDays = 7

type Standing = Pick<AssignmentLine, 'state' | 'isOverdue'>
type Dated = Pick<AssignmentLine, 'dueOn' | 'doneOn'>
type Asked = Standing & Dated & Pick<AssignmentLine, 'personId' | 'pointNumber'>

export const standingOf = ({ state, isOverdue }: Standing): ControlState => (isOverdue ? 'late' : state)

/** By how many days it was reported after its last day; 0 when in time. */
export const daysLate = ({ dueOn, doneOn }: Dated): number =>
  dueOn === null || doneOn === null ? 0 : Math.max(0, daysBetween(dueOn, doneOn))

/** How a whole point stands: what is worst of its assignments; null when it is nobody's. */
export function standingOfPoint(lines: readonly Standing[]): ControlState | null {
  const standing = new Set(lines.map(standingOf))
  if (standing.size > 1) standing.delete('cancelled')
  return controlStates.find((state) => standing.has(state)) ?? null
}

function isAskedFor(line: Asked, { state, person, due }: ControlQuery, today: Day): boolean {
  if (state !== null && standingOf(line) !== state && !(state === 'open' && line.isOverdue)) return false
  if (person !== null && line.personId !== person) return false
  if (due === null) return true
  if (due === noDay) return line.dueOn === null
  return due === near ? isNear(line.dueOn, today) : line.dueOn === due
}
const isNear = (day: Day | null, today: Day) => day !== null && day >= today && day <= addDays(today, nearDays)

export type PointLine<Point, Line> = { readonly point: Point; readonly line: Line | null }

/**
 * The assignments asked for, under their points. A point of nobody stands alone; when something is asked for, only over its own
 * sub-points, whose sentence it begins.
 */
export function pointLines<Point extends { readonly number: string }, Line extends Asked>(
  points: readonly Point[],
  lines: readonly Line[],
  query: ControlQuery,
  today: Day,
): PointLine<Point, Line>[] {
  const isAsked = query.state !== null || query.person !== null || query.due !== null
  const kept = lines.filter((line) => isAskedFor(line, query, today))
  return points.flatMap((point): PointLine<Point, Line>[] => {
    const own = kept.filter((line) => line.pointNumber === point.number)
    if (own.length > 0) return own.map((line) => ({ point, line }))
    const begins = kept.some((line) => line.pointNumber.startsWith(`${point.number}.`))
    const isNobodys = lines.every((line) => line.pointNumber !== point.number)
    return isNobodys && (begins || !isAsked) ? [{ point, line: null }] : []
  })
}
