import { luga } from '../../../test/regulations.ts'
import { themeKey } from '../../kernel/theme-key.ts'
// Proves L-15.

import { describe, expect, test } from 'vitest'
import type { OrganisationId, Period } from '../../kernel/types.ts'
import { numberedAct } from '../../regulation/acts.ts'
import { leastShown } from '../../regulation/weak-schools.ts'
import {
  checkAppointment,
  checkEnding,
  headGives,
  inNumbersOf,
  joined,
  lastDayWhenEndedFrom,
  monthsBetween,
  outsidePosts,
  partnerSteps,
  partnersOn,
  siteStateOn,
  staffRoles,
  termMeter,
} from './rules.ts'

describe('the state of a status on a day', () => {
  const status = { from: '2021-01-28', to: '2023-08-31', endedEarly: false, suspensions: [] }
  test.each([
    ['2021-01-27', 'notStarted'],
    ['2021-01-28', 'active'],
    ['2023-06-01', 'active'],
    ['2023-06-02', 'expiring'],
    ['2023-08-31', 'expiring'],
    ['2023-09-01', 'ended'],
  ])('%s: %s', (day, state) => expect(siteStateOn(status, day)).toBe(state))

  test('an order that ended it early makes it terminated, though only after its last day', () => {
    expect(siteStateOn({ ...status, endedEarly: true }, '2023-08-31')).toBe('expiring')
    expect(siteStateOn({ ...status, endedEarly: true }, '2023-09-01')).toBe('terminated')
  })
  test('suspended for some days, it is neither active nor expiring then; its end goes before', () => {
    const paused = { ...status, suspensions: [{ from: '2023-08-01', to: '2023-08-10' }] }
    const days = ['2023-07-31', '2023-08-01', '2023-08-10', '2023-08-11']
    expect(days.map((day) => siteStateOn(paused, day))).toEqual(['expiring', 'suspended', 'suspended', 'expiring'])
    const ended = { ...status, suspensions: [{ from: '2023-08-01', to: null }] }
    expect(siteStateOn(ended, '2023-09-01')).toBe('ended')
  })
  test('without a last day it never expires', () => {
    expect(siteStateOn({ ...status, to: null }, '2099-01-01')).toBe('active')
  })
})

describe('the meter of a term', () => {
  const term = { from: '2021-01-28', to: '2023-08-31' }
  test('counts whole months and days left', () => {
    expect(termMeter(term, '2022-04-16')).toMatchObject({ monthsGone: 14, months: 31, daysLeft: 502 })
  })
  test('stands still before the beginning and after the end', () => {
    expect(termMeter(term, '2020-01-01')!.share).toBe(0)
    expect(termMeter(term, '2030-01-01')).toMatchObject({ share: 1, daysLeft: 0, monthsGone: 31 })
  })
  test('before its first day nothing has gone', () =>
    expect(termMeter(term, '2021-01-27')).toMatchObject({ share: 0, monthsGone: 0 }))
  test('has nothing to say of a status without an end', () => expect(termMeter({ ...term, to: null }, '2022-01-01')).toBeNull())
  test('a month is counted when its date has come', () => {
    expect(monthsBetween('2021-01-31', '2021-02-27')).toBe(0)
    expect(monthsBetween('2021-01-31', '2021-02-28')).toBe(1)
  })
})

