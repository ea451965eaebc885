import { ofPoint } from '../../kit/order/objections.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { CallState } from './model.ts'

/** Why a call cannot be opened, prolonged or taken back. */
const effectTexts: RuleTexts = {
  'order.noCallsHere': ofPoint(
    ({ reason }, act) => `приёма заявок здесь нет, статус присваивают ${act.instrumental} сразу. ${reason}`,
  ),
  'order.callSetByAnother': ofPoint(({ who }) => `сроки приёма заявок определяет ${who}`),
  'order.callSetByAnotherAct': ofPoint(({ act }) => `сроки приёма заявок определяют так: ${act}`),
  'order.callOpenedTwice': ofPoint(({ title }) => `приём «${title}» уже объявлен. Чтобы перенести его конец, готовьте продление`),
  'order.callTimesReversed': ofPoint(() => 'приём заканчивается раньше, чем начинается. Исправьте одну из дат'),
  'order.callOverAlready': ofPoint(({ moment }) => `приём закончится в ${moment}, а это время уже прошло. Укажите более позднее`),
  'order.callInitiator': ofPoint(({ who, reason }) => `${who} здесь заявок не подаёт. ${reason}`),
  'order.callNoCriteria': ofPoint(() => 'добавьте хотя бы один критерий экспертизы с весом больше нуля'),
  'order.callNoExperts': ofPoint(() => 'укажите, сколько экспертов читают каждую программу: хотя бы один'),
  'order.callReviewTooEarly': ofPoint(({ day }) => `срок экспертизы, ${day}, раньше конца приёма. Перенесите его`),
  'order.unknownCall': ofPoint(() => 'такого приёма заявок нет. Выберите из списка'),
  'order.callRevoked': ofPoint(({ title }) => `приём «${title}» отменён. Объявите новый`),
  'order.callExtendedTwice': ofPoint(({ title }) => `приём «${title}» продлевается дважды. Оставьте один раз`),
  'order.callExtensionIsShorter': ofPoint(({ until }) => `приём и так идёт до ${until}. Укажите более позднее время`),
  'order.callHasApplications': ofPoint(
    ({ title, submitted }) =>
      `приём «${title}» отменить нельзя: по нему уже подано заявок: ${submitted}. Решите по ним или попросите отозвать их`,
  ),
}

/** How refusals about calls are said. */
export const ruleTexts: RuleTexts = {
  ...effectTexts,
  'call.notOpenYet': ({ moment }) => `Приём заявок ещё не открыт: он начнётся в ${moment}`,
  'call.closed': ({ moment }, act) => `Приём заявок закончился в ${moment}. Продлить его может только ${act.nominative}`,
  'call.revoked': ({ day }) => `Приём заявок отменён с ${day}`,
}

export const stateWords: Readonly<Record<CallState, string>> = {
  announced: 'Объявлен',
  open: 'Идёт приём',
  closingSoon: 'Скоро закончится',
  closed: 'Приём окончен',
}
