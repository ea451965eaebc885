// Proves R-31, C-41: who gets a status, for how long, with which head, and which application that answers.
import { describe, expect, test } from 'vitest'
import type { Registers } from '../../../kit/order/registers.ts'
import { also, anApplication, aPerson, aSite, effectOf, operator, refused, regulation, under } from './registers.fixture.ts'

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
  const directions = under({ directions: { clause: ['1'], list: [{ code: 'math', text: 'Математика' }] } as never })
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
  const own = also(
    'people',
    aPerson('own', { posts: [{ organisationId: 'b', kind: 'head', startsOn: '2021-01-01', endsOn: '2021-02-01' }] }),
  )
  test('holds a post in the host on the first day', () => {
    expect(refused(grant({ headPersonId: 'own' }), own)).toEqual([])
    expect(refused(grant({ headPersonId: 'own', from: '2021-02-02' }), own)).toEqual(['mayNotHead'])
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

describe('the application it answers', () => {
  const answers = grant({ applicationId: 'app' })
  const asked = (change: object = {}, ...others: Parameters<typeof refused>[0][]) =>
    refused(answers, also('applications', anApplication('app', change)), ...others)
  test('is proposed, and the status goes to those who applied', () => {
    expect(asked()).toEqual([])
    expect(asked({ organisationIds: ['c'] })).toEqual(['notTheApplicants'])
    expect(asked({ organisationIds: ['b', 'c'] })).toEqual(['notTheApplicants'])
  })
  test('is known, not decided, not withdrawn, not too early', () => {
    expect(refused(answers)).toEqual(['unknownApplication'])
    expect(asked({ number: null })).toEqual(['unknownApplication'])
    expect(asked({ state: 'granted' })).toEqual(['applicationDecided'])
    expect(asked({ state: 'declined' })).toEqual(['applicationDecided'])
    expect(asked({ state: 'withdrawn' })).toEqual(['applicationWithdrawn'])
    expect(asked({ state: 'reviewed' })).toEqual(['applicationNotReady'])
  })
  test('is decided once in an order, by a grant or a refusal', () => {
    const no = effectOf('declineApplication', { applicationId: 'app', reason: 'поздно' })
    expect(asked({}, no)).toEqual(['applicationTwice'])
    expect(asked({}, effectOf('declineApplication', { applicationId: 'other', reason: 'поздно' }))).toEqual([])
    expect(refused(no, also('applications', anApplication('app')))).toEqual([])
    expect(refused(no)).toEqual(['unknownApplication'])
  })
  test('is judged by the regulation it came under', () => {
    const before = {
      id: 'before',
      version: 0,
      startsOn: null,
      endsOn: null,
      regulation: { ...regulation, status: { ...regulation.status, steps: ['application', 'order'] } },
    } as never
    const both = {
      ...also('regulations', before),
      ...also('applications', anApplication('app', { regulationId: 'before', state: 'admitted' })),
    }
    expect(refused(answers, both)).toEqual([])
    expect(refused(answers, { ...both, ...also('applications', anApplication('app', { state: 'admitted' })) })).toEqual([
      'applicationNotReady',
    ])
  })
})
