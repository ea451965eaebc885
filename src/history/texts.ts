import { roleNames } from '../authz/roles.ts'
import { academicYearName, shortDate } from '../kernel/dates.ts'
import { counted } from '../kernel/plural.ts'
import { appointmentKindName, categoryName, supportNeedName } from '../regulation/kinds.ts'
import type { Fact, FactKind } from './facts.ts'

/** A fact in words: what happened, a sentence more, and whether it is a legal act rather than a deed. */
export type FactText = { readonly title: string; readonly more: string | null; readonly act: boolean }

type Facts = NonNullable<Fact['facts']>
type Value = Facts[string] | undefined

/** The territory's own word for an appointment; null when it has none. */
export type RoleWord = (kind: string) => string | null

const usualWord: RoleWord = (kind) => (Object.hasOwn(appointmentKindName, kind) ? named(appointmentKindName, kind) : null)

const text = (value: Value): string | null => (typeof value === 'string' && value !== '' ? value : null)
const day = (value: Value): string | null => (text(value) === null ? null : shortDate(String(value)))
const quoted = (value: Value): string | null => (text(value) === null ? null : `«${text(value)}»`)
const from = (value: Value) => day(value) && `с ${day(value)}`
const until = (value: Value) => day(value) && `по ${day(value)}`
const period = (first: Value, to: Value) => [from(first), until(to)].filter((part) => part !== null).join(' ') || null
const last = (value: Value) => day(value) && `последний день ${day(value)}`
const remark = (value: Value) => text(value) && `замечание: ${text(value)}`
const note = (value: Value) => text(value)
const year = (value: Value) => (typeof value === 'number' ? `${academicYearName(value)} учебный год` : null)
const version = (value: Value) => (typeof value === 'number' && value > 1 ? `редакция ${value}` : null)
const joined = (...parts: readonly (string | null)[]): string | null => parts.filter((part) => part !== null).join(', ') || null
const named = (names: Readonly<Record<string, string>>, value: Value): string | null =>
  typeof value === 'string' ? (names[value] ?? null) : null

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

type Told = { readonly title: string; readonly more?: (facts: Facts, word: RoleWord) => string | null; readonly act?: true }

const appointed = (facts: Facts, word: RoleWord) => {
  const kind = text(facts.as)
  return joined(text(facts.person), kind && (word(kind) ?? usualWord(kind)))
}
const executed = ({ activity, heldOn, people, note: why }: Facts) =>
  joined(quoted(activity), day(heldOn), typeof people === 'number' ? attended(people) : null, note(why))
const attended = (count: number) => counted(count, 'человек', 'человека', 'человек')
const planMoved = ({ version: number, step, remark: why }: Facts) => joined(text(step), version(number), remark(why))
const programmePartName = {
  note: 'пояснительная записка',
  topics: 'темы',
  resources: 'ресурсы',
  assessment: 'способы оценки',
}
const ofTitle = ({ title }: Facts) => quoted(title)
const numbered = (value: Value) => (typeof value === 'number' ? `№ ${value}` : null)

const submissionNumber = ({ number }: Facts) => (typeof number === 'number' ? `№ ${number}` : null)
const included = (include: Value, exclude: Value) => `включить: ${Number(include ?? 0)}, отклонить: ${Number(exclude ?? 0)}`

const protocolNumber = ({ number, on }: Facts) =>
  joined(typeof number === 'number' ? `№ ${number}` : null, day(on) && `от ${day(on)}`)

const sideNames = { site: 'площадка', operator: 'оператор' }
const caseNames = {
  extension: 'продление статуса',
  suspension: 'приостановка деятельности',
  resumption: 'возобновление деятельности',
  termination: 'прекращение статуса',
}

