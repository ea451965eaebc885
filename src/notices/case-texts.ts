import { longDate } from '../kernel/dates.ts'
import { counted } from '../kernel/plural.ts'
import { statusCaseName } from '../regulation/kinds.ts'
import { paths } from '../web/paths.ts'
import type { NoticeKind, NoticeParams } from './kinds.ts'
import { note, siteNamed, type Told } from './words.ts'

const dueInformation =
  (title: (params: NoticeParams['information.dueSoon']) => string): Told<NoticeParams['information.dueSoon']> =>
  (params, to, request) => ({
    title: title(params),
    more: params.question,
    href: paths.applicationAnswer({ ...to, application: params.applicationId, request }),
  })

const submissionNamed = ({ number }: { number: number }) => `представление № ${number}`

const callNamed = ({ call }: { call: string | null }) => (call === null ? '' : `${call}. `)

const ofCall =
  <Params>(title: (params: Params) => string, more: (params: Params) => string): Told<Params> =>
  (params, to, call) => ({ title: title(params), more: more(params), href: paths.call({ ...to, call }) })

const ofReview =
  (title: (params: NoticeParams['review.assigned']) => string, more: string | null): Told<NoticeParams['review.assigned']> =>
  (params, to, review) => ({ title: title(params), more, href: paths.review({ ...to, review }) })

const ofStanding =
  (title: (params: NoticeParams['status.suspended']) => string): Told<NoticeParams['status.suspended']> =>
  (params, to, site) => ({
    title: title(params),
    more: params.reason === '' ? siteNamed(params.site) : `${siteNamed(params.site)}. ${params.reason}`,
    href: paths.siteStatus({ ...to, site }),
  })

const ofCase =
  <Params extends NoticeParams['statusCase.explained']>(
    title: (params: Params) => string,
    more: (params: Params) => string | null,
  ): Told<Params> =>
  (params, to, subject) => ({
    title: title(params),
    more: [siteNamed(params.site), more(params)].filter((part) => part !== null).join('. '),
    href: paths.statusCase({ ...to, case: subject }),
  })

