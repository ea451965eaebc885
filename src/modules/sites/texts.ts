import { shortDate } from '../../kernel/dates.ts'
import { ofPoint } from '../../kit/order/objections.ts'
import type { RuleTexts } from '../../web/refusals.ts'

/** Why an order cannot change a site. */
const effectTexts: RuleTexts = {
  'order.unknownSite': ofPoint(() => 'такой площадки нет. Выберите из списка'),
  'order.unknownAppointment': ofPoint(() => 'такого назначения нет. Выберите из списка'),
  'order.leadIsNotAmongThem': ofPoint(() => 'ведущая организация должна быть среди организаций площадки'),
  'order.statusGivenByAnother': ofPoint(({ who }) => `статус присваивает ${who}`),
  'order.statusGivenByAnotherAct': ofPoint(({ act }) => `статус присваивают так: ${act}`),
  'order.statusBeforeOrder': ofPoint(({ day }, act) => `статус начинается не раньше дня ${act.genitive}, ${day}`),
  'order.termTooLong': ofPoint(({ reason }) => String(reason)),
  'order.hostKind': ofPoint(({ name, reason }) => `${name}: ${reason}`),
  'order.sharedSite': ofPoint(({ reason }) => String(reason)),
  'order.unknownDirection': ofPoint(() => 'такого направления в Положении нет. Выберите из списка'),
  'order.headNeedsProtocol': ofPoint(
    ({ name }) => `${name}: руководителя общей площадки организации выбирают вместе — укажите протокол`,
  ),
  'order.mayNotHead': ofPoint(({ name, missing }) => `${name} не может руководить площадкой: ${missing}`),
  'order.statusGivenTwice': ofPoint(({ name, period }) => `${name}: статус с той же темой уже есть, ${period}`),
  'order.noAttachments': ofPoint(({ reason }) => `школы за площадками здесь не закрепляют. ${reason}`),
  'order.outsidePosts': ofPoint(
    ({ name, day }) => `проверьте срок: ${name} в этот день не работает ни в одной должности — ${day}`,
  ),
  'order.outsideStatusTerm': ofPoint(({ site, term }) => `срок выходит за срок площадки ${site}: ${term}`),
  'order.attachedToItself': ofPoint(({ name }) => `${name} — сама площадка, её нельзя закрепить за собой`),
  'order.attachedTwice': ofPoint(({ names }) => `уже закреплены за этой площадкой в эти дни: ${names}`),
  'order.notAttached': ofPoint(({ name, site, day }) => `${name} не закреплена за площадкой ${site} на ${day}`),
  'order.unknownRole': ofPoint(() => 'такой роли в Положении нет'),
  'order.roleNeedsSite': ofPoint(() => 'выберите площадку, на которую назначают'),
  'order.coordinatorIsNotMethodist': ofPoint(({ name }) => `${name} не методист: координатора назначают из методистов`),
  'order.roleTaken': ofPoint(({ role, name, period }) => `${role} уже есть: ${name}, ${period}`),
  'order.roleNeedsProtocol': ofPoint(({ role }) => `для роли «${role}» в основании нужен протокол`),
  'order.roleNeedsAgreement': ofPoint(
    ({ role, by }) => `роль «${role}» дают по согласованию (${by}): назовите в основании документ о согласии`,
  ),
  'order.roleIsFull': ofPoint(
    ({ role, most }) => `больше назначений на эту роль площадке не положено: «${role}», не больше ${most}`,
  ),
  'order.appointmentNotThen': ofPoint(({ day }) => `назначение не действует ${day}`),
  'order.statusEnded': ofPoint(({ site }) => `статус площадки ${site} в этот день не действует`),
  'order.extensionIsShorter': ofPoint(({ until }) => `статус и так действует по ${until}. Укажите более поздний день`),
  'order.endBeforeOrder': ofPoint(({ day }, act) => `статус прекращают не раньше дня ${act.genitive}, ${day}`),
  'order.unknownGround': ofPoint(({ grounds }) => `прекратить статус можно только на основании: ${grounds}`),
  'order.periodReversed': ofPoint(() => 'срок кончается раньше, чем начинается'),

  'order.standingDecidedByAnother': ofPoint(({ who }) => `об этом статусе решает ${who}`),
  'order.standingDecidedByAnotherAct': ofPoint(({ act }) => `о статусе решают так: ${act}`),
  'order.standingBeforeOrder': ofPoint(({ day }, act) => `назовите день не раньше дня ${act.genitive}, ${day}`),
  'order.suspendedAlready': ofPoint(({ site }) => `деятельность площадки ${site} в эти дни уже приостановлена`),
  'order.limit': ofPoint(({ reason }) => String(reason)),
  'order.noSuspension': ofPoint(({ reason }) => `деятельность не приостановить: ${reason}`),
  'order.resumedAlready': ofPoint(
    ({ site, from }) =>
      `деятельность площадки ${site} и так возобновится ${from}: решение об этом есть. Чтобы она возобновилась раньше, отмените его`,
  ),
  'order.notSuspended': ofPoint(({ site }) => `деятельность площадки ${site} не приостановлена: возобновлять нечего`),
  'order.resumedTooEarly': ofPoint(({ from }) => `деятельность приостановлена с ${from}; назовите более поздний день`),
}

