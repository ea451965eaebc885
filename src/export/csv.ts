import { csvCell } from '../kit/list/csv.ts'

/** One column of a file: its caption and the text of a row. */
export type CsvColumn<Row> = readonly [caption: string, text: (row: Row) => string | number | null | undefined]

/** The mark by which spreadsheets know UTF-8. */
const byteOrderMark = '\ufeff'

/** Semicolons: spreadsheets with Russian settings, where a comma parts the tenths of a number, split a line by them. */
const csvLine = (cells: readonly (string | number | null | undefined)[]) => `${cells.map(csvCell).join(';')}\r\n`

/** The first line of a file, after the byte order mark. */
export const csvHead = <Row>(columns: readonly CsvColumn<Row>[]): string =>
  byteOrderMark + csvLine(columns.map(([caption]) => caption))

export const csvRows = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => csvLine(columns.map(([, text]) => text(row)))).join('')

/** A whole file to save. `name` is Latin, without its ending. */
export function csvResponse<Row>(name: string, columns: readonly CsvColumn<Row>[], rows: readonly Row[]): Response {
  return new Response(csvHead(columns) + csvRows(columns, rows), { headers: csvHeaders(name) })
}

export const csvHeaders = (name: string): Record<string, string> => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}.csv"`,
  'Cache-Control': 'no-store',
})
