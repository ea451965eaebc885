import { ofPoint } from '../../../kit/order/objections.ts'
import type { RuleTexts } from '../../../web/refusals.ts'

/** Why an order cannot decide about an application. */
export const effectTexts: RuleTexts = {
  'order.unknownApplication': ofPoint(() => 'такой заявки нет. Выберите заявку из списка'),
  'order.applicationTwice': ofPoint(({ label }) => `${label} решается дважды. Оставьте один пункт`),
  'order.applicationDecided': ofPoint(({ label, by }) => `${label} уже решена: ${by}. Уберите пункт о ней`),
  'order.applicationWithdrawn': ofPoint(({ label }) => `${label} отозвана заявителем. Уберите пункт о ней`),
  'order.applicationNotReady': ofPoint(({ label, when }) => `${label} ещё не готова к решению: заявки ${when}`),
  'order.notTheApplicants': ofPoint(
    ({ label, names }) => `организации площадки не те, что подали заявку (${label}): ${names}. Исправьте список организаций`,
  ),
}