/** The way to a status and its life: calls, applications, submissions, reviews, contracts, status cases. */
export const caseTexts = {
  'call.announced': ofCall(
    ({ title }) => `Объявлен приём заявок: «${title}»`,
    ({ opens, closes, clause }) => `С ${opens} до ${closes} (п. ${clause} Положения)`,
  ),
  'call.opened': ofCall(
    ({ title }) => `Начинается приём заявок: «${title}»`,
    ({ opens, closes }) => `С ${opens} до ${closes}`,
  ),
  'call.extended': ofCall(
    ({ title }) => `Изменён срок приёма заявок: «${title}»`,
    ({ closes }) => `Теперь приём идёт до ${closes}`,
  ),
  'call.revoked': ofCall(
    ({ title }) => `Отменён приём заявок: «${title}»`,
    () => 'Начатые заявки сохранены, но отправить их нельзя',
  ),
  'application.unsent': ({ title, closes, days }, to, application) => ({
    title: `Ваша заявка не отправлена, ${days === 0 ? 'приём кончается сегодня' : `до конца приёма ${counted(days, 'день', 'дня', 'дней')}`}`,
    more: `«${title}»: приём до ${closes}`,
    href: paths.application({ ...to, application }),
  }),
  'application.invited': ({ theme, by, organisation, deadline }, to, application) => ({
    title: `Подтвердите, что ${organisation} участвует в заявке${theme ? ` «${theme}»` : ''}`,
    more: `Заявку начинает ${by}.${deadline ? ` Приём заявок — до ${deadline}.` : ''} Если не участвуете, откажитесь и напишите почему`,
    href: paths.application({ ...to, application }),
  }),
  'application.confirmed': ({ theme, by }, to, application) => ({
    title: `${by} участвует в заявке${theme ? ` «${theme}»` : ''}`,
    more: null,
    href: paths.application({ ...to, application }),
  }),
  'application.refused': ({ theme, by, reason }, to, application) => ({
    title: `${by} не участвует в заявке${theme ? ` «${theme}»` : ''}`,
    more: `Причина: ${reason}`,
    href: paths.application({ ...to, application }),
  }),
  'application.letIn': ({ theme, by }, to, application) => ({
    title: `Вам разрешили писать заявку${theme ? ` «${theme}»` : ''}`,
    more: `Вместе с вами пишет ${by}`,
    href: paths.application({ ...to, application }),
  }),
  'application.voteAsked': ({ theme, candidate }, to, application) => ({
    title: `Проголосуйте за руководителя общей площадки: ${candidate}`,
    more: theme ? `Заявка «${theme}»` : null,
    href: paths.application({ ...to, application }),
  }),
  'application.submitted': ({ number, theme, organisation, round }, to, application) => ({
    title: `${round > 1 ? 'Исправлена' : 'Пришла'} заявка № ${number}: ${organisation}`,
    more: `Тема: «${theme}». Проверьте её`,
    href: paths.application({ ...to, application }),
  }),
  'application.withdrawn': ({ number, organisation, reason }, to, application) => ({
    title: `Заявка № ${number} отозвана: ${organisation}`,
    more: `Причина: ${reason}`,
    href: paths.application({ ...to, application }),
  }),
  'application.received': ({ number, theme, call, round, at }, to, application) => ({
    title: `Заявка № ${number} принята ${at}${round > 1 ? ', после доработки' : ''}`,
    more: `${call ? `${call}. ` : ''}Тема: «${theme}». Дальше её проверит методический центр`,
    href: paths.application({ ...to, application }),
  }),
  'application.admitted': ({ number, next }, to, application) => ({
    title: `Заявка № ${number} прошла проверку`,
    more: next,
    href: paths.application({ ...to, application }),
  }),
  'application.returned': ({ number, remarks, first }, to, application) => ({
    title: `Заявку № ${number} вернули на доработку: ${counted(remarks, 'замечание', 'замечания', 'замечаний')}`,
    more: first,
    href: paths.application({ ...to, application }),
  }),
  'information.asked': ({ applicationId: application, number, question, dueOn }, to, request) => ({
    title: `Нужны сведения по заявке № ${number}${dueOn === null ? '' : `, ответьте до ${longDate(dueOn)}`}`,
    more: question,
    href: paths.applicationAnswer({ ...to, application, request }),
  }),
  'information.withdrawn': ({ applicationId: application, number, question }, to) => ({
    title: `Сведения по заявке № ${number} больше не нужны`,
    more: question,
    href: paths.applicationRequests({ ...to, application }),
  }),
  'information.dueSoon': dueInformation(({ number, dueOn }) => `Ответьте на вопрос по заявке № ${number} до ${longDate(dueOn)}`),
  'information.dueToday': dueInformation(({ number }) => `Сегодня последний день: ответьте на вопрос по заявке № ${number}`),
  'information.overdue': dueInformation(
    ({ number, dueOn }) => `Нет ответа на вопрос по заявке № ${number}, срок прошёл ${longDate(dueOn)}`,
  ),
  'information.answered': ({ applicationId: application, number, question, answer }, to) => ({
    title: `По заявке № ${number} ответили: «${question}»`,
    more: answer,
    href: paths.applicationRequests({ ...to, application }),
  }),
  'information.notAnswered': ({ applicationId: application, number, question, dueOn }, to) => ({
    title: `По заявке № ${number} вам не ответили, срок прошёл ${longDate(dueOn)}`,
    more: question,
    href: paths.applicationRequests({ ...to, application }),
  }),
  'submission.awaitsDecision': (params, to, submission) => ({
    title: `Ждёт вашего решения ${submissionNamed(params)}`,
    more: `${callNamed(params)}Предложено присвоить статус: ${params.include}, отклонить: ${params.exclude}`,
    href: paths.operatorSubmission({ ...to, submission }),
  }),
  'submission.returned': (params, to, submission) => ({
    title: `Вернули ${submissionNamed(params)}`,
    more: `${callNamed(params)}${note(params.remark)}`,
    href: paths.operatorSubmission({ ...to, submission }),
  }),
  'application.granted': ({ number, theme, order }, to, application) => ({
    title: `По заявке № ${number} присвоен статус площадки`,
    more: `Тема: «${theme}». Решение: ${order}`,
    href: paths.application({ ...to, application }),
  }),
  'application.declined': ({ number, theme, order, reason }, to, application) => ({
    title: `Заявка № ${number} отклонена`,
    more: `Тема: «${theme}». Основание: ${reason.replace(/\.$/, '')}. Решение: ${order}`,
    href: paths.application({ ...to, application }),
  }),
  'application.reopened': ({ number, theme, order }, to, application) => ({
    title: `Решение по заявке № ${number} отменено, её рассмотрят снова`,
    more: `Тема: «${theme}». Отменён ${order}`,
    href: paths.application({ ...to, application }),
  }),
  'review.assigned': ofReview(
    ({ number, dueOn }) => `Вам передана на экспертизу заявка № ${number}: заключение ждут до ${longDate(dueOn)}`,
    'Сначала подтвердите, что конфликта интересов нет, или откажитесь',
  ),
  'review.dueSoon': ofReview(({ number, dueOn }) => `Отправьте заключение по заявке № ${number} до ${longDate(dueOn)}`, null),
  'review.dueToday': ofReview(({ number }) => `Сегодня последний день: заключение по заявке № ${number}`, null),
  'review.overdue': ofReview(
    ({ number, dueOn }) => `Заключение по заявке № ${number} не отправлено, срок прошёл ${longDate(dueOn)}`,
    'Отправьте его или откажитесь, чтобы заявку передали другому эксперту',
  ),
  'review.replaced': ({ number }, to, review) => ({
    title: `Заявка № ${number} передана другому эксперту`,
    more: 'Заключение по ней писать не нужно',
    href: paths.review({ ...to, review }),
  }),
  'review.closed': ({ number, reason }, to, review) => ({
    title: `Экспертиза заявки № ${number} прервана`,
    more: `${reason}. Заключение по ней писать не нужно`,
    href: paths.review({ ...to, review }),
  }),
  'review.declined': (params, to) => ({
    title: `Эксперт отказался от заявки № ${params.number}: назначьте другого`,
    more: `${params.expert}. Причина: ${params.reason}`,
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  }),
  'review.late': (params, to) => ({
    title: `Нет заключения по заявке № ${params.number}, срок прошёл ${longDate(params.dueOn)}`,
    more: `${params.expert}. Напомните эксперту или замените его`,
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  }),
  'review.finished': (params, to) => ({
    title: `Экспертиза заявки № ${params.number} закончена`,
    more: 'Все заключения отправлены',
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  }),
  'review.needsExtra': (params, to) => ({
    title: `Оценки заявки № ${params.number} разошлись: назначьте ещё одного эксперта`,
    more: `Разница оценок — ${params.spread} п. п., приём допускает ${params.limit} п. п.`,
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  }),
  'review.outcomeKnown': ({ number, granted, order }, to, review) => ({
    title: `Известно решение по заявке № ${number}, которую вы оценивали`,
    more: `${granted ? 'Статус присвоен' : 'Заявка отклонена'}: ${order}`,
    href: paths.review({ ...to, review }),
  }),
  'status.suspended': ofStanding(({ on }) => `Деятельность площадки приостановлена с ${longDate(on)}`),
  'status.resumed': ofStanding(({ on }) => `Деятельность площадки возобновляется ${longDate(on)}`),
  'status.extended': ofStanding(({ on }) => `Статус площадки продлён по ${longDate(on)}`),
  'status.terminated': ofStanding(({ on }) => `Статус площадки прекращается, последний день — ${longDate(on)}`),
  'status.endsSoon': ({ site, on }, to, subject) => ({
    title: `Статус площадки кончается ${longDate(on)}`,
    more: `${siteNamed(site)}. Продлите статус или дайте ему закончиться`,
    href: paths.siteStatus({ ...to, site: subject }),
  }),
  'status.over': ({ site, on }, to, subject) => ({
    title: `Статус площадки закончился ${longDate(on)}`,
    more: `${siteNamed(site)}. Отчёт за последний год ещё можно сдать и принять`,
    href: paths.siteStatus({ ...to, site: subject }),
  }),
  'statusCase.started': ofCase(
    ({ kind }: NoticeParams['statusCase.started']) => `Предложено: ${statusCaseName[kind]}`,
    ({ reason }) => reason,
  ),
  'statusCase.explanationAsked': ofCase(
    ({ dueOn }: NoticeParams['statusCase.explanationAsked']) => `Дайте объяснение до ${longDate(dueOn)}`,
    ({ kind }) => `Решается: ${statusCaseName[kind]}`,
  ),
  'statusCase.explained': ofCase(
    () => 'Площадка дала объяснение',
    ({ kind }) => `Решается: ${statusCaseName[kind]}`,
  ),
  'statusCase.proposed': ofCase(
    ({ kind }) => `Ждёт вас представление: ${statusCaseName[kind]}`,
    () => null,
  ),
  'statusCase.sentBack': ofCase(
    ({ kind }: NoticeParams['statusCase.sentBack']) => `Представление вернули: ${statusCaseName[kind]}`,
    ({ remark }) => note(remark),
  ),
  'statusCase.dropped': ofCase(
    ({ kind }: NoticeParams['statusCase.dropped']) => `Дело прекращено: ${statusCaseName[kind]}`,
    ({ reason }) => reason,
  ),
  'contract.awaitsSignature': ({ site }, to, contract) => ({
    title: 'Ждёт вашей подписи договор с площадкой',
    more: siteNamed(site),
    href: paths.contract({ ...to, contract }),
  }),
  'contract.inForce': (params, to, contract) => ({
    title: `Договор № ${params.number} вступил в силу, по ${longDate(params.to)}`,
    more: siteNamed(params.site),
    href: paths.contract({ ...to, contract }),
  }),
  'contract.ended': ({ site, number, on, reason }, to, contract) => ({
    title: `Договор № ${number} расторгнут, последний день — ${longDate(on)}`,
    more: `${siteNamed(site)}. ${reason}`,
    href: paths.contract({ ...to, contract }),
  }),
  'contract.endsSoon': ({ site, number, on }, to, contract) => ({
    title: `Договор № ${number} кончается ${longDate(on)}`,
    more: siteNamed(site),
    href: paths.contract({ ...to, contract }),
  }),
} satisfies { readonly [Kind in NoticeKind]?: Told<NoticeParams[Kind]> }
