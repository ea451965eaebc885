import { ofPoint } from '../../kit/order/objections.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { AssignmentState } from './assignment-machine.ts'
import type { OrderState } from './machine.ts'

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

/** «исполнение приказа» */
export const genitiveActs: Readonly<Record<ActKind, string>> = { order: 'приказа', directive: 'распоряжения' }

/** «к приказу» */
export const dativeActs: Readonly<Record<ActKind, string>> = { order: 'приказу', directive: 'распоряжению' }

/** «с приказом» */
export const instrumentalActs: Readonly<Record<ActKind, string>> = { order: 'приказом', directive: 'распоряжением' }

/** A point of an order as a task: a capital at the beginning, no «;» at the end. */
export const asTask = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replace(/(?<![\s.;:,])[\s.;:,]+$/, '')

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
  'order.othersSigned': 'Сейчас подписывают другой приказ. Ничего не изменилось: нажмите ещё раз',
  'order.numberTaken': ({ number }) =>
    number === undefined ? 'Этот номер уже занят. Проверьте журнал' : `Номер ${number} уже занят. Проверьте журнал`,
  'order.numberWrong': 'Номер в журнале — целое число от 1',
  'order.effectFarOff': ({ day }) => `Проверьте: приказ вступит в силу только ${day} Если так, отметьте это и подпишите ещё раз`,
  'order.effectBeforeSigning': 'Приказ вступает в силу не раньше дня подписания',
  'order.unknownName': ({ name }) =>
    `«${name}» нет в списке. Напишите фамилию с инициалами или полное имя, организацию — как в её названии`,
  'order.severalNamed': ({ name, like }) => `Под «${name}» подходят несколько: ${like}. Напишите ту строку, которая нужна`,
  'order.noOrganisations': 'Выберите хотя бы одну организацию',
  'assignment.remarkMissing': 'Напишите, что доделать: замечание увидит исполнитель',
  'assignment.noteMissing': 'Напишите, что сделано',
  'assignment.noneOverdue': 'Просроченных поручений нет: напоминать некому',

  'order.noRegulation': ofPoint(() => 'Положения нет: сначала утвердите его — этим же приказом или другим'),
  'order.unknownOrganisation': ofPoint(() => 'такой организации в территории нет. Выберите из списка'),
  'order.unknownPerson': ofPoint(() => 'такого человека в территории нет. Выберите из списка'),
  'order.unknownOrder': ofPoint(() => 'такого приказа нет. Выберите из списка'),
  'order.notRevocable': ofPoint(({ label }) => `${label} нельзя отменить: он не подписан или уже отменён`),
  'order.textSaysOther': ofPoint(
    ({ typed, meant }) =>
      `в тексте — ${typed}, а изменение в реестрах — ${meant}. Исправьте одно из двух или очистите текст: он запишется из полей`,
  ),
  'order.revokedTwice': ofPoint(({ label }) => `${label} отменяется дважды`),
}
