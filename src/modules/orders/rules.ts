import { addMonths, longDate } from '../../kernel/dates.ts'
import type { RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { EffectKind } from '../../kit/order/effects.ts'
import type { AppendixContent, DraftPoint } from '../../kit/order/template.ts'
import type { OrderContent } from './model.ts'

/** Points are not nested deeper than «4.1.2». */
export const deepestLevel = 3

/** Numbers of points from their levels: 1, 2, 3, 4, 4.1, 4.2, 5. A level that skips one is read as the next possible. */
export function numberPoints(points: readonly { level: number }[]): string[] {
  const counters: number[] = []
  return points.map(({ level }) => {
    const depth = Math.min(Math.max(1, level), counters.length + 1, deepestLevel)
    counters.length = depth
    counters[depth - 1] = (counters[depth - 1] ?? 0) + 1
    return counters.join('.')
  })
}

/** The number as the office's journal writes it: `formatNumber('{n}-о', 37)` is «37-о». */
export const formatNumber = (format: string, number: number): string => format.replaceAll('{n}', String(number))

/** The next number of the journal: gapless when the product gives it, or the one the office has already given on paper. */
export function nextNumber(last: number, given: number | null): { number: number; last: number; givenBy: 'system' | 'office' } {
  const number = given ?? last + 1
  return { number, last: Math.max(last, number), givenBy: given === null ? 'system' : 'office' }
}

const at = (rule: RuleRefusal['rule'], field: string, params?: RuleRefusal['params']): RuleRefusal => ({
  code: 'rule',
  rule,
  field,
  ...(params === undefined ? {} : { params }),
})

/** What is impossible even in a draft: a period that ends before it begins. */
export function impossibleIn(points: readonly DraftPoint[]): RuleRefusal[] {
  return points.flatMap((point, index) =>
    point.startsOn !== null && point.dueOn !== null && point.dueOn < point.startsOn
      ? [at('order.dueBeforeStart', `points.${index}.dueOn`)]
      : [],
  )
}

/** The kind of change whose rows an appendix lists. */
export type AppendixNeeds = (content: AppendixContent) => EffectKind | undefined

/** What an order still lacks before it can go to the signatory, or be signed on the given day. */
export function missingIn(content: OrderContent, signingOn: Day, needs: AppendixNeeds): RuleRefusal[] {
  const { points } = content
  return [
    ...(content.title.trim() === '' ? [at('order.noTitle', 'title')] : []),
    ...(points.length === 0 ? [at('order.noPoints', 'points')] : []),
    ...(content.signatoryId === null ? [at('order.noSignatory', 'signatoryId')] : []),
    ...points.flatMap((point, index) => missingInPoint(point, index, signingOn)),
    ...impossibleIn(points),
    ...missingAppendices(content, needs),
  ]
}

function missingInPoint(point: DraftPoint, index: number, signingOn: Day): RuleRefusal[] {
  return [
    ...(point.text.trim() === '' ? [at('order.emptyPoint', `points.${index}.text`)] : []),
    ...(point.isTask && point.assigneeIds.length === 0 ? [at('order.noAssignee', `points.${index}.assigneeIds`)] : []),
    ...(point.dueOn !== null && point.dueOn < signingOn
      ? [at('order.dueBeforeSigning', `points.${index}.dueOn`, { day: longDate(signingOn) })]
      : []),
  ]
}

/** An appendix with nothing in it: the list of sites of an order that opens none. */
function missingAppendices({ points, appendices }: OrderContent, needs: AppendixNeeds): RuleRefusal[] {
  const kinds = new Set<string | undefined>(points.flatMap((point) => point.effects.map((effect) => effect.kind)))
  return appendices.flatMap(({ content, title }, index) =>
    kinds.has(needs(content)) ? [] : [at('order.emptyAppendix', `appendices.${index}.title`, { title })],
  )
}

/** Points that become tasks without a due day: allowed, but said before signing. */
export const isWithoutDue = (point: DraftPoint): boolean => point.isTask && point.dueOn === null

/** «Вступил в силу»: follows from the day of effect, no state. */
export const isInEffect = (order: { state: string; effectiveOn: Day | null }, today: Day): boolean =>
  order.state === 'signed' && order.effectiveOn !== null && order.effectiveOn <= today

/** A day of effect further off than this is a slip of the pen more often than meant: asked once more. */
const monthsAhead = 12
export const isFarOff = (effectiveOn: Day, today: Day): boolean => effectiveOn > addMonths(today, monthsAhead)
