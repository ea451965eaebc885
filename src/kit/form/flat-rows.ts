import type { FormState } from '../../ui/fields.ts'

type Value = string | string[]
type Fields = Record<string, Value>

/** The rows of a list in a flat form: `tasks.0.text` is the field `text` of its first row. */
export function rowsIn(values: Readonly<Record<string, Value>>, list: string): Fields[] {
  const rows: Fields[] = []
  const start = `${list}.`
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith(start)) continue
    const found = /^(\d{1,3})\.(.+)$/.exec(name.slice(start.length))
    if (!found) continue
    const number = Number(found[1])
    rows[number] = { ...rows[number], [found[2]!]: value }
  }
  return rows.filter((row) => row !== undefined)
}

/** A list that is longer than this is no longer read by anybody. */
const mostRows = 60

/**
 * What the buttons of a list do to the form itself; they save nothing. «add:tasks», «drop:tasks:2», «up:tasks:2». Null: another button
 * was pressed.
 */
export function reshapeRows(values: FormState['values']): FormState['values'] | null {
  const { change, ...given } = values
  if (change === undefined) return null
  const [deed, list = '', number = ''] = String(change).split(':')
  const rows = rowsIn(given, list)
  const at = Number(number)
  if (deed === 'add')
    return rows.length < mostRows ? withRows(given, list, [...(rows.length === 0 ? [{ id: '' }] : rows), { id: '' }]) : given
  if (deed === 'drop') return withRows(given, list, rows.toSpliced(at, 1))
  const row = rows[at]
  return deed === 'up' && row && at > 0 ? withRows(given, list, rows.toSpliced(at, 1).toSpliced(at - 1, 0, row)) : given
}

function withRows(values: Readonly<Fields>, list: string, rows: readonly Fields[]): Fields {
  const rest = Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`))
  const fields = rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]) => [`${list}.${index}.${name}`, value] as const),
  )
  return Object.fromEntries([...rest, ...fields])
}

type Written = string | number | boolean | null | readonly Written[] | { readonly [name: string]: Written }

/** Stored content as a form shows it: nested names with dots, numbers with a comma, a tick where something is so. */
export function asValues(written: { readonly [name: string]: Written }): Fields {
  const values: Fields = {}
  const put = (name: string, value: Written): void => {
    if (typeof value === 'string') values[name] = value
    else if (typeof value === 'number') values[name] = String(value).replace('.', ',')
    else if (value === true) values[name] = 'yes'
    else if (name.endsWith('[]')) values[name] = value as string[]
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) put(`${name}.${inner}`, one)
  }
  for (const [name, value] of Object.entries(written)) put(name, value)
  return values
}
