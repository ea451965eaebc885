import { academicYearName, longDate, shortDate } from '../kernel/dates.ts'
import { oneStop } from '../kernel/names.ts'
import { counted } from '../kernel/plural.ts'
import { paths } from '../web/paths.ts'
import { caseTexts } from './case-texts.ts'
import type { NoticeKind, NoticeParams } from './kinds.ts'
import { type NoticeText, note, siteNamed, type Told } from './words.ts'

export type { NoticeText }

const acts = { order: 'приказ', directive: 'распоряжение' } as const
const year = (academicYear: number) => `${academicYearName(academicYear)} учебный год`
const orderNamed = ({ number, signedOn, title }: { number: string; signedOn: string; title: string }) =>
  `№ ${number} от ${shortDate(signedOn)} «${title}»`

const ofPlan =
  (title: (params: { academicYear: number; caption: string }) => string): Told<NoticeParams['plan.stepPassed']> =>
  (params, to, plan) => ({ title: title(params), more: siteNamed(params.site), href: paths.plan({ ...to, plan }) })

const ofReport =
  (title: string): Told<NoticeParams['report.accepted']> =>
  ({ site, academicYear }, to, report) => ({
    title: `${title} за ${year(academicYear)}`,
    more: siteNamed(site),
    href: paths.report({ ...to, report }),
  })

const dueReport =
  (title: (params: NoticeParams['report.dueSoon']) => string): Told<NoticeParams['report.dueSoon']> =>
  (params, to, site) => ({
    title: title(params),
    more: `${siteNamed(params.site)}, п. ${params.clause} Положения`,
    href: params.reportId ? paths.report({ ...to, report: params.reportId }) : paths.siteReports({ ...to, site }),
  })

const pointOf = ({ point, order }: { point: string; order: string }) => `п. ${point} приказа № ${order}`

const dueAssignment =
  (title: (params: NoticeParams['assignment.dueSoon']) => string): Told<NoticeParams['assignment.dueSoon']> =>
  (params, to, assignment) => ({ title: title(params), more: params.text, href: paths.assignment({ ...to, assignment }) })

const control =
  (title: (params: NoticeParams['control.dueSoon']) => string): Told<NoticeParams['control.dueSoon']> =>
  (params, to) => ({
    title: title(params),
    more: `${counted(params.open, 'исполнитель ещё не отчитался', 'исполнителя ещё не отчитались', 'исполнителей ещё не отчитались')}. ${params.text}`,
    href: paths.orderControl({ ...to, order: params.orderId }),
  })

const ofAssignment =
  <Params extends NoticeParams['assignment.accepted']>(title: string, more: (params: Params) => string): Told<Params> =>
  (params, to, assignment) => ({ title, more: more(params), href: paths.assignment({ ...to, assignment }) })

