import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/types.ts'
import type { DraftPoint } from '../../kit/order/template.ts'
import type { OrderContent } from './model.ts'
import { formatNumber, impossibleIn, isFarOff, isInEffect, isWithoutDue, missingIn, nextNumber, numberPoints } from './rules.ts'

const someone = '018f0000-0000-7000-8000-000000000001' as PersonId
const point = (more: Partial<DraftPoint> = {}): DraftPoint => ({
  text: 'Составить дорожную карту.',
  level: 1,
  isTask: false,
  assigneeIds: [],
  startsOn: null,
  dueOn: null,
  effects: [],
  ...more,
})
const content = (more: Partial<OrderContent> = {}): OrderContent => ({
  title: 'О площадках',
  preamble: '',
  points: [point()],
  appendices: [],
  signatoryId: someone,
  controllerId: someone,
  acquaintance: 'assignees',
  publishOnSigning: false,
  ...more,
})
const needs = {
  regulation: 'approveRegulation',
  sites: 'grantStatus',
  attachments: 'attachOrganisations',
  criteria: 'openCall',
} as const
const missing = (more: Partial<OrderContent>) =>
  missingIn(content(more), '2021-01-28', (appendix) => needs[appendix]).map(({ rule, field }) => [rule, field])

describe('numbers of points follow from their order and levels', () => {
  test.each([
    [
      [1, 1, 1, 1, 2, 2, 2, 1],
      ['1', '2', '3', '4', '4.1', '4.2', '4.3', '5'],
    ],
    [
      [1, 2, 3, 3, 2, 1],
      ['1', '1.1', '1.1.1', '1.1.2', '1.2', '2'],
    ],
    [
      [2, 1, 3],
      ['1', '2', '2.1'],
    ],
    [[], []],
  ])('%j', (levels, numbers) => {
    expect(numberPoints(levels.map((level) => ({ level })))).toEqual(numbers)
  })
})

describe('numbers of orders', () => {
  test('are written in the format of the office', () => {
    expect([formatNumber('{n}', 33), formatNumber('{n}-о', 37), formatNumber('01-05/{n}', 4)]).toEqual(['33', '37-о', '01-05/4'])
  })
  test('go on without gaps when the product gives them', () => {
    expect(nextNumber(36, null)).toEqual({ number: 37, last: 37, givenBy: 'system' })
  })
  test('may be given by the journal on paper, and then the journal goes on from the greatest', () => {
    expect(nextNumber(0, 33)).toEqual({ number: 33, last: 33, givenBy: 'office' })
    expect(nextNumber(40, 33)).toEqual({ number: 33, last: 40, givenBy: 'office' })
  })
})

describe('what an order lacks before it can be signed', () => {
  test('nothing', () => expect(missing({})).toEqual([]))
  test('a title', () => expect(missing({ title: '  ' })).toEqual([['order.noTitle', 'title']]))
  test('a point', () => expect(missing({ points: [] })).toEqual([['order.noPoints', 'points']]))
  test('the text of a point', () =>
    expect(missing({ points: [point({ text: '' })] })).toEqual([['order.emptyPoint', 'points.0.text']]))
  test('a signatory', () => expect(missing({ signatoryId: null })).toEqual([['order.noSignatory', 'signatoryId']]))
  test('somebody to do a task', () =>
    expect(missing({ points: [point(), point({ isTask: true })] })).toEqual([['order.noAssignee', 'points.1.assigneeIds']]))
  test('a due day that is still ahead', () =>
    expect(missing({ points: [point({ dueOn: '2021-01-27' })] })).toEqual([['order.dueBeforeSigning', 'points.0.dueOn']]))
  test('the day of signing itself is not too late', () =>
    expect(missing({ points: [point({ dueOn: '2021-01-28' })] })).toEqual([]))
  test('something to list in an appendix', () =>
    expect(missing({ appendices: [{ title: 'Перечень', content: 'sites' }] })).toEqual([
      ['order.emptyAppendix', 'appendices.0.title'],
    ]))
  test('all at once', () => expect(missing({ title: '', points: [], signatoryId: null })).toHaveLength(3))
})

test('a period that ends before it begins is refused even in a draft', () => {
  const found = impossibleIn([point({ startsOn: '2021-05-31', dueOn: '2021-05-01' })])
  expect(found).toEqual([{ code: 'rule', rule: 'order.dueBeforeStart', field: 'points.0.dueOn' }])
})

test('a task without a due day is allowed, and said', () => {
  expect([
    isWithoutDue(point({ isTask: true })),
    isWithoutDue(point()),
    isWithoutDue(point({ isTask: true, dueOn: '2021-02-01' })),
  ]).toEqual([true, false, false])
})

test('«вступил в силу» follows from the day of effect', () => {
  const order = { state: 'signed', effectiveOn: '2021-02-01' }
  expect([
    isInEffect(order, '2021-01-31'),
    isInEffect(order, '2021-02-01'),
    isInEffect({ ...order, state: 'revoked' }, '2021-03-01'),
  ]).toEqual([false, true, false])
})

test('a refusal carries what its sentence needs, and nothing where it needs nothing', () => {
  const refusals = (more: Partial<OrderContent>) => missingIn(content(more), '2021-01-28', (appendix) => needs[appendix])
  expect(refusals({ title: '' })).toStrictEqual([{ code: 'rule', rule: 'order.noTitle', field: 'title' }])
  expect(refusals({ points: [point({ dueOn: '2021-01-27' })] })[0]?.params).toEqual({ day: '28 января 2021 г.' })
})

test('a day of effect more than a year ahead is far off', () => {
  expect(['2021-01-28', '2022-01-28', '2022-01-29', '2035-12-31'].map((day) => isFarOff(day, '2021-01-28'))).toEqual([
    false,
    false,
    true,
    true,
  ])
})
