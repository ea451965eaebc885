import { z } from 'zod'
import { isDay, parseDay, shortDate, shortPeriod } from '../kernel/dates.ts'
import { no, type RuleRefusal } from '../kernel/result.ts'
import { repeated } from './problem.ts'

/**
 * What may be written into a field that means nothing to the system: it is asked, kept, printed and compared, and nothing follows from it. A
 * person and an organisation are named in words, because a paper names those too whom no register has.
 */
export const fieldTypes = [
  'text',
  'number',
  'hours',
  'day',
  'period',
  'person',
  'organisation',
  'choice',
  'table',
  'file',
] as const
export type FieldType = (typeof fieldTypes)[number]
/** Those that fit into a cell of a table. */
export const cellTypes = [
  'text',
  'number',
  'hours',
  'day',
  'period',
  'person',
  'organisation',
  'choice',
] as const satisfies readonly FieldType[]
/** Those that are one text: a figure, a day, a name. */
export const lineTypes = ['text', 'number', 'hours', 'day', 'person', 'organisation'] as const satisfies readonly FieldType[]
/** Those that are written on a page of their own. */
export const pageTypes = [...cellTypes, 'table'] as const satisfies readonly FieldType[]

/** What pages that write a regulation call the types. */
export const fieldTypeNames: Readonly<Record<FieldType, string>> = {
  text: 'текст',
  number: 'число',
  hours: 'часы',
  day: 'день',
  period: 'срок: с какого дня по какой',
  person: 'человек',
  organisation: 'организация',
  choice: 'одно из перечня',
  table: 'таблица',
  file: 'файл',
}

/** What pages that write a regulation call the parts of a list of fields. */
export const fieldCaptions = (list: string, kind: string): Readonly<Record<string, string>> => ({
  [`${list}.caption`]: 'Как это названо',
  [`${list}.kind`]: kind,
  [`${list}.required`]: 'Обязательно',
  [`${list}.options`]: 'Что выбирают, или столбцы таблицы',
  [`${list}.clause`]: 'Пункт',
})

const words = z.string().min(1)
/**
 * A field as a paper asks for it. `kind` is what it means to the system — so that «Ответственный», «Исполнитель» and «Кто проводит» are the
 * same — or, where it means nothing, what is written into it. `options` are the choices of a list, or the columns of a table.
 */
export const fieldOf = <const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  z.strictObject({
    code: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    caption: words,
    kind: z.enum(kinds),
    required: z.boolean(),
    options: z.array(words),
    clause: z.array(words),
  })
export type Field<Kind extends string = string> = {
  readonly code: string
  readonly kind: Kind
  readonly caption: string
  readonly required: boolean
  readonly options: readonly string[]
  readonly clause: readonly string[]
}
export type OwnField = Field<FieldType>

const isType = (kind: string): kind is FieldType => fieldTypes.some((type) => type === kind)
/** The fields that mean nothing to the system. */
export const ownOf = (fields: readonly Field[]): readonly OwnField[] =>
  fields.flatMap(({ kind, ...field }) => (isType(kind) ? [{ ...field, kind }] : []))

/** What is wrong with fields as a paper lists them: a meaning or a code twice, a choice of nothing. */
export function fieldProblems(rule: string, fields: readonly Field[], mayRepeat = ''): string[] {
  const meanings = fields.map(({ kind }) => kind).filter((kind) => !isType(kind) && kind !== mayRepeat)
  const nothing = ownOf(fields).filter(({ kind, options }) => (kind === 'choice' || kind === 'table') && options.length === 0)
  return [
    ...repeated(meanings).map(
      (kind) => `правило «${rule}»: «${fields.find((one) => one.kind === kind)?.caption}» — такое уже есть`,
    ),
    ...repeated(fields.map(({ code }) => code)).map((code) => `правило «${rule}»: код «${code}» повторяется`),
    ...nothing.map(({ caption }) => `правило «${rule}»: «${caption}» — назовите, что выбирают, или столбцы таблицы`),
  ]
}

/** What is kept of such a field: a text, «2026-09-01/2027-05-31» of a period, rows of a table. */
export type OwnValue = string | readonly (readonly string[])[]
/** By the code of the field; what nobody has written is not there. */
export type OwnValues = Readonly<Record<string, OwnValue>>

/** Why what was typed cannot be kept; `at` is the part of the field, «own.item1.from». */
export type Misread = {
  readonly at: string
  readonly caption: string
  readonly why: 'number' | 'hours' | 'day' | 'reversed' | 'option' | 'long'
}
type Read = { readonly value: OwnValue | null } | { readonly why: Misread['why']; readonly part?: string }

const longest = 10_000
const mostRows = 200
const line = (typed: unknown): string => (typeof typed === 'string' ? typed.trim() : '')
const partOf = (typed: unknown, name: string): unknown =>
  typeof typed === 'object' && typed !== null ? Object.entries(typed).find(([key]) => key === name)?.[1] : undefined

/** What a person typed into the fields, `own.CODE`, as it is kept; and what cannot be. */
export function ownTyped(fields: readonly OwnField[], typed: unknown): { values: OwnValues; wrong: readonly Misread[] } {
  const read = fields
    .filter(({ kind }) => kind !== 'file')
    .map((field) => ({ field, found: readField(field, partOf(typed, field.code)) }))
  return {
    values: Object.fromEntries(
      read.flatMap(({ field, found }) => ('value' in found && found.value !== null ? [[field.code, found.value] as const] : [])),
    ),
    wrong: read.flatMap(({ field: { code, caption }, found }) =>
      'why' in found ? [{ at: ['own', code, found.part].filter(Boolean).join('.'), caption, why: found.why }] : [],
    ),
  }
}

