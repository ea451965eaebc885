import { mostToChoose } from '../../kernel/lists.ts'
import { academicYear, isPeriodKey, type PeriodKey } from '../../kernel/periods.ts'
import { type KindSort, type Knows, kindChoices } from '../../regulation/dictionary.ts'
import { idOf } from '../../web/address.ts'

export type Choice = {
  readonly value: string
  readonly label: string
  /** Chosen while nothing is asked for. */
  readonly usual?: boolean
}

/** A condition of a list: where it is asked, what may be chosen, what the address means. `Where` is what its choices are loaded from. */
export type Filter<Value, Where = unknown> = {
  /** A list to choose from, boxes to tick, links over the list; `named` is typed where there is no list to choose from. */
  readonly look: 'select' | 'boxes' | 'links' | 'named'
  readonly label: string
  /** The line that asks for nothing; none when something is always chosen. */
  readonly empty?: string
  readonly choices: readonly Choice[] | ((where: Where, typed: readonly string[]) => Promise<readonly Choice[]>)
  readonly read: (typed: readonly string[]) => Value
  /** How an address of earlier days named it. */
  readonly formerly?: { readonly name: string; readonly read: (typed: readonly string[]) => unknown }
  /** The value as it stands in the address. */
  readonly typed: (value: Value) => readonly string[]
}
// biome-ignore lint/suspicious/noExplicitAny: each filter of a list has a value of its own.
export type Filters<Where> = Readonly<Record<string, Filter<any, Where>>>
export type ValueOf<One> = One extends { readonly read: (typed: readonly string[]) => infer Value } ? Value : never

type Asked<Where> = Pick<Filter<unknown, Where>, 'label' | 'choices'> & {
  readonly empty?: string
  readonly look?: 'select' | 'links'
}
const typedOne = (value: string | null) => (value === null ? [] : [value])

type Words<Value extends string> = Readonly<Record<Value, string>> | ((value: Value) => string)
const said = <Value extends string>(words: Words<Value>, value: Value) =>
  typeof words === 'function' ? words(value) : words[value]

/** One of the values known, or none. */
export const oneKnown = <const Value extends string>(
  values: readonly Value[],
  words: Words<Value>,
  asked: Omit<Asked<unknown>, 'choices'>,
): Filter<Value | null> => ({
  look: 'select',
  ...asked,
  choices: values.map((value) => ({ value, label: said(words, value) })),
  read: ([typed]) => values.find((value) => value === typed) ?? null,
  typed: typedOne,
})

/** One of the values known; `usual` when none is asked for. */
export const alwaysOne = <const Value extends string>(
  values: readonly Value[],
  words: Words<Value>,
  { usual, ...asked }: { readonly label: string; readonly usual: Value; readonly look?: 'select' | 'links' },
): Filter<Value> => ({
  look: 'select',
  ...asked,
  choices: values.map((value) => ({ value, label: said(words, value), usual: value === usual })),
  read: ([typed]) => values.find((value) => value === typed) ?? usual,
  typed: (value) => (value === usual ? [] : [value]),
})

/** Any of a list that is loaded. */
export const anyText = <Where>(asked: Pick<Asked<Where>, 'label' | 'choices'>): Filter<readonly string[], Where> => ({
  look: 'boxes',
  ...asked,
  read: (typed) => {
    const { choices } = asked
    return typed.filter((one) => (typeof choices === 'function' ? one !== '' : choices.some(({ value }) => value === one)))
  },
  typed: (value) => value,
})

/** A kind of the dictionary of the territory. */
export const oneKind = (
  sort: KindSort,
  asked: { readonly label: string; readonly empty: string; readonly more?: readonly Choice[] },
) =>
  oneText<{ readonly ctx: { readonly territory: Knows } }>({
    ...asked,
    choices: async ({ ctx }) => [...kindChoices(ctx.territory, sort), ...(asked.more ?? [])],
  })

/** A text out of a list that is loaded. */
export const oneText = <Where>(asked: Asked<Where>): Filter<string | null, Where> => ({
  look: 'select',
  ...asked,
  read: ([typed]) => typed || null,
  typed: typedOne,
})

/** Something by its id, out of a list that is loaded. */
export const oneId = <Id extends string, Where>(asked: Asked<Where>): Filter<Id | null, Where> => ({
  ...oneText(asked),
  read: ([typed]) => idOf<Id>(typed),
})

/** Something by its id, out of a list that is loaded; where there are too many to choose from, by its name or a part of it. */
export const oneNamed = <Where>({ choices: all, ...asked }: Omit<Asked<Where>, 'look'>): Filter<string | null, Where> => ({
  ...oneText({
    ...asked,
    async choices(where: Where, typed) {
      const choices = typeof all === 'function' ? await all(where, typed) : all
      return choices.length > mostToChoose ? choices.filter(({ value }) => typed.includes(value)) : choices
    },
  }),
  look: 'named',
})

type Named = { readonly code: string; readonly name: string }
/** A territory out of those that have something. */
export const oneTerritory = <Where>(those: (where: Where) => Promise<readonly Named[]>): Filter<string | null, Where> =>
  oneNamed({
    label: 'Территория',
    empty: 'Все территории',
    choices: async (where) => (await those(where)).map(({ code, name }) => ({ value: code, label: name })),
  })

const years = /^(?:19|20|21)\d\d$/
/** A period out of those that have something; «year=2021» of an old address is the academic year that begins in it. */
export const onePeriod = <Where>(asked: Asked<Where>): Filter<PeriodKey | null, Where> => ({
  look: 'links',
  ...asked,
  read: ([typed]) => (typed !== undefined && isPeriodKey(typed) ? typed : null),
  formerly: { name: 'year', read: ([typed = '']) => (years.test(typed) ? academicYear(Number(typed)) : null) },
  typed: typedOne,
})

/** A year out of those that have something. */
export const oneYear = <Where>(asked: Asked<Where>): Filter<number | null, Where> => ({
  look: 'links',
  ...asked,
  read: ([typed]) => {
    const year = Number(typed)
    return Number.isInteger(year) && year >= 1990 && year <= 2200 ? year : null
  },
  typed: (value) => (value === null ? [] : [String(value)]),
})
