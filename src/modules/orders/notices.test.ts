import { expect, test } from 'vitest'
import { saying, wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const order = { number: '37-о', signedOn: '2021-01-28', title: 'О площадках' }
const ofAssignment = { orderId: 'o', title: 'Подготовить план' }
const dueAssignment = { order: '37-о', point: '2.1', text: 'Подготовить план', dueOn: '2021-02-10' }
const ofDuty = { ground: 'протокол № 1 от 09.02.2021, п. 1.1', title: 'Составить списки' }
const dueDuty = { ground: ofDuty.ground, text: ofDuty.title, dueOn: '2021-02-20' }
const control = { ...dueAssignment, orderId: 'o', open: 2 }

const examples = {
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
  'duty.given': dueDuty,
  'duty.dueSoon': dueDuty,
  'duty.dueToday': dueDuty,
  'duty.overdue': dueDuty,
  'duty.late': { ...dueDuty, person: 'Снигур Н. А.' },
  'duty.done': { ...ofDuty, by: 'Снигур Н. А.' },
  'duty.accepted': ofDuty,
  'duty.returned': { ...ofDuty, remark: 'Нет списка' },
  'control.dueSoon': control,
  'control.dueToday': control,
  'control.overdue': control,
} as const
const say = saying(notices)

wholeSentences(notices, examples)

test('a signed order says what it asks of the reader', () => {
  expect(say('order.signed', examples['order.signed'])).toEqual({
    title: 'Подписан приказ № 37-о от 28.01.2021 «О площадках»',
    more: 'Вам поручено: 2 пункта. Контроль за исполнением — за вами. Прочтите и отметьте ознакомление',
    href: '/t/chebula/orders/x',
  })
})

test('the controller reads how many have not reported', () => {
  expect(say('control.overdue', examples['control.overdue'])).toEqual({
    title: 'На контроле: п. 2.1 приказа № 37-о, срок прошёл 10 февраля 2021 г.',
    more: '2 исполнителя ещё не отчитались. Подготовить план',
    href: '/t/chebula/orders/o/control',
  })
})
