// Proves, L-O2: calls opened and prolonged, regulations approved, orders revoked.
import { describe, expect, test } from 'vitest'
import type { Effect } from '../../../kit/order/effects.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { aCall, also, anOrder, effectOf, operator, refused, registers, regulation, under } from './registers.fixture.ts'

const criterion = {
  code: 'k',
  title: 'Новизна',
  weight: 1,
  levels: [
    { points: 0, text: 'нет' },
    { points: 1, text: 'есть' },
  ],
}
const open = (change: object = {}) =>
  effectOf('openCall', {
    ...{ callId: 'new', title: 'Приём', opensOn: '2021-02-01', opensAt: '09:00', closesOn: '2021-02-20', closesAt: '17:00' },
    ...{
      initiators: ['organisation'],
      directions: [],
      contingent: [],
      places: null,
      expertsPerApplication: 2,
      reviewDueOn: null,
    },
    ...{ spreadLimit: 25, criteria: [criterion] },
    ...change,
  })
const extend = (change: object = {}) =>
  effectOf('extendCall', { callId: 'call', closesOn: '2021-03-01', closesAt: '17:00', reviewDueOn: null, ...change })
const call = (change: object = {}) => also('calls', aCall('call', change))

type Row = [string, Effect, Partial<Registers>, string[]]
const check = (rows: Row[]) => test.each(rows)('%s', (_, effect, change, rules) => expect(refused(effect, change)).toEqual(rules))

describe('a call is opened', () => {
  check([
    ['as the regulation says', open(), {}, []],
    ['by a regulation', open(), { judgedBy: null }, ['noRegulation']],
    ['where there are calls', open(), under({ calls: null }), ['noCallsHere']],
    ['by the body that sets them', open(), operator, ['callSetByAnother']],
    [
      'by the operator where it does',
      open(),
      { ...under({ calls: { ...regulation.calls!, setBy: 'operator' } }), ...operator },
      [],
    ],
    ['by the act the regulation names', open(), { actKind: 'order' }, ['callSetByAnotherAct']],
    ['once', open({ callId: 'call' }), call(), ['callOpenedTwice']],
    ['before it closes', open({ opensOn: '2021-02-20', opensAt: '17:00' }), {}, ['callTimesReversed']],
    ['for a time to come', open({ opensOn: '2021-01-01', closesOn: '2021-01-31' }), {}, ['callOverAlready']],
    [
      'not for a minute that is past',
      open({ opensOn: '2021-01-01', closesOn: '2021-02-01', closesAt: '12:00' }),
      {},
      ['callOverAlready'],
    ],
    ['for the next minute', open({ opensOn: '2021-01-01', closesOn: '2021-02-01', closesAt: '12:01' }), {}, []],
    ['not to close before the order has effect', open(), { effectiveOn: '2021-02-21' }, ['callOverAlready']],
    ['for those who may apply', open({ initiators: ['organisation', 'operator'] }), {}, ['callInitiator']],
    ['with criteria', open({ criteria: [] }), {}, ['callNoCriteria']],
    ['with criteria that count', open({ criteria: [{ ...criterion, weight: 0 }] }), {}, ['callNoCriteria']],
    [
      'with criteria that tell apart',
      open({ criteria: [{ ...criterion, levels: criterion.levels.slice(1) }] }),
      {},
      ['callNoCriteria'],
    ],
    ['with one that does among others', open({ criteria: [{ ...criterion, weight: 0 }, criterion] }), {}, []],
    ['with experts', open({ expertsPerApplication: 0 }), {}, ['callNoExperts']],
    ['with one expert', open({ expertsPerApplication: 1 }), {}, []],
    ['with a review after its closing', open({ reviewDueOn: '2021-02-19' }), {}, ['callReviewTooEarly']],
    ['with a review on its last day', open({ reviewDueOn: '2021-02-20' }), {}, []],
    [
      'without criteria where nobody reviews',
      open({ criteria: [], expertsPerApplication: 0 }),
      under({ expertReview: null }),
      [],
    ],
  ])
  test('once in an order', () => {
    expect(refused(open(), {}, open())).toEqual(['callOpenedTwice'])
    expect(refused(open(), {}, open({ callId: 'other' }))).toEqual([])
  })
})

describe('a call is prolonged', () => {
  check([
    ['to a later moment', extend(), call(), []],
    ['when it is known', extend(), {}, ['unknownCall']],
    ['not when it is revoked', extend(), call({ revokedOn: '2021-01-20' }), ['callRevoked']],
    ['not to the same moment', extend({ closesOn: '2021-02-15' }), call(), ['callExtensionIsShorter']],
    ['by a minute', extend({ closesOn: '2021-02-15', closesAt: '17:01' }), call(), []],
    [
      'not to a moment that is past',
      extend({ closesOn: '2021-01-31' }),
      call({ closesAt: new Date('2021-01-20T14:00:00Z') }),
      ['callOverAlready'],
    ],
    ['with a review after its closing', extend({ reviewDueOn: '2021-02-28' }), call(), ['callReviewTooEarly']],
    ['with the review it had', extend({ closesOn: '2021-04-02' }), call(), ['callReviewTooEarly']],
    ['without a review', extend({ closesOn: '2021-04-02' }), call({ reviewDueOn: null }), []],
    ['by the body that sets calls', extend(), { ...call(), ...operator }, ['callSetByAnother']],
    ['without a regulation by anybody', extend(), { ...call(), judgedBy: null }, []],
  ])
  test('once in an order', () => {
    expect(refused(extend(), call(), extend())).toEqual(['callExtendedTwice'])
    expect(refused(extend(), call(), extend({ callId: 'other' }))).toEqual([])
  })
})

describe('a regulation is approved', () => {
  const approve = (regulationId = 'draft') => effectOf('approveRegulation', { regulationId })
  const draft = (startsOn: '2020-01-01' | null = null) =>
    also('regulations', { id: 'draft', version: 2, regulation, startsOn, endsOn: null })
  const inForceSince = (startsOn: '2021-01-31' | '2021-02-01') => ({ inForce: { ...registers.inForce!, startsOn } })
  check([
    ['when it is a draft', approve(), draft(), []],
    ['when it is known', approve('x'), draft(), ['unknownRegulation']],
    ['once', approve(), draft('2020-01-01'), ['regulationAlreadyApproved']],
    ['after the one in force began', approve(), { ...draft(), ...inForceSince('2021-01-31') }, []],
    ['not on its first day', approve(), { ...draft(), ...inForceSince('2021-02-01') }, ['regulationTooEarly']],
    ['the first of all', approve(), { ...draft(), inForce: null }, []],
  ])
  test('one in an order', () => expect(refused(approve(), draft(), approve('other'))).toEqual(['regulationApprovedTwice']))
})

describe('an order is revoked', () => {
  const revoke = (orderId = 'old') => effectOf('revoke', { orderId })
  const old = also('orders', anOrder('old'))
  check([
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
