import { z } from 'zod'
import type { FileLimits } from '../../files/check.ts'
import { isDay, shortDate } from '../../kernel/dates.ts'
import { lower } from '../../kernel/names.ts'
import type { RuleRefusal } from '../../kernel/result.ts'
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
export type Option = { readonly value: string; readonly label: string; readonly more?: string; readonly hint?: string }
export type Look =
  | {
      readonly as: 'line'
      readonly type?: 'tel' | 'email' | 'url'
      readonly width?: Width
      readonly autoComplete?: 'off'
      readonly inputMode?: 'decimal'
    }
  /** Any number of rows of these fields, `tasks.0.text`; each goes back with the id it came with. */
  | { readonly as: 'rows'; readonly one: string; readonly add: string; readonly row: Fields }
  | { readonly as: 'checkbox' }
  /** Any of several rows that the page gives; sent as a list, `name[]`. */
  | { readonly as: 'checkboxes' }
  | { readonly as: 'day' }
  /** Without options of its own a page gives them: rows of a register. */
  | { readonly as: 'select'; readonly options?: readonly Option[]; readonly empty?: string }
  | { readonly as: 'radios'; readonly options: readonly Option[] }
  | { readonly as: 'area'; readonly rows?: number }
  /** Two days under one question; this field is the first, `until` names the second, which is not drawn again. */
  | { readonly as: 'period'; readonly label: string; readonly until: string }
  | { readonly as: 'until' }
  /** The page draws it, or sends it unseen. */
  | { readonly as: 'unseen' }
  /** It stands in the address. */
  | { readonly as: 'address' }

/** Files that come with a form: no value of it, and checked before anything is done. */
export type Files = Omit<Field, 'reads' | 'look'> & {
  readonly look: { readonly as: 'files'; readonly accept?: string; readonly multiple?: boolean; readonly instead?: string }
  readonly limits?: FileLimits
  /** Refuses a form without a file. */
  readonly needed?: RuleRefusal['rule']
}

/** `what` is the accusative of refusals and `told` the word of history, where they are not the label in lower case. */
type Said = { readonly hint?: string; readonly what?: string; readonly told?: string }
type OfArea = Said & { readonly most?: number; readonly rows?: number }
type OfText = Said & Omit<Extract<Look, { as: 'line' }>, 'as'> & { readonly most?: number }

const empty = 'Можно оставить пустым'

function field<Value>(label: string, said: Said, reads: z.ZodType<Value>, look: Look): Field<Value> {
  const { hint, told = lower(label) } = said
  return { label, told, ...(hint && { hint }), reads, look }
}

/** One line that has to be written. */
export const line = (label: string, { most, width, type, autoComplete, ...said }: OfText = {}): Field<string> =>
  field(label, said, fields.text(said.what ?? lower(label), most), { as: 'line', type, width, autoComplete })

/** One line that may stay empty. */
export const optionalLine = (label: string, { most, width, type, ...said }: OfText = {}): Field<string | null> =>
  field(label, { hint: empty, ...said }, fields.optionalText(said.what ?? lower(label), most), { as: 'line', type, width })

/** One line that may still be missing; then it is empty. */
export const draftLine = (label: string, { most, width, type, autoComplete, ...said }: OfText = {}): Field<string> =>
  field(label, said, draft(said.what ?? lower(label), most), { as: 'line', type, width, autoComplete })

export const optionalEmail = (label: string): Field<string | null> =>
  field(label, { hint: empty }, fields.optionalEmail(), { as: 'line', type: 'email', width: 30 })

/** Text of several lines that has to be written. */
export const area = (label: string, { most, rows, ...said }: OfArea = {}): Field<string> =>
  field(label, said, fields.text(said.what ?? lower(label), most), { as: 'area', rows })

/** Text of several lines that may be left out; then null. */
export const optionalArea = (label: string, { most, rows, ...said }: OfArea = {}): Field<string | null> =>
  field(label, said, fields.optionalText(said.what ?? lower(label), most), { as: 'area', rows })

/** Text of several lines that may still be missing; then it is empty. */
export const draftArea = (label: string, { most, rows, ...said }: OfArea = {}): Field<string> =>
  field(label, said, draft(said.what ?? lower(label), most), { as: 'area', rows })

const draft = (what: string, most?: number) => fields.optionalText(what, most).transform((value) => value ?? '')

/** A yes or a no. */
export const checkbox = (label: string): Field<boolean> => field(label, {}, fields.checked(), { as: 'checkbox' })

/** Any of several, given by the page. */
export const checkboxes = <Value>(label: string, reads: z.ZodType<readonly Value[]>, said: Said = {}): Field<readonly Value[]> =>
  field(label, said, reads, { as: 'checkboxes' })

