import { shortDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type ActKind, actNames } from './model.ts'

/** «приказ от 28.01.2021 № 33» */
export const orderLabel = (order: { kind: ActKind; signedOn: Day | null; numberText: string | null }): string =>
  order.signedOn && order.numberText
    ? `${actNames[order.kind]} от ${shortDate(order.signedOn)} № ${order.numberText}`
    : `проект: ${actNames[order.kind]}`
