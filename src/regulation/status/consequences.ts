import { addDays, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { type Basis, basisOf } from '../cite.ts'
import type { Regulation } from '../schema.ts'
import type { missedDays } from './schema.ts'

/** What a site did not do by its day: how many days later it was done, or how many have passed. */
export type Missed = {
  readonly what: (typeof missedDays)[number]
  readonly name: string
  readonly due: Day
  readonly late: number
}
type Consequence = NonNullable<Regulation['consequences']>['list'][number]

/** What the paper says should be proposed now; a person decides whether it is. */
export type Proposal = {
  readonly follows: Consequence['follows']
  /** On what ground a status would be ended: its code, or the words of the paper where it names no grounds. */
  readonly ground: string | null
  /** The facts, in words. */
  readonly reason: string
  /** The day on which it came to this. */
  readonly since: Day
  readonly basis: Basis
}

/** Whether the paper says that anything follows from a missed day. */
export const hasConsequences = ({ consequences }: Regulation): boolean => consequences !== null

/** What follows, by the paper, from what a site has missed; nothing where the paper is silent. */
export const proposalsFor = (regulation: Regulation, missed: readonly Missed[]): Proposal[] =>
  (regulation.consequences?.list ?? []).flatMap((one) => {
    const met = missed
      .filter(({ what, late }) => what === one.missed && late >= one.days)
      .toSorted((a, b) => a.due.localeCompare(b.due))
    const last = met.at(-1)
    if (last === undefined || met.length < one.times) return []
    const facts = met.map(
      ({ name, due, late }) => `${name}: срок ${longDate(due)}, опоздание ${counted(late, 'день', 'дня', 'дней')}`,
    )
    const since = addDays(last.due, one.days)
    return [
      {
        follows: one.follows,
        ground: groundOf(regulation, one),
        reason: facts.join('; '),
        since,
        basis: basisOf(regulation, one.clause),
      },
    ]
  })

/** The ground of the paper under these words. */
const groundOf = ({ termination }: Regulation, { ground }: Consequence): string | null =>
  termination?.grounds.find(({ text }) => text === ground)?.code ?? ground

const missedWords = { report: 'отчёт не сдан в срок', plan: 'период начался, а плана нет' } as const
const followsWords = {
  question: 'спросить площадку',
  suspension: 'приостановить деятельность',
  termination: 'прекратить статус',
} as const

/** «Если отчёт не сдан в срок 2 раза, прошло 10 дней: дело предложит прекратить статус» */
export function consequenceWords({ missed, times, days, follows }: Consequence): string {
  const often = times > 1 ? ` ${counted(times, 'раз', 'раза', 'раз')}` : ''
  const long = days > 1 ? ` и прошло ${counted(days, 'день', 'дня', 'дней')}` : ''
  return `Если ${missedWords[missed]}${often}${long}, среди дел появится: ${followsWords[follows]}; решает человек`
}

/** What cannot come to pass: a report without a day, a ground the paper does not name. */
export function consequenceProblems(regulation: Regulation): string[] {
  const grounds = regulation.termination?.grounds.map(({ text }) => text) ?? []
  const hasDay = regulation.report?.kinds.some(({ due }) => due !== null) === true
  return (regulation.consequences?.list ?? [])
    .flatMap(({ missed, follows, ground }) => [
      ...(missed === 'report' && !hasDay ? ['ни у одного отчёта нет срока, пропустить нечего'] : []),
      ...(follows === 'termination' && grounds.length > 0 && !grounds.some((text) => text === ground)
        ? [`основание прекращения — одно из названных: ${grounds.join('; ')}`]
        : []),
    ])
    .map((problem) => `правило «consequences»: ${problem}`)
}
