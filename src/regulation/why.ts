import { longDate } from '../kernel/dates.ts'
import type { NamedPeriod } from '../kernel/periods.ts'
import type { Day, Period } from '../kernel/types.ts'
import { type Basis, basisOf } from './cite.ts'
import { clausesOf } from './editor/compared.ts'
import { type Entry, entries, entryOf } from './editor/entries.ts'
import { ruleInWords } from './editor/in-words.ts'
import { paperWord } from './paper/questions.ts'
import { timeWords } from './procedure.ts'
import { provisionOf } from './provisions/questions.ts'
import type { Regulation } from './schema.ts'
import { lastDayOfStatus } from './status/questions.ts'
import { termSaid } from './status/terms.ts'
import { foundReportDue, type ReportKind } from './work/questions.ts'
import { stepsOf } from './work/steps.ts'

/** One step on the way to an answer: a rule with its values and the clause it comes from, or a fact, a count, which come from none. */
export type Step = { readonly text: string; readonly basis: Basis | null }

const fact = (text: string): Step => ({ text, basis: null })

/** A rule as a step: what it says with its values, that it is forbidden, or that the paper is silent. */
export function ruleStep(regulation: Regulation, key: string): Step {
  const entry = entryOf(key)
  return entry === undefined ? fact(key) : stepOf(regulation, entry)
}

function stepOf(regulation: Regulation, entry: Entry): Step {
  const found = provisionOf(regulation, entry.key)
  if (found.state === 'silent') return fact(`${entry.title}: ${paperWord(regulation)} об этом молчит`)
  if (found.state === 'forbidden') return { text: `${entry.title}: ${paperWord(regulation)} это запрещает`, basis: found.basis }
  const said = ruleInWords(entry, regulation).map(({ label, text }) =>
    label === entry.title || label.length < 3 ? `${label.toLowerCase()} ${text}` : `${label.toLowerCase()} — ${text}`,
  )
  return {
    text: `${entry.title}: ${said.join('; ')}`,
    basis: found.state === 'conflict' ? (found.readings[0]?.basis ?? null) : found.basis,
  }
}

/** The term in the sentence that stands beside its clause. */
function termStep(regulation: Regulation): Step {
  const { term } = regulation
  return term === null || provisionOf(regulation, 'term').state !== 'said'
    ? ruleStep(regulation, 'term')
    : { text: `Срок статуса: ${termSaid(term)}`, basis: basisOf(regulation, term.clause) }
}

/** How the last possible day of a status comes about; `order` is what gave the status. */
export function whyLastDay(regulation: Regulation, { from, to }: Period, order: string): readonly Step[] {
  const { value } = lastDayOfStatus(regulation, from)
  return [
    fact(`Статус начался ${longDate(from)}: ${order}`),
    termStep(regulation),
    fact(
      value === null
        ? 'Последнего возможного дня нет'
        : `Последний возможный день — ${longDate(value)} (месяцы считают от числа до числа; где такого числа нет, берут последний день месяца)`,
    ),
    ...(to === null ? [] : [fact(`Последний день по документу — ${longDate(to)}`)]),
  ]
}

/** How the day of a report comes about: what the paper says, the period it is asked for, the term of the status it cannot outlive. */
export function whyReportDue(
  regulation: Regulation,
  kind: ReportKind,
  period: NamedPeriod,
  given: { term: Period; due: Day | null; of: string },
): readonly Step[] {
  const { term, due, of } = given
  const { day: named, why } = foundReportDue(regulation, kind, period)
  return [
    ruleStep(regulation, 'report'),
    ...why.map(fact),
    fact(named === null ? 'День не назван: напоминать не о чем' : `${of} нужен к ${longDate(named)}`),
    ...(named !== null && due !== null && due !== named
      ? [fact(`Статус кончается раньше, ${longDate(term.to ?? due)}: отчёт нужен к этому дню`)]
      : []),
  ]
}

/** Who decides about a plan, step by step, each with the clause that names them. */
export function whyPlanSteps(regulation: Regulation): readonly Step[] {
  const { clause } = regulation.plan
  return [
    { text: 'Площадка работает по плану', basis: basisOf(regulation, clause) },
    ...stepsOf(regulation, 'plan').map((step) => ({
      text: [step.caption, timeWords(step)].filter(Boolean).join(': '),
      basis: basisOf(regulation, step.clause),
    })),
  ]
}

/** Every rule that rests on a clause, with its values. */
export const rulesOfClause = (regulation: Regulation, number: string): readonly Step[] =>
  entries
    .filter((entry) => entry.cites && clausesOf(entry, regulation).includes(number))
    .map((entry) => stepOf(regulation, entry))
