import type { RuleTexts } from '../../../web/refusals.ts'
import type { RequestState } from './model.ts'

export const ruleTexts: RuleTexts = {
  'check.answerEach': 'Отметьте, проходит ли эта строка',
  'check.remarkNeeded': 'Напишите, что исправить: по этому тексту заявку будут дорабатывать',
  'check.notWhole': 'Верните заявку с замечаниями: допустить можно, когда все строки проходят и прежние замечания исправлены',
  'check.nothingToReturn': 'Допустите заявку: все строки проходят, возвращать её не с чем',
  'return.needsRemark': 'Напишите хотя бы одно замечание: без него дорабатывать нечего',
  'return.unknownPlace': 'Откройте страницу заново: этого места в заявке больше нет',
  'information.notNow': 'Запросить сведения можно, пока заявка отправлена и решения по ней нет',
  'information.dueInPast': 'Поставьте срок не раньше сегодняшнего дня',
  'information.dueTooFar': ({ most }) => `Поставьте срок в ближайшие ${most} дней`,
  'information.caseIsOver': 'Отвечать больше не нужно: по заявке есть решение или её отозвали',
  'information.closed': 'Откройте запрос заново: на него уже ответили или его отозвали',
}

export const requestStateNames: Readonly<Record<RequestState, string>> = {
  asked: 'Ждёт ответа',
  answered: 'Ответили',
  withdrawn: 'Отозван',
}
export const requestStateTones = { asked: 'wait', answered: 'ok', withdrawn: 'calm' } as const
