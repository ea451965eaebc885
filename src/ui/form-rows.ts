type Value = string | string[]
export type Fields = Record<string, Value>

/** The rows of a list in a flat form: `points.0.text` is the field `text` of the first row. */
export function rowsIn(values: Readonly<Fields>, list: string): Fields[] {
  const rows: Fields[] = []
  const pattern = new RegExp(`^${list.replaceAll('.', '\\.')}\\.(\\d{1,4})\\.(.+)$`)
  for (const [name, value] of Object.entries(values)) {
    const [, number, field] = pattern.exec(name) ?? []
    if (number !== undefined && field !== undefined) rows[Number(number)] = { ...rows[Number(number)], [field]: value }
  }
  return rows.filter((row) => row !== undefined)
}

/** The form with the rows of a list put in place of those it had. */
export function withRows(values: Readonly<Fields>, list: string, rows: readonly Fields[]): Fields {
  const rest = Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`))
  const fields = rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]) => [`${list}.${index}.${name}`, value] as const),
  )
  return Object.fromEntries([...rest, ...fields])
}