export const day = (label: string, said: Said = {}): Field<string> =>
  field(label, said, fields.day(said.what ?? lower(label)), { as: 'day' })
export const optionalDay = (label: string, said: Said = {}): Field<string | null> =>
  field(label, { hint: empty, ...said }, fields.optionalDay(said.what ?? lower(label)), { as: 'day' })

/** Two days, both inclusive, under one question: `period('Срок', { startsOn: day('Первый день'), endsOn: day('Последний день') })`. */
export function period<Days extends Readonly<Record<string, Field<string> | Field<string | null>>>>(
  label: string,
  days: Days,
  hint?: string,
): Days {
  const [first = '', until = ''] = Object.keys(days)
  return {
    ...days,
    [first]: { ...days[first], hint, look: { as: 'period', label, until } },
    [until]: { ...days[until], look: { as: 'until' } },
  }
}

/** Read by a schema of its own, and drawn by the page: a choice made by the button, a row of a table that is picked. */
export const unseen = <Value>(label: string, reads: z.ZodType<Value>): Field<Value> => field(label, {}, reads, { as: 'unseen' })

/** A part of the thing that the address names: `:organisation` of an application. It is never typed. */
export type InAddress<Id extends string> = Field<Id> & { readonly look: { readonly as: 'address' } }
export const inAddress = <Id extends string>(): InAddress<Id> => ({
  label: '',
  told: '',
  reads: z.custom<Id>(),
  look: { as: 'address' },
})

/** A whole form that its page draws: read by these schemas. */
export const unseenIn = <Shape extends z.ZodRawShape>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([name, reads]) => [name, unseen(name, reads as z.ZodType)])) as unknown as {
    readonly [Name in keyof Shape]: Field<z.output<Shape[Name]>>
  }

/** One line read by a schema of its own. */
export const lineRead = <Value>(
  label: string,
  reads: z.ZodType<Value>,
  { width, inputMode, ...said }: Said & Pick<Extract<Look, { as: 'line' }>, 'width' | 'inputMode'> = {},
): Field<Value> => field(label, said, reads, { as: 'line', width, inputMode })

type OfRows<Row extends Fields> = Said & Omit<Extract<Look, { as: 'rows' }>, 'as'> & { readonly row: Row; readonly most: number }
type RowsOf<Row extends Fields> = readonly (ValueOf<Row> & { readonly id: string | null })[]

/** A list of rows of these fields; `one` of them is named to whoever does not see them, `add` is the button under them. */
export const rows = <Row extends Fields>(label: string, { one, add, most, row, ...said }: OfRows<Row>): Field<RowsOf<Row>> => {
  const reads = z
    .array(z.object({ id: fields.optionalId('строку'), ...readsOf(row) }, { error: 'Откройте страницу заново' }), {
      error: 'Заполните строки заново: список прочитать не удалось',
    })
    .max(most, `Уберите лишние строки: в списке не больше ${most}`)
    .default([])
  return field(label, said, reads as unknown as z.ZodType<RowsOf<Row>>, { as: 'rows', one, add, row })
}

type OfFiles = Pick<Files, 'limits' | 'needed'> & {
  readonly hint?: string
  readonly accept?: string
  readonly multiple?: boolean
  /** What to do with a file that is too large instead of sending it. */
  readonly instead?: string
}
/** Files sent with the form. */
export const files = (label: string, { limits, needed, hint, accept, multiple, instead }: OfFiles = {}): Files => ({
  ...{ label, told: lower(label), hint, limits, needed },
  look: { as: 'files', accept, multiple, instead },
})

