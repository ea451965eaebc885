// Proves R-35, C-71: how a status is prolonged, suspended, resumed and ended, and by whom.
import { describe, expect, test } from 'vitest'
import type { OrderId, SiteId } from '../../../kernel/types.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import {
  aCase,
  also,
  aSite,
  checked,
  effectOf,
  operator,
  refused,
  regulation,
  under,
} from '../../orders/effects/registers.fixture.ts'

const s = 's' as SiteId
const t = 't' as SiteId
const extend = (change: object = {}) => effectOf('extendStatus', { siteId: s, to: '2023-08-31', caseId: null, ...change })
const suspend = (change: object = {}) =>
  effectOf('suspendStatus', { siteId: s, from: '2021-02-01', to: null, reason: 'ремонт', caseId: null, ...change })
const resume = (change: object = {}) => effectOf('resumeStatus', { siteId: s, on: '2021-02-10', caseId: null, ...change })
const end = (change: object = {}) =>
  effectOf('terminateStatus', {
    siteId: s,
    ground: 'mismatch',
    on: '2021-02-10',
    attachTo: null,
    plan: 'keep',
    caseId: 'case',
    ...change,
  })
const unresumed = { endedByOrderId: null, madeUpTo: null }
const suspended: Partial<Registers> = { suspensions: [{ siteId: s, from: '2021-01-10', to: null, ...unresumed }] }
const proposed = also('cases', aCase('termination'))
const site = (change: object) => also('sites', aSite('s', change))

describe('a status is prolonged', () =>
  checked([
    ['for a later day within the longest term', extend(), {}, []],
    ['when it is known', extend({ siteId: 'x' }), {}, ['unknownSite']],
    ['when it was not given by this very order', extend(), site({ isNew: true }), ['unknownSite']],
    ['on its last day', extend(), site({ to: '2021-02-01' }), []],
    ['and not after it', extend(), site({ to: '2021-01-31' }), ['statusEnded']],
    ['and not without one', extend(), site({ to: null }), ['statusEnded']],
    ['and not to the same day', extend({ to: '2022-08-31' }), {}, ['extensionIsShorter']],
    ['and not beyond the longest term', extend({ to: '2023-09-01' }), {}, ['termTooLong']],
    ['by a regulation', extend(), { judgedBy: null, regulations: new Map() }, ['noRegulation']],
    ['by whoever gives it', extend(), operator, ['standingDecidedByAnother']],
    ['by the act that gives it', extend(), { actKind: 'order' }, ['standingDecidedByAnotherAct']],
  ]))

describe('what the regulation limits the number of', () => {
  const limited = under({
    limits: { clause: ['3.1'], list: [{ what: 'sites', least: null, most: 1, clause: ['3.1'] }] } as never,
  })
  const there = (from: string) => ({ standing: [{ id: t, theme: 'А', from, to: null, organisationIds: ['b'] }] as never })
  test('is counted in the days an extension adds', () => {
    expect(refused(extend(), { ...limited, ...there('2022-09-01') })).toEqual(['limit'])
    expect(refused(extend(), { ...limited, ...there('2040-01-01') })).toEqual([])
    expect(refused(extend(), limited)).toEqual([])
  })
})

describe('the case a point decides', () => {
  const deciding = (kind: Parameters<typeof aCase>[0], change: object = {}) =>
    refused(extend({ caseId: 'case' }), also('cases', aCase(kind, change)))
  test('is of this site, this kind, drafted by this order', () => {
    expect(deciding('extension')).toEqual([])
    expect(refused(extend({ caseId: 'case' }))).toEqual(['caseNotOpen'])
    expect(deciding('suspension')).toEqual(['caseNotOpen'])
    expect(deciding('extension', { siteId: t })).toEqual(['caseNotOpen'])
    expect(deciding('extension', { state: 'decided' })).toEqual(['caseNotOpen'])
    expect(deciding('extension', { orderId: 'other' })).toEqual(['caseNotOpen'])
  })
  test('a status keeps the regulation it was given under', () => {
    const old = {
      id: 'old',
      version: 0,
      startsOn: null,
      endsOn: null,
      regulation: { ...regulation, status: { ...regulation.status, act: 'приказ' } },
    }
    const both = { ...also('regulations', old as never), ...site({ regulationId: 'old' }) }
    expect(refused(extend(), both)).toEqual(['standingDecidedByAnotherAct'])
    expect(refused(extend(), { ...both, actKind: 'order' })).toEqual([])
  })
})

