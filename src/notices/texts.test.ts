import { expect, test } from 'vitest'
import type { NoticeKind, NoticeParams } from './kinds.ts'
import { noticeText } from './texts.ts'

const order = { number: '37-о', signedOn: '2021-01-28', title: 'О площадках' }
const ofPlan = { site: 'Верх-Чебулинская СОШ', academicYear: 2021, caption: 'Утверждение' }
const ofReport = { site: 'Верх-Чебулинская СОШ', academicYear: 2021 }
const dueReport = { ...ofReport, dueOn: '2022-06-15', clause: '4.3', reportId: null }
const ofAssignment = { orderId: 'o', title: 'Подготовить план' }
const dueAssignment = { order: '37-о', point: '2.1', text: 'Подготовить план', dueOn: '2021-02-10' }
const control = { ...dueAssignment, orderId: 'o', open: 2 }
const information = { applicationId: 'a', number: 3, question: 'Сколько учителей?' }
const dueInformation = { ...information, dueOn: '2022-06-15' }

const ofCall = { title: 'Приём 2021 года', closes: '18:00 15 октября 2021 г. по московскому времени' }

const ofReview = { number: 5, dueOn: '2021-11-15' }
const ofReviewing = { number: 5, applicationId: 'a' }
const ofStanding = { site: 'Верх-Чебулинская СОШ', on: '2022-03-01', reason: 'Ремонт здания' }
const ofCase = { site: 'Верх-Чебулинская СОШ', kind: 'termination' } as const

const examples: { [Kind in NoticeKind]: NoticeParams[Kind] } = {
  'account.joined': { name: 'Снигур Н. А.' },
  'account.invitationDeclined': { name: 'Снигур Н. А.' },
  'account.passwordChanged': {},
  'account.passwordLinkGiven': {},
  'call.announced': { ...ofCall, opens: '09:00 15 сентября 2021 г.', clause: '3.4' },
  'call.opened': { ...ofCall, opens: '09:00 15 сентября 2021 г.' },
  'call.extended': ofCall,
  'call.revoked': ofCall,
  'application.unsent': { ...ofCall, days: 7 },
  'order.awaitingSignature': { title: 'О площадках' },
  'order.sentBack': { title: 'О площадках', remark: 'Нет срока' },
  'order.signed': { ...order, act: 'order', assignments: 2, controls: true },
  'order.notRead': order,
  'assignment.done': { ...ofAssignment, by: 'Снигур Н. А.' },
  'assignment.accepted': ofAssignment,
  'assignment.returned': { ...ofAssignment, remark: 'Нет протокола' },
  'assignment.dueSoon': dueAssignment,
  'assignment.dueToday': dueAssignment,
  'assignment.overdue': dueAssignment,
  'control.dueSoon': control,
  'control.dueToday': control,
  'control.overdue': control,
  'plan.awaitsDecision': ofPlan,
  'plan.stepPassed': ofPlan,
  'plan.returned': { ...ofPlan, remark: 'Мало занятий' },
  'plan.approved': ofPlan,
  'plan.withdrawn': { site: 'Верх-Чебулинская СОШ', academicYear: 2021 },
  'report.awaitsDecision': ofReport,
  'report.accepted': ofReport,
  'report.returned': { ...ofReport, remark: 'Нет выводов' },
  'report.withdrawn': ofReport,
  'report.dueSoon': dueReport,
  'report.dueToday': dueReport,
  'report.overdue': dueReport,
  'report.notReceived': dueReport,
  'application.invited': {
    theme: 'Читаем вместе',
    by: 'Школа № 2',
    organisation: 'Школа № 1',
    deadline: '18:00 15 октября 2026 г.',
  },
  'application.confirmed': { theme: 'Читаем вместе', by: 'Школа № 1' },
  'application.refused': { theme: '', by: 'Школа № 1', reason: 'Нет людей' },
  'application.letIn': { theme: 'Читаем вместе', by: 'Снигур Н. А.' },
  'application.voteAsked': { theme: 'Читаем вместе', by: 'Школа № 2', candidate: 'Снигур Н. А.' },
  'application.submitted': { number: 12, theme: 'Читаем вместе', organisation: 'Школа № 2', call: null, round: 2 },
  'application.withdrawn': { number: 12, theme: 'Читаем вместе', organisation: 'Школа № 2', call: null, reason: 'Передумали' },
  'application.received': {
    number: 12,
    theme: 'Читаем вместе',
    organisation: 'Школа № 2',
    call: 'Приём 2026',
    round: 1,
    at: '15 октября 2026 г., 17:59',
  },
  'application.admitted': { number: 3, theme: 'Наставничество', next: 'Дальше заявку читают эксперты' },
  'application.returned': { number: 3, theme: 'Наставничество', remarks: 2, first: 'Нет протокола' },
  'information.asked': { ...information, dueOn: null },
  'information.withdrawn': information,
  'information.dueSoon': dueInformation,
  'information.dueToday': dueInformation,
  'information.overdue': dueInformation,
  'information.answered': { ...information, answer: 'Двенадцать' },
  'information.notAnswered': dueInformation,
  'submission.awaitsDecision': { number: 1, call: 'Приём 2021 года', include: 2, exclude: 1 },
  'submission.returned': { number: 1, call: null, remark: 'Нет оснований' },
  'application.granted': { number: 5, theme: 'Наставничество', order: 'приказ от 28.01.2021 № 37-о' },
  'application.declined': { number: 5, theme: 'Наставничество', order: 'приказ от 28.01.2021 № 37-о', reason: 'Мало занятий' },
  'application.reopened': { number: 5, theme: 'Наставничество', order: 'приказ от 28.01.2021 № 37-о' },
  'review.assigned': ofReview,
  'review.dueSoon': ofReview,
  'review.dueToday': ofReview,
  'review.overdue': ofReview,
  'review.replaced': { number: 5 },
  'review.closed': { number: 5, reason: 'Заявку вернули на доработку' },
  'review.declined': { ...ofReviewing, expert: 'Ветров О. П.', reason: 'Работал с автором' },
  'review.late': { ...ofReviewing, expert: 'Ветров О. П.', dueOn: '2021-11-15' },
  'review.finished': ofReviewing,
  'review.needsExtra': { ...ofReviewing, spread: '32,5', limit: 20 },
  'review.outcomeKnown': { number: 5, granted: true, order: 'приказ от 28.01.2021 № 37-о' },
  'status.suspended': ofStanding,
  'status.resumed': ofStanding,
  'status.extended': { ...ofStanding, reason: '' },
  'status.terminated': ofStanding,
  'status.endsSoon': { site: 'Верх-Чебулинская СОШ', on: '2022-05-31' },
  'status.over': { site: 'Верх-Чебулинская СОШ', on: '2022-05-31' },
  'statusCase.started': { ...ofCase, reason: 'Школа на ремонте' },
  'statusCase.explanationAsked': { ...ofCase, dueOn: '2022-04-01' },
  'statusCase.explained': ofCase,
  'statusCase.proposed': ofCase,
  'statusCase.sentBack': { ...ofCase, remark: 'Нет протокола' },
  'statusCase.dropped': { ...ofCase, reason: 'Ошибка' },
  'contract.awaitsSignature': { site: 'Верх-Чебулинская СОШ' },
  'contract.inForce': { site: 'Верх-Чебулинская СОШ', number: '7', to: '2022-05-31' },
  'contract.ended': { site: 'Верх-Чебулинская СОШ', number: '7', on: '2022-05-31', reason: 'По согласию сторон' },
  'contract.endsSoon': { site: 'Верх-Чебулинская СОШ', number: '7', on: '2022-05-31' },
}
const say = (kind: NoticeKind, params: unknown = examples[kind]) => noticeText('chebula', { kind, subjectId: 'x', params })

