import { longDate, shortDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { type ControlQuery, type ControlState, daysLate, near, noDay } from './control-rules.ts'
import type { AssignmentLine } from './execution-queries.ts'

/** How an assignment stands, in the words of lists and papers. */
export const standingWords: Readonly<Record<ControlState, string>> = {
  late: 'просрочено',
  open: 'в работе',
  done: 'исполнено, ждёт приёмки',
  accepted: 'исполнено, принято',
  cancelled: 'снято с контроля',
}

/** Of a point that is nobody's task and changes a register. */
export const signedWords = 'Исполнено подписанием'

/** «12.02.2021, позже срока на 2 дня» */
export function doneWords(line: AssignmentLine): string | null {
  if (line.doneOn === null) return null
  const late = daysLate(line)
  return `${shortDate(line.doneOn)}${late > 0 ? `, позже срока на ${counted(late, 'день', 'дня', 'дней')}` : ''}`
}

/** «13.02.2021, Наумова Т. Я.» */
export const acceptedWords = ({ acceptedOn, acceptedBy }: AssignmentLine): string | null =>
  acceptedOn && `${shortDate(acceptedOn)}${acceptedBy ? `, ${acceptedBy}` : ''}`

export const dueChoice = (due: string | Day): string =>
  due === near ? 'в ближайшие 7 дней' : due === noDay ? 'без срока' : `до ${longDate(due)}`

/** How many stand how; what was cancelled counts no more. */
export function figuresOf(lines: readonly AssignmentLine[]) {
  const count = (state: AssignmentLine['state']) => lines.filter((line) => line.state === state).length
  return {
    all: lines.length - count('cancelled'),
    accepted: count('accepted'),
    done: count('done'),
    open: count('open'),
    late: lines.filter((line) => line.isOverdue).length,
  }
}

/** What the paper was asked for: «только просроченные, исполнитель Снигур Н. А., срок до 31 мая 2021 г.» */
export function askedWords({ state, person, due }: ControlQuery, lines: readonly AssignmentLine[]): string | null {
  const name = person && lines.find((line) => line.personId === person)?.person
  const parts = [state && standingWords[state], name && `исполнитель ${name}`, due && `срок ${dueChoice(due)}`].filter(Boolean)
  return parts.length > 0 ? parts.join('; ') : null
}
