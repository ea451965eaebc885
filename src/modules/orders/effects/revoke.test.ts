// Proves R-31, L-O2, R-35: orders revoked, and what that undoes.
import { describe, expect, test } from 'vitest'
import type { Registers } from '../../../kit/order/registers.ts'
import {
  aCall,
  also,
  anApplication,
  anAppointment,
  anAttachment,
  anOrder,
  aSite,
  checked,
  effectOf,
  lines,
  refused,
} from './registers.fixture.ts'

const call = (change: object = {}) => also('calls', aCall('call', change))

describe('an order is revoked', () => {
  const revoke = (orderId = 'old') => effectOf('revoke', { orderId })
  const old = also('orders', anOrder('old'))
  checked([
    ['when it is signed', revoke(), old, []],
    ['when it is known', revoke('x'), old, ['unknownOrder']],
    ['not by itself', revoke('order'), also('orders', anOrder('order')), ['unknownOrder']],
    ['once', revoke(), also('orders', anOrder('old', { state: 'revoked' })), ['notRevocable']],
    ['while nobody applied to its call', revoke(), { ...old, ...call() }, []],
    ['and not after', revoke(), { ...old, ...call({ submitted: 3 }) }, ['callHasApplications']],
    ['though people applied to another call', revoke(), { ...old, ...call({ submitted: 3, orderId: 'other' }) }, []],
  ])
  test('once in an order', () => {
    expect(refused(revoke(), old, revoke())).toEqual(['revokedTwice'])
    expect(refused(revoke(), old, revoke('other'))).toEqual([])
  })
})

describe('what an order did and what its revocation undoes', () => {
  const revoke = effectOf('revoke', { orderId: 'old' })
  const undone = (change: Partial<Registers> = {}, order: object = {}) =>
    lines(revoke, {
      ...also('sites', aSite('s', { orderId: 'other' }), aSite('t', { orderId: 'other' })),
      ...change,
      ...also('orders', anOrder('old', order)),
    }).map(([what]) => what)
  const label = 'приказ № 1 «О площадках»'
  test('nothing but itself', () => expect(undone()).toEqual([label]))
  test('unknown, it is not described', () => expect(lines(revoke)).toEqual([]))
  test('statuses, schools, people that are there still', () => {
    const sites = also(
      'sites',
      aSite('s', { to: '2021-02-01' }),
      aSite('t', { to: '2021-01-31' }),
      aSite('u', { to: null }),
      aSite('v', { orderId: 'other' }),
    )
    expect(undone(sites)).toEqual([label, 'Статус площадки: площадка s', 'Статус площадки: площадка u'])
    expect(undone({ attachments: [anAttachment('b', { orderId: 'old' }), anAttachment('c')] })).toEqual([
      label,
      'Закрепления школ: 1',
    ])
    expect(undone(also('appointments', anAppointment('1', { orderId: 'old' }), anAppointment('2')))).toEqual([
      label,
      'Назначения: 1',
    ])
  })
  test('a regulation, decisions, calls, ends', () => {
    expect(undone({ approvedBy: new Map([['old', 'reg']]) }, { endings: 2 }).slice(1)).toEqual([
      'Положение, утверждённое им',
      'Прекращённое, продлённое и приостановленное им',
    ])
    expect(undone(also('applications', anApplication('1', { decidedByOrderId: 'old' }), anApplication('2'))).slice(1)).toEqual([
      'Решения по заявкам: 1, их рассмотрят снова',
    ])
    expect(undone(also('calls', aCall('c'), aCall('d', { orderId: 'other' as never }))).slice(1)).toEqual([
      'Приём заявок «Приём»',
    ])
    expect(undone(also('calls', aCall('d', { orderId: 'other' as never, extendedBy: ['old'] }))).slice(1)).toEqual([
      'Продление приёма заявок «Приём»',
    ])
  })
})
