import type { NamedRow } from './effect-props.ts'

/** Labels that are the same get a number, each of them, so that none is taken for the only one. */
export function unlike<Row extends NamedRow>(rows: readonly Row[]): Row[] {
  const same = Map.groupBy(rows, ({ label }) => label)
  return rows.map((row) => {
    const alike = same.get(row.label) ?? []
    return alike.length < 2 ? row : { ...row, label: `${row.label} (${alike.indexOf(row) + 1})` }
  })
}
