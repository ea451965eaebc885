import { shortDate } from '../../kernel/dates.ts'
import { type Column, fileColumns, type Value } from './columns.tsx'

/** A spreadsheet would read these at the beginning of a cell as a formula. */
const couldBeFormula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\0]/

/** A telephone, a span, a mark of a list: worked out it would be wrong, but it can do nothing. */
const doesNothing = /^[+\-＋－][\d\s\p{Script=Cyrillic}().,;:/№«»–—-]*$/u

/** Keeps a harmless text a text and changes nothing that is seen. */
const noBreakSpace = '\u00a0'

/** The mark by which spreadsheets know UTF-8. */
const byteOrderMark = '\ufeff'

const quoted = (text: string) => (/[",;\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A cell by the rules of RFC 4180. What could be taken for a formula is guarded: legibly when it is harmless, else by an apostrophe. */
export function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = value.replaceAll('\0', '')
  if (!couldBeFormula.test(value)) return quoted(text)
  return quoted(`${doesNothing.test(text) ? noBreakSpace : "'"}${text}`)
}

/** Semicolons: spreadsheets with Russian settings, where a comma parts the tenths of a number, split a line by them. */
const csvLine = (cells: readonly (string | number | null | undefined)[]) => `${cells.map(csvCell).join(';')}\r\n`

function said<Row>(value: Value<Row>, row: Row): string | number | null | undefined {
  if (value.type !== 'day') return value.of(row)
  const day = value.of(row)
  return day && shortDate(day)
}

/** A table as text, some lines at a time; the first piece is its head. */
export async function* csvText<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const written = fileColumns(columns)
  yield byteOrderMark + csvLine(written.map(({ title }) => title))
  for await (const rows of batches) yield rows.map((row) => csvLine(written.map(({ value }) => said(value, row)))).join('')
}
