import { counted } from '../../kernel/plural.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { AssignmentState } from './assignment-machine.ts'
import { callTexts } from './call-texts.ts'
import { decisionTexts } from './decision-texts.ts'
import type { EffectKind } from './effects.ts'
import type { OrderState } from './machine.ts'
import { standingTexts } from './standing-texts.ts'

export const stateNames: Readonly<Record<OrderState, string>> = {
  draft: 'черновик',
  awaitingSignature: 'ждёт подписи',
  signed: 'подписан',
  revoked: 'отменён',
}

export const assignmentStateNames: Readonly<Record<AssignmentState, string>> = {
  open: 'в работе',
  done: 'исполнено, ждёт приёмки',
  accepted: 'принято',
  cancelled: 'снято: приказ отменён',
}

/** The heading over the text of an act. */
export const actTitles: Readonly<Record<ActKind, string>> = { order: 'ПРИКАЗ', directive: 'РАСПОРЯЖЕНИЕ' }

/** «к приказу» */
export const dativeActs: Readonly<Record<ActKind, string>> = { order: 'приказу', directive: 'распоряжению' }

/** «с приказом» */
export const instrumentalActs: Readonly<Record<ActKind, string>> = { order: 'приказом', directive: 'распоряжением' }

/** What a group of changes is called in the preview and in the editor. */
export const effectNames: Readonly<Record<EffectKind, string>> = {
  approveRegulation: 'Утвердить Положение',
  grantStatus: 'Присвоить статус площадки',
  declineApplication: 'Отклонить заявку',
  attachOrganisations: 'Закрепить школы за площадкой',
  appoint: 'Назначить человека',
  endAppointment: 'Завершить назначение',
  detachOrganisations: 'Открепить школы',
  extendStatus: 'Продлить статус',
  suspendStatus: 'Приостановить деятельность площадки',
  resumeStatus: 'Возобновить деятельность площадки',
  terminateStatus: 'Прекратить статус досрочно',
  openCall: 'Объявить приём заявок',
  extendCall: 'Продлить приём заявок',
  revoke: 'Отменить другой приказ',
}

/** How many changes of a kind an order makes, for lists. */
export const effectCounts: Readonly<Record<EffectKind, (count: number) => string>> = {
  approveRegulation: () => 'Положение',
  grantStatus: (count) => counted(count, 'площадка', 'площадки', 'площадок'),
  declineApplication: (count) => counted(count, 'отказ по заявке', 'отказа по заявкам', 'отказов по заявкам'),
  attachOrganisations: () => 'закрепление школ',
  appoint: (count) => counted(count, 'назначение', 'назначения', 'назначений'),
  endAppointment: (count) => counted(count, 'назначение завершается', 'назначения завершаются', 'назначений завершаются'),
  detachOrganisations: () => 'открепление школ',
  extendStatus: (count) => counted(count, 'продление', 'продления', 'продлений'),
  suspendStatus: (count) => counted(count, 'приостановка', 'приостановки', 'приостановок'),
  resumeStatus: (count) => counted(count, 'возобновление', 'возобновления', 'возобновлений'),
  terminateStatus: (count) => counted(count, 'статус прекращается', 'статуса прекращаются', 'статусов прекращаются'),
  openCall: (count) => (count === 1 ? 'приём заявок' : counted(count, 'приём заявок', 'приёма заявок', 'приёмов заявок')),
  extendCall: () => 'продление приёма заявок',
  revoke: () => 'отмена другого приказа',
}

/** What a group of changes is called before signing, in the preview. */
export const effectHeadlines: Readonly<Record<EffectKind, (count: number) => string>> = {
  approveRegulation: () => 'Положение вступит в силу',
  grantStatus: (count) =>
    count === 1 ? 'Одна площадка получит статус' : `Статус получат ${counted(count, 'площадка', 'площадки', 'площадок')}`,
  declineApplication: (count) =>
    count === 1 ? 'Одна заявка будет отклонена' : `Будут отклонены ${counted(count, 'заявка', 'заявки', 'заявок')}`,
  attachOrganisations: () => 'Школы закрепятся за площадками',
  appoint: (count) => (count === 1 ? 'Будет назначен человек' : `${counted(count, 'назначение', 'назначения', 'назначений')}`),
  endAppointment: () => 'Назначение завершится',
  detachOrganisations: () => 'Школы открепятся от площадки',
  extendStatus: () => 'Статус продлится',
  suspendStatus: () => 'Деятельность площадки приостановится',
  resumeStatus: () => 'Деятельность площадки возобновится',
  terminateStatus: () => 'Статус прекратится досрочно',
  openCall: () => 'Будет объявлен приём заявок',
  extendCall: () => 'Приём заявок продлится',
  revoke: () => 'Другой приказ будет отменён',
}

