import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'

/** One thing found, as the page of the search shows it. */
export type Hit = { readonly href: string; readonly name: string; readonly more: string | null }
export type Found = { readonly hits: readonly Hit[]; readonly total: number }

/** A kind of thing that the search of a territory finds; kinds stand in the order of their places. */
export type Searched = {
  readonly place: number
  readonly title: string
  /** Where all that is found stands. */
  readonly all: (to: { territory: string }, words: string) => string
  /** What has all these words (folded, at least one), the most alike first, at most so many. */
  readonly find: (tx: Tx, ctx: Ctx, words: readonly string[], most: number) => Promise<Found>
}

export type Counted = { readonly total: number }
export const foundIn = <Row extends Counted>(rows: readonly Row[], hit: (row: Row) => Hit): Found => ({
  hits: rows.map(hit),
  total: rows[0]?.total ?? 0,
})

/** What begins with the first word stands first, then what is most alike. */
export const byLikeness = (text: RawBuilder<string>, words: readonly string[]) =>
  sql`${text} like ${`${words[0]}%`} desc, word_similarity(${words.join(' ')}, ${text}) desc`
