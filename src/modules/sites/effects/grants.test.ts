// Proves R-31, C-41: who gets a status, for how long, with which head.
import { describe, expect, test } from 'vitest'
import type { Registers } from '../../../kit/order/registers.ts'
import { also, aPerson, aSite, effectOf, operator, refused, regulation, under } from '../../orders/effects/registers.fixture.ts'

const valid = {
  siteId: 'new',
  organisationIds: ['b'],
  leadOrganisationId: 'b',
  theme: 'Урок для каждого',
  direction: null,
  from: '2021-02-01',
  to: '2024-01-31',
  headPersonId: null,
  headGround: null,
}
const grant = (change: object = {}) => effectOf('grantStatus', { ...valid, ...change })
const twin = (change: object = {}) =>
  also('sites', aSite('twin', { organisationIds: ['b'], theme: 'урок — для КАЖДОГО', ...change }))

test('what is as it should be has nothing against it', () => expect(refused(grant())).toEqual([]))

test.each<[string, object, Partial<Registers>, string[]]>([
  ['an unknown organisation', { organisationIds: ['b', 'x'] }, {}, ['unknownOrganisation']],
  ['a lead that is not among them', { leadOrganisationId: 'a' }, {}, ['leadIsNotAmongThem']],
  ['a period that ends before it begins', { to: '2021-01-31' }, {}, ['periodReversed']],
  ['no regulation', {}, { judgedBy: null }, ['noRegulation']],
  ['an order of the operator', {}, operator, ['statusGivenByAnother']],
  ['another kind of act', {}, { actKind: 'order' }, ['statusGivenByAnotherAct']],
  ['a first day before the order', { from: '2021-01-31' }, {}, ['statusBeforeOrder']],
  ['a day more than three years', { to: '2024-02-01' }, {}, ['termTooLong']],
  [
    'an organisation of a kind that hosts nobody',
    { organisationIds: ['institute'], leadOrganisationId: 'institute' },
    {},
    ['hostKind'],
  ],
  ['several hosts where there is one', { organisationIds: ['b', 'c'] }, under({ joint: null }), ['sharedSite']],
  ['several of whom one may not', { organisationIds: ['b', 'institute'] }, under({ joint: null }), ['sharedSite', 'hostKind']],
  ['an unknown head', { headPersonId: 'x' }, {}, ['unknownPerson']],
])('%s is refused', (_, change, registers, rules) => expect(refused(grant(change), registers)).toEqual(rules))

test('where the operator gives the status, the authority does not', () => {
  const byOperator = under({ status: { ...regulation.status, grantedBy: 'operator' } })
  expect(refused(grant(), { ...byOperator, ...operator })).toEqual([])
  expect(refused(grant(), byOperator)).toEqual(['statusGivenByAnother'])
})

describe('the direction', () => {
  const list = ['math', 'reading'].map((code) => ({ code, text: code }))
  const directions = under({ directions: { clause: ['1'], list } as never })
  test('is one the regulation knows', () => {
    expect(refused(grant({ direction: 'math' }), directions)).toEqual([])
    expect(refused(grant({ direction: 'chess' }), directions)).toEqual(['unknownDirection'])
  })
  test('is asked of nobody where there are none', () => {
    expect(refused(grant(), directions)).toEqual([])
    expect(refused(grant({ direction: 'chess' }), under({ directions: null }))).toEqual([])
  })
})

describe('the head', () => {
  const until = (endsOn: string | null) =>
    also('people', aPerson('own', { posts: [{ organisationId: 'b', kind: 'head', startsOn: '2021-01-01', endsOn }] }))
  const own = until(null)
  test('holds a post in the host on the first day, and some post to the last', () => {
    expect(refused(grant({ headPersonId: 'own' }), own)).toEqual([])
    expect(refused(grant({ headPersonId: 'own' }), until('2021-02-01'))).toEqual(['outsidePosts'])
    expect(refused(grant({ headPersonId: 'own', from: '2021-02-02' }), until('2021-02-01'))).toEqual(['mayNotHead'])
    expect(refused(grant({ headPersonId: 'head' }))).toEqual(['mayNotHead'])
  })
  test('of a common site is chosen by protocol', () => {
    const common = { organisationIds: ['a', 'b'], headPersonId: 'own' }
    expect(refused(grant(common), own)).toEqual(['headNeedsProtocol'])
    expect(refused(grant({ ...common, headGround: 'протокол № 1' }), own)).toEqual([])
    expect(refused(grant({ ...common, headPersonId: 'mentor' }))).toEqual(['headNeedsProtocol', 'mayNotHead'])
  })
  test('of a direction has achievements in it, by the day', () => {
    const asks = under({ head: { ...regulation.head!, achievements: true } })
    const achieved = (one: { direction: string | null; achievedOn: string | null }) =>
      refused(grant({ headPersonId: 'own', direction: 'math' }), {
        ...asks,
        ...also(
          'people',
          aPerson('own', {
            posts: [{ organisationId: 'b', kind: 'head', startsOn: '2021-01-01', endsOn: null }],
            achievements: [one as never],
          }),
        ),
      })
    expect(achieved({ direction: 'math', achievedOn: '2021-02-01' })).toEqual([])
    expect(achieved({ direction: null, achievedOn: null })).toEqual([])
    expect(achieved({ direction: 'math', achievedOn: '2021-02-02' })).toEqual(['mayNotHead'])
    expect(achieved({ direction: 'chess', achievedOn: null })).toEqual(['mayNotHead'])
  })
})

