import type { RuleTexts } from '../../web/refusals.ts'

type Sentence = (params: Readonly<Record<string, string | number>>) => string

/** What is said of decisions about applications. `point` names the point of the order. */
export const decisionTexts = (point: (sentence: Sentence) => Sentence): RuleTexts => ({
  'order.unknownApplication': point(() => 'такой заявки нет. Выберите заявку из списка'),
  'order.applicationTwice': point(({ label }) => `${label} решается дважды. Оставьте один пункт`),
  'order.applicationDecided': point(({ label, by }) => `${label} уже решена: ${by}. Уберите пункт о ней`),
  'order.applicationWithdrawn': point(({ label }) => `${label} отозвана заявителем. Уберите пункт о ней`),
  'order.applicationNotReady': point(({ label, when }) => `${label} ещё не готова к решению: заявки ${when}`),
  'order.notTheApplicants': point(
    ({ label, names }) => `организации площадки не те, что подали заявку (${label}): ${names}. Исправьте список организаций`,
  ),
})
