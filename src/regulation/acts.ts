import { shortDate } from '../kernel/dates.ts'
import type { Day } from '../kernel/types.ts'

/** Приказ or распоряжение. */
export type ActKind = 'order' | 'directive'

export const actNames: Readonly<Record<ActKind, string>> = { order: 'приказ', directive: 'распоряжение' }

const bare = (number: string) => number.replace(/^№\s*/, '')

/** «приказ от 28.01.2021 № 33» */
export const orderLabel = (order: { kind: ActKind; signedOn: Day | null; numberText: string | null }): string =>
  order.signedOn && order.numberText
    ? `${actNames[order.kind]} от ${shortDate(order.signedOn)} № ${bare(order.numberText)}`
    : `проект: ${actNames[order.kind]}`

/** «Приказ № 37-о» */
export const numberedAct = (kind: ActKind, number: string): string =>
  `${kind === 'order' ? 'Приказ' : 'Распоряжение'} №\u00a0${bare(number)}`
