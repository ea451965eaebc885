import type { RuleTexts } from '../../web/refusals.ts'
import type { Outcome, ReportState } from './model.ts'

export const ruleTexts: RuleTexts = {
  'report.notAsked': 'Положение этой площадки отчёта не требует',
  'report.siteNotAtWork': 'Выберите другой период: в этом у площадки нет статуса',
  'report.beganAfterDue': 'Выберите следующий период: статус площадки начался позже, чем кончился срок этого отчёта',
  'report.periodAhead': ({ period, from }) => `Соберите отчёт позже: ${period} начнётся ${from}`,
  'report.practiceReversed': 'Последний день практики раньше первого: поправьте дни',
  'report.practiceNotOver': ({ to }) => `Практика ещё идёт: отчёт начинают после её последнего дня, ${to}`,
  'report.practiceOutside': 'Проверьте дни практики: в эти дни статуса у площадки не было',
  'report.practiceNamed': ({ of }) =>
    `Назовите эту практику иначе или проверьте её дни: отчёт по практике с таким названием уже есть, она прошла ${of}`,
  'report.unknownCriterion': 'Откройте отчёт заново: критерии Положения изменились',
  'report.needsConclusion': ({ criterion }) => `Напишите вывод: «${criterion}»`,
  'report.needsWords': 'Напишите выводы: без них отчёт не сдают',
  'report.needsFigures': 'Впишите хотя бы один показатель: пустую карту не сдают',
  'report.needsFigure': ({ criterion }) => `Впишите показатель: «${criterion}»`,
}

export const stateNames: Readonly<Record<ReportState | 'none', string>> = {
  none: 'Не начат',
  draft: 'Черновик',
  submitted: 'На проверке',
  returned: 'Возвращён',
  accepted: 'Принят',
}

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  held: 'Проведено',
  cancelled: 'Отменено',
  notHeld: 'Не проведено',
  ahead: 'Впереди',
}

/** Over the table of what was measured at the entry and at the exit of traineeships. */
export const dynamicsTitle = 'Стажёры, измеренные на входе и на выходе'

/** Field of the free text: with criteria it adds to them, without it is the conclusions. */
export const extraLabel = (criteria: readonly unknown[]): string => (criteria.length > 0 ? 'Что ещё важно сказать' : 'Выводы')
