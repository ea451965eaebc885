import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadTerritories } from '../../territories/all.ts'
import { approvalProblems } from './approval.ts'
import { readRegulation } from './check.ts'

/** As much of JSON Schema as the published one uses. */
type Schema = {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
}
const published: Schema = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../docs/regulation.schema.json'), 'utf8'))

const words = [
  'Статус',
  'п. 3.2',
  'семинар — вебинар',
  'ё',
  '«Урок»',
  'seminar',
  'a1',
  'code',
  '06-15',
  '12-31',
  '2021-09-01',
  '2024-02-29',
]
const fitting = (pattern = '') => words.filter((word) => new RegExp(pattern, 'u').test(word))
const deepest = 14
function within({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Schema): { min: number; max: number } {
  const min = Math.max(minimum, 0)
  return { min, max: Math.min(maximum, min + 60) }
}

/** Anything that the published schema lets be, down to some depth. */
function anyOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const named = schema.$ref === '#' ? published : published.$defs?.[schema.$ref.replace('#/$defs/', '')]
    return anyOf(named ?? {}, depth + 1)
  }
  const shapes = schema.anyOf ?? schema.oneOf
  if (shapes) return fc.oneof(...shapes.map((shape) => anyOf(shape, depth)))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'string':
      return fc.constantFrom(...fitting(schema.pattern))
    case 'integer':
    case 'number':
      return fc.integer(within(schema))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { minItems = 0, items = {} } = schema
      return depth > deepest && minItems === 0
        ? fc.constant([])
        : fc.array(anyOf(items, depth + 1), { minLength: minItems, maxLength: minItems + (depth > 4 ? 0 : 1) })
    }
    case 'object':
      return objectOf(schema, depth)
    default:
      return fc.constantFrom('Статус', 1, true, null)
  }
}

function objectOf(
  { properties = {}, required = [], propertyNames, additionalProperties }: Schema,
  depth: number,
): fc.Arbitrary<unknown> {
  if (propertyNames && typeof additionalProperties === 'object')
    return fc.dictionary(anyOf(propertyNames, depth).map(String), anyOf(additionalProperties, depth + 1), { maxKeys: 2 })
  const parts = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, anyOf(part, depth + 1)]))
  return fc.record(parts, { requiredKeys: [...required] })
}

/** Printed as an edition is taken away, and read back. */
const again = (regulation: unknown) => readRegulation(JSON.parse(JSON.stringify(regulation, null, 2)))

test('whatever the published schema lets be is read, or refused with a reason; read once, it reads back as the same', () => {
  let loaded = 0
  fc.assert(
    fc.property(anyOf(published), (given) => {
      const read = again(given)
      if ('problems' in read) {
        expect(read.problems.filter((problem) => /[а-яё]/i.test(problem))).not.toEqual([])
        return
      }
      loaded++
      expect(again(read.regulation)).toEqual(read)
      for (const problem of approvalProblems(read.regulation)) expect(problem).toMatch(/[а-яё]/i)
    }),
    { numRuns: 60, seed: 2026 },
  )
  expect(loaded).toBeGreaterThan(30)
})

test.each(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation] as const))(
  'the regulation of %s reads back as the same',
  (_, regulation) => expect(again(regulation)).toEqual({ regulation }),
)
