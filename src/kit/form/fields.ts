import { z } from 'zod'
import { isDay, shortDate } from '../../kernel/dates.ts'
import * as fields from '../../web/fields.ts'

/** One field, said once: what it is called on the page, in the comparison of a conflict and in history, how it is read, how it looks. */
export type Field<Value = unknown> = {
  readonly label: string
  /** In a sentence of history: «краткое название». */
  readonly told: string
  readonly hint?: string
  readonly reads: z.ZodType<Value>
  readonly look: Look
}
export type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30
export type Option = { readonly value: string; readonly label: string }
export type Look =
  | { readonly as: 'line'; readonly type?: 'tel' | 'email' | 'url'; readonly width?: Width }
  | { readonly as: 'day' }
  /** Without options of its own a page gives them: rows of a register. */
  | { readonly as: 'select'; readonly options?: readonly Option[]; readonly empty?: string }
  | { readonly as: 'radios'; readonly options: readonly Option[] }

/** `what` is the accusative of refusals and `told` the word of history, where they are not the label in lower case. */
type Said = { readonly hint?: string; readonly what?: string; readonly told?: string }
type OfText = Said & { readonly most?: number; readonly width?: Width; readonly type?: 'tel' | 'email' | 'url' }

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1)
const empty = 'Можно оставить пустым'

function field<Value>(label: string, said: Said, reads: z.ZodType<Value>, look: Look): Field<Value> {
  const { hint, told = lower(label) } = said
  return { label, told, ...(hint && { hint }), reads, look }
}

/** One line that has to be written. */
export const line = (label: string, { most, width, type, ...said }: OfText = {}): Field<string> =>
  field(label, said, fields.text(said.what ?? lower(label), most), { as: 'line', type, width })

/** One line that may stay empty. */
export const optionalLine = (label: string, { most, width, type, ...said }: OfText = {}): Field<string | null> =>
  field(label, { hint: empty, ...said }, fields.optionalText(said.what ?? lower(label), most), { as: 'line', type, width })

export const optionalEmail = (label: string): Field<string | null> =>
  field(label, { hint: empty }, fields.optionalEmail(), { as: 'line', type: 'email', width: 30 })

export const day = (label: string, said: Said = {}): Field<string> => field(label, said, fields.day(lower(label)), { as: 'day' })
export const optionalDay = (label: string, said: Said = {}): Field<string | null> =>
  field(label, { hint: empty, ...said }, fields.optionalDay(lower(label)), { as: 'day' })

type OfChoice<Value extends string> = Said & {
  readonly of: readonly [Value, ...Value[]]
  readonly named: (value: Value) => string
}
const optionsOf = <Value extends string>({ of, named }: OfChoice<Value>) => of.map((value) => ({ value, label: named(value) }))

/** One of a fixed list, in a list that opens. */
export const select = <Value extends string>(label: string, given: OfChoice<Value>): Field<Value> =>
  field(label, given, fields.choice(given.what ?? lower(label), given.of), {
    as: 'select',
    options: optionsOf(given),
    empty: 'Выберите',
  })

/** One of a few, all seen. */
export const radios = <Value extends string>(label: string, given: OfChoice<Value>): Field<Value> =>
  field(label, given, fields.choice(given.what ?? lower(label), given.of), { as: 'radios', options: optionsOf(given) })
export const optionalRadios = <Value extends string>(label: string, given: OfChoice<Value>): Field<Value | null> =>
  field(label, given, fields.optionalChoice(given.what ?? lower(label), given.of), { as: 'radios', options: optionsOf(given) })

/** One of a list that the page gives, or none. */
export const optionalSelect = (label: string, most: number): Field<string | null> =>
  field(label, {}, fields.optionalText(lower(label), most), { as: 'select', empty: 'Не выбрано' })

/** A row of a register. */
export const row = <Id extends string>(label: string, said: Said = {}): Field<Id> =>
  field(
    label,
    said,
    fields.chosenId(said.what ?? lower(label)).transform((id) => id as Id),
    { as: 'select', empty: 'Выберите' },
  )

export type Fields = Readonly<Record<string, Field>>
export type ValueOf<Table extends Fields> = { [Name in keyof Table]: z.output<Table[Name]['reads']> }

/** How each is read, to be put together with others. */
export const readsOf = <Table extends Fields>(table: Table) =>
  Object.fromEntries(Object.entries(table).map(([name, { reads }]) => [name, reads])) as {
    [Name in keyof Table]: Table[Name]['reads']
  }

/** The schema that reads a form of these fields. */
export const schemaOf = <Table extends Fields>(table: Table) => z.object(readsOf(table)) as unknown as z.ZodType<ValueOf<Table>>

/** What history calls the fields. */
export const toldOf = (table: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(table).map(([name, { told }]) => [name, told]))

/** The record as a form of it begins: text by field. */
export function written<Table extends Fields>(
  table: Table,
  record: Partial<Readonly<Record<keyof Table, unknown>>>,
): Record<string, string> {
  const texts = Object.entries(table).map(([name, field]) => [name, textOf(field, record[name])])
  return Object.fromEntries(texts)
}

const textOf = ({ look }: Field, value: unknown): string =>
  value === null || value === undefined
    ? ''
    : look.as === 'day' && isDay(String(value))
      ? shortDate(String(value))
      : String(value)

/** Both texts of every field, as a person reads them, for the page of a conflict. */
export function bothTexts(
  table: Fields,
  typed: (name: string) => string,
  theirs: Readonly<Record<string, string>>,
): { label: string; yours: string; theirs: string }[] {
  return Object.entries(table).map(([name, { label, look }]) => {
    const read = (text: string) => ('options' in look && look.options?.find(({ value }) => value === text)?.label) || text
    return { label, yours: read(typed(name)), theirs: read(theirs[name] ?? '') }
  })
}