const texts: { readonly [Kind in NoticeKind]: Told<NoticeParams[Kind]> } = {
  ...caseTexts,
  'account.joined': ({ name }, to, person) => ({
    title: `Приглашение принято: ${name}`,
    more: 'Если это сделал не тот человек, отзовите его роли и сообщите администратору установки',
    href: paths.person({ ...to, person }),
  }),
  'account.invitationDeclined': ({ name }, to, person) => ({
    title: `От приглашения отказались: ${name}`,
    more: 'Проверьте, на тот ли адрес оно отправлено',
    href: paths.person({ ...to, person }),
  }),
  'account.passwordChanged': (_, to, person) => ({
    title: 'Ваш пароль изменён',
    more: 'Если это сделали не вы, сообщите администратору установки',
    href: paths.person({ ...to, person }),
  }),
  'account.passwordLinkGiven': (_, to, person) => ({
    title: 'Администратор установки выдал ссылку, по которой задают ваш новый пароль',
    more: 'Если вы об этом не просили, сообщите администратору установки',
    href: paths.person({ ...to, person }),
  }),
  'order.awaitingSignature': ({ title }, to, order) => ({
    title: `Ждёт вашей подписи: «${title}»`,
    more: 'До подписи ничего не изменится',
    href: paths.order({ ...to, order }),
  }),
  'order.sentBack': ({ title, remark }, to, order) => ({
    title: `Проект «${title}» вернули`,
    more: note(remark),
    href: paths.order({ ...to, order }),
  }),
  'order.signed': (params, to, order) => ({
    title: `Подписан ${acts[params.act]} ${orderNamed(params)}`,
    more: dutiesOf(params),
    href: paths.order({ ...to, order }),
  }),
  'order.notRead': (params, to, order) => ({
    title: `Вы ещё не отметили, что прочли приказ ${orderNamed(params)}`,
    more: 'Откройте приказ и подтвердите, что прочли',
    href: paths.order({ ...to, order }),
  }),
  'assignment.done': ofAssignment(
    'Пункт приказа исполнен: проверьте',
    ({ title, by }: NoticeParams['assignment.done']) => `${by}. «${title}»`,
  ),
  'assignment.accepted': ofAssignment('Исполнение пункта приказа принято', ({ title }) => `«${title}»`),
  'assignment.returned': ofAssignment(
    'Исполнение пункта приказа вернули',
    ({ title, remark }: NoticeParams['assignment.returned']) => `«${title}». ${note(remark)}`,
  ),
  'assignment.dueSoon': dueAssignment((params) => `Исполните ${pointOf(params)} до ${longDate(params.dueOn)}`),
  'assignment.dueToday': dueAssignment((params) => `Сегодня последний день: ${pointOf(params)}`),
  'assignment.overdue': dueAssignment(
    (params) => `Срок прошёл ${longDate(params.dueOn)}, а ${pointOf(params)} не отмечен исполненным`,
  ),
  'control.dueSoon': control((params) => `На контроле: ${pointOf(params)}, срок ${longDate(params.dueOn)}`),
  'control.dueToday': control((params) => `На контроле: ${pointOf(params)}, сегодня последний день`),
  'control.overdue': control((params) => `На контроле: ${pointOf(params)}, срок прошёл ${longDate(params.dueOn)}`),
  'plan.awaitsDecision': ofPlan(({ academicYear, caption }) => `Ждёт вас план на ${year(academicYear)}: ${lower(caption)}`),
  'plan.stepPassed': ofPlan(({ academicYear, caption }) => `План на ${year(academicYear)} прошёл дальше: ${lower(caption)}`),
  'plan.returned': (params, to, plan) => ({
    title: `План на ${year(params.academicYear)} вернули: ${lower(params.caption)}`,
    more: `${siteNamed(params.site)}. ${note(params.remark)}`,
    href: paths.plan({ ...to, plan }),
  }),
  'plan.approved': ofPlan(({ academicYear }) => `План на ${year(academicYear)} утверждён`),
  'plan.withdrawn': ({ site, academicYear }, to, plan) => ({
    title: `План на ${year(academicYear)} отозван`,
    more: `${siteNamed(site)}. Решать пока нечего`,
    href: paths.plan({ ...to, plan }),
  }),
  'report.awaitsDecision': ofReport('Ждёт вас отчёт'),
  'report.accepted': ofReport('Принят отчёт'),
  'report.returned': ({ site, academicYear, remark }, to, report) => ({
    title: `Вернули отчёт за ${year(academicYear)}`,
    more: `${siteNamed(site)}. ${note(remark)}`,
    href: paths.report({ ...to, report }),
  }),
  'report.withdrawn': ofReport('Отозван отчёт'),
  'report.dueSoon': dueReport(({ academicYear, dueOn }) => `Сдайте отчёт за ${year(academicYear)} до ${longDate(dueOn)}`),
  'report.dueToday': dueReport(({ academicYear }) => `Сегодня последний день: отчёт за ${year(academicYear)}`),
  'report.overdue': dueReport(
    ({ academicYear, dueOn }) => `Отчёт за ${year(academicYear)} не сдан, срок прошёл ${longDate(dueOn)}`,
  ),
  'report.notReceived': dueReport(
    ({ academicYear, dueOn }) => `Не получен отчёт за ${year(academicYear)}, срок прошёл ${longDate(dueOn)}`,
  ),
}

const lower = (caption: string) => caption.charAt(0).toLowerCase() + caption.slice(1)

function dutiesOf({ assignments, controls }: { assignments: number; controls: boolean }): string {
  const own = assignments > 0 ? `Вам поручено: ${counted(assignments, 'пункт', 'пункта', 'пунктов')}. ` : ''
  return `${own}${controls ? 'Контроль за исполнением — за вами. ' : ''}Прочтите и отметьте ознакомление`
}

/** Puts a stored notice into words. */
export function noticeText(
  territory: string,
  { kind, subjectId, params }: { kind: NoticeKind; subjectId: string; params: unknown },
): NoticeText {
  const tell = texts[kind] as (params: unknown, to: { territory: string }, subject: string) => NoticeText
  const { title, more, href } = tell(params, { territory }, subjectId)
  return { title, more: more && oneStop(more), href }
}
