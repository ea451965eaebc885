import type { z } from 'zod'
import { walk } from './clauses.ts'
import { RegulationError } from './errors.ts'
import { exceptionProblems } from './exceptions/check.ts'
import { conditionProblems } from './hosts/conditions.ts'
import { intakeProblems } from './intake/check.ts'
import { partyProblems } from './parties/check.ts'
import { kindProblems, roleProblems } from './people/check.ts'
import { type Path, repeated, ruleName } from './problem.ts'
import { provisionProblems } from './provisions/check.ts'
import { raised } from './raised/raised.ts'
import { reviewProblems } from './review/check.ts'
import { type Regulation, regulationSchema } from './schema.ts'
import { limitProblems, stepProblems, termProblems, togetherProblems } from './status/check.ts'
import { consequenceProblems } from './status/consequences.ts'
import { extensionProblems } from './status/extension-conditions.ts'
import { planProblems, remoteProblems, reportProblems, yearProblems } from './work/check.ts'

/** Reads a regulation, or throws a RegulationError that lists every problem with its file, rule and reason. */
export function loadRegulation(fileName: string, data: unknown): Regulation {
  const read = readRegulation(data)
  const problems = 'problems' in read ? read.problems : problemsOf(read.regulation)
  if ('problems' in read || problems.length > 0) throw new RegulationError(problems.map((problem) => `${fileName}: ${problem}`))
  return read.regulation
}

/** A stored document as a regulation. Throws a ZodError for what was never one. */
export const storedRegulation = (document: unknown): Regulation => regulationSchema.parse(raised(document))

/** Data in the shape of a regulation, whatever its rules say; or what is not in that shape. */
export function readRegulation(data: unknown): { readonly regulation: Regulation } | { readonly problems: readonly string[] } {
  const read = regulationSchema.safeParse(raised(data))
  return read.success ? { regulation: read.data } : { problems: read.error.issues.flatMap((issue) => shapeProblem(issue, data)) }
}

const quoted = (values: readonly unknown[]) => values.map((value) => `«${String(value)}»`).join(', ')

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value == null ? undefined : (value as Record<PropertyKey, unknown>)[step]), data)
}

function shapeProblem(issue: z.core.$ZodIssue, data: unknown): string[] {
  const path = issue.path
  const at = ruleName(path)
  const last = path.at(-1)
  if (last === 'clause' && issue.code === 'invalid_type') return [`${ruleName(path.slice(0, -1))}: не назван пункт Положения`]
  if (issue.code === 'unrecognized_keys') {
    return [`${path.length === 0 ? 'Положение' : at}: неизвестное поле ${quoted(issue.keys)}`]
  }
  const given = valueAt(data, path)
  if (issue.code === 'invalid_value') return [`${at}: значение ${quoted([given])} не подходит, можно: ${quoted(issue.values)}`]
  if (given === undefined) return [`${at}: значения нет`]
  return [`${at}: значение ${quoted([given])} не подходит`]
}

/** What keeps a regulation from being approved: a rule without a clause, a clause that is not there, rules at odds with each other. */
export function problemsOf(regulation: Regulation): string[] {
  return [
    ...clauseProblems(regulation),
    ...citationProblems(regulation),
    ...termProblems(regulation),
    ...limitProblems(regulation),
    ...extensionProblems(regulation),
    ...planProblems(regulation),
    ...remoteProblems(regulation),
    ...intakeProblems(regulation),
    ...consequenceProblems(regulation),
    ...reviewProblems(regulation),
    ...reportProblems(regulation),
    ...yearProblems(regulation),
    ...duplicateCodes(regulation),
    ...partyProblems(regulation, regulationSchema),
    ...kindProblems(regulation),
    ...roleProblems(regulation),
    ...conditionProblems(regulation),
    ...stepProblems(regulation),
    ...togetherProblems(regulation),
    ...provisionProblems(regulation),
    ...exceptionProblems(regulation),
  ]
}

function numbersOf(regulation: Regulation): string[] {
  return [...walk(regulation.clauses), ...walk(regulation.orderPoints?.points ?? [])].map((clause) => clause.number)
}

function clauseProblems(regulation: Regulation): string[] {
  return repeated(numbersOf(regulation)).map((number) => `текст Положения: номер пункта ${number} встречается дважды`)
}

/** Every object that has a `clause`, with its path: rules, roles, forms of work, steps of the plan, criteria. */
function* cited(value: unknown, path: string[] = []): Generator<{ path: string[]; clause: readonly string[] }> {
  if (value === null || typeof value !== 'object') return
  const { clause } = value as { clause?: unknown }
  if (Array.isArray(clause)) yield { path, clause }
  for (const [key, inner] of Object.entries(value)) {
    const { code } = (inner ?? {}) as { code?: string }
    yield* cited(inner, [...path, Array.isArray(value) ? (code ?? String(Number(key) + 1)) : key])
  }
}
function citationProblems(regulation: Regulation): string[] {
  const known = new Set(numbersOf(regulation))
  const { clauses: _text, orderPoints: _points, provisions, examples, exceptions: _cases, ...rules } = regulation
  const asked = examples.flatMap(({ clause }) => clause)
  return [...cited(rules), ...cited(provisions), { path: ['examples'], clause: asked }].flatMap(({ path, clause }) => {
    const at = ruleName(path)
    if (path[0] === 'examples' && clause.length === 0) return []
    if (clause.length === 0) return [`${at}: не назван пункт Положения`]
    return clause.filter((number) => !known.has(number)).map((number) => `${at}: пункт ${number} не найден в тексте Положения`)
  })
}

function duplicateCodes(regulation: Regulation): string[] {
  const { forms, directions, termination, finance } = regulation
  const groups = {
    forms: forms.catalogue,
    directions: directions?.list,
    termination: termination?.grounds,
    finance: finance?.sources,
  }
  return Object.entries(groups).flatMap(([name, items]) =>
    repeated((items ?? []).map((item) => item.code)).map((code) => `правило «${name}»: код «${code}» повторяется`),
  )
}