describe('an appointment', () => {
  const site = { from: '2021-01-28', to: '2023-08-31' }
  const period = { from: '2021-02-01', to: '2022-05-31' }
  const holds = { posts: [], methodist: [] }
  type Proposed = Parameters<typeof checkAppointment>[1]
  const rule = (proposed: Omit<Proposed, 'others' | 'ground'> & Partial<Proposed>, regulation = luga) => {
    const result = checkAppointment(regulation, { others: [], ground: null, ...proposed })
    return result.ok ? null : result.refusal
  }
  test('within the term of the site is allowed', () =>
    expect(rule({ kind: 'mentor', period, site, already: [], holds })).toBeNull())
  test('to a role the regulation does not know is refused', () =>
    expect(rule({ kind: 'tutor', period, site, already: [], holds })).toMatchObject({ rule: 'site.noSuchRole', field: 'kind' }))
  const roles = (more: Partial<(typeof luga.roles)[number]>) => ({
    ...luga,
    roles: luga.roles.map((one) => (one.code === 'mentor' ? { ...one, ...more } : one)),
  })
  test('by election or by agreement needs its paper in the ground', () => {
    const mentor = { kind: 'mentor', period, site, already: [], holds }
    for (const chosen of ['elected', 'collegially'] as const) {
      expect(rule(mentor, roles({ chosen }))).toMatchObject({ rule: 'site.roleNeedsProtocol', field: 'ground' })
      expect(rule({ ...mentor, ground: 'протокол № 1' }, roles({ chosen }))).toBeNull()
    }
    expect(rule(mentor, roles({ agreedBy: ['operator'] }))).toMatchObject({
      rule: 'site.roleNeedsAgreement',
      params: { by: 'МКУ «Лужский информационно-методический центр»' },
    })
  })
  test('is refused where as many as the regulation allows hold the role already in these days', () => {
    const mentor = { kind: 'mentor', period, site, already: [], holds }
    const two = [period, { from: '2021-05-31', to: null }]
    expect(rule({ ...mentor, others: two }, roles({ most: 2 }))).toMatchObject({ rule: 'site.roleIsFull' })
    expect(rule({ ...mentor, others: two.slice(1) }, roles({ most: 2 }))).toBeNull()
    expect(rule({ ...mentor, others: [period, { from: '2022-06-01', to: null }] }, roles({ most: 2 }))).toBeNull()
  })
  test('to a role of the paper’s own is as good as any', () => {
    const own = { ...luga, roles: [...luga.roles, { ...luga.roles[1]!, code: 'role1' }] }
    expect(rule({ kind: 'role1', period, site, already: [], holds }, own)).toBeNull()
  })
  test('before or after the status is refused at the field', () => {
    expect(rule({ kind: 'mentor', period: { ...period, from: '2021-01-27' }, site, already: [], holds })).toMatchObject({
      rule: 'site.beforeTerm',
      field: 'startsOn',
    })
    for (const to of ['2023-09-01', null])
      expect(rule({ kind: 'mentor', period: { ...period, to }, site, already: [], holds })).toMatchObject({
        rule: 'site.afterTerm',
        field: 'endsOn',
      })
  })
  test('begins on the last day of the status at the latest, and is refused at its first day after it', () => {
    const last = { from: '2023-08-31', to: '2023-08-31' }
    expect(rule({ kind: 'mentor', period: last, site, already: [], holds })).toBeNull()
    expect(rule({ kind: 'mentor', period: { from: '2023-09-01', to: '2023-09-01' }, site, already: [], holds })).toMatchObject({
      rule: 'site.afterTerm',
      field: 'startsOn',
    })
    expect(rule({ kind: 'mentor', period: { ...period, to: null }, site: { ...site, to: null }, already: [], holds })).toBeNull()
  })
  test('that ends before it begins is refused', () =>
    expect(rule({ kind: 'mentor', period: { from: '2022-01-02', to: '2022-01-01' }, site, already: [], holds })).toMatchObject({
      rule: 'site.endsBeforeItBegins',
    }))
  test('that overlaps another of the same person is refused, one day after it is not', () => {
    expect(rule({ kind: 'mentor', period, site, already: [{ from: '2022-05-31', to: null }], holds })).toMatchObject({
      rule: 'site.appointedTwice',
    })
    expect(rule({ kind: 'mentor', period, site, already: [{ from: '2022-06-01', to: null }], holds })).toBeNull()
  })
  test('lies within the posts of the person, or within those and the role of a methodist', () => {
    const post = { from: '2018-09-01', to: '2022-05-30' }
    const within = (kind: 'mentor' | 'coordinator', posts: Period[], methodist: Period[] = []) =>
      outsidePosts(kind, period, { posts, methodist })
    expect(within('mentor', [post])).toBe('2022-05-31')
    expect(within('mentor', [{ ...post, to: '2022-05-31' }])).toBeNull()
    expect(within('mentor', [post], [{ from: '2020-01-01', to: null }])).toBe('2022-05-31')
    expect(within('coordinator', [post], [{ from: '2020-01-01', to: null }])).toBeNull()
    expect(within('mentor', []), 'a guest').toBeNull()
    expect(within('mentor', [{ from: '2021-02-02', to: '2021-03-01' }]), 'a guest when it began').toBeNull()
    expect(within('mentor', [{ from: '2021-02-01', to: '2021-03-01' }])).toBe('2021-03-02')
    const refusal = rule({ kind: 'mentor', period, site, already: [], holds: { posts: [post], methodist: [] } })
    expect(refusal).toMatchObject({ rule: 'site.outsidePosts', field: 'endsOn', params: { day: '2022-05-30', begins: 0 } })
    const gone = { posts: [{ from: '2018-09-01', to: '2021-01-31' }], methodist: [] }
    expect(rule({ kind: 'mentor', period, site, already: [], holds: gone })).toMatchObject({
      rule: 'site.outsidePosts',
      field: 'startsOn',
    })
  })
  test('ends within its own days', () => {
    expect(checkEnding(period, '2022-05-31').ok).toBe(true)
    expect(checkEnding(period, '2022-06-01')).toMatchObject({ refusal: { rule: 'site.appointmentHasEnded' } })
    expect(checkEnding(period, '2021-01-31')).toMatchObject({ refusal: { rule: 'site.endsBeforeItBegins' } })
  })
})

