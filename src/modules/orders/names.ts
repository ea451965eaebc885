import { shortDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { PersonName } from '../people/model.ts'
import { type ActKind, actNames } from './model.ts'

const nbsp = '\u00a0'
const initial = (name: string | null) => (name ? `${name.charAt(0)}.` : null)
const initials = ({ givenName, patronymic }: PersonName) =>
  [initial(givenName), initial(patronymic)].filter((part) => part !== null).join(nbsp)

/** «Н. А. Снигур» — under a signature. */
export const signatureName = (name: PersonName): string => `${initials(name)}${nbsp}${name.familyName}`

/** «приказ от 28.01.2021 № 33» */
export const orderLabel = (order: { kind: ActKind; signedOn: Day | null; numberText: string | null }): string =>
  order.signedOn && order.numberText
    ? `${actNames[order.kind]} от ${shortDate(order.signedOn)} № ${order.numberText}`
    : `проект: ${actNames[order.kind]}`
