import { z } from 'zod'
import { longDate, shortDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import { partOf } from '../../kernel/records.ts'
import type { Day } from '../../kernel/types.ts'
import { asked, dayAsked, pageOf } from '../../web/address.ts'
import type { Filters } from './filters.ts'
import { placeIn } from './keys.ts'
import type { FoundPage } from './rows.ts'
import type { Address, Nouns, Query } from './spec.ts'

/** One parameter that may stand several times. */
const several = z.preprocess(
  (value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(200)).max(20).optional().catch(undefined),
)

/** A place holds names whole. */
const place = z.string().max(6000).optional().catch(undefined)

type Conditions = {
  readonly filters?: Filters<never>
  readonly sorts?: readonly string[]
  readonly asOf?: object
  readonly search?: string
}

/** What an address of the list may hold. It is never refused; what cannot be read falls back to the usual. */
export function addressOf({ filters = {} }: Conditions): z.ZodType<Address> {
  const own = Object.entries(filters).flatMap(([name, { look, formerly }]) => [
    [name, look === 'boxes' ? several : asked] as const,
    ...(formerly ? [[formerly.name, asked] as const] : []),
  ])
  const paged = { page: asked, after: place, before: place }
  return z.object({ q: asked, date: asked, sort: asked, down: asked, ...paged, print: asked, ...Object.fromEntries(own) })
}

const one = (value: Address[string]): string | undefined => (typeof value === 'string' ? value : value?.[0])
const typedOf = (value: Address[string]): readonly string[] => (value === undefined ? [] : [value].flat())

/** Reads an address as a question. `usualOn` is the day it is asked for when the address names none. */
export function queryOf<Q extends Query<object, string, Day | null>>(
  { filters = {}, sorts = [], asOf, search }: Conditions,
  address: Address,
  usualOn: Day | null,
): Q {
  const own = Object.entries(filters).map(([name, { read, formerly }]) => {
    const former = formerly && address[name] === undefined ? formerly.read(typedOf(address[formerly.name])) : null
    return [name, former ?? read(typedOf(address[name]))] as const
  })
  const date = one(address.date)
  return {
    on: asOf && date ? dayAsked(date, usualOn ?? '').on || usualOn : usualOn,
    q: (search !== undefined && one(address.q)) || null,
    sort: sorts.find((sort) => sort === address.sort) ?? sorts[0] ?? '',
    down: address.down === 'yes',
    page: pageOf(one(address.page)),
    after: placeIn(one(address.after)),
    before: placeIn(one(address.before)),
    print: address.print === 'yes',
    ...Object.fromEntries(own),
  } as unknown as Q
}

/** A chosen condition and the address without it. */
export type Tag = { readonly label: string; readonly without: string }

type Chosen = {
  readonly query: Query<object, string, Day | null>
  readonly usualOn: Day | null
  readonly choices: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>
  readonly href: (change: Address) => string
}

/** The conditions that are set, each with the way to take it away. Links over the list show themselves what is chosen. */
export function tagsOf({ filters = {} }: Conditions, { query, usualOn, choices, href }: Chosen): Tag[] {
  const words = (name: string, value: string) => choices[name]?.find((choice) => choice.value === value)?.label ?? value
  const own = Object.entries(filters as Filters<never>)
    .filter(([, { look }]) => look !== 'links')
    .flatMap(([name, filter]) => {
      const typed = filter.typed(partOf(query, name))
      return typed.map((value) => ({
        label: words(name, value),
        without: href({ [name]: typed.filter((other) => other !== value) }),
      }))
    })
  return [
    ...(query.on === usualOn || query.on === null
      ? []
      : [{ label: `на ${shortDate(query.on)}`, without: href({ date: undefined }) }]),
    ...own,
    ...(query.q === null ? [] : [{ label: `«${query.q}»`, without: href({ q: undefined }) }]),
  ]
}

/** Whether any condition is set, those shown as links too. */
export const isAsked = (conditions: Conditions, chosen: Chosen): boolean =>
  tagsOf(conditions, chosen).length > 0 ||
  Object.entries((conditions.filters ?? {}) as Filters<never>).some(
    ([name, { look, typed }]) => look === 'links' && typed(partOf(chosen.query, name)).length > 0,
  )

/** «26 человек на 28 января 2022 г.», «более 10 000 записей» */
export function foundWords(
  nouns: Nouns,
  { total, isMore }: Pick<FoundPage<unknown>, 'total' | 'isMore'>,
  on: Day | null | undefined,
): string {
  const count = isMore ? `более ${total.toLocaleString('ru-RU')} ${nouns[2]}` : counted(total, ...nouns)
  if (on === undefined) return count
  return `${count} ${on === null ? 'на сегодня' : `на ${longDate(on)}`}`
}
