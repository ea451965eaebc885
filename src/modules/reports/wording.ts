import { daysBetween, longDate, shortDate, shortPeriod } from '../../kernel/dates.ts'
import { counted, restOfDays } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import {
  type AssembledAdaptations,
  type AssembledGroup,
  type AssembledLine,
  type AssembledPairs,
  type AssembledVersion,
  ofReport,
  type ReportOf,
} from './model.ts'
import type { ReportRow } from './queries.ts'
import type { Standing } from './rules.ts'

/** «Отчёт за 2021/22 учебный год» */
export const reportTitle = (of: ReportOf): string => `Отчёт ${ofReport(of)}`

export const lateWords = (days: number): string => `опоздание ${counted(days, 'день', 'дня', 'дней')}`

/** «до 15 июня 2022 г., осталось 12 дней»; after handing in only the day, and how late it was. */
export function dueWords({ due, late, state, overdue }: Standing, today: Day): string {
  if (due === null) return 'срока в Положении нет'
  const day = `до ${longDate(due)}`
  if (late > 0) return `${day}, ${lateWords(late)}`
  const waiting = state === 'none' || state === 'draft'
  return waiting && !overdue ? `${day}, ${restOfDays(daysBetween(today, due))}` : day
}

/** The days of a line in the plan. */
export function plannedDays({ startsOn, endsOn }: Pick<AssembledLine, 'startsOn' | 'endsOn'>): string {
  if (startsOn !== null && endsOn !== null) return shortPeriod({ from: startsOn, to: endsOn })
  const known = startsOn ?? endsOn
  return known === null ? 'без даты' : shortDate(known)
}

/** When it happened, or when it was to happen. */
export const daysOf = (line: AssembledLine): string => (line.heldOn === null ? plannedDays(line) : shortDate(line.heldOn))

/** What a version of the plan changed: «добавлено 2, изменено 1». */
export function changesOf({ number, added, changed, removed }: AssembledVersion): string {
  if (number === 1) return 'первая редакция'
  const parts = [
    added > 0 ? `добавлено ${added}` : '',
    changed > 0 ? `изменено ${changed}` : '',
    removed > 0 ? `убрано ${removed}` : '',
  ].filter((part) => part !== '')
  return parts.join(', ') || 'строки те же'
}

/** «Сдано 3 из 5, принято 2, просрочено 1» */
export function summaryOf(rows: readonly ReportRow[]): string {
  const count = (fits: (row: ReportRow) => boolean) => rows.filter(fits).length
  const handedIn = count(({ state }) => state === 'submitted' || state === 'accepted')
  const overdue = count((row) => row.overdue)
  const parts = [`Сдано ${handedIn} из ${rows.length}`, `принято ${count(({ state }) => state === 'accepted')}`]
  return (overdue > 0 ? [...parts, `просрочено ${overdue}`] : parts).join(', ')
}

/** «01.10.2021 – 31.12.2021, участников — 4. Результат: памятка для наставника» */
export const groupWords = ({ from, to, people, result }: AssembledGroup): string =>
  `${shortPeriod({ from, to })}, участников — ${people}. ${result === null ? 'Результата пока нет' : `Результат: ${result}`}`

/** «3, закончили работу — 1, дней встреч — 8, академических часов — 9» */
/** «внедрено — 3, приспособлено — 1, не подошло — 1, без ответа — 2»: what became of what was brought home, by the last answer of these days. */
export function adaptationsWords({ introduced, outcomes }: AssembledAdaptations): string {
  const answered = outcomes.introduced + outcomes.adapted + outcomes.didNotFit
  const said = [
    [outcomes.introduced, 'внедрено'],
    [outcomes.adapted, 'приспособлено'],
    [outcomes.didNotFit, 'не подошло'],
  ] as const
  const parts = said.flatMap(([count, word]) => (count === 0 ? [] : [`${word} — ${count}`]))
  return [`начали — ${introduced}`, ...(answered === 0 ? ['ответов пока нет'] : parts)].join(', ')
}

export const pairsWords = ({ pairs, ended, meetings, minutes }: AssembledPairs): string =>
  `${pairs}, закончили работу — ${ended}, дней встреч — ${meetings}, академических часов — ${Math.floor(minutes / 45)}`
