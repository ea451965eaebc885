import { shortDate, shortPeriod } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'

type Outcome = 'held' | 'cancelled' | 'notHeld' | 'ahead'

/** A line of a plan as three papers know it: the plan, what was recorded when it was held, the report that was handed in. */
export type LineFacts = {
  readonly key: string
  readonly activity: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly execution: {
    readonly outcome: 'held' | 'cancelled'
    readonly heldOn: Day | null
    readonly people: number | null
  } | null
  /** Files with the record: programmes, lists, photographs. */
  readonly files: number
  readonly reported: { readonly outcome: Outcome; readonly heldOn: Day | null; readonly people: number | null } | null
}

/** A row of the table «запланировано / проведено / в отчёте». */
export type MismatchRow = {
  readonly key: string
  readonly activity: string
  readonly planned: string
  readonly held: string
  readonly reported: string
  /** What does not agree; empty when everything does. */
  readonly differences: readonly string[]
}

const people = (count: number | null) => (count === null ? '' : `, ${counted(count, 'человек', 'человека', 'человек')}`)
const words: Readonly<Record<Outcome, string>> = {
  held: 'проведено',
  cancelled: 'отменено',
  notHeld: 'не проведено',
  ahead: 'впереди',
}

/** What the plan, the records and the report say of each line, and where they part. (R-35m) */
export const mismatchRows = (lines: readonly LineFacts[], today: Day): MismatchRow[] =>
  lines.map((line) => ({
    key: line.key,
    activity: line.activity,
    planned: line.startsOn === null ? 'без даты' : shortPeriod({ from: line.startsOn, to: line.endsOn ?? line.startsOn }),
    held: heldWords(line),
    reported: reportedWords(line),
    differences: differencesOf(line, today),
  }))

function heldWords({ execution, files }: LineFacts): string {
  if (execution === null) return 'отметки нет'
  if (execution.outcome === 'cancelled') return words.cancelled
  const day = execution.heldOn === null ? 'день не назван' : shortDate(execution.heldOn)
  return `${day}${people(execution.people)}, ${files === 0 ? 'файлов нет' : counted(files, 'файл', 'файла', 'файлов')}`
}

function reportedWords({ reported }: LineFacts): string {
  if (reported === null) return 'нет'
  if (reported.outcome !== 'held' || reported.heldOn === null) return `${words[reported.outcome]}${people(reported.people)}`
  return `${shortDate(reported.heldOn)}${people(reported.people)}`
}

function differencesOf({ endsOn, execution, files, reported }: LineFacts, today: Day): string[] {
  const isPast = endsOn !== null && endsOn < today
  const isHeld = execution?.outcome === 'held'
  return [
    isPast && execution === null ? 'срок прошёл, отметки о проведении нет' : null,
    isHeld && files === 0 ? 'проведение ничем не подтверждено' : null,
    isHeld && endsOn !== null && execution.heldOn !== null && execution.heldOn > endsOn ? 'проведено позже плана' : null,
    reported?.outcome === 'held' && !isHeld ? 'в отчёте проведено, отметки о проведении нет' : null,
    reported !== null && reported.outcome !== 'held' && isHeld ? 'проведено, а в отчёте иначе' : null,
    reported?.outcome === 'held' && isHeld && reported.people !== execution.people
      ? 'число людей в отчёте и в отметке разное'
      : null,
    reported?.outcome === 'held' && isHeld && reported.heldOn !== execution.heldOn ? 'день в отчёте и в отметке разный' : null,
  ].filter((text) => text !== null)
}

/** A row as one sentence, to be kept with a case: what it says stays even when the registers change later. */
export const rowSentence = ({ activity, planned, held, reported, differences }: MismatchRow): string =>
  `«${activity}». Запланировано: ${planned}. Проведено: ${held}. В отчёте: ${reported}.${differences.length > 0 ? ` Расхождение: ${differences.join('; ')}.` : ''}`
