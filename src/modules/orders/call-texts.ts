import type { RuleTexts } from '../../web/refusals.ts'

type Params = Readonly<Record<string, string | number>>
/** Puts «П. 3: » before a sentence and its basis after it. */
type OfPoint = (sentence: (params: Params) => string) => (params: Params) => string

/** Why a call cannot be opened, prolonged or taken back. */
export const callTexts = (point: OfPoint): RuleTexts => ({
  'order.noCallsHere': point(() => 'Положение не предусматривает приёма заявок: статус присваивают приказом сразу'),
  'order.callSetByAnother': point(({ who }) => `сроки приёма заявок определяет ${who}`),
  'order.callSetByAnotherAct': point(({ act }) => `сроки приёма заявок определяют так: ${act}`),
  'order.callOpenedTwice': point(({ title }) => `приём «${title}» уже объявлен. Чтобы перенести его конец, готовьте продление`),
  'order.callTimesReversed': point(() => 'приём заканчивается раньше, чем начинается. Исправьте одну из дат'),
  'order.callOverAlready': point(({ moment }) => `приём закончится в ${moment}, а это время уже прошло. Укажите более позднее`),
  'order.callInitiator': point(({ who, reason }) => `${who} здесь заявок не подаёт. ${reason}`),
  'order.callNoCriteria': point(() => 'добавьте хотя бы один критерий экспертизы с весом больше нуля'),
  'order.callNoExperts': point(() => 'укажите, сколько экспертов читают каждую программу: хотя бы один'),
  'order.callReviewTooEarly': point(({ day }) => `срок экспертизы, ${day}, раньше конца приёма. Перенесите его`),
  'order.unknownCall': point(() => 'такого приёма заявок нет. Выберите из списка'),
  'order.callRevoked': point(({ title }) => `приём «${title}» отменён приказом. Объявите новый`),
  'order.callExtendedTwice': point(({ title }) => `приём «${title}» продлевается дважды. Оставьте один раз`),
  'order.callExtensionIsShorter': point(({ until }) => `приём и так идёт до ${until}. Укажите более позднее время`),
  'order.callHasApplications': point(
    ({ title, submitted }) =>
      `приём «${title}» отменить нельзя: по нему уже подано заявок: ${submitted}. Решите по ним приказом или попросите отозвать их`,
  ),
})
