// Proves C-41, C-O4: appointments, their ends, attachments and detachments.
import { describe, expect, test } from 'vitest'
import {
  also,
  anAppointment,
  anAttachment,
  aPerson,
  aSite,
  checked,
  effectOf,
  ofOrder,
  refused,
  regulation,
  under,
} from '../../orders/effects/registers.fixture.ts'
import { checkAppointing } from './appoint/checks.ts'

const appoint = (change: object = {}) =>
  effectOf('appoint', {
    personId: 'mentor',
    as: 'mentor',
    siteId: 's',
    from: '2021-02-01',
    to: '2022-08-31',
    ground: null,
    ...change,
  })
const attach = (change: object = {}) =>
  effectOf('attachOrganisations', { siteId: 's', organisationIds: ['b'], from: '2021-02-01', to: '2022-08-31', ...change })
const methodist = also(
  'people',
  aPerson('methodist', { posts: [], methodistPeriods: [{ startsOn: '2021-01-01', endsOn: '2021-02-28' }] }),
)
const ofCentre = (kind: 'methodist' | 'seniorMethodist' | 'teacher') =>
  also('people', aPerson('methodist', { posts: [{ organisationId: 'c', kind, startsOn: '2020-01-01', endsOn: null }] }))
const there = (change: object = {}) => also('appointments', anAppointment('one', change))

const withRoles = (role: Partial<(typeof regulation.roles)[number]>) =>
  under({ roles: [...regulation.roles, { ...regulation.roles.find(({ code }) => code === 'mentor')!, ...role }] })

describe('a person is appointed', () => {
  checked([
    ['within the term of the status', appoint(), {}, []],
    ['when known', appoint({ personId: 'x' }), {}, ['unknownPerson']],
    ['for a period that ends after it begins', appoint({ to: '2021-01-31' }), {}, ['periodReversed']],
    ['for a day', appoint({ to: '2021-02-01' }), {}, []],
    ['by a regulation', appoint(), { judgedBy: null }, ['noRegulation']],
    ['to a role the regulation has', appoint({ as: 'tutor' }), {}, ['unknownRole']],
    ['to a role of the paper’s own', appoint({ as: 'role1' }), withRoles({ code: 'role1' }), []],
    [
      'to one that is elected with its protocol',
      appoint({ as: 'role1' }),
      withRoles({ code: 'role1', chosen: 'elected' }),
      ['roleNeedsProtocol'],
    ],
    ['to a site where the role needs one', appoint({ siteId: null }), {}, ['roleNeedsSite']],
    ['to a site that is known', appoint({ siteId: 'x' }), {}, ['unknownSite']],
    ['not beyond the status', appoint({ to: '2022-09-01' }), {}, ['outsideStatusTerm']],
    ['not before the status', appoint({ from: '2020-08-31' }), {}, ['outsideStatusTerm']],
    ['not without an end where the status has one', appoint({ to: null }), {}, ['outsideStatusTerm']],
    ['without an end where the status has none', appoint({ to: null }), also('sites', aSite('s', { to: null })), []],
  ])
  test('within the posts the person has', () => {
    const post = (endsOn: string) =>
      also('people', aPerson('mentor', { posts: [{ organisationId: 'a', kind: 'teacher', startsOn: '2020-01-01', endsOn }] }))
    expect(refused(appoint(), post('2022-08-30'))).toEqual(['outsidePosts'])
    expect(refused(appoint(), post('2022-08-31'))).toEqual([])
  })
  test('until the status ends by the same order', () => {
    const end = effectOf('terminateStatus', { siteId: 's', on: '2021-06-30' })
    expect(refused(appoint(), {}, end)).toEqual(['outsideStatusTerm'])
    const term = (on: string) => {
      const ended = ofOrder([effectOf('terminateStatus', { siteId: 's', on })])
      return checkAppointing(appoint(), ended).map(({ rule, params }) => [rule, params?.term])
    }
    expect(term('2021-06-30')).toEqual([['order.outsideStatusTerm', '01.09.2020 – 30.06.2021']])
    expect(term('2020-08-31')).toEqual([['order.outsideStatusTerm', 'статуса нет']])
    expect(refused(appoint({ to: '2021-06-30' }), {}, end)).toEqual([])
    expect(refused(appoint({ to: '2023-08-31' }), {}, effectOf('extendStatus', { siteId: 's', to: '2023-08-31' }))).toEqual([])
  })
})

