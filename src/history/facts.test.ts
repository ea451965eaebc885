import { expect, test } from 'vitest'
import { modules } from '../app/modules.ts'
import { periodKey } from '../kernel/periods.ts'
import { install } from '../kit/install.ts'
import { factKinds, factText } from './facts.ts'

install(modules)

test.each(factKinds())('%s has words even when nothing more is known', (kind) => {
  const { title, more } = factText('order', kind, {})
  expect(title).toMatch(/^[А-ЯЁ][^A-Za-z]+$/)
  expect(more ?? '').not.toMatch(/undefined|null|NaN/)
})

test('a signed order is a legal act with its number, day and title', () => {
  expect(
    factText('order', 'order.signed', { number: '37-о', on: '2021-01-28', title: 'О площадках', givenBy: 'office' }),
  ).toEqual({
    title: 'Подписан приказ',
    more: '№ 37-о от 28.01.2021, «О площадках»',
    act: true,
  })
})

test('an appointment is told by the word of the territory, else by the word of the field', () => {
  const facts = { person: 'Снигур Н. А.', as: 'head', from: '2021-01-28', to: '2023-08-31', orderId: null }
  expect(factText('order', 'person.appointed', facts).more).toBe(
    'Снигур Н. А., руководитель площадки, с 28.01.2021 по 31.08.2023',
  )
  expect(factText('order', 'person.appointed', facts, () => 'ответственный').more).toContain('Снигур Н. А., ответственный,')
  expect(factText('order', 'person.appointed', facts, () => null).more).toContain('руководитель площадки')
})

test('an appointment by an order is a legal act, one by the head a deed', () => {
  expect(factText('order', 'person.appointed', { orderId: null }).act).toBe(false)
  expect(factText('order', 'person.appointed', { orderId: 'o' }).act).toBe(true)
})

test('a change of a plan says how many lines, and leaves out what did not happen', () => {
  expect(factText('order', 'plan.changed', { version: 2, added: 1, changed: 3, removed: 0 }).more).toBe(
    'редакция 2, добавлено: 1 строка, изменено: 3 строки',
  )
})

test('a late report says by how much', () => {
  expect(factText('order', 'report.submitted', { period: periodKey('2021/22'), late: 2 }).more).toBe(
    '2021/22 учебный год, опоздание 2 дня',
  )
  expect(factText('order', 'report.submitted', { period: periodKey('2021/22'), late: 0 }).more).toBe('2021/22 учебный год')
})

test('what was held says when and with how many people', () => {
  const facts = { activity: 'Открытый урок', heldOn: '2021-10-12', people: 21, note: null }
  expect(factText('order', 'activity.held', facts).more).toBe('«Открытый урок», 12.10.2021, 21 человек')
})

test('a changed organisation names the fields in Russian', () => {
  expect(factText('order', 'organisation.changed', { name: 'Школа', fields: ['phone', 'website'] }).more).toBe(
    'Школа, телефон, сайт',
  )
})
