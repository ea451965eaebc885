import type { Permission } from '../authz/policy.ts'
import { installedTable } from '../kernel/installed.ts'
import type { Noun } from '../kernel/noun.ts'
import { keysOf } from '../kernel/records.ts'
import type { SiteId } from '../kernel/types.ts'
import { act, type OfAct } from '../regulation/acts.ts'

export type Value = string | number | boolean | null | readonly string[]
/** What a fact says beside its subject: what a reader of history needs to know in five years. */
export type Said = Readonly<Record<string, Value>>
export type NothingMore = Readonly<Record<string, never>>

/** Every kind of thing that history can tell, past tense, with what it says; a module merges in its own. */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge theirs into it
export interface Facts {}
export type FactKind = keyof Facts

/** One thing that happened, and to whom or what. */
export type Fact<Kind extends FactKind = FactKind> = {
  [One in Kind]: {
    readonly kind: One
    readonly subjectId: string
    readonly siteId?: SiteId | null
  } & (NothingMore extends Facts[One] ? { readonly facts?: Facts[One] } : { readonly facts: Facts[One] })
}[Kind]

/** A fact as it was kept. What was written long ago may say less than is written today. */
export type Kept = {
  readonly kind: FactKind
  readonly subjectId: string
  readonly siteId: string | null
  readonly facts: Said
}

/** The choices of the page of history. */
export const groups = [
  'orders',
  'applications',
  'sites',
  'plans',
  'reports',
  'people',
  'organisations',
  'regulation',
  'other',
] as const
export type Group = (typeof groups)[number]

/** What facts about one thing have in common. */
export type About = {
  readonly group?: Group
  /** Where they lead; null where there is no such page. */
  readonly href?: (to: { territory: string }, fact: Kept) => string | null
  /** The table their subject may since have been thrown away from. */
  readonly keptIn?: string
  /** Facts of an older time were about a row of this table, whose column names the thing: they lead to it too. */
  readonly onceOf?: { readonly table: string; readonly column: string }
  /** Who may read of it, where the right to history is not enough. */
  readonly sees?: Permission
}

/** The territory's own word for an appointment; null when it has none. */
export type RoleWord = (kind: string) => string | null

/** How one kind is told: what happened, and a sentence more. */
export interface Told<Own = Said> extends About {
  readonly title: string | ((act: Noun) => string)
  more?(said: Readonly<Partial<Own>>, word: RoleWord, act: Noun): string | null
  /** A legal act rather than a deed: always, or when it was done by an order. */
  readonly act?: 'always' | 'byOrder'
}

/** One kind of fact: `fact<{ on: Day }>({ title: …, more: ({ on }) => … })`. */
export const fact = <Own extends Said = NothingMore>(told: Told<Own>): Told<Own> => told

/** Kinds of facts about one thing. */
export const about = <Table extends Readonly<Record<string, Told>>>(common: About, table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([kind, told]) => [kind, { ...common, ...told }])) as Table

/** What the kinds of a table say, to be merged into `Facts`. */
export type FactsOf<Table> = { [Kind in keyof Table]: Table[Kind] extends Told<infer Own> ? Own : never }

/** Every kind of fact with its words, put together of those of all modules. */
export const factTable = installedTable<Readonly<Record<string, Told>>>('kinds of facts were')

export const factKinds = (): FactKind[] => keysOf<FactKind>(factTable.table())

export function toldOf(kind: FactKind): Told {
  const told = factTable.table()[kind]
  if (!told) throw new Error(`no module tells of ${kind}`)
  return told
}

/**
 * A fact of history in words: `of` is the territory, by whose acts it is told; `word` gives the territory's own names of appointments where
 * the caller knows its regulation.
 */
export type FactText = { readonly title: string; readonly more: string | null; readonly act: boolean }

export function factText(of: OfAct, kind: FactKind, facts: Said, word: RoleWord = () => null): FactText {
  const told = toldOf(kind)
  const words = act(of)
  return {
    title: typeof told.title === 'function' ? told.title(words) : told.title,
    more: told.more?.(facts, word, words) ?? null,
    act: told.act === 'always' || (told.act === 'byOrder' && typeof facts.orderId === 'string'),
  }
}