describe('a status is suspended', () => {
  checked([
    ['from the day of the order', suspend(), {}, []],
    ['when it is known', suspend({ siteId: 'x' }), {}, ['unknownSite']],
    ['when it was not given by this very order', suspend(), site({ isNew: true }), ['unknownSite']],
    ['when it has begun', suspend({ from: '2021-03-01' }), site({ from: '2021-02-02' }), ['statusEnded']],
    ['within its term', suspend({ from: '2022-09-01' }), {}, ['statusEnded']],
    ['not for the past', suspend({ from: '2021-01-31' }), {}, ['standingBeforeOrder']],
    ['by a regulation', suspend(), { judgedBy: null, regulations: new Map() }, ['noRegulation']],
    ['by whoever gives it', suspend(), operator, ['standingDecidedByAnother']],
    ['once', suspend(), suspended, ['suspendedAlready']],
    [
      'again after another one is over',
      suspend(),
      { suspensions: [{ siteId: s, from: '2021-01-10', to: '2021-01-31', ...unresumed }] },
      [],
    ],
    [
      'not on the last day of another',
      suspend(),
      { suspensions: [{ siteId: s, from: '2021-01-10', to: '2021-02-01', ...unresumed }] },
      ['suspendedAlready'],
    ],
    ['though another site is', suspend(), { suspensions: [{ siteId: t, from: '2021-01-10', to: null, ...unresumed }] }, []],
    ['to a last day', suspend({ to: '2021-03-31' }), {}, []],
    ['not to one before the first', suspend({ to: '2021-01-31' }), {}, ['periodReversed']],
    ['not beyond its term', suspend({ to: '2022-09-01' }), {}, ['statusEnded']],
    [
      'not before one that is ordered',
      suspend({ to: '2021-04-30' }),
      { suspensions: [{ siteId: s, from: '2021-04-30', to: null, ...unresumed }] },
      ['suspendedAlready'],
    ],
    [
      'before one that is ordered',
      suspend({ to: '2021-04-29' }),
      { suspensions: [{ siteId: s, from: '2021-04-30', to: null, ...unresumed }] },
      [],
    ],
    ['not where the regulation is silent and the office does not do so', suspend(), { suspends: false }, ['noSuspension']],
    ['by its case', suspend({ caseId: 'case' }), also('cases', aCase('suspension')), []],
  ])
  test('once in an order', () => {
    expect(refused(suspend(), {}, suspend())).toEqual(['suspendedAlready'])
    expect(refused(suspend(), {}, suspend({ siteId: t }))).toEqual([])
  })
})

describe('a status is resumed', () =>
  checked([
    ['while it is suspended', resume(), suspended, []],
    ['and not otherwise', resume(), {}, ['notSuspended']],
    [
      'not when an order has resumed it for later',
      resume(),
      { suspensions: [{ siteId: s, from: '2021-01-10', to: '2021-03-01', ...unresumed, endedByOrderId: 'o' as OrderId }] },
      ['resumedAlready'],
    ],
    [
      'before the last day the suspension has',
      resume(),
      { suspensions: [{ siteId: s, from: '2021-01-10', to: '2021-03-01', ...unresumed }] },
      [],
    ],
    [
      'not when another site is suspended',
      resume(),
      { suspensions: [{ siteId: t, from: '2021-01-10', to: null, ...unresumed }] },
      ['notSuspended'],
    ],
    ['when it is known', resume({ siteId: 'x' }), suspended, ['unknownSite']],
    ['when it was not given by this very order', resume(), { ...suspended, ...site({ isNew: true }) }, ['unknownSite']],
    ['within its term', resume({ on: '2022-09-01' }), suspended, ['statusEnded']],
    ['not for the past', resume({ on: '2021-01-31' }), suspended, ['standingBeforeOrder']],
    [
      'on a later day than it was suspended',
      resume({ on: '2021-02-01' }),
      { suspensions: [{ siteId: s, from: '2021-02-01', to: null, ...unresumed }] },
      ['resumedTooEarly'],
    ],
    ['by a regulation', resume(), { ...suspended, judgedBy: null, regulations: new Map() }, ['noRegulation']],
    ['by whoever gives it', resume(), { ...suspended, ...operator }, ['standingDecidedByAnother']],
    ['by its case', resume({ caseId: 'case' }), { ...suspended, ...also('cases', aCase('resumption')) }, []],
  ]))

describe('a status is ended', () => {
  checked([
    ['on a submission, for a ground of the regulation', end(), proposed, []],
    ['when it is known', end({ siteId: 'x' }), proposed, ['unknownSite']],
    ['when it was not given by this very order', end(), { ...proposed, ...site({ isNew: true }) }, ['unknownSite']],
    ['within its term', end({ on: '2022-09-01' }), proposed, ['statusEnded']],
    ['not for the past', end({ on: '2021-01-31' }), proposed, ['endBeforeOrder']],
    ['by a regulation', end(), { ...proposed, judgedBy: null, regulations: new Map() }, ['noRegulation']],
    ['not for another ground', end({ ground: 'quarrel' }), proposed, ['unknownGround']],
    ['for any words where no grounds are named', end({ ground: 'quarrel', caseId: null }), under({ termination: null }), []],
    ['by whom the regulation lets', end(), { ...proposed, ...operator }, ['standingDecidedByAnother']],
    ['not without a submission', end({ caseId: null }), {}, ['terminationNeedsSubmission']],
    [
      'not before the submission is sent',
      end(),
      also('cases', aCase('termination', { isProposed: false })),
      ['terminationNeedsSubmission'],
    ],
    ['by its own case', end(), also('cases', aCase('extension')), ['caseNotOpen']],
  ])
  const heir = (change: object = {}, effect: object = {}) =>
    refused(end({ attachTo: 't', ...effect }), {
      ...proposed,
      ...also('sites', aSite('t', { organisationIds: ['c'], ...change })),
    })
  test('its schools go to another site that works on', () => {
    expect(heir()).toEqual([])
    expect(heir({ to: null })).toEqual([])
    expect(heir({}, { attachTo: 's' })).toEqual(['unknownSite'])
    expect(heir({}, { attachTo: 'x' })).toEqual(['unknownSite'])
    expect(heir({ isNew: true })).toEqual(['unknownSite'])
    expect(heir({ to: '2021-02-10' })).toEqual(['statusEnded'])
    expect(heir({ from: '2021-02-10' })).toEqual([])
    expect(heir({ from: '2021-02-11' })).toEqual(['statusEnded'])
    expect(refused(end({ attachTo: 't' }), { ...proposed, ...under({ attachments: null }) })).toEqual(['noAttachments'])
  })
})
