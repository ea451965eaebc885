import { roleNames } from '../authz/roles.ts'
import { counted } from '../kernel/plural.ts'
import { appointmentKindName, categoryName, supportNeedName } from '../regulation/kinds.ts'
import { caseTexts } from './case-texts.ts'
import type { FactKind } from './facts.ts'
import {
  day,
  type Facts,
  from,
  joined,
  last,
  named,
  note,
  ofTitle,
  period,
  quoted,
  type RoleWord,
  remark,
  type Told,
  text,
  until,
  type Value,
  version,
  year,
} from './words.ts'

export type { RoleWord }

/** A fact in words: what happened, a sentence more, and whether it is a legal act rather than a deed. */
export type FactText = { readonly title: string; readonly more: string | null; readonly act: boolean }

const usualWord: RoleWord = (kind) => (Object.hasOwn(appointmentKindName, kind) ? named(appointmentKindName, kind) : null)

const fieldNames: Readonly<Record<string, string>> = {
  kind: 'вид',
  fullName: 'полное название',
  shortName: 'краткое название',
  settlement: 'населённый пункт',
  address: 'адрес',
  phone: 'телефон',
  email: 'почта',
  website: 'сайт',
  familyName: 'фамилия',
  givenName: 'имя',
  patronymic: 'отчество',
  gender: 'пол',
}
const fields = (value: Value): string | null =>
  Array.isArray(value) ? joined(...value.map((name: string) => fieldNames[name] ?? null)) : null

const appointed = (facts: Facts, word: RoleWord) => {
  const kind = text(facts.as)
  return joined(text(facts.person), kind && (word(kind) ?? usualWord(kind)))
}
const executed = ({ activity, heldOn, people, note: why }: Facts) =>
  joined(quoted(activity), day(heldOn), typeof people === 'number' ? attended(people) : null, note(why))
const attended = (count: number) => counted(count, 'человек', 'человека', 'человек')
const planMoved = ({ version: number, step, remark: why }: Facts) => joined(text(step), version(number), remark(why))