test.each(Object.keys(examples) as NoticeKind[])('%s is a whole sentence with a link', (kind) => {
  const { title, more, href } = say(kind)
  expect(`${title} ${more ?? ''}`).not.toMatch(/undefined|null|\[object/)
  expect(title).toMatch(/^[А-ЯЁ]/)
  expect(title).not.toMatch(/[A-Za-z]/)
  expect(href).toMatch(/^\/t\/chebula\/.+/)
})

test('a signed order says what it asks of the reader', () => {
  expect(say('order.signed')).toEqual({
    title: 'Подписан приказ № 37-о от 28.01.2021 «О площадках»',
    more: 'Вам поручено: 2 пункта. Контроль за исполнением — за вами. Прочтите и отметьте ознакомление',
    href: '/t/chebula/orders/x',
  })
})

test('a report nobody has begun leads to the reports of the site, a begun one to itself', () => {
  expect(say('report.dueSoon')).toEqual({
    title: 'Сдайте отчёт за 2021/22 учебный год до 15 июня 2022 г.',
    more: 'Площадка: Верх-Чебулинская СОШ, п. 4.3 Положения',
    href: '/t/chebula/sites/x/reports',
  })
  expect(say('report.dueSoon', { ...dueReport, reportId: 'r' }).href).toBe('/t/chebula/reports/r')
})

test('the controller reads how many have not reported', () => {
  expect(say('control.overdue')).toEqual({
    title: 'На контроле: п. 2.1 приказа № 37-о, срок прошёл 10 февраля 2021 г.',
    more: '2 исполнителя ещё не отчитались. Подготовить план',
    href: '/t/chebula/orders/o/control',
  })
})
