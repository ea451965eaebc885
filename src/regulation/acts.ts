import { shortDate } from '../kernel/dates.ts'
import { masculine, type Noun, neuter } from '../kernel/noun.ts'
import type { Day } from '../kernel/types.ts'

/** By what acts offices decide, as regulations and the facts of a territory name them; these words stand nowhere else in the program. */
export const actNames = { order: 'приказ', directive: 'распоряжение', resolution: 'постановление' } as const
export type ActKind = keyof typeof actNames
export type ActName = (typeof actNames)[ActKind]

const acts: Readonly<Record<ActKind, Noun>> = {
  order: masculine(actNames.order),
  directive: neuter(actNames.directive),
  resolution: neuter(actNames.resolution),
}

/** What is said where acts of several kinds are meant, or of any. */
export const anyAct = masculine('документ')

/** «приказ, распоряжение или постановление», for whoever does not know yet what such papers are called. */
export const actsByName = 'приказ, распоряжение или постановление'

const kindByName = { [actNames.order]: 'order', [actNames.directive]: 'directive', [actNames.resolution]: 'resolution' } as const
/** The kind of act that a regulation means by its name. */
export const actNamed = (name: ActName): ActKind => kindByName[name]

/** Of which act: its kind, an order, or the territory of a page. */
export type OfAct =
  | ActKind
  | null
  | undefined
  | { readonly kind: ActKind }
  | { readonly territory: { readonly actKind: ActKind | null } }

/** The words of an act: `act(ctx).genitive`. Where the territory has acts of several kinds, the word that means any. */
export function act(of: OfAct): Noun {
  if (of == null) return anyAct
  // What a notice or a fact keeps is read as it was written, whatever it was.
  if (typeof of === 'string') return Object.hasOwn(acts, of) ? acts[of] : anyAct
  return 'kind' in of ? acts[of.kind] : act(of.territory.actKind)
}

/** «приказом от 28.01.2021 № 33», of a label that begins with the act. */
export function byLabel(label: string): string {
  const of = Object.values(acts).find(({ nominative }) => label.startsWith(nominative))
  return of ? of.instrumental + label.slice(of.nominative.length) : label
}

const bare = (number: string) => number.replace(/^№\s*/, '')

/** «приказ от 28.01.2021 № 33» */
export const orderLabel = (order: { kind: ActKind; signedOn: Day | null; numberText: string | null }): string =>
  order.signedOn && order.numberText
    ? `${act(order).nominative} от ${shortDate(order.signedOn)} № ${bare(order.numberText)}`
    : `проект: ${act(order).nominative}`

/** «Приказ № 37-о» */
export const numberedAct = (kind: ActKind, number: string): string => `${act(kind).title} №\u00a0${bare(number)}`
