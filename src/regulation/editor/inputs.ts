import type { z } from 'zod'
import { type Named, namedBy } from '../rule.ts'
import { wordForms } from '../words.ts'

/** What a person fills in for one part of a rule. Which it is follows from the schema alone, so that a rule has no form of its own to forget. */
export type Input =
  | { readonly as: 'text' | 'day' | 'monthDay'; readonly optional: boolean }
  | { readonly as: 'number'; readonly least: number; readonly most: number; readonly optional: boolean }
  /** `only`: the rule says it by being there, and nothing is asked. */
  | { readonly as: 'yesNo'; readonly only?: true }
  /** `usual` is what it is when nothing is chosen. */
  | { readonly as: 'one'; readonly of: readonly string[]; readonly usual: string | null }
  | { readonly as: 'several'; readonly of: readonly string[]; readonly optional: boolean }
  /** A party of this regulation or a kind of a dictionary, or several. */
  | { readonly as: 'party' | 'parties'; readonly of: Named; readonly optional: boolean }
  /** Short texts, one on a line. */
  | { readonly as: 'lines' }
  | { readonly as: 'numbers' }
  | { readonly as: 'clauses' }
  /** The forms of a word. */
  | { readonly as: 'words' }
  | { readonly as: 'group'; readonly of: Parts; readonly optional: boolean }
  /** `codes` begins the code of a new row. */
  | { readonly as: 'rows'; readonly of: Parts; readonly codes: string }
  /** One of several shapes; `by` is the part that says which. */
  | { readonly as: 'shapes'; readonly by: string; readonly of: Readonly<Record<string, Parts>>; readonly optional: boolean }

export type Parts = Readonly<Record<string, Input>>

/** Codes of these rows are made of their names, so that one thing has one code wherever it is written. */
export const codeOfName = 'ofName'

/** A code is the program's own and nobody types it. */
export const isHidden = (name: string): boolean => name === 'code'

type Def = z.core.$ZodTypeDef & {
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly options?: readonly z.ZodType[]
  readonly discriminator?: string
  readonly format?: string
  readonly defaultValue?: unknown
}
const defOf = (schema: z.ZodType): Def => schema._zod.def

/** The schema without «or nothing», and whether nothing may be said. */
export function bare(schema: z.ZodType): { readonly inner: z.ZodType; readonly optional: boolean; readonly usual: unknown } {
  const { type, innerType, defaultValue } = defOf(schema)
  if ((type === 'nullable' || type === 'optional') && innerType) return { ...bare(innerType), optional: true }
  if (type === 'default' && innerType) return { ...bare(innerType), usual: defaultValue }
  return { inner: schema, optional: false, usual: null }
}

const shapeOf = (schema: z.ZodType) => defOf(schema).shape ?? {}
const oneOf = (schema: z.ZodType): readonly string[] | null => {
  const { type, entries, values } = defOf(schema)
  if (type === 'enum') return Object.values(entries ?? {})
  return type === 'literal' ? (values ?? []).map(String) : null
}

/** The parts of a rule, in the order of its schema. */
export const partsOf = (schema: z.ZodType): Parts =>
  Object.fromEntries(Object.entries(shapeOf(bare(schema).inner)).map(([name, one]) => [name, inputOf(name, one)]))

/** The whole of a rule as one input: a group of parts, or a choice between shapes. Throws for a kind of schema nobody can fill in. */
export function inputOf(name: string, schema: z.ZodType): Input {
  const { inner, optional, usual } = bare(schema)
  const { type, element, options, discriminator, format } = defOf(inner)
  if (name === 'clause') return { as: 'clauses' }
  const named = namedBy(inner)
  if (named) return { as: 'party', of: named, optional }
  if (type === 'boolean') return { as: 'yesNo' }
  if (type === 'number') return { as: 'number', ...boundsOf(inner), optional }
  if (type === 'string') return { as: format === 'date' ? 'day' : isMonthDay(inner) ? 'monthDay' : 'text', optional }
  const choice = oneOf(inner)
  if (choice)
    return choice.includes('true')
      ? { as: 'yesNo', only: true }
      : { as: 'one', of: choice, usual: typeof usual === 'string' ? usual : choice.length === 1 ? (choice[0] ?? null) : null }
  if (type === 'union' && options && discriminator)
    return {
      as: 'shapes',
      by: discriminator,
      of: Object.fromEntries(options.map((one) => shapeNamed(one, discriminator))),
      optional,
    }
  if (type === 'object')
    return Object.keys(shapeOf(inner)).join(' ') === wordForms.join(' ')
      ? { as: 'words' }
      : { as: 'group', of: partsOf(inner), optional }
  if (type === 'array' && element) return listOf(element, optional, inner)
  throw new Error(`no way to fill in «${name}»: ${type}`)
}

function shapeNamed(schema: z.ZodType, by: string): [string, Parts] {
  const { [by]: which, ...rest } = shapeOf(schema)
  const [name = ''] = (which && oneOf(which)) ?? []
  return [name, Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, inputOf(key, one)]))]
}

function listOf(element: z.ZodType, optional: boolean, list: z.ZodType): Input {
  const named = namedBy(element)
  if (named) return { as: 'parties', of: named, optional }
  const of = oneOf(element)
  if (of) return { as: 'several', of, optional }
  const { type } = defOf(element)
  if (type === 'string') return { as: 'lines' }
  return type === 'number' ? { as: 'numbers' } : { as: 'rows', of: partsOf(element), codes: String(list.meta()?.codes ?? 'item') }
}

/** What a check of a schema holds its values to. */
type Check = { readonly check: string; readonly value?: number; readonly pattern?: RegExp }
const checksOf = (schema: z.ZodType): readonly Check[] => (defOf(schema).checks ?? []).map(({ _zod }) => _zod.def as Check)

function boundsOf(schema: z.ZodType): { least: number; most: number } {
  const bound = (check: string) => checksOf(schema).find((one) => one.check === check)?.value
  return { least: bound('greater_than') ?? 0, most: bound('less_than') ?? 10_000 }
}

/** A day of each year, «06-15». */
const isMonthDay = (schema: z.ZodType): boolean => checksOf(schema).some(({ pattern }) => pattern?.source === '^\\d{2}-\\d{2}$')
