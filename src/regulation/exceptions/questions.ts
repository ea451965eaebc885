import { themeKey } from '../../kernel/theme-key.ts'
import type { OrganisationKind } from '../dictionary.ts'
import { entryOf } from '../editor/entries.ts'
import type { Regulation } from '../schema.ts'
import type { Condition, Exception } from './schema.ts'

/** What is known of the case that a rule is asked about; what is left out meets no condition. */
export type CaseFacts = {
  readonly theme?: string | null
  readonly kinds?: readonly OrganisationKind[]
  readonly organisations?: number
}

/** The rules that are asked with what is known of the case, from the application to the order; of any other an exception would act nowhere. */
const withExceptions: readonly string[] = ['term', 'extension']
export const mayHaveExceptions = (key: string): boolean => withExceptions.includes(key)

function holds(when: Condition, { theme, kinds = [], organisations = 1 }: CaseFacts): boolean {
  if (when.kind === 'theme') return theme != null && themeKey(theme) === themeKey(when.theme)
  if (when.kind === 'joint') return organisations > 1
  return kinds.length > 0 && kinds.every((kind) => when.kinds.includes(kind))
}

/** The exception of several that hold at once: the only one, or the only one that goes before others; else none is chosen. */
function chosenOf(list: readonly Exception[]): Exception | null {
  const strongest = list.length > 1 ? list.filter(({ over }) => over) : list
  return strongest.length === 1 ? (strongest[0] ?? null) : null
}

/** The regulation as it is for a case: where an exception of a rule holds, its value stands in place of the general one. */
export function ruledFor(regulation: Regulation, facts: CaseFacts): Regulation {
  return Object.entries(regulation.exceptions).reduce((ruled, [key, list]) => {
    const chosen = chosenOf(list.filter(({ when }) => holds(when, facts)))
    const entry = entryOf(key)
    const read = chosen && entry?.schema.safeParse(chosen.value)
    return entry && read?.success ? entry.write(ruled, read.data) : ruled
  }, regulation)
}

/** Whether two exceptions may hold at once: different conditions may, equal ones where they share a theme or a kind. */
function mayMeet(one: Condition, other: Condition): boolean {
  if (one.kind === 'theme' && other.kind === 'theme') return themeKey(one.theme) === themeKey(other.theme)
  if (one.kind === 'organisation' && other.kind === 'organisation') return one.kinds.some((kind) => other.kinds.includes(kind))
  return true
}

/** Pairs of exceptions that may hold at once and of which none, or both, go before others: a contradiction. */
export const undecided = (list: readonly Exception[]): readonly (readonly [Exception, Exception])[] =>
  list.flatMap((one, index) =>
    list
      .slice(index + 1)
      .filter((other) => mayMeet(one.when, other.when) && one.over === other.over)
      .map((other) => [one, other] as const),
  )
