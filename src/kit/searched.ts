import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import { mostFound, type Question, type SearchedKind } from '../db/words.ts'
import type { LinkItem } from '../ui/content.ts'

/** One thing found, as the page of the search shows it; `leads` are what it has to do with. */
export type Hit = {
  readonly href: string
  readonly name: string
  readonly more: string | null
  readonly leads?: readonly LinkItem[]
}
/** `total` is how many there are, or a number above `mostFound`. */
export type Found = { readonly hits: readonly Hit[]; readonly total: number }

export type Asking = {
  readonly question: Question
  /** The words that those of the question may be meant for, when no kind has the words themselves; null: only these are looked for. */
  readonly alike: readonly string[] | null
  readonly most: number
}

/** A kind of thing that the search of a territory finds; kinds stand in the order of their places. */
export type Searched = {
  readonly place: number
  readonly title: string
  /** Its list, searched by the same words, where it has one. */
  readonly all?: (to: { territory: string }, words: string) => string
  /** What holds the words and may be read by who asks, what is called so first. */
  readonly find: (tx: Tx, ctx: Ctx, asking: Asking) => Promise<Found>
}

export type Counted = { readonly total: number }
export const foundIn = <Row extends Counted>(rows: readonly Row[], hit: (row: Row) => Hit): Found => ({
  hits: rows.map(hit),
  total: rows[0]?.total ?? 0,
})

/** The first things of a kind to be shown, as a table `found (thing_id, part, total, rank)`; `among` narrows them to some ids. */
export const firstFound = (kind: SearchedKind, { question, alike, most }: Asking, among: RawBuilder<unknown> = sql`null`) =>
  sql`search_find(${kind}, ${question}, ${alike && [...alike]}::text[], ${among}::uuid[], ${mostFound + 1}::int, ${most}::int)
    with ordinality as found (thing_id, part, total, rank)`

const widest = 220
const before = 60

/** A long text round the first word that is asked for. */
export function excerptOf(text: string, question: Question): string {
  if (text.length <= widest) return text
  const plain = text.toLowerCase().replaceAll('ё', 'е')
  const places = question.split(' ').map((word) => plain.indexOf(word.replaceAll(/["-]/g, '').slice(0, 6)))
  const first = Math.min(...places.filter((place) => place >= 0))
  const from = Number.isFinite(first) && first > before ? text.indexOf(' ', first - before) + 1 : 0
  const to = from + widest >= text.length ? text.length : text.lastIndexOf(' ', from + widest)
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`
}