const day = (value: string | number | undefined) => shortDate(String(value))

export const ruleTexts: RuleTexts = {
  ...effectTexts,
  'site.unbegunHasPapers':
    'У площадки, которая ещё не начала работать, уже есть план или дело о статусе: отменить её статус можно с её первого дня',
  'site.statusGivenTwice': 'Выберите другую организацию, тему или срок: в эти дни у неё уже есть статус с этой темой',
  'site.attachedTwice': 'Уберите школу или поменяйте срок: в эти дни она уже закреплена за этой площадкой',
  'site.appointedTwice': 'Выберите другого человека или срок: в эти дни он уже назначен на эту роль здесь',
  'site.roleNeedsProtocol': ({ role, basis }) => `Впишите в основание протокол: роль «${role}» дают по протоколу (${basis})`,
  'site.roleNeedsAgreement': ({ role, by, basis }) =>
    `Впишите в основание документ о согласии: роль «${role}» дают по согласованию, ${by} (${basis})`,
  'site.roleIsFull': ({ role, most, basis }) =>
    `Сначала закончите одно из назначений: на площадке не больше ${most} на роль «${role}» (${basis})`,
  'site.hasHead': 'Сначала закончите прежнее назначение: в эти дни у площадки уже есть руководитель',
  'site.hasCoordinator': 'Сначала закончите прежнее назначение: в эти дни у площадки уже есть координатор',
  'site.noSuchRole': 'Выберите роль из списка: такой роли Положение не знает',
  'site.endsBeforeItBegins': 'Поставьте последний день не раньше первого',
  'site.beforeTerm': ({ day: from }) => `Поставьте дату не раньше ${day(from)}: до этого дня статуса нет`,
  'site.afterTerm': ({ day: to }) => `Поставьте дату не позже ${day(to)}: это последний день статуса`,
  'site.outsidePosts': ({ day: last, begins }) =>
    begins
      ? 'Поставьте день, когда человек уже работает: в этот день у него ещё нет или уже нет должности'
      : `Поставьте дату не позже ${day(last)}: в этот день кончается должность человека`,
  'site.appointmentHasEnded': 'Поставьте день раньше: к этому дню назначение уже закончилось',
  'site.roleOfOthers': ({ basis }) => `Попросите об этом методический центр: эту роль даёт не руководитель площадки (${basis})`,
  'site.noCoordinators': 'Выберите другую роль: Положение не знает координаторов площадок',
  'site.notMethodist': ({ basis }) => `Выберите методиста: координаторов назначают из методистов (${basis})`,
  'site.headNotEligible': ({ missing, basis }) => `Выберите другого человека: ${missing} (${basis})`,
  'site.headOnlyByOrder': ({ basis }, act) =>
    `Подготовьте ${act.nominative}: руководителя площадки назначает орган управления (${basis})`,
  'site.endedOnlyByOrder': (_, act) =>
    `Подготовьте ${act.nominative}: это назначение ${act.agreed('сделал')} ${act.nominative}, и закончит его только ${act.agreed('другой')}`,
  'site.suspended': ({ since, reason, order }) =>
    `Деятельность площадки приостановлена с ${since} (${order}): ${reason}. Дождитесь решения, которое её возобновит`,
  'site.suspendedTwice': (_, act) =>
    `Откройте проект снова: в эти дни деятельность площадки уже приостановлена другим ${act.instrumental}`,
  'site.over': ({ last, order }) =>
    `Статус площадки кончился ${last}${order === undefined ? '' : ` (${order})`}: написанное можно читать, менять уже нельзя`,
  'site.unknownPerson': 'Выберите человека из списка: такого в территории нет',
}