describe('a coordinator is a methodist', () => {
  const coordinator = (change: object = {}) =>
    appoint({ as: 'coordinator', personId: 'methodist', siteId: null, to: null, ...change })
  checked([
    ['by the role in the product', coordinator(), methodist, []],
    ['as long as that lasts', coordinator({ from: '2021-03-01' }), methodist, ['coordinatorIsNotMethodist']],
    ['by post', coordinator(), ofCentre('methodist'), []],
    ['by a senior post', coordinator(), ofCentre('seniorMethodist'), []],
    ['and no teacher', coordinator(), ofCentre('teacher'), ['coordinatorIsNotMethodist']],
    ['where the regulation asks for it', coordinator(), { ...under({ coordinator: null }), ...ofCentre('teacher') }, []],
  ])
})

describe('a head', () => {
  const head = (change: object = {}) => appoint({ as: 'head', personId: 'head', ...change })
  checked([
    ['has a post at the host', head(), {}, []],
    ['not without one', head({ personId: 'mentor' }), {}, ['mayNotHead']],
    [
      'of a common site is chosen by protocol',
      head(),
      also('sites', aSite('s', { organisationIds: ['a', 'b'] })),
      ['headNeedsProtocol'],
    ],
    ['with a protocol of one', head({ ground: 'протокол' }), also('sites', aSite('s', { organisationIds: ['a', 'b'] })), []],
    ['is one at a time', head(), there({ kind: 'head', personId: 'other' }), ['roleTaken']],
    ['may follow another', head(), there({ kind: 'head', personId: 'other', to: '2021-01-31' }), []],
    ['may lead another site', head(), there({ kind: 'head', personId: 'other', siteId: 't' }), []],
    ['has nothing to do with a mentor', head(), there({ personId: 'head' }), []],
  ])
  test('given with the status is the head already', () => {
    const grant = (siteId: string, headPersonId: string | null) =>
      effectOf('grantStatus', { siteId, headPersonId, from: '2021-02-01', to: '2022-08-31', organisationIds: ['a'] })
    expect(refused(head(), {}, grant('s', 'other'))).toEqual(['roleTaken'])
    expect(refused(head(), {}, grant('s', null))).toEqual([])
  })
})

describe('a role is held once', () => {
  test('by the same person, on the same site, at the same time', () => {
    expect(refused(appoint(), there())).toEqual(['roleTaken'])
    expect(refused(appoint(), there({ personId: 'other' }))).toEqual([])
    expect(refused(appoint(), there({ siteId: 't' }))).toEqual([])
    expect(refused(appoint(), there({ to: '2021-01-31' }))).toEqual([])
    expect(refused(appoint(), {}, appoint())).toEqual(['roleTaken'])
  })
  test('until the same order ends it before', () => {
    const end = (on: string, appointmentId = 'one') => effectOf('endAppointment', { appointmentId, on })
    expect(refused(appoint(), there(), end('2021-01-31'))).toEqual([])
    expect(refused(appoint(), there(), end('2021-02-01'))).toEqual(['roleTaken'])
    expect(refused(appoint(), there(), end('2021-01-31', 'two'))).toEqual(['roleTaken'])
  })
  test('by no more than the paper lets, as it stands when the whole order is done', () => {
    const one = appoint({ as: 'role1' })
    const single = withRoles({ code: 'role1', most: 1 })
    const held = { ...single, ...there({ kind: 'role1', personId: 'other' }) }
    const end = (on: string) => effectOf('endAppointment', { appointmentId: 'one', on })
    expect(refused(one, held)).toEqual(['roleIsFull'])
    expect(refused(one, held, end('2021-01-31'))).toEqual([])
    expect(refused(one, held, end('2021-02-01'))).toEqual(['roleIsFull'])
    expect(refused(one, single, appoint({ as: 'role1', personId: 'other' }))).toEqual(['roleIsFull'])
  })
  test('by many where the role is of the whole territory', () => {
    const coordinator = appoint({ as: 'coordinator', personId: 'methodist', siteId: null, to: null })
    expect(refused(coordinator, { ...methodist, ...there({ kind: 'coordinator', siteId: null, personId: 'other' }) })).toEqual([])
  })
})

