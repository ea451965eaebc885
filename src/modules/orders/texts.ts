import { capital } from '../../kernel/names.ts'
import { ofPoint } from '../../kit/order/objections.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { AssignmentState } from './assignment-machine.ts'

export const assignmentStateNames: Readonly<Record<AssignmentState, string>> = {
  open: 'в работе',
  done: 'исполнено, ждёт приёмки',
  accepted: 'принято',
  cancelled: 'снято отменой',
}

/** A point of an order as a task: a capital at the beginning, no «;» at the end. */
export const asTask = (text: string) => capital(text).replace(/(?<![\s.;:,])[\s.;:,]+$/, '')

export const ruleTexts: RuleTexts = {
  'order.noTitle': (_, act) => `Напишите, о чём ${act.nominative}`,
  'order.noPoints': 'Добавьте хотя бы один пункт',
  'order.noSignatory': 'Выберите, кто подписывает',
  'order.emptyPoint': 'Напишите текст пункта или уберите пункт',
  'order.noAssignee': 'Выберите исполнителя поручения',
  'order.dueBeforeStart': 'Срок кончается раньше, чем начинается. Исправьте одну из дат',
  'order.dueBeforeSigning': ({ day }, act) =>
    `Срок уже прошёл: ${act.nominative} подписывают ${day}. Укажите срок не раньше этого дня`,
  'order.emptyAppendix': ({ title }) => `Приложение «${title}» пусто: в пунктах нет того, что в нём перечисляют`,
  'order.unknownTemplate': 'Такого образца в этой территории нет. Выберите образец из списка',
  'office.numberForm': 'Напишите, как выглядит номер, поставив N на место самого номера: N, N-о или 01-05/N',
  'office.oneself': 'Назовите другого: право подписывать себе не дают. Вас может назвать другой, кто ведёт учётные записи',
  'office.notOfStaff': 'Выберите из списка: подписывают те, кто работает в этой организации',
  'office.endsBeforeStart': 'Поставьте последний день не раньше первого',
  'office.named': 'Выберите другую организацию: эта уже названа другим органом',
  'order.noOffice': (_, act) =>
    `Не указано, кто издаёт ${act.many.nominative} в этой территории. Обратитесь к тому, кто ведёт учётные записи`,
  'order.choiceMissing': ({ what }) => String(what),
  'order.signatoryCannotSign': (_, act) =>
    `Этому человеку не дано право подписывать сегодня ${act.many.nominative} этого органа. Выберите другого`,
  'order.signsForAnother': (_, act) =>
    `Сегодня вы не подписываете ${act.many.nominative} органа, от имени которого это издаётся. Верните проект с замечанием, чтобы подписывающего выбрали заново`,
  'order.remarkMissing': (_, act) => `Напишите, что исправить: замечание увидит тот, кто готовил ${act.nominative}`,
  'order.signedByYou': 'Ваша подпись уже стоит: теперь ждут остальных',
  'order.signersChanged': (_, act) =>
    `Изменилось, кто подписывает ${act.nominative}. Верните его с замечанием: после исправления его отправят всем заново`,
  'order.noOfficeBeside': ({ who }, act) =>
    `${act.title} подписывает и ${who}, а канцелярии у этого органа нет. Её заводит тот, кто ведёт учётные записи, на странице «Органы и канцелярии»`,
  'order.nobodySignsBeside': ({ who }, act) =>
    `${act.title} подписывает и ${who}, а кто за него подписывает сегодня, не названо. Назовите его на странице «Органы и канцелярии»`,
  'order.othersSigned': (_, act) =>
    `Сейчас подписывают ${act.agreed('другой')} ${act.nominative}. Ничего не изменилось: нажмите ещё раз`,
  'order.numberTaken': ({ number }) =>
    number === undefined ? 'Этот номер уже занят. Проверьте журнал' : `Номер ${number} уже занят. Проверьте журнал`,
  'order.numberWrong': 'Номер в журнале — целое число от 1',
  'order.effectFarOff': ({ day }, act) =>
    `Проверьте: ${act.nominative} вступит в силу только ${day} Если так, отметьте это и подпишите ещё раз`,
  'order.effectBeforeSigning': (_, act) => `${act.title} вступает в силу не раньше дня подписания`,
  'order.unknownName': ({ name }) =>
    `«${name}» нет в списке. Напишите фамилию с инициалами или полное имя, организацию — как в её названии`,
  'order.severalNamed': ({ name, like }) => `Под «${name}» подходят несколько: ${like}. Напишите ту строку, которая нужна`,
  'order.noOrganisations': 'Выберите хотя бы одну организацию',
  'assignment.remarkMissing': 'Напишите, что доделать: замечание увидит исполнитель',
  'assignment.noteMissing': 'Напишите, что сделано',
  'assignment.noneOverdue': 'Ни у кого, кроме вас, нет просроченных поручений: напоминать некому',

  'order.noRegulation': ofPoint((_, act) => `Положения нет: сначала утвердите его — этим же ${act.instrumental} или другим`),
  'order.unknownOrganisation': ofPoint(() => 'такой организации в территории нет. Выберите из списка'),
  'order.unknownPerson': ofPoint(() => 'такого человека в территории нет. Выберите из списка'),
  'order.unknownOrder': ofPoint((_, act) => `такого ${act.genitive} нет. Выберите из списка`),
  'order.notRevocable': ofPoint(({ label }) => `${label}: отменить нельзя, подписи нет или отмена уже состоялась`),
  'order.textSaysOther': ofPoint(
    ({ typed, meant }) =>
      `в тексте — ${typed}, а изменение в реестрах — ${meant}. Исправьте одно из двух или очистите текст: он запишется из полей`,
  ),
  'order.revokesOfAnother': ofPoint(({ label }) => `${label}: подписано другим органом. Выберите то, что подписал ваш орган`),
  'order.notOfThisBody': ofPoint(
    ({ what }, act) =>
      `«${what}» — этого Положение не даёт органу, который издаёт ${act.nominative}. Уберите это изменение или подготовьте проект от имени органа, который это решает`,
  ),
  'order.revokedTwice': ofPoint(({ label }) => `${label} отменяется дважды`),
}
