// Proves R-34: calls opened and prolonged, and what the one who signs is shown of it.
import { describe, expect, test } from 'vitest'
import type { OrganisationId } from '../../../kernel/types.ts'
import {
  aCall,
  also,
  checked,
  effectOf,
  lines,
  operator,
  refused,
  regulation,
  shown,
  under,
} from '../../orders/effects/registers.fixture.ts'

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

describe('a call is opened', () => {
  checked([
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
  checked([
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

describe('calls', () => {
  test('are prolonged, or opened anew', () => {
    expect(lines(extend(), call())[0]!.join(' ')).toMatch(/^Приём приём до .+ приём до /)
    expect(lines(extend(), call({ closesAt: new Date('2021-01-20T14:00:00Z') }))[0]!.join(' ')).toMatch(
      /^Приём приём окончен в .+ приём снова открыт до /,
    )
    expect(lines(extend(), {})).toEqual([])
    expect(lines(extend(), call()).map(([what]) => what)).not.toContain('Срок экспертизы')
    expect(lines(extend({ reviewDueOn: '2021-04-10' }), call())[1]).toEqual([
      'Срок экспертизы',
      'до 1 апреля 2021 г.',
      'до 10 апреля 2021 г.',
    ])
  })
  test('are told to those who head something, by name as long as one can read it', () => {
    const listener = (name: string, personId: string | null, as: 'host' | 'authority' = 'host') => ({
      organisationId: name as OrganisationId,
      name,
      as,
      personId: personId as never,
    })
    const heard = (...rows: ReturnType<typeof listener>[]) =>
      shown(extend(), { ...call(), listeners: new Map([['call', rows]]) }).find(({ what }) => what.startsWith('Уведомление'))!
    expect(heard()).toMatchObject({ what: 'Уведомление получат: 0 человек', after: 'сообщить некому' })
    const some = heard(listener('А', 'p'), listener('Б', 'p'), listener('В', 'q', 'authority'), listener('Г', null))
    expect(some.what).toBe('Уведомление получат: 2 человека')
    expect(some.after).toBe('руководители муниципальных органов: В; руководители организаций, которые могут подать заявку: А, Б')
    expect(some.warning).toBe('Руководитель не записан, сообщите сами: Г')
    expect(heard(listener('А', 'p')).warning).toBeUndefined()
    const names = (count: number) => heard(...Array.from({ length: count }, (_, at) => listener(`ш${at}`, `p${at}`))).after
    expect(names(12)).not.toContain('и ещё')
    expect(names(13)).toMatch(/и ещё 1$/)
  })
})