describe('an appointment ends', () =>
  checked([
    ['on a day of it', effectOf('endAppointment', { appointmentId: 'one', on: '2022-08-31' }), there(), []],
    ['and not after it', effectOf('endAppointment', { appointmentId: 'one', on: '2022-09-01' }), there(), ['appointmentNotThen']],
    ['when it is known', effectOf('endAppointment', { appointmentId: 'x', on: '2022-08-31' }), there(), ['unknownAppointment']],
  ]))

describe('a school is attached', () => {
  checked([
    ['within the term of the status', attach(), {}, []],
    ['to a site that is known', attach({ siteId: 'x' }), {}, ['unknownSite']],
    ['when it is known', attach({ organisationIds: ['b', 'x'] }), {}, ['unknownOrganisation']],
    ['for a period that ends after it begins', attach({ to: '2021-01-31' }), {}, ['periodReversed']],
    ['for a day', attach({ to: '2021-02-01' }), {}, []],
    ['by a regulation', attach(), { judgedBy: null }, ['noRegulation']],
    ['where schools are attached', attach(), under({ attachments: null }), ['noAttachments']],
    ['not beyond the status', attach({ to: '2022-09-01' }), {}, ['outsideStatusTerm']],
    ['not to itself', attach({ organisationIds: ['a', 'b'] }), {}, ['attachedToItself']],
    ['once', attach(), { attachments: [anAttachment('b')] }, ['attachedTwice']],
    ['once in a list', attach({ organisationIds: ['b', 'b'] }), {}, ['attachedTwice']],
    ['again when the former is over', attach(), { attachments: [anAttachment('b', { to: '2021-01-31' })] }, []],
    ['though another is', attach(), { attachments: [anAttachment('c')] }, []],
    ['though it is at another site', attach(), { attachments: [anAttachment('b', { siteId: 't' as never })] }, []],
  ])
  test('once in an order, and anew when the order lets it go', () => {
    const leave = (siteId: string) => effectOf('detachOrganisations', { siteId, organisationIds: ['b'], on: '2021-02-01' })
    expect(refused(attach(), {}, attach())).toEqual(['attachedTwice'])
    expect(refused(attach(), {}, attach({ siteId: 't' }))).toEqual([])
    expect(refused(attach(), { attachments: [anAttachment('b')] }, leave('s'))).toEqual([])
    expect(refused(attach(), { attachments: [anAttachment('b')] }, leave('t'))).toEqual(['attachedTwice'])
  })
})

describe('a school is detached', () => {
  const detach = (change: object = {}) =>
    effectOf('detachOrganisations', { siteId: 's', organisationIds: ['b'], on: '2021-02-01', ...change })
  checked([
    ['from where it is', detach(), { attachments: [anAttachment('b')] }, []],
    ['and not otherwise', detach(), { attachments: [anAttachment('c')] }, ['notAttached']],
    ['not from another site', detach(), { attachments: [anAttachment('b', { siteId: 't' as never })] }, ['notAttached']],
    ['not after it left', detach({ on: '2022-09-01' }), { attachments: [anAttachment('b')] }, ['notAttached']],
    ['from a site that is known', detach({ siteId: 'x' }), {}, ['unknownSite']],
  ])
})

test('a site has as many attached schools as the regulation wants, counted with those that come and go in the same order', () => {
  const between = (least: number, most: number) =>
    under({ limits: { clause: ['3.1'], list: [{ what: 'attachedSchools', least, most, clause: ['3.1'] }] } as never })
  expect(refused(attach(), between(2, 3))).toEqual(['limit'])
  expect(refused(attach(), { ...between(2, 3), attachments: [anAttachment('c')] })).toEqual([])
  expect(refused(attach({ organisationIds: ['b', 'c'] }), between(1, 1))).toEqual(['limit'])
  const leaving = effectOf('detachOrganisations', { siteId: 's', organisationIds: ['c'], on: '2021-02-01' })
  expect(refused(attach(), { ...between(1, 1), attachments: [anAttachment('c')] }, leaving)).toEqual([])
})
