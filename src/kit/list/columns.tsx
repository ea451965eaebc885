import type { ComponentChildren } from 'preact'
import { shortDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { RowLink, StateTag, type Column as TableColumn, type TagProps } from '../../ui/content.ts'

/** What stands in a cell of a file, by its type. */
export type Value<Row> =
  | { readonly type: 'text' | 'link'; readonly of: (row: Row) => string | null | undefined }
  | { readonly type: 'number'; readonly of: (row: Row) => number | null | undefined }
  | { readonly type: 'day'; readonly of: (row: Row) => Day | null | undefined }

type Cell<Row> = (row: Row) => ComponentChildren

/** One column of a list: what the page shows of a row, what a file says of it, or both. */
export type Column<Row> = {
  readonly title: string
  readonly cell: Cell<Row> | null
  readonly value: Value<Row> | null
} & Look
type Look = {
  /** A shorter caption for the card on a phone. */
  readonly short?: string
  readonly numeric?: boolean
  /** The order that the caption of the column sorts by. */
  readonly sort?: string
  /** Its caption sorts the highest figures first, and turns the order round when pressed again. */
  readonly highestFirst?: boolean
  /** The caption is for the screen reader only: a column of buttons. */
  readonly quiet?: boolean
}

/** Put in the place of a cell: the column is in the files only. */
export const inFile = null

const column =
  <Of,>(type: Value<never>['type'], usual: (value: Of) => ComponentChildren, numeric?: boolean) =>
  <Row,>(
    title: string,
    of: (row: Row) => Of | null | undefined,
    cell: Cell<Row> | null = (row) => {
      const value = of(row)
      return value === null || value === undefined ? '' : usual(value)
    },
    look: Look = {},
  ): Column<Row> => ({ title, cell, value: { type, of } as Value<Row>, ...(numeric && { numeric }), ...look })

export const text = column<string>('text', (value) => value)
export const link = column<string>('link', (value) => value)
export const number = column<number>('number', (value) => String(value), true)
export const day = column<Day>('day', shortDate)

/** The name of a row, which opens its page, with a quieter line under it. */
export const opens = <Row,>(
  title: string,
  of: (row: Row) => string,
  href: (row: Row) => string,
  more?: (row: Row) => ComponentChildren,
  look: Look = {},
): Column<Row> => text(title, of, (row) => <RowLink href={href(row)} name={of(row)} more={more?.(row)} />, look)

/** A state as its tag; the files have its word. */
export const state = <Row,>(title: string, of: (row: Row) => TagProps, look: Look = {}): Column<Row> =>
  text(
    title,
    (row) => of(row).word,
    (row) => <StateTag {...of(row)} />,
    look,
  )

/** A column the files do not have: it says what others say already, or holds buttons. */
export const onPage = <Row,>(title: string, cell: Cell<Row>, look: Look = {}): Column<Row> => ({
  title,
  cell,
  value: null,
  ...look,
})

type FileColumn<Row> = Column<Row> & { readonly value: Value<Row> }
export const fileColumns = <Row,>(columns: readonly Column<Row>[]): FileColumn<Row>[] =>
  columns.filter((one): one is FileColumn<Row> => one.value !== null)

/** The columns as the table of a page has them; `sortOf` makes the link of those that sort. */
export const pageColumns = <Row,>(
  columns: readonly Column<Row>[],
  sortOf: (order: string, highestFirst: boolean) => TableColumn<Row>['sort'],
): TableColumn<Row>[] =>
  columns.flatMap(({ cell, value: _, sort, highestFirst = false, ...look }) =>
    cell === null ? [] : [{ ...look, cell, ...(sort !== undefined && { sort: sortOf(sort, highestFirst) }) }],
  )
