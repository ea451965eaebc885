import type { RuleRefusal } from '../../kernel/result.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { lineAfterLine } from '../../kit/order/lines.ts'
import type { Registers } from '../../kit/order/registers.ts'
import type { AppendixPlan } from '../../kit/order/template.ts'
import { contradiction, together, unsaidIn, type Wording } from '../../kit/order/wording.ts'
import { allKits, appendixNeeds } from './effects/kits.ts'
import type { OrderContent, OrderPoint } from './model.ts'

/** The text that the changes of a point make from their fields, kind after kind; empty where it changes nothing. */
export function wordingOf(effects: readonly Effect[], registers: Registers, appendices: readonly AppendixPlan[]): Wording {
  const listed = new Set(appendices.map(({ content }) => appendixNeeds(content)))
  return together(
    allKits().flatMap((kit) => {
      const alike = effects.filter(({ kind }) => kind === kit.kind)
      const ofLines = lineAfterLine(registers, alike, (effect) => effect)
      return ofLines.map((line) => kit.says(line.ones, line.registers, listed.has(kit.kind)))
    }),
  )
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * The texts of the points of a draft. Where a point changes something and nobody has written its text, or the text is still the one its
 * changes made before, it is made from the fields as they are now: paper and registers cannot part.
 */
export function worded<Point extends OrderContent['points'][number]>(
  points: readonly Point[],
  made: readonly string[],
  madeBefore: readonly string[],
): Point[] {
  const before = new Set(madeBefore.map(plain))
  return points.map((point, index) => {
    const text = made[index] ?? ''
    const isByHand = plain(point.text) !== '' && !before.has(plain(point.text))
    return { ...point, text: text === '' || isByHand ? point.text : text, madeText: text || null }
  })
}

/** What was written by hand over a point that changes something, beside the text its fields make. */
export type ByHand = {
  readonly made: string
  /** Words of the changes that the text does not say. */
  readonly unsaid: readonly string[]
  readonly contradiction: ReturnType<typeof contradiction>
}

/** Null: the point changes nothing, or its text is the one its changes make. */
export function byHand(
  { text, effects }: Pick<OrderPoint, 'text' | 'effects'>,
  registers: Registers,
  appendices: readonly AppendixPlan[],
): ByHand | null {
  if (effects.length === 0 || plain(text) === '') return null
  const wording = wordingOf(effects, registers, appendices)
  if (plain(text) === plain(wording.text)) return null
  return { made: wording.text, unsaid: unsaidIn(text, wording), contradiction: contradiction(text, wording) }
}

/** Points whose text sets another day or hour than their changes: such an order cannot be signed. */
export const contradictions = (
  points: readonly OrderPoint[],
  registers: Registers,
  appendices: readonly AppendixPlan[],
): RuleRefusal[] =>
  points.flatMap((point, index) => {
    const found = byHand(point, registers, appendices)?.contradiction
    if (!found) return []
    return [
      { code: 'rule', rule: 'order.textSaysOther', field: `points.${index}.text`, params: { ...found, point: point.number } },
    ]
  })