/** Every kind of fact has its words here; a new kind does not compile without them. */
const texts: Readonly<Record<FactKind, Told>> = {
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
  'application.started': { title: 'Начата заявка', more: ({ organisation }) => text(organisation) },
  'application.changed': { title: 'Заявка изменена', more: ({ section }) => text(section) },
  'application.organisationInvited': {
    title: 'Организация приглашена в общую заявку',
    more: ({ organisation }) => text(organisation),
  },
  'application.participationConfirmed': {
    title: 'Организация подтвердила участие в заявке',
    more: ({ organisation }) => text(organisation),
  },
  'application.participationDeclined': {
    title: 'Организация отказалась от участия в заявке',
    more: ({ organisation, reason }) => joined(text(organisation), text(reason)),
  },
  'application.organisationRemoved': { title: 'Организация убрана из заявки', more: ({ organisation }) => text(organisation) },
  'application.editorAdded': { title: 'Человеку разрешено писать заявку', more: ({ person }) => text(person) },
  'application.editorRemoved': { title: 'Человек больше не пишет заявку', more: ({ person }) => text(person) },
  'application.headNamed': {
    title: 'Назван руководитель будущей площадки',
    more: ({ person, votesDropped }) =>
      joined(text(person), typeof votesDropped === 'number' && votesDropped > 0 ? 'прежние голоса не считаются' : null),
  },
  'application.voteCast': {
    title: 'Организация проголосовала за руководителя площадки',
    more: ({ organisation, person, choice }) =>
      joined(text(organisation), text(person), named({ for: 'за', against: 'против', abstained: 'воздержалась' }, choice)),
  },
  'application.protocolRecorded': {
    title: 'Записан протокол выбора руководителя',
    more: ({ number, on }) => text(number) && `№ ${text(number)}${day(on) ? ` от ${day(on)}` : ''}`,
  },
  'application.submitted': {
    title: 'Заявка отправлена',
    more: ({ number, round, theme }) =>
      joined(
        typeof number === 'number' ? `№ ${number}` : null,
        typeof round === 'number' && round > 1 ? `отправлена ${round}-й раз` : null,
        quoted(theme),
      ),
  },
  'application.withdrawn': {
    title: 'Заявка отозвана',
    more: ({ number, reason }) => joined(typeof number === 'number' ? `№ ${number}` : null, text(reason)),
  },
  'application.draftDeleted': { title: 'Черновик заявки удалён', more: ({ theme }) => quoted(theme) },
  'application.evidenceAdded': {
    title: 'К заявке приложено доказательство',
    more: ({ criterion, texts: given }) => joined(text(criterion), ...(Array.isArray(given) ? given : [])),
  },
  'application.evidenceRemoved': {
    title: 'Доказательство убрано из заявки',
    more: ({ criterion, text: given }) => joined(text(criterion), text(given)),
  },
  'application.admitted': {
    title: 'Заявка прошла проверку',
    more: ({ number, note: why }) => joined(numbered(number), note(why)),
  },
  'application.returned': {
    title: 'Заявка возвращена на доработку',
    more: ({ number, remarks, reviews }) =>
      joined(
        numbered(number),
        typeof remarks === 'number' ? counted(remarks, 'замечание', 'замечания', 'замечаний') : null,
        typeof reviews === 'number' && reviews > 0
          ? `закрыто ${counted(reviews, 'заключение', 'заключения', 'заключений')} экспертов`
          : null,
      ),
  },
  'application.asked': {
    title: 'По заявке запрошены сведения',
    more: ({ question, dueOn }) => joined(quoted(question), day(dueOn) && `ответить до ${day(dueOn)}`),
  },
  'application.answered': { title: 'На запрос сведений ответили', more: ({ answer }) => note(answer) },
  'application.askingWithdrawn': { title: 'Запрос сведений отозван', more: ({ question }) => quoted(question) },
  'programme.started': { title: 'Начата программа', more: ofTitle },
  'programme.changed': {
    title: 'Программа изменена',
    more: ({ part, version: number }) => joined(named(programmePartName, part), version(number)),
  },
  'programme.fixed': { title: 'Редакция программы закреплена', more: ({ version: number }) => version(number) },
  'programme.versionStarted': {
    title: 'Начата новая редакция программы',
    more: ({ version: number, reason }) => joined(version(number), text(reason)),
  },
  'programme.versionDropped': { title: 'Новая редакция программы отменена', more: ({ version: number }) => version(number) },
  'programme.copied': { title: 'В программу перенесено из другой', more: ({ origin }) => quoted(origin) },
  'programme.imported': { title: 'Программа разобрана из файла', more: ({ file }) => quoted(file) },
  'submission.started': { title: 'Начато представление', more: submissionNumber },
  'submission.changed': { title: 'Представление изменено', more: submissionNumber },
  'submission.dropped': { title: 'Черновик представления удалён', more: submissionNumber },
  'submission.sent': {
    title: 'Представление отправлено',
    more: (facts) => joined(submissionNumber(facts), included(facts.include, facts.exclude)),
  },
  'submission.returned': {
    title: 'Представление возвращено',
    more: (facts) => joined(submissionNumber(facts), remark(facts.remark)),
  },
  'submission.chosen': {
    title: 'Записан выбор по представлению',
    more: (facts) => joined(submissionNumber(facts), included(facts.include, facts.exclude)),
  },
  'submission.drafted': {
    title: 'По представлению составлен проект приказа',
    more: (facts) => joined(submissionNumber(facts), included(facts.include, facts.exclude)),
  },
  'submission.reopened': {
    title: 'Представление снова ждёт решения',
    more: (facts) => joined(submissionNumber(facts), text(facts.reason)),
  },
  'submission.decided': { title: 'Решение по представлению подписано', more: submissionNumber, act: true },
  'application.granted': {
    title: 'Заявка удовлетворена: присвоен статус',
    more: ({ label }) => text(label),
    act: true,
  },
  'application.declined': {
    title: 'Заявка отклонена',
    more: ({ label, reason }) => joined(text(label), text(reason)),
    act: true,
  },
  'application.reopened': {
    title: 'Решение по заявке отменено вместе с приказом',
    more: ({ label }) => text(label),
    act: true,
  },
  'expert.added': {
    title: 'Человек включён в число экспертов',
    more: ({ person, employer, from: first }) => joined(text(person), text(employer), from(first)),
  },
  'expert.ended': { title: 'Человек больше не эксперт', more: ({ person, on }) => joined(text(person), last(on)) },
  'review.assigned': {
    title: 'Заявка передана эксперту',
    more: ({ number, expert, dueOn, extra }) =>
      joined(numbered(number), text(expert), day(dueOn) && `до ${day(dueOn)}`, extra === true ? 'дополнительный эксперт' : null),
  },
  'review.declared': {
    title: 'Эксперт заявил, что конфликта интересов нет',
    more: ({ number, expert }) => joined(numbered(number), text(expert)),
  },
  'review.declined': {
    title: 'Эксперт отказался от заявки',
    more: ({ number, expert, reason }) => joined(numbered(number), text(expert), text(reason)),
  },
  'review.sent': {
    title: 'Экспертное заключение отправлено',
    more: ({ number, expert }) => joined(numbered(number), text(expert)),
  },
  'review.entered': {
    title: 'Экспертное заключение внесено с бумаги',
    more: ({ number, expert, on }) => joined(numbered(number), text(expert), day(on) && `бумага от ${day(on)}`),
  },
  'review.replaced': {
    title: 'Эксперт заменён',
    more: ({ number, expert, by, reason }) =>
      joined(numbered(number), text(expert), text(by) && `теперь ${text(by)}`, text(reason)),
  },
  'review.closed': {
    title: 'Экспертиза заявки прервана',
    more: ({ number, expert, reason }) => joined(numbered(number), text(expert), text(reason)),
  },
  'application.reviewStarted': { title: 'Заявка передана на экспертизу', more: ({ number }) => numbered(number) },
  'application.reviewed': {
    title: 'Экспертиза заявки закончена',
    more: ({ number, reason }) => joined(numbered(number), text(reason)),
  },
  'application.reviewReopened': {
    title: 'По заявке назначен ещё один эксперт',
    more: ({ number }) => numbered(number),
  },
  'protocol.started': { title: 'Начат протокол экспертизы', more: protocolNumber },
  'protocol.changed': { title: 'Протокол экспертизы изменён', more: protocolNumber },
  'protocol.signed': { title: 'Протокол экспертизы подписан', more: protocolNumber },
  'site.suspended': {
    title: 'Деятельность площадки приостановлена',
    more: ({ from: first, reason }) => joined(from(first), text(reason)),
    act: true,
  },
  'site.resumed': { title: 'Деятельность площадки возобновлена', more: ({ on }) => from(on), act: true },
  'activity.backInPlan': { title: 'Мероприятие вернулось в план: приказ отменён' },
  'contract.started': { title: 'Начат договор', more: ({ from: first, to }) => period(first, to) },
  'contract.changed': { title: 'Договор изменён', more: ({ from: first, to }) => period(first, to) },
  'contract.offered': { title: 'Договор отправлен на подпись' },
  'contract.takenBack': { title: 'Договор возвращён в работу' },
  'contract.signed': {
    title: 'Договор подписан одной стороной',
    more: ({ side, person, on }) => joined(named(sideNames, side), text(person), day(on)),
  },
  'contract.inForce': {
    title: 'Договор вступил в силу',
    more: ({ number, from: first, to }) => joined(text(number) && `№ ${text(number)}`, period(first, to)),
    act: true,
  },
  'contract.scanAdded': { title: 'К договору приложен подписанный лист', more: ({ name }) => quoted(name) },
  'contract.ended': {
    title: 'Договор расторгнут',
    more: ({ on, reason }) => joined(last(on), text(reason)),
    act: true,
  },
  'statusCase.started': {
    title: 'Начато дело о статусе',
    more: ({ case: kind, on, reason }) => joined(named(caseNames, kind), day(on), text(reason)),
  },
  'statusCase.evidenceAdded': { title: 'К делу о статусе приложено доказательство', more: ({ text: what }) => text(what) },
  'statusCase.explanationAsked': {
    title: 'У площадки запрошено объяснение',
    more: ({ dueOn }) => day(dueOn) && `до ${day(dueOn)}`,
  },
  'statusCase.explained': { title: 'Площадка дала объяснение' },
  'statusCase.proposed': {
    title: 'Отправлено представление о статусе',
    more: ({ case: kind, number }) => joined(text(number) && `№ ${text(number)}`, named(caseNames, kind)),
  },
  'statusCase.sentBack': {
    title: 'Представление о статусе возвращено',
    more: ({ case: kind, remark: why }) => joined(named(caseNames, kind), remark(why)),
  },
  'statusCase.drafted': { title: 'По делу о статусе составлен проект приказа', more: ({ case: kind }) => named(caseNames, kind) },
  'statusCase.reopened': { title: 'Дело о статусе снова открыто', more: ({ case: kind }) => named(caseNames, kind) },
  'statusCase.decided': { title: 'Дело о статусе решено приказом', more: ({ case: kind }) => named(caseNames, kind) },
  'statusCase.dropped': {
    title: 'Дело о статусе прекращено',
    more: ({ case: kind, reason }) => joined(named(caseNames, kind), text(reason)),
  },
}

const lines = (verb: string, count: Value) =>
  typeof count === 'number' && count > 0 ? `${verb}: ${counted(count, 'строка', 'строки', 'строк')}` : null

/** Puts a fact of history into words. `word` gives the territory's own names of appointments where the caller knows its regulation. */
export function factText(kind: FactKind, facts: Facts, word: RoleWord = usualWord): FactText {
  const { title, more, act } = texts[kind]
  return { title, more: more?.(facts, word) ?? null, act: act ?? (kind === 'person.appointed' && text(facts.orderId) !== null) }
}