/** Every kind of fact has its words here; a new kind does not compile without them. */
const texts: Readonly<Record<FactKind, Told>> = {
  ...caseTexts,
  'territory.loaded': { title: 'Территория заведена', more: ({ name }) => text(name) },
  'clock.advanced': {
    title: 'День показа передвинут',
    more: ({ from: was, to }) => joined(from(was), to ? `на ${day(to)}` : null),
  },
  'organisation.registered': { title: 'Организация внесена в реестр', more: ({ name }) => text(name) },
  'organisation.changed': {
    title: 'Сведения об организации исправлены',
    more: ({ name, fields: changed }) => joined(text(name), fields(changed)),
  },
  'supportNeed.recorded': {
    title: 'Записано, что организации нужна поддержка',
    more: ({ need, from: first }) => joined(named(supportNeedName, need), from(first)),
  },
  'supportNeed.ended': {
    title: 'Поддержка организации больше не нужна',
    more: ({ need, on }) => joined(named(supportNeedName, need), last(on)),
  },
  'person.registered': { title: 'Человек записан', more: ({ name }) => text(name) },
  'person.changed': {
    title: 'Сведения о человеке исправлены',
    more: ({ name, fields: changed }) => joined(text(name), fields(changed)),
  },
  'post.taken': {
    title: 'Должность занята',
    more: ({ title, organisation, from: first, to }) => joined(text(title), text(organisation), period(first, to)),
  },
  'post.left': {
    title: 'Должность оставлена',
    more: ({ title, organisation, on }) => joined(text(title), text(organisation), last(on)),
  },
  'qualification.recorded': {
    title: 'Записана категория',
    more: ({ category, from: first, to }) => joined(named(categoryName, category), period(first, to)),
  },
  'achievement.recorded': { title: 'Записано достижение', more: ({ title, on }) => joined(text(title), day(on)) },
  'role.granted': {
    title: 'Дана роль',
    more: ({ role, from: first, to }) => joined(named(roleNames, role), period(first, to)),
  },
  'role.ended': { title: 'Роль закончена', more: ({ role, on }) => joined(named(roleNames, role), last(on)) },
  'account.invited': { title: 'Отправлено приглашение' },
  'regulation.drafted': {
    title: 'Внесён текст Положения',
    more: ({ title, version: edition }) => joined(text(title), edition ? `редакция ${edition}` : null),
  },
  'regulation.enteredIntoForce': { title: 'Положение вступило в силу', more: ({ from: first }) => from(first), act: true },
  'regulation.ceased': { title: 'Положение утратило силу', more: ({ from: first }) => from(first), act: true },
  'order.drafted': { title: 'Начат проект приказа', more: ofTitle },
  'order.changed': { title: 'Проект приказа изменён', more: ofTitle },
  'order.submitted': { title: 'Проект приказа отправлен на подпись', more: ofTitle },
  'order.withdrawn': { title: 'Проект приказа отозван с подписи', more: ofTitle },
  'order.sentBack': { title: 'Проект приказа возвращён', more: ({ title, remark: why }) => joined(quoted(title), remark(why)) },
  'order.signed': {
    title: 'Подписан приказ',
    more: ({ number, on, title }) => joined(text(number) && `№ ${text(number)}${day(on) ? ` от ${day(on)}` : ''}`, quoted(title)),
    act: true,
  },
  'order.revoked': { title: 'Приказ отменён', more: ({ on }) => from(on), act: true },
  'order.published': { title: 'Приказ опубликован' },
  'order.acknowledged': { title: 'Человек ознакомился с приказом' },
  'order.draftDeleted': { title: 'Проект приказа удалён', more: ofTitle },
  'assignment.done': {
    title: 'Сообщили, что пункт приказа исполнен',
    more: ({ title, note: done }) => joined(quoted(title), note(done)),
  },
  'assignment.accepted': { title: 'Исполнение пункта приказа принято', more: ofTitle },
  'assignment.returned': {
    title: 'Исполнение пункта приказа возвращено',
    more: ({ title, remark: why }) => joined(quoted(title), remark(why)),
  },
  'call.opened': {
    title: 'Объявлен приём заявок',
    more: ({ title, from: first, to, until: hour }) => joined(quoted(title), period(first, to), text(hour) && `до ${text(hour)}`),
    act: true,
  },
  'call.extended': {
    title: 'Приём заявок продлён',
    more: ({ title, to, until: hour }) => joined(quoted(title), until(to), text(hour) && `до ${text(hour)}`),
    act: true,
  },
  'call.extensionTakenBack': { title: 'Продление приёма заявок отменено', more: ofTitle, act: true },
  'call.revoked': { title: 'Приём заявок отменён', more: ({ title, on }) => joined(quoted(title), from(on)), act: true },
  'site.granted': {
    title: 'Дан статус площадки',
    more: ({ theme, from: first, to }) => joined(quoted(theme), period(first, to)),
    act: true,
  },
  'site.ended': {
    title: 'Статус площадки прекращён',
    more: ({ neverBegan, on, ground }) =>
      neverBegan === true ? 'не успел начаться: приказ отменён' : joined(last(on), text(ground)),
    act: true,
  },
  'site.extended': { title: 'Статус площадки продлён', more: ({ to }) => until(to), act: true },
  'organisation.attached': {
    title: 'Организация закреплена за площадкой',
    more: ({ organisation, from: first, to }) => joined(text(organisation), period(first, to)),
    act: true,
  },
  'organisation.detached': {
    title: 'Организация больше не закреплена за площадкой',
    more: ({ organisation, on }) => joined(text(organisation), last(on)),
    act: true,
  },
  'person.appointed': {
    title: 'Назначен человек',
    more: (facts, word) => joined(appointed(facts, word), period(facts.from, facts.to)),
  },
  'appointment.ended': { title: 'Назначение закончено', more: (facts, word) => joined(appointed(facts, word), last(facts.on)) },
  'plan.started': { title: 'Начат план', more: ({ academicYear }) => year(academicYear) },
  'plan.changed': {
    title: 'План изменён',
    more: ({ added, changed, removed, version: number }) =>
      joined(version(number), lines('добавлено', added), lines('изменено', changed), lines('убрано', removed)),
  },
  'plan.submitted': {
    title: 'План отправлен',
    more: ({ next, reason, version: number }) => joined(text(next), version(number), text(reason)),
  },
  'plan.stepPassed': { title: 'План прошёл согласование', more: planMoved },
  'plan.returned': { title: 'План возвращён', more: planMoved },
  'plan.approved': { title: 'План утверждён', more: planMoved },
  'plan.versionStarted': {
    title: 'Начата новая редакция плана',
    more: ({ version: number, reason }) => joined(version(number), text(reason)),
  },
  'plan.versionDropped': {
    title: 'Новая редакция плана отменена',
    more: ({ version: number, reason }) => joined(version(number), text(reason)),
  },
  'plan.withdrawn': { title: 'План отозван', more: ({ version: number }) => version(number) },
  'activity.held': { title: 'Мероприятие проведено', more: executed },
  'activity.cancelled': { title: 'Мероприятие отменено', more: executed },
  'execution.corrected': { title: 'Отметка о проведении исправлена', more: executed },
  'file.uploaded': { title: 'Приложен файл', more: ({ name }) => quoted(name) },
  'report.started': { title: 'Начат отчёт', more: ({ academicYear }) => year(academicYear) },
  'report.changed': {
    title: 'Отчёт изменён',
    more: ({ changed }) => (Array.isArray(changed) ? `исправлено текстов: ${changed.length}` : null),
  },
  'report.submitted': {
    title: 'Отчёт отправлен',
    more: ({ academicYear, late }) =>
      joined(year(academicYear), late ? `опоздание ${counted(Number(late), 'день', 'дня', 'дней')}` : null),
  },
  'report.accepted': { title: 'Отчёт принят', more: ({ academicYear }) => year(academicYear) },
  'report.returned': {
    title: 'Отчёт возвращён',
    more: ({ academicYear, remark: why }) => joined(year(academicYear), remark(why)),
  },
  'report.withdrawn': { title: 'Отчёт отозван', more: ({ academicYear }) => year(academicYear) },
  'site.suspended': {
    title: 'Деятельность площадки приостановлена',
    more: ({ from: first, reason }) => joined(from(first), text(reason)),
    act: true,
  },
  'site.resumed': { title: 'Деятельность площадки возобновлена', more: ({ on }) => from(on), act: true },
  'activity.backInPlan': { title: 'Мероприятие вернулось в план: приказ отменён' },
}

const lines = (verb: string, count: Value) =>
  typeof count === 'number' && count > 0 ? `${verb}: ${counted(count, 'строка', 'строки', 'строк')}` : null

/** Puts a fact of history into words. `word` gives the territory's own names of appointments where the caller knows its regulation. */
export function factText(kind: FactKind, facts: Facts, word: RoleWord = usualWord): FactText {
  const { title, more, act } = texts[kind]
  return { title, more: more?.(facts, word) ?? null, act: act ?? (kind === 'person.appointed' && text(facts.orderId) !== null) }
}
