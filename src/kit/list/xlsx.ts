import { type ColumnDef, writeXlsxStream } from 'hucre/xlsx'
import { type Column, fileColumns, type Value } from './columns.tsx'

type Cell = string | number | Date | null

/** A sign that no document in XML may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function cellOf<Row>(value: Value<Row>, row: Row): Cell {
  const said = value.of(row)
  if (said === null || said === undefined || said === '') return null
  if (typeof said === 'number') return said
  return value.type === 'day' ? new Date(`${said}T00:00:00Z`) : said.replaceAll(unwritable, '')
}

const narrowest = 8
const widest = 60
const lengthOf = (cell: Cell) =>
  cell instanceof Date
    ? 10
    : Math.max(
        ...String(cell ?? '')
          .split('\n')
          .map((line) => line.length),
      )

/** As wide as what the first rows hold. */
const widthOf = (title: string, cells: readonly Cell[]) =>
  Math.min(widest, Math.max(narrowest, title.length, ...cells.map(lengthOf)) + 2)

const columnOf = (title: string, type: Value<never>['type'], cells: readonly Cell[]): ColumnDef => ({
  header: title,
  width: widthOf(title, cells),
  ...(type === 'day' && { numFmt: 'dd.mm.yyyy' }),
  ...(type === 'text' && { style: { alignment: { wrapText: true, vertical: 'top' } } }),
})

/** The name of a sheet has at most 31 signs, and none of these. */
const sheetName = (title: string) =>
  title
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()

/** A table as a workbook, written while its rows come: typed cells, the head stays in sight. */
export async function* xlsxBytes<Row>(
  title: string,
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  const written = fileColumns(columns)
  const cells = (rows: readonly Row[]) => rows.map((row) => written.map(({ value }) => cellOf(value, row)))
  const source = batches[Symbol.asyncIterator]()
  const first = await source.next()
  const head = first.done ? [] : cells(first.value)
  async function* all(): AsyncGenerator<Cell[]> {
    yield* head
    for (let next = first.done ? first : await source.next(); !next.done; next = await source.next()) yield* cells(next.value)
  }
  const options = {
    name: sheetName(title),
    freezePane: { rows: 1 },
    columns: written.map((one, at) =>
      columnOf(
        one.title,
        one.value.type,
        head.flatMap((row) => row.slice(at, at + 1)),
      ),
    ),
  }
  yield* writeXlsxStream(all(), options)
}
