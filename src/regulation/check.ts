import type { z } from 'zod'
import { isDay, lastDayOfMonths } from '../kernel/dates.ts'
import { walk } from './clauses.ts'
import { RegulationError } from './errors.ts'
import { type Regulation, regulationSchema } from './schema.ts'

/** The longest term any regulation of the field may give a status: three years. */
export const longestTermMonths = 36

/** Reads a regulation, or throws a RegulationError that lists every problem with its file, rule and reason. */
export function loadRegulation(fileName: string, data: unknown): Regulation {
  const read = readRegulation(data)
  const problems = 'problems' in read ? read.problems : problemsOf(read.regulation)
  if ('problems' in read || problems.length > 0) throw new RegulationError(problems.map((problem) => `${fileName}: ${problem}`))
  return read.regulation
}

/** Data in the shape of a regulation, whatever its rules say; or what is not in that shape. */
export function readRegulation(data: unknown): { readonly regulation: Regulation } | { readonly problems: readonly string[] } {
  const read = regulationSchema.safeParse(data)
  return read.success ? { regulation: read.data } : { problems: read.error.issues.flatMap((issue) => shapeProblem(issue, data)) }
}

type Path = readonly PropertyKey[]
const ruleName = (path: Path) => `правило «${path.filter((step) => typeof step === 'string').join('.')}»`
const quoted = (values: readonly unknown[]) => values.map((value) => `«${String(value)}»`).join(', ')

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value == null ? undefined : (value as Record<PropertyKey, unknown>)[step]), data)
}

function shapeProblem(issue: z.core.$ZodIssue, data: unknown): string[] {
  const path = issue.path
  const at = ruleName(path)
  const last = path.at(-1)
  if (last === 'clause' && issue.code === 'invalid_type') return [`${ruleName(path.slice(0, -1))}: не назван пункт Положения`]
  if (issue.code === 'invalid_key' && path[0] === 'roles') return [`правило «roles»: неизвестная роль ${quoted([last])}`]
  if (issue.code === 'unrecognized_keys') {
    const what = path[0] === 'roles' && path.length === 1 ? 'неизвестная роль' : 'неизвестное поле'
    return [`${path.length === 0 ? 'Положение' : at}: ${what} ${quoted(issue.keys)}`]
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
    ...planProblems(regulation),
    ...reportProblems(regulation),
    ...duplicateCodes(regulation),
    ...bodyProblems(regulation),
    ...stepProblems(regulation),
  ]
}

function numbersOf(regulation: Regulation): string[] {
  return [...walk(regulation.clauses), ...walk(regulation.orderPoints?.points ?? [])].map((clause) => clause.number)
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
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
  const { clauses: _text, orderPoints: _points, ...rules } = regulation
  return [...cited(rules)].flatMap(({ path, clause }) => {
    const at = ruleName(path)
    if (clause.length === 0) return [`${at}: не назван пункт Положения`]
    return clause.filter((number) => !known.has(number)).map((number) => `${at}: пункт ${number} не найден в тексте Положения`)
  })
}

function termProblems({ term }: Regulation): string[] {
  if (term === null) return []
  const tooLong = `правило «term»: срок статуса больше ${longestTermMonths} месяцев — дольше трёх лет статус не дают`
  if (term.kind === 'longest') return term.months > longestTermMonths ? [tooLong] : []
  if (term.to < term.from) return ['правило «term»: период кончается раньше, чем начинается']
  return term.to > lastDayOfMonths(term.from, longestTermMonths) ? [tooLong] : []
}

function planProblems({ plan }: Regulation): string[] {
  const codes = plan.columns.map((column) => column.code)
  const missing = (['activity', 'dates'] as const).filter((code) => !codes.includes(code))
  const approvals = plan.chain.filter((step) => step.act === 'approve').length
  return [
    ...missing.map((code) => `правило «plan»: в плане нет столбца «${code}»`),
    ...repeated(codes).map((code) => `правило «plan»: столбец «${code}» повторяется`),
    ...(approvals === 1 && plan.chain.at(-1)?.act === 'approve'
      ? []
      : ['правило «plan»: последним шагом план утверждают, и только один раз']),
  ]
}

function reportProblems({ report }: Regulation): string[] {
  if (report === null) return []
  const problems: string[] = []
  // 2023 is not a leap year, so 29 February, which most years lack, is refused too.
  if (report.due !== null && !isDay(`2023-${report.due}`)) problems.push(`правило «report»: дня «${report.due}» нет в календаре`)
  if (report.due === null && report.reminders.length > 0) problems.push('правило «report»: напоминания есть, а срока нет')
  return problems
}

function duplicateCodes(regulation: Regulation): string[] {
  const { forms, directions, termination, finance, eligibility, report } = regulation
  const groups = {
    forms: forms.catalogue,
    directions: directions?.list,
    termination: termination?.grounds,
    finance: finance?.sources,
    eligibility: eligibility && [...eligibility.all, ...(eligibility.atLeast?.of ?? [])],
    report: report?.criteria,
  }
  return Object.entries(groups).flatMap(([name, items]) =>
    repeated((items ?? []).map((item) => item.code)).map((code) => `правило «${name}»: код «${code}» повторяется`),
  )
}

function bodyProblems(regulation: Regulation): string[] {
  const { eligibility, plan, report, council, bodies, roles, coordinator } = regulation
  const problems: string[] = []
  const needsCoordinator =
    plan.chain.some((step) => step.by === 'coordinator') || report?.to === 'coordinator' || coordinator !== null
  if (needsCoordinator && roles.coordinator === undefined)
    problems.push('правило «roles»: координатор назван в правилах, а такой роли нет')
  if (plan.chain.some((step) => step.by === 'head') && roles.head === undefined)
    problems.push('правило «roles»: руководитель площадки назван в плане, а такой роли нет')
  if (council !== null && bodies.council === null) problems.push('правило «council»: совет не назван среди органов')
  const { atLeast } = eligibility ?? { atLeast: null }
  if (atLeast !== null && atLeast.count > atLeast.of.length)
    problems.push(`правило «eligibility»: нужно ${atLeast.count} из ${atLeast.of.length} показателей`)
  return problems
}

/** Every step on the way to a status has its rule, and no rule stands without its step. */
function stepProblems(regulation: Regulation): string[] {
  const { steps } = regulation.status
  const ruleOf = { call: 'calls', expertReview: 'expertReview', contract: 'contract' } as const
  return (Object.entries(ruleOf) as [keyof typeof ruleOf, (typeof ruleOf)[keyof typeof ruleOf]][]).flatMap(([step, name]) => {
    const hasStep = steps.includes(step)
    if (hasStep === (regulation[name] !== null)) return []
    return [hasStep ? `правило «status»: шаг «${step}» есть, а правила «${name}» нет` : `правило «${name}»: шага «${step}» нет`]
  })
}