describe('a status on the same theme', () => {
  test('is given once, whatever its letters and stops', () => expect(refused(grant(), twin())).toEqual(['statusGivenTwice']))
  test('is no other theme, other organisation, or other time', () => {
    expect(refused(grant(), twin({ theme: 'Другое' }))).toEqual([])
    expect(refused(grant(), twin({ organisationIds: ['c'] }))).toEqual([])
    expect(refused(grant(), twin({ to: '2021-01-31' }))).toEqual([])
    expect(refused(grant(), twin({ to: '2021-02-01' }))).toEqual(['statusGivenTwice'])
    expect(refused(grant({ siteId: 'twin' }), twin())).toEqual([])
  })
  test('under another of several Положения is another status', () => {
    const ofLine = under({})
    const judged = { ...ofLine, judgedBy: { ...ofLine.judgedBy, lineId: 'line' } } as Partial<Registers>
    const given = (change: object) => refused(grant(), { ...judged, ...twin(change) })
    expect(given({ lineId: 'other' })).toEqual([])
    expect(given({ lineId: 'line' })).toEqual(['statusGivenTwice'])
    expect(given({ lineId: null })).toEqual(['statusGivenTwice'])
  })
  test('may follow one that the same order ends or revokes, and not one it prolongs', () => {
    const end = effectOf('terminateStatus', { siteId: 'twin', on: '2021-01-31' })
    expect(refused(grant(), twin(), end)).toEqual([])
    expect(refused(grant(), twin(), effectOf('terminateStatus', { siteId: 's', on: '2021-01-31' }))).toEqual(['statusGivenTwice'])
    expect(refused(grant(), twin(), effectOf('revoke', { orderId: 'old' }))).toEqual([])
    expect(refused(grant(), twin(), effectOf('revoke', { orderId: 'other' }))).toEqual(['statusGivenTwice'])
    const prolong = effectOf('extendStatus', { siteId: 'twin', to: '2021-06-30' })
    expect(refused(grant(), twin({ to: '2021-01-31' }), prolong)).toEqual(['statusGivenTwice'])
    expect(refused(grant(), twin({ from: '2021-02-02' }), effectOf('revoke', { orderId: 'old' }))).toEqual([])
  })
})

describe('what the regulation limits the number of', () => {
  const limited = (what: string, most: number) =>
    under({ limits: { clause: ['3.1'], list: [{ what, least: null, most, clause: ['3.1'] }] } as never })
  const there = (change: object = {}) => ({
    standing: [
      { id: 't', theme: 'урок — для КАЖДОГО', from: '2020-09-01', to: '2022-08-31', organisationIds: ['b'], ...change },
    ] as never,
  })
  test.each<[string, string, object, string[]]>([
    ['sites of the territory', 'sites', {}, ['limit']],
    ['sites that are over', 'sites', { to: '2021-01-31' }, []],
    ['sites that begin within its term', 'sites', { from: '2022-01-01', to: '2023-08-31' }, ['limit']],
    ['sites that begin after it', 'sites', { from: '2030-01-01', to: null }, []],
    ['sites of one theme', 'sitesOfTheme', {}, ['limit']],
    ['sites of another theme', 'sitesOfTheme', { theme: 'Другая' }, []],
    ['statuses of one organisation', 'statusesOfOrganisation', {}, ['limit']],
    ['statuses of another', 'statusesOfOrganisation', { organisationIds: ['c'] }, []],
  ])('%s', (_, what, change, rules) => {
    expect(refused(grant(), { ...limited(what, 1), ...there(change) })).toEqual(rules)
    expect(refused(grant(), { ...limited(what, 2), ...there(change) })).toEqual([])
  })
  test('a status ended early is followed by months of waiting, one that came to its end by none', () => {
    const waiting = under({
      limits: { clause: ['7.1'], list: [{ what: 'monthsSinceEnd', least: 12, most: null, clause: ['7.1'] }] } as never,
    })
    const earlier = (to: string, more: object = {}) => ({
      ...waiting,
      ...there({ from: '2018-09-01', to, endedEarly: true, organisationIds: valid.organisationIds, ...more }),
    })
    const dayBeforeAYear = '2020-01-31'
    expect(refused(grant(), earlier(dayBeforeAYear))).toEqual([])
    expect(refused(grant(), earlier('2020-02-01'))).toEqual(['limit'])
    expect(refused(grant(), earlier('2020-02-01', { endedEarly: false }))).toEqual([])
    // Of several the last counts; one that ends on the very day is not over before it.
    const both = ['2019-05-31', '2020-06-30'].map((to) => earlier(to).standing[0])
    expect(refused(grant(), { ...waiting, standing: both as never })).toEqual(['limit'])
    expect(refused(grant(), { ...waiting, standing: both.toReversed() as never })).toEqual(['limit'])
    expect(refused(grant(), earlier('2021-02-01'))).toEqual([])
    expect(refused(grant(), earlier('2020-02-01', { organisationIds: ['c'] }))).toEqual([])
  })
  test('two that do not meet count as one beside it', () => {
    const apart = [
      { id: 't', theme: 'А', from: '2020-09-01', to: '2021-06-30', organisationIds: ['b'] },
      { id: 'u', theme: 'Б', from: '2021-07-01', to: '2022-08-31', organisationIds: ['c'] },
    ]
    expect(refused(grant(), { ...limited('sites', 2), standing: apart as never })).toEqual([])
    const meeting = apart.map((one) => ({ ...one, to: '2022-08-31' }))
    expect(refused(grant(), { ...limited('sites', 2), standing: meeting as never })).toEqual(['limit'])
  })
  test('two sites of one order count as two', () => {
    const other = grant({ siteId: 'other', organisationIds: ['c'], leadOrganisationId: 'c' })
    expect(refused(grant(), limited('sites', 1), other)).toEqual(['limit'])
    expect(refused(grant(), limited('sites', 2), other)).toEqual([])
  })
})
