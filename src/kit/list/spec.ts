import type { ComponentChildren, JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Visitor } from '../../authz/visitor.ts'
import type { Tx } from '../../db/pool.ts'
import type { LinkItem } from '../../ui/content.ts'
import type { Picture, Tool } from '../../ui/frame.ts'
import type { Params, Path, Section } from '../../web/paths.ts'
import type { Page } from '../../web/route.ts'
import type { Column } from './columns.tsx'
import type { Choice, Filters, ValueOf } from './filters.ts'
import type { AskedPage, FoundPage, Rows } from './rows.ts'

/** Where a list is read: by a person of a territory, or by anyone. */
export type AtTerritory<Pattern extends string = string> = {
  readonly ctx: Ctx
  readonly tx: Tx
  readonly params: Params<Pattern>
}
export type AtPublic<Pattern extends string = string> = {
  readonly visitor: Visitor
  readonly tx: Tx
  readonly params: Params<Pattern>
  /** What the answer may be kept by. */
  readonly stamp: string | null
}

/** What an address asks of a list. `On` is the day it is shown for. */
export type Query<F, Sort extends string, On> = {
  readonly on: On
  readonly q: string | null
  readonly sort: Sort
  readonly down: boolean
  /** All rows on one page, to be printed. */
  readonly print: boolean
} & AskedPage & { readonly [Name in keyof F]: ValueOf<F[Name]> }

/** The parameters of an address as they were typed. */
export type Address = Readonly<Record<string, string | readonly string[] | undefined>>

/** The same everywhere, or in the words of where the list is read. */
export type Said<What, Where> = What | ((where: Where) => What)
export const saidAt = <What, Where>(said: Said<What, Where>, where: Where): What =>
  typeof said === 'function' ? (said as (where: Where) => What)(where) : said

export type Nouns = readonly [one: string, few: string, many: string]

/** What an empty list says, and the first step out. */
export type Emptiness = {
  readonly title: string
  readonly text: ComponentChildren
  readonly picture?: Picture
  readonly actions?: ComponentChildren
  /** One button: where the first thing comes from. */
  readonly action?: LinkItem
}

export type With<Where, Loaded> = Where & { readonly loaded: Loaded }

/** A list of records, said once: the page, its conditions, its files and its print follow from it. */
export type ListSpec<Where, Pattern extends string, F extends Filters<Where>, Sort extends string, On, Row, Loaded> = {
  readonly path: Path<Pattern>
  /** The address of the files without their ending, when it is not that of the page. */
  readonly files?: string
  /** What the list shows, without the day: the title of the table and of the sheet. */
  readonly title: Said<string, Where>
  readonly section?: Section
  /** The name of the files, in Latin letters. */
  readonly name: string | ((where: With<Where, Loaded>, query: Query<F, Sort, On>) => string)
  readonly nouns: Said<Nouns, Where>
  readonly size?: number
  /** Over the line of search; without it nothing is searched. */
  readonly search?: string
  /** The list is shown as of a day. */
  readonly asOf?: { readonly hint: string }
  readonly filters?: F
  /** The orders it may be sorted by, the usual one first. */
  readonly sorts?: readonly [Sort, ...Sort[]]
  /** A second press on a caption turns the order round. */
  readonly twoWays?: boolean
  /** What the parts below need of the thing the list hangs on, asked once; null when it is not there. */
  readonly load?: (where: Where) => Promise<Loaded | null>
  /** The rows for a question; null when what the list hangs on is not there. */
  readonly rows: (where: With<Where, Loaded>, query: Query<F, Sort, On>) => Promise<Rows<Row> | null> | Rows<Row>
  readonly columns: (
    where: With<Where, Loaded>,
    query: Query<F, Sort, On>,
  ) => readonly Column<Row>[] | Promise<readonly Column<Row>[]>
  /** How the rows look when they are no table. */
  readonly body?: (shown: Shown<With<Where, Loaded>, F, Sort, On, Row>) => JSX.Element | undefined
  /** Whether they stand in a frame that is whole on one page and says something without rows too: the days of a month. */
  readonly framed?: (query: Query<F, Sort, On>) => boolean
  /** By what a link may lead to a row. */
  readonly rowId?: (row: Row) => string
  /** The first column takes nearly half. */
  readonly even?: boolean
  /** Nothing there at all. */
  readonly empty: (shown: Shown<With<Where, Loaded>, F, Sort, On, Row>) => Emptiness | Promise<Emptiness>
  /** Nothing found under the conditions; left out parts are said in general words. */
  readonly nothing?: Partial<Emptiness> & { readonly all?: string }
  /** Links over the list are its parts: each that holds nothing says so in the words of `empty`. */
  readonly parts?: true
  /** Links beside the exports. */
  readonly tools?: (shown: Shown<With<Where, Loaded>, F, Sort, On, Row>) => readonly Tool[] | Promise<readonly Tool[]>
  /** The page instead of the list where there is no such list: the territory does not have these things. */
  readonly absent?: (where: Where) => Promise<Page | null>
  /** What the list is, in a sentence or two under its title. */
  readonly intro?: Said<string, Where>
  /** The way back. */
  readonly way?: (where: With<Where, Loaded>) => readonly LinkItem[]
  /** Instead of the title, the sentence and the way: what stands over the rows on the page: its head, parts, figures. Left out when the list is part of another page. */
  readonly head?: (shown: Shown<With<Where, Loaded>, F, Sort, On, Row>) => JSX.Element | Promise<JSX.Element>
}

/** A list with the rows of one page. */
export type Shown<Where, F, Sort extends string, On, Row> = FoundPage<Row> & {
  readonly where: Where
  readonly query: Query<F, Sort, On>
  readonly address: Address
  /** Whether any condition is set. */
  readonly isAsked: boolean
  readonly choices: Readonly<Record<string, readonly Choice[]>>
  /** The address with something changed, on its first page. */
  readonly href: (change: Address) => string
  /** «26 человек на 28 января 2022 г.» */
  readonly found: string
}
