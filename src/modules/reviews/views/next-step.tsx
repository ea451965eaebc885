import type { Day } from '../../../kernel/types.ts'
import { StateTag, type Tone } from '../../../ui/content.ts'
import type { Call } from '../../calls/model.ts'
import { vacanciesIn } from '../assignment-rules.ts'
import { isOpen } from '../machine.ts'
import type { SummaryRow } from '../model.ts'

/** What an application under review waits for from those who lead it. */
type NextStep = 'assign' | 'replace' | 'extra' | 'hurry' | 'wait' | 'done'

const shown: Readonly<Record<NextStep, { tone: Tone; word: string }>> = {
  assign: { tone: 'wait', word: 'Назначить экспертов' },
  replace: { tone: 'late', word: 'Заменить отказавшегося' },
  extra: { tone: 'late', word: 'Назначить ещё одного' },
  hurry: { tone: 'late', word: 'Напомнить или заменить' },
  wait: { tone: 'now', word: 'Ждать заключений' },
  done: { tone: 'ok', word: 'Экспертиза закончена' },
}

export function nextStep(row: SummaryRow, { expertsPerApplication }: Pick<Call, 'expertsPerApplication'>, today: Day): NextStep {
  if (row.state !== 'admitted' && row.state !== 'underReview') return 'done'
  if (row.reviews.some(({ state, dueOn }) => isOpen(state) && dueOn < today)) return 'hurry'
  if (row.needsExtra) return 'extra'
  const vacancies = vacanciesIn(row.reviews, expertsPerApplication)
  if (vacancies > 0) return row.reviews.some(({ state }) => state === 'declined') ? 'replace' : 'assign'
  return 'wait'
}

export function NextStepTag({ row, call, today }: { row: SummaryRow; call: Call; today: Day }) {
  return <StateTag {...shown[nextStep(row, call, today)]} />
}

export const stepWord = (row: SummaryRow, call: Call, today: Day): string => shown[nextStep(row, call, today)].word