/** What an order of a template is for and what it will change, by the template's code. */
export const templateHints: Readonly<Record<string, string>> = {
  designateSites: 'Несколько организаций сразу станут площадками на выбранный срок; их руководители получат поручение.',
  designateJointSite: 'Одна площадка на несколько организаций, с ведущей и с руководителем, которого они выбрали вместе.',
  designateByApplications: 'Статусы и отказы по поданным заявкам: выбор делают на странице представления или решения по заявкам.',
  approveSiteList: 'Перечень площадок с темами и сроками на учебный год станет приложением, каждая строка — статусом.',
  attachSchools: 'Школы закрепятся за площадкой; их список станет приложением и не публикуется.',
  appointCoordinator: 'Методист станет координатором площадки: согласует её планы и отчёты, если так велит Положение.',
  appointMethodist: 'Методист будет сопровождать все площадки территории.',
  approveRegulation: 'Новая редакция Положения вступит в силу, и по её пунктам начнёт работать система.',
  extendStatus: 'Статус площадки будет действовать дольше, но не дольше, чем разрешает Положение.',
  suspendStatus: 'Площадка остановится на время: её страницы можно будет только читать, статус и его срок останутся.',
  resumeStatus: 'Площадка снова начнёт работать; её план, отчёты и назначения снова можно вести.',
  terminateStatus: 'Статус кончится раньше срока на основании, которое называет Положение.',
  openCall:
    'Сроки с часами, кто подаёт и куда, экспертиза с критериями; при подписании о приёме узнают все, кто может подать заявку.',
  extendCall: 'Приём заявок кончится позже; оконченный приём откроется снова только так.',
  revokeOrder: 'Всё, что сделал другой приказ, прекратится; исполненное останется в истории.',
  plain: 'Только поручения с исполнителями и сроками, реестры не меняются.',
}

type Params = Readonly<Record<string, string | number>>
const basis = (params: Params) => params.basis ?? ''
/** A sentence about a point: «П. 3: …». */
const point = (sentence: (params: Params) => string) => (params: Params) =>
  `${params.point === undefined ? '' : `П. ${params.point}: `}${sentence(params)}${basis(params)}`

