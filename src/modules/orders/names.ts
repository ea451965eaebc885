import { longDate, shortDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type ActKind, actNames } from './model.ts'

export type FullName = { readonly familyName: string; readonly givenName: string; readonly patronymic: string | null }

const nbsp = '\u00a0'
const initial = (name: string | null) => (name ? `${name.charAt(0)}.` : null)
const initials = ({ givenName, patronymic }: FullName) =>
  [initial(givenName), initial(patronymic)].filter((part) => part !== null).join(nbsp)

/** «Снигур Н. А.» */
export const nameWithInitials = (name: FullName): string => `${name.familyName}${nbsp}${initials(name)}`

/** «Н. А. Снигур» — under a signature. */
export const signatureName = (name: FullName): string => `${initials(name)}${nbsp}${name.familyName}`

/** «приказ от 28.01.2021 № 33» */
export const orderLabel = (order: { kind: ActKind; signedOn: Day | null; numberText: string | null }): string =>
  order.signedOn && order.numberText
    ? `${actNames[order.kind]} от ${shortDate(order.signedOn)} № ${order.numberText}`
    : `проект: ${actNames[order.kind]}`

/** «28 января 2021 г. № 33» — the heading of a line in a list. */
export const orderHeading = (order: { signedOn: Day; numberText: string }): string =>
  `${longDate(order.signedOn)} № ${order.numberText}`