type OfChoice<Value extends string> = Said & {
  readonly of: readonly Value[]
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

/** A kind of a dictionary; the page gives what may be chosen, the deed asks whether it is there. */
export const kind = (label: string, said: Said = {}): Field<string> =>
  field(label, said, z.string().regex(/^[a-z][A-Za-z0-9]*$/, `Выберите ${said.what ?? lower(label)}`), {
    as: 'select',
    empty: 'Выберите',
  })

/** A row of a register. */
export const row = <Id extends string>(label: string, said: Said = {}): Field<Id> =>
  field(
    label,
    said,
    fields.chosenId(said.what ?? lower(label)).transform((id) => id as Id),
    { as: 'select', empty: 'Выберите' },
  )

/** A row of a register, all of them seen. */
export const rowRadios = <Id extends string>(label: string, said: Said = {}): Field<Id> => ({
  ...row<Id>(label, said),
  look: { as: 'radios', options: [] },
})

export type Fields = Readonly<Record<string, Field | Files>>
/** What a form of these fields gives. */
export type ValueOf<Table extends Fields> = {
  [Name in keyof Table as Table[Name] extends Files ? never : Name]: Table[Name] extends Field<infer Value> ? Value : never
}

/** What of them the address has to name. */
export type NamedBy<Table extends Fields> = {
  [Name in keyof Table]: Table[Name] extends InAddress<string> ? Name & string : never
}[keyof Table]

const isRead = (entry: [string, Field | Files]): entry is [string, Field] => 'reads' in entry[1]
const readIn = (table: Fields): [string, Field][] => Object.entries(table).filter(isRead)
const typedOf = (table: Fields) => readIn(table).filter(([, { look }]) => look.as !== 'address')

/** Whether the address says a field. */
export const isNamed = (table: Fields, name: string): boolean => table[name]?.look.as === 'address'
/** What the address says of the fields. */
export const namedIn = (table: Fields, given: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => isNamed(table, entry[0])))

/** The files of a form, with the name they are sent under. */
export function filesOf(table: Fields): (Files & { readonly field: string }) | null {
  const found = Object.entries(table).find((entry): entry is [string, Files] => !isRead(entry as [string, Field | Files]))
  return found ? { field: found[0], ...found[1] } : null
}

/** Whether a person writes anything into it that would be a pity to lose. */
export const isWritten = (table: Fields): boolean =>
  Object.values(table).some(({ look }) => look.as === 'line' || look.as === 'area' || look.as === 'rows')

type Otherwise = Partial<Pick<Field, 'label' | 'hint'>> | false
/** The same fields as one page asks them: in other words, without those that do not matter there. */
export const asked = (table: Fields, otherwise: Readonly<Record<string, Otherwise | undefined>>): Fields =>
  Object.fromEntries(
    Object.entries(table).flatMap(([name, field]) => {
      const other = otherwise[name]
      return other === false ? [] : [[name, { ...field, ...other }]]
    }),
  )

/** Some of the fields. */
export const only = (table: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)))

/** How each is read, to be put together with others. */
export const readsOf = <Table extends Fields>(table: Table) =>
  Object.fromEntries(typedOf(table).map(([name, { reads }]) => [name, reads])) as {
    [Name in keyof ValueOf<Table>]: z.ZodType<ValueOf<Table>[Name]>
  }

/** The schema that reads a form of these fields. */
export const schemaOf = <Table extends Fields>(table: Table) => z.object(readsOf(table)) as unknown as z.ZodType<ValueOf<Table>>

/** What was typed, and nothing that was sent besides. */
export const typedIn = <Table extends Fields>(table: Table, sent: ValueOf<Table>): ValueOf<Table> =>
  Object.fromEntries(readIn(table).map(([name]) => [name, sent[name as keyof ValueOf<Table>]])) as ValueOf<Table>

/** What history calls the fields. */
export const toldOf = (table: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(table).map(([name, { told }]) => [name, told]))

/** The record as a form of it begins: text by field. */
export function written<Table extends Fields>(
  table: Table,
  record: Partial<Readonly<Record<keyof Table, unknown>>>,
): Record<string, string> {
  const texts = typedOf(table).map(([name, field]) => [name, textOf(field, record[name])])
  return Object.fromEntries(texts)
}

/** Several that are ticked stand in one text, kept apart by spaces: they are ids and codes. */
export const tickedIn = (text: string): string[] => text.split(' ').filter((one) => one !== '')

const ofDays: readonly Look['as'][] = ['day', 'period', 'until']
const textOf = ({ look }: Field, value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.join(' ')
      : ofDays.includes(look.as) && isDay(String(value))
        ? shortDate(String(value))
        : look.as === 'checkbox'
          ? value === true
            ? 'yes'
            : ''
          : String(value)

/** Both texts of every field, as a person reads them, for the page of a conflict. */
export function bothTexts(
  table: Fields,
  typed: (name: string) => string,
  theirs: Readonly<Record<string, string>>,
  rows: Readonly<Record<string, readonly Option[]>> = {},
): { label: string; yours: string; theirs: string }[] {
  const compared = typedOf(table).filter(([, { look }]) => look.as !== 'checkboxes')
  return compared.map(([name, { label, look }]) => {
    const options = rows[name] ?? ('options' in look ? look.options : undefined)
    const read = (text: string) =>
      look.as === 'checkbox' ? (text ? 'да' : 'нет') : (options?.find(({ value }) => value === text)?.label ?? text)
    return { label, yours: read(typed(name)), theirs: read(theirs[name] ?? '') }
  })
}
