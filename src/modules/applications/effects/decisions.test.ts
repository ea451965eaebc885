// Proves R-31: which applications an order decides, and what the one who signs is shown of it.
import { describe, expect, test } from 'vitest'
import type { Effect } from '../../../kit/order/effects.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { describeEffect } from '../../orders/effects/handlers.ts'
import {
  also,
  anApplication,
  effectOf,
  lines,
  ofOrder,
  refused,
  regulation,
  shown,
  under,
} from '../../orders/effects/registers.fixture.ts'

const grant = (change: object = {}) =>
  effectOf('grantStatus', {
    ...{ siteId: 'new', organisationIds: ['b'], leadOrganisationId: 'b', theme: 'Урок', direction: null },
    ...{ from: '2021-02-01', to: '2024-01-31', headPersonId: null, headGround: null },
    ...change,
  })

const decline = (applicationId: string) => effectOf('declineApplication', { applicationId, reason: 'поздно' })

const answering = (applicationId: string) => grant({ applicationId })
const warning = (effect: Effect, change: Partial<Registers> = {}, ...others: Effect[]) =>
  shown(effect, change, ...others)[0]!.warning
const applications = (...rows: Parameters<typeof anApplication>[]) =>
  also('applications', ...rows.map((row) => anApplication(...row)))

describe('the application it answers', () => {
  const answers = answering('app')
  const asked = (change: object = {}, ...others: Parameters<typeof refused>[0][]) =>
    refused(answers, also('applications', anApplication('app', change)), ...others)
  test('is proposed, and the status goes to those who applied', () => {
    expect(asked()).toEqual([])
    expect(asked({ organisationIds: ['c'] })).toEqual(['notTheApplicants'])
    expect(asked({ organisationIds: ['b', 'c'] })).toEqual(['notTheApplicants'])
    const halfOfThem = grant({ applicationId: 'app', organisationIds: ['a', 'b'] })
    expect(refused(halfOfThem, also('applications', anApplication('app', { organisationIds: ['b', 'c'] })))).toContain(
      'notTheApplicants',
    )
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

describe('a grant', () => {
  test('without an application is warned of where one is usual', () => {
    expect(warning(grant())).toMatch(/^Заявки нет: по .+ статус присваивают по заявке$/)
    expect(warning(grant(), under({ status: { ...regulation.status, steps: ['order'] } }))).toBeUndefined()
    expect(warning(grant(), { judgedBy: null })).toBeUndefined()
  })
  test('beyond the places of its call is warned of once, at the first one', () => {
    const ofCall = { callId: 'call', places: 2, granted: 1 }
    const both = applications(['one', ofCall], ['two', ofCall], ['other', { callId: 'else', places: 9, granted: 0 }])
    expect(warning(answering('one'), both)).toBeUndefined()
    expect(warning(answering('one'), both, answering('two'))).toBeUndefined()
    const second = ofOrder([answering('one'), answering('two'), answering('other'), decline('two')], both)
    expect(describeEffect(second.effects[1]!.effect, second)[0]!.warning).toBe(
      'Статусов больше, чем объявлено: в приёме 2, присваивается 3',
    )
    expect(describeEffect(second.effects[2]!.effect, second)[0]!.warning).toBeUndefined()
    expect(warning(answering('one'), applications(['one', { ...ofCall, granted: 5 }]))).toContain('присваивается 6')
    expect(warning(answering('one'), applications(['one', { ...ofCall, places: null }]))).toBeUndefined()
    expect(warning(answering('one'), applications(['one', { callId: null, places: 0 }]))).toBeUndefined()
    expect(warning(answering('x'))).toBeUndefined()
  })
  test('says at the first decision which applications of the submission stay undecided', () => {
    const three = applications(
      ['one', { inSubmission: true }],
      ['two', { inSubmission: true, number: 6 }],
      ['three', { number: 7 }],
      ['four', { inSubmission: true, number: 8, state: 'withdrawn' }],
    )
    expect(warning(answering('one'), three)).toBe('Без решения остаются: заявка № 6. Представление снова будет ждать решения')
    expect(warning(answering('one'), three, decline('two'))).toBeUndefined()
    expect(warning(decline('one'), three)).toContain('заявка № 6')
    const order = ofOrder(
      [decline('two'), decline('one')],
      applications(['one', {}], ['two', {}], ['five', { inSubmission: true }]),
    )
    expect(order.effects.map(({ effect }) => describeEffect(effect, order)[0]!.warning !== undefined)).toEqual([true, false])
  })
})

test('a refusal names the application, its organisations, the reason and the clause', () => {
  const one = also('applications', anApplication('one'))
  expect(lines(decline('one'), one)).toEqual([['Заявка № 5, «b»', 'ждёт решения', 'отклонена: поздно']])
  expect(lines(decline('one'), also('applications', anApplication('one', { organisations: '', number: null })))[0]![0]).toBe(
    'Заявка без номера',
  )
  expect(lines(decline('x'))[0]![0]).toBe('Заявка без номера')
  expect(shown(decline('one'), one)[0]!.basis.map(({ clause }) => clause)).toEqual(['3.1'])
  const none = under({ status: { ...regulation.status, steps: ['order'] } })
  expect(shown(decline('one'), { ...one, ...none })[0]!.basis).toEqual([])
  expect(shown(decline('one'), { ...one, judgedBy: null })[0]!.basis).toEqual([])
})