export const ruleTexts: RuleTexts = {
  'order.noTitle': 'Напишите, о чём приказ',
  'order.noPoints': 'Добавьте хотя бы один пункт',
  'order.noSignatory': 'Выберите, кто подписывает',
  'order.emptyPoint': 'Напишите текст пункта или уберите пункт',
  'order.noAssignee': 'Выберите исполнителя поручения',
  'order.dueBeforeStart': 'Срок кончается раньше, чем начинается. Исправьте одну из дат',
  'order.dueBeforeSigning': ({ day }) => `Срок уже прошёл: приказ подписывают ${day}. Укажите срок не раньше этого дня`,
  'order.emptyAppendix': ({ title }) => `Приложение «${title}» пусто: в пунктах нет того, что в нём перечисляют`,
  'order.unknownTemplate': 'Такого образца приказа в этой территории нет. Выберите образец из списка',
  'order.noOffice': 'Не указано, кто издаёт приказы в этой территории. Обратитесь к тому, кто ведёт учётные записи',
  'order.choiceMissing': ({ what }) => String(what),
  'order.signatoryCannotSign': 'Этому человеку не дано право подписывать приказы. Выберите другого',
  'order.remarkMissing': 'Напишите, что исправить: замечание увидит тот, кто готовил приказ',
  'order.numberTaken': ({ number }) =>
    number === undefined ? 'Этот номер уже занят. Проверьте журнал' : `Номер ${number} уже занят. Проверьте журнал`,
  'order.numberWrong': 'Номер в журнале — целое число от 1',
  'order.effectBeforeSigning': 'Приказ вступает в силу не раньше дня подписания',
  'order.unknownName': ({ name }) => `«${name}» нет в списке. Начните писать и выберите строку из подсказки`,
  'order.severalNamed': ({ name }) => `Под «${name}» подходят несколько. Допишите имя или организацию`,
  'order.noOrganisations': 'Выберите хотя бы одну организацию',
  'assignment.remarkMissing': 'Напишите, что доделать: замечание увидит исполнитель',
  'assignment.noteMissing': 'Напишите, что сделано',

  'order.unknownRegulation': point(() => 'такого Положения нет. Выберите редакцию из списка'),
  'order.regulationAlreadyApproved': point(({ version }) => `редакция ${version} уже утверждена другим приказом`),
  'order.regulationApprovedTwice': point(() => 'приказ утверждает Положение дважды. Оставьте одно'),
  'order.regulationTooEarly': point(({ since }) => `действующее Положение вступило в силу ${since}; новое начинается позже него`),
  'order.noRegulation': point(() => 'Положения нет: сначала утвердите его — этим же приказом или другим'),
  'order.unknownOrganisation': point(() => 'такой организации в территории нет. Выберите из списка'),
  'order.unknownPerson': point(() => 'такого человека в территории нет. Выберите из списка'),
  'order.unknownSite': point(() => 'такой площадки нет. Выберите из списка'),
  'order.unknownOrder': point(() => 'такого приказа нет. Выберите из списка'),
  'order.unknownAppointment': point(() => 'такого назначения нет. Выберите из списка'),
  'order.leadIsNotAmongThem': point(() => 'ведущая организация должна быть среди организаций площадки'),
  'order.periodReversed': point(() => 'срок кончается раньше, чем начинается'),
  'order.statusGivenByAnother': point(({ who }) => `статус присваивает ${who}`),
  'order.statusGivenByAnotherAct': point(({ act }) => `статус присваивают так: ${act}`),
  'order.statusBeforeOrder': point(({ day }) => `статус начинается не раньше дня приказа, ${day}`),
  'order.termTooLong': point(({ reason }) => String(reason)),
  'order.hostKind': point(({ name, reason }) => `${name}: ${reason}`),
  'order.sharedSite': point(({ reason }) => String(reason)),
  'order.unknownDirection': point(() => 'такого направления в Положении нет. Выберите из списка'),
  'order.headNeedsProtocol': point(
    ({ name }) => `${name}: руководителя общей площадки организации выбирают вместе — укажите протокол`,
  ),
  'order.mayNotHead': point(({ name, missing }) => `${name} не может руководить площадкой: ${missing}`),
  'order.statusGivenTwice': point(({ name, period }) => `${name}: статус с той же темой уже есть, ${period}`),
  'order.noAttachments': point(() => 'Положение не предусматривает закрепления школ за площадками'),
  'order.outsideStatusTerm': point(({ site, term }) => `срок выходит за срок площадки ${site}: ${term}`),
  'order.attachedToItself': point(({ name }) => `${name} — сама площадка, её нельзя закрепить за собой`),
  'order.attachedTwice': point(({ names }) => `уже закреплены за этой площадкой в эти дни: ${names}`),
  'order.notAttached': point(({ name, site, day }) => `${name} не закреплена за площадкой ${site} на ${day}`),
  'order.unknownRole': point(() => 'такой роли в Положении нет'),
  'order.roleNeedsSite': point(() => 'выберите площадку, на которую назначают'),
  'order.coordinatorIsNotMethodist': point(({ name }) => `${name} не методист: координатора назначают из методистов`),
  'order.roleTaken': point(({ role, name, period }) => `${role} уже есть: ${name}, ${period}`),
  'order.appointmentNotThen': point(({ day }) => `назначение не действует ${day}`),
  'order.statusEnded': point(({ site }) => `статус площадки ${site} в этот день не действует`),
  'order.extensionIsShorter': point(({ until }) => `статус и так действует по ${until}. Укажите более поздний день`),
  'order.endBeforeOrder': point(({ day }) => `статус прекращают не раньше дня приказа, ${day}`),
  'order.unknownGround': point(({ grounds }) => `прекратить статус можно только на основании: ${grounds}`),
  'order.notRevocable': point(({ label }) => `${label} нельзя отменить: он не подписан или уже отменён`),
  ...standingTexts(point),
  'order.revokedTwice': point(({ label }) => `${label} отменяется дважды`),
  ...decisionTexts(point),
  ...callTexts(point),
}