test('the roles are those the regulation names, in its own words', () => {
  expect(staffRoles(luga)).toEqual([{ kind: 'mentor', word: 'наставник' }])
  expect(headGives(luga, 'mentor')).toBe(true)
  expect(headGives(luga, 'head')).toBe(false)
  expect(headGives(luga, 'tutor')).toBe(false)
})

test.each([
  ['head', true],
  ['organisation', true],
  ['authority', false],
  ['operator', false],
] as const)('a role given by %s is given by the head of the site: %s', (appointedBy, given) => {
  const roles = luga.roles.map((one) => (one.code === 'mentor' ? { ...one, appointedBy } : one))
  expect(headGives({ ...luga, roles }, 'mentor')).toBe(given)
})

test('a theme is the same theme in other letters', () => {
  expect(themeKey(' «Учёба — вместе», 2 ')).toBe('учеба вместе 2')
  expect(themeKey('УЧЕБА вместе: 2.')).toBe('учеба вместе 2')
})

test('what ends from a day on lasts to the day before, but at least its first day', () => {
  expect(lastDayWhenEndedFrom('2021-09-01', '2022-01-01')).toBe('2021-12-31')
  expect(lastDayWhenEndedFrom('2022-01-01', '2022-01-01')).toBe('2022-01-01')
})

describe('partner schools for the public', () => {
  const attached = (id: string, from: string, to: string | null) => ({ organisationId: id as OrganisationId, from, to })
  test('are counted from each day on which their number changes', () => {
    const steps = partnerSteps([
      attached('a', '2021-01-01', '2021-05-31'),
      attached('b', '2021-01-01', null),
      attached('a', '2021-06-01', null),
      attached('c', '2021-09-01', '2021-12-31'),
    ])
    expect(steps).toEqual([
      { from: '2021-01-01', count: 2 },
      { from: '2021-09-01', count: 3 },
      { from: '2022-01-01', count: 2 },
    ])
  })
  test('are a number from five on, none is none, and anything between is not said', () => {
    const steps = [0, 1, leastShown - 1, leastShown].map((count, index) => inNumbersOf({ from: `2021-0${index + 1}-01`, count }))
    expect(steps.map((step) => step.partners)).toEqual([0, null, null, 5])
    expect(partnersOn(steps, '2020-12-31')).toBe(0)
    expect(partnersOn(steps, '2021-02-15')).toBeNull()
    expect(partnersOn(steps, '2022-01-01')).toBe(5)
  })
})

test('names are written as the field writes them', () => {
  expect(joined(['а', 'б', 'в'])).toBe('а, б и в')
  expect(numberedAct('directive', '№ 1874-р')).toBe('Распоряжение №\u00a01874-р')
})
