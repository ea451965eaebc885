import { counted } from '../kernel/plural.ts'
import { statusCaseName } from '../regulation/kinds.ts'
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
  remark,
  type Told,
  text,
  type Value,
  version,
} from './words.ts'

const programmePartName = {
  note: 'пояснительная записка',
  topics: 'темы',
  resources: 'ресурсы',
  assessment: 'способы оценки',
}

const numbered = (value: Value) => (typeof value === 'number' ? `№ ${value}` : null)

const submissionNumber = ({ number }: Facts) => (typeof number === 'number' ? `№ ${number}` : null)

const included = (include: Value, exclude: Value) => `включить: ${Number(include ?? 0)}, отклонить: ${Number(exclude ?? 0)}`

const protocolNumber = ({ number, on }: Facts) =>
  joined(typeof number === 'number' ? `№ ${number}` : null, day(on) && `от ${day(on)}`)

const sideNames = { site: 'площадка', operator: 'оператор' }

/** The way to a status and its life in words: applications, programmes, submissions, reviews, contracts, status cases. */
export const caseTexts = {
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
    more: ({ case: kind, on, reason }) => joined(named(statusCaseName, kind), day(on), text(reason)),
  },
  'statusCase.evidenceAdded': { title: 'К делу о статусе приложено доказательство', more: ({ text: what }) => text(what) },
  'statusCase.explanationAsked': {
    title: 'У площадки запрошено объяснение',
    more: ({ dueOn }) => day(dueOn) && `до ${day(dueOn)}`,
  },
  'statusCase.explained': { title: 'Площадка дала объяснение' },
  'statusCase.proposed': {
    title: 'Отправлено представление о статусе',
    more: ({ case: kind, number }) => joined(text(number) && `№ ${text(number)}`, named(statusCaseName, kind)),
  },
  'statusCase.sentBack': {
    title: 'Представление о статусе возвращено',
    more: ({ case: kind, remark: why }) => joined(named(statusCaseName, kind), remark(why)),
  },
  'statusCase.drafted': {
    title: 'По делу о статусе составлен проект приказа',
    more: ({ case: kind }) => named(statusCaseName, kind),
  },
  'statusCase.reopened': { title: 'Дело о статусе снова открыто', more: ({ case: kind }) => named(statusCaseName, kind) },
  'statusCase.decided': { title: 'Дело о статусе решено приказом', more: ({ case: kind }) => named(statusCaseName, kind) },
  'statusCase.dropped': {
    title: 'Дело о статусе прекращено',
    more: ({ case: kind, reason }) => joined(named(statusCaseName, kind), text(reason)),
  },
} satisfies Partial<Record<FactKind, Told>>
