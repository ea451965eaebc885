// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are shown as blocks, and browsers then forget that it is a table.
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

export type Column<Row> = {
  readonly title: string
  /** A shorter caption for the card on a phone; the title when left out. */
  readonly short?: string
  readonly cell: (row: Row) => ComponentChildren
  readonly numeric?: boolean
  /** A link that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' }
  /** The caption is for the screen reader only: a column of buttons. */
  readonly quiet?: boolean
}

type TableProps<Row> = {
  /** What the table shows; seen when `showCaption`, always read aloud. */
  caption: string
  showCaption?: boolean
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The first column takes nearly half. */
  even?: boolean
  rowId?: (row: Row) => string
}

/** Rows to read; each becomes a card on a phone. The roles keep it a table for a screen reader even then. */
export function Table<Row>({ caption, showCaption, columns, rows, even, rowId }: TableProps<Row>) {
  return (
    <table class={`pl-table pl-cards${even ? ' pl-table--even' : ''}`} role="table">
      <caption class={showCaption ? 'pl-table__caption' : 'govuk-visually-hidden'}>{nb(caption)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeadCell column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" id={rowId?.(row)}>
            {columns.map((column, index) =>
              index === 0 ? <RowName column={column} row={row} /> : <Cell column={column} row={row} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeadCell<Row>({ column: { title, sort, numeric, quiet } }: { column: Column<Row> }) {
  const caption = quiet ? <span class="govuk-visually-hidden">{title}</span> : nb(title)
  return (
    <th role="columnheader" scope="col" class={numeric ? 'pl-r' : undefined} aria-sort={sort?.now}>
      {sort ? (
        <a class="pl-table__sort" href={sort.href}>
          {caption}
          {sort.now && <Icon name={sort.now === 'ascending' ? 'up' : 'down'} />}
        </a>
      ) : (
        caption
      )}
    </th>
  )
}

function RowName<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <th role="rowheader" scope="row">
      {text(column.cell(row))}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = text(column.cell(row))
  const className = column.numeric ? 'pl-r' : undefined
  // On a phone a cell with nothing to say takes its caption away with it.
  if (content === '' || content === null || content === undefined || content === false)
    return <td role="cell" class={className} />
  if (column.quiet)
    return (
      <td role="cell" class={className}>
        {content}
      </td>
    )
  return (
    <td role="cell" class={className} data-label={nb(column.short ?? column.title)}>
      <span>{content}</span>
    </td>
  )
}

const text = (content: ComponentChildren) => (typeof content === 'string' ? nb(content) : content)

/** The name of a row that opens its page, with a second line under it. */
export function RowLink({ href, name, more }: { href?: string; name: string; more?: ComponentChildren }) {
  return (
    <>
      {href ? (
        <a class="govuk-link pl-table__name" href={href}>
          {nb(name)}
        </a>
      ) : (
        <span class="pl-table__name">{nb(name)}</span>
      )}
      {more && <Second>{more}</Second>}
    </>
  )
}

/** A second, quieter line in a cell. */
export function Second({ children }: { children: ComponentChildren }) {
  return <span class="pl-sub">{text(children)}</span>
}
