import { shortPeriod } from '../../kernel/dates.ts'
import { academicHoursText } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'

/** A pair as the paper of its mentor tells of it: whoever learned is not named. */
export type EvidencePair = {
  readonly goal: string
  readonly from: Day
  readonly to: Day
  readonly meetings: number
  readonly minutes: number
  /** Null while the pair works. */
  readonly outcome: string | null
}
/** What is printed but the name. */
export type Evidence = { readonly issuedOn: Day; readonly territory: string; readonly pairs: readonly EvidencePair[] }

type Led = {
  readonly state: string
  readonly goal: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly closedOn: Day | null
  readonly meetings: number
  readonly minutes: number
  readonly outcome: string | null
}

const atWork: ReadonlySet<string> = new Set(['running', 'ended'])

/** Pairs that have worked: those that were declined, have not begun by today, or were over before they began, are none. The earliest first. */
export const evidenceOf = (led: readonly Led[], today: Day): EvidencePair[] =>
  led
    .filter(({ state, startsOn, closedOn }) => atWork.has(state) && startsOn <= (closedOn ?? today) && startsOn <= today)
    .map(({ goal, startsOn: from, endsOn, closedOn, meetings, minutes, outcome }) => ({
      ...{ goal, from, meetings, minutes, outcome },
      to: closedOn ?? endsOn,
    }))
    .toSorted((one, other) => one.from.localeCompare(other.from) || one.goal.localeCompare(other.goal))

/** Whole academic hours of 45 minutes, as everywhere. */
export const hoursOf = (pairs: readonly Pick<EvidencePair, 'minutes'>[]): number =>
  Math.floor(pairs.reduce((sum, { minutes }) => sum + minutes, 0) / 45)

/** Everything that is printed, row by row, for the paper and for its check alike. (c16) */
export const evidenceRows = ({ pairs, territory }: Evidence): { key: string; value: string }[] => [
  { key: 'Территория', value: territory },
  { key: 'Пар', value: `${pairs.length}, закончили работу — ${pairs.filter(({ outcome }) => outcome !== null).length}` },
  { key: 'Дней встреч', value: String(pairs.reduce((sum, { meetings }) => sum + meetings, 0)) },
  { key: 'Объём', value: academicHoursText(hoursOf(pairs)) },
  ...pairs.map((pair, n) => ({ key: `Пара ${n + 1}`, value: pairWords(pair) })),
]

const pairWords = ({ goal, from, to, meetings, minutes, outcome }: EvidencePair): string =>
  [
    `${shortPeriod({ from, to })}. Цель: ${goal}`,
    `дней встреч — ${meetings}, академических часов — ${Math.floor(minutes / 45)}`,
    outcome === null ? 'пара работает' : `итог: ${outcome}`,
  ].join('; ')