function readField({ kind, options }: OwnField, typed: unknown): Read {
  if (kind === 'period') return readPeriod(line(partOf(typed, 'from')), line(partOf(typed, 'to')))
  if (kind === 'table') return readTable(options.length, typed)
  const text = line(typed)
  if (text === '') return { value: null }
  if (text.length > longest) return { why: 'long' }
  if (kind === 'number' || kind === 'hours') return readNumber(kind, text)
  if (kind === 'day') return dayOf(text)
  return kind === 'choice' && !options.includes(text) ? { why: 'option' } : { value: text }
}

/** «12», «−3,5»; hours are never below nothing and go by halves. */
function readNumber(kind: 'number' | 'hours', text: string): Read {
  const plain = text
    .replaceAll(/[\s\u00a0]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  if (!/^-?\d{1,12}(\.\d{1,4})?$/.test(plain)) return { why: kind }
  return kind === 'hours' && (Number(plain) < 0 || !Number.isInteger(Number(plain) * 2)) ? { why: kind } : { value: plain }
}

function dayOf(text: string): Read {
  const day = parseDay(text)
  return day === null ? { why: 'day' } : { value: day }
}

function readPeriod(from: string, to: string): Read {
  if (from === '' && to === '') return { value: null }
  const [first, last] = [parseDay(from), parseDay(to === '' ? from : to)]
  if (first === null) return { why: 'day', part: 'from' }
  if (last === null) return { why: 'day', part: 'to' }
  return last < first ? { why: 'reversed', part: 'to' } : { value: `${first}/${last}` }
}

function readTable(columns: number, typed: unknown): Read {
  const rows = (Array.isArray(typed) ? typed : [])
    .slice(0, mostRows)
    .map((row) => Array.from({ length: columns }, (_, at) => line(Array.isArray(row) ? row[at] : undefined)))
    .filter((row) => row.some((cell) => cell !== ''))
  if (rows.flat().some((cell) => cell.length > longest)) return { why: 'long' }
  return { value: rows.length === 0 ? null : rows }
}

/** What is kept, as the form of the fields shows it: text by the name of the input. */
export function ownWritten(fields: readonly OwnField[], values: OwnValues): Record<string, string> {
  const entries = fields.flatMap(({ code, kind }): [string, string][] => {
    const value = values[code]
    const name = `own.${code}`
    if (value === undefined) return []
    if (typeof value !== 'string')
      return value.flatMap((row, at) => row.map((cell, column): [string, string] => [`${name}.${at}.${column}`, cell]))
    if (kind !== 'period') return [[name, kind === 'day' && isDay(value) ? shortDate(value) : figure(kind, value)]]
    const { from, to } = endsOf(value)
    return [
      [`${name}.from`, shortDate(from)],
      [`${name}.to`, shortDate(to)],
    ]
  })
  return Object.fromEntries(entries)
}

/** «4,5» of a number; any other text as it is. */
const figure = (kind: FieldType, value: string): string =>
  kind === 'number' || kind === 'hours' ? value.replace('.', ',') : value
const endsOf = (value: string): { from: string; to: string } => {
  const [from = '', to = from] = value.split('/')
  return { from, to }
}

/** What is kept in a field, in words: on a page, in a paper, in a comparison, in a file. `nameOf` names a kept file. */
export function ownSaid(
  { kind }: Pick<OwnField, 'kind'>,
  value: OwnValue | undefined,
  nameOf = (id: string): string => id,
): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return value.map((row) => row.join(' — ')).join('\n')
  if (kind === 'day') return isDay(value) ? shortDate(value) : value
  if (kind === 'period') return shortPeriod(endsOf(value))
  if (kind === 'file') return nameOf(value)
  return figure(kind, value)
}

/** The fields that have to be filled in and are not. */
export const ownLacking = (fields: readonly OwnField[], values: OwnValues): readonly OwnField[] =>
  fields.filter(({ code, required }) => required && values[code] === undefined)

const misread = {
  number: 'field.noNumber',
  hours: 'field.noHours',
  day: 'field.noDay',
  reversed: 'field.reversed',
  option: 'field.notOffered',
  long: 'field.tooLong',
} as const satisfies Record<Misread['why'], RuleRefusal['rule']>

/** What cannot be kept, each at its input; `within` stands before the names of the inputs. */
export const ownRefused = (wrong: readonly Misread[], within = ''): RuleRefusal[] =>
  wrong.map(({ at, caption, why }) => no(misread[why], { field: `${within}${at}`, params: { caption } }))

/** What is not filled in, each with the clause that asks for it. */
export const ownMissing = (fields: readonly OwnField[], values: OwnValues, within = ''): RuleRefusal[] =>
  ownLacking(fields, values).map(({ code, kind, caption, clause }) =>
    no('field.needed', {
      field: `${within}own.${code}${kind === 'period' ? '.from' : kind === 'table' ? '.0.0' : ''}`,
      clause: clause[0],
      params: { caption },
    }),
  )
