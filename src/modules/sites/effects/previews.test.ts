// Proves: what the one who signs is shown before signing.

import { describe, expect, test } from 'vitest'
import { periodKey } from '../../../kernel/periods.ts'
import type { SiteId } from '../../../kernel/types.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import {
  also,
  anApplication,
  anAppointment,
  anAttachment,
  aSite,
  effectOf,
  lines,
  shown,
  under,
} from '../../orders/effects/registers.fixture.ts'

const s = 's' as SiteId
const t = 't' as SiteId
const grant = (change: object = {}) =>
  effectOf('grantStatus', {
    ...{ siteId: 'new', organisationIds: ['b'], leadOrganisationId: 'b', theme: 'Урок', direction: null },
    ...{ from: '2021-02-01', to: '2024-01-31', headPersonId: null, headGround: null },
    ...change,
  })

describe('a grant', () => {
  test('names what there was, the application and the head', () => {
    const running = also('sites', aSite('old', { organisationIds: ['b'] }))
    expect(lines(grant())[0]).toEqual([
      '«b»',
      'статуса не было',
      'площадка по теме «Урок» с 1 февраля 2021 г. по 31 января 2024 г.',
    ])
    expect(lines(grant(), running)[0]![1]).toBe('есть статус по другой теме до 31 августа 2022 г.')
    expect(lines(grant({ theme: 'Тема old' }), running)[0]![1]).toBe('есть статус по той же теме до 31 августа 2022 г.')
    expect(lines(grant(), also('sites', aSite('old', { organisationIds: ['b'], to: '2021-01-31' })))[0]![1]).toBe(
      'статуса не было',
    )
    expect(lines(grant(), also('sites', aSite('old', { organisationIds: ['b'], to: '2021-02-01' })))[0]![1]).toContain(
      '1 февраля',
    )
    expect(lines(grant(), also('sites', aSite('old', { organisationIds: ['b'], isNew: true })))[0]![1]).toBe('статуса не было')
    expect(lines(grant({ applicationId: 'one' }), also('applications', anApplication('one')))[0]![2]).toMatch(/, заявка № 5$/)
    expect(lines(grant({ headPersonId: 'head', headGround: 'протокол № 1' }))[1]).toEqual([
      'head',
      'назначения не было',
      'руководитель региональной стажировочной площадки (протокол № 1)',
    ])
    expect(lines(grant({ headPersonId: 'head' }), { judgedBy: null })[1]![2]).toBe('руководитель площадки')
  })
  test('rests on its clauses', () => {
    expect(shown(grant())[0]!.basis.map(({ clause }) => clause)).toEqual(['3.1', '3.2', '1.4'])
    expect(shown(grant(), { judgedBy: null })[0]!.basis).toEqual([])
  })
})

describe('people and schools', () => {
  const appoint = (change: object = {}) =>
    effectOf('appoint', { personId: 'mentor', as: 'mentor', siteId: s, from: '2021-02-01', to: null, ground: null, ...change })
  test('a role, where and until when', () => {
    expect(lines(appoint())).toEqual([['mentor', 'назначения не было', 'наставник на площадке площадка s с 1 февраля 2021 г.']])
    expect(lines(appoint({ siteId: null, to: '2021-08-31', personId: 'x' }))[0]).toEqual([
      'неизвестный человек',
      'назначения не было',
      'наставник по всей территории с 1 февраля 2021 г. по 31 августа 2021 г.',
    ])
    expect(lines(appoint(), { judgedBy: null })[0]![2]).toMatch(/^роль /)
    expect(shown(appoint())[0]!.basis).toHaveLength(1)
    expect(shown(appoint(), { judgedBy: null })[0]!.basis).toEqual([])
  })
  test('the end of an appointment', () => {
    const end = effectOf('endAppointment', { appointmentId: 'one', on: '2021-02-10' })
    expect(lines(end, also('appointments', anAppointment('one')))).toEqual([
      ['mentor', 'наставник по 31 августа 2022 г.', 'назначение кончится 10 февраля 2021 г.'],
    ])
    expect(lines(end, { ...also('appointments', anAppointment('one', { to: null })), judgedBy: null })[0]![1]).toBe('роль')
    expect(lines(end)).toEqual([])
  })
  test('schools come and go', () => {
    const attach = effectOf('attachOrganisations', { siteId: s, organisationIds: ['b'], from: '2021-02-01', to: '2022-08-31' })
    expect(lines(attach)).toEqual([
      ['«b»', 'закрепления не было', 'закрепится за площадкой площадка s с 01.02.2021 по 31 августа 2022 г.'],
    ])
    expect(lines({ ...attach, to: null })[0]![2]).toMatch(/с 01.02.2021$/)
    const detach = effectOf('detachOrganisations', { siteId: s, organisationIds: ['b'], on: '2021-02-10' })
    expect(lines(detach, { attachments: [anAttachment('b')] })).toEqual([
      ['«b»', 'закреплена за площадкой площадка s по 31 августа 2022 г.', 'закрепление кончится 10 февраля 2021 г.'],
    ])
    expect(lines(detach)[0]![1]).toBe('закреплена за площадкой площадка s')
  })
})

describe('a status that ends', () => {
  const end = (change: object = {}) =>
    effectOf('terminateStatus', {
      siteId: s,
      ground: 'mismatch',
      on: '2021-02-10',
      attachTo: null,
      plan: 'keep',
      caseId: null,
      ...change,
    })
  const line = (what: string, change: Partial<Registers> = {}, effect = end()) =>
    lines(effect, change).find(([one]) => one === what)

  test('says its ground in the words of the regulation, else in the words of the order', () => {
    expect(line('площадка s')).toEqual([
      'площадка s',
      'статус по 31 августа 2022 г.',
      'статус кончится 10 февраля 2021 г.: работа площадки расходится с отчётами',
    ])
    expect(line('площадка s', {}, end({ ground: 'quarrel' }))![2]).toMatch(/: quarrel$/)
    expect(line('площадка s', also('sites', aSite('s', { to: null })))![1]).toBe('статус действует')
    expect(line('площадка s', under({ termination: null }))![2]).toMatch(/: mismatch$/)
  })
  test('counts only those whom it concerns', () => {
    const later = { to: '2021-02-11' } as const
    const mine = [anAttachment('b', later), anAttachment('c', { to: null }), anAttachment('a', { to: '2021-02-10' })]
    expect(line('Закреплённые школы', { attachments: [...mine, anAttachment('b', { siteId: t as never })] })).toEqual([
      'Закреплённые школы',
      'закреплены за площадкой: 2 школы',
      'открепятся после 10 февраля 2021 г.',
    ])
    const people = also(
      'appointments',
      anAppointment('1', later),
      anAppointment('2', { to: null }),
      anAppointment('3', { to: '2021-02-10' }),
      anAppointment('4', { siteId: t }),
    )
    expect(line('Люди площадки', people)![1]).toBe('назначены: 2 человека')
    const awaited = (siteId: string, startsOn: string | null) => ({ siteId, activity: 'Урок', startsOn }) as never
    const plan = {
      awaited: [awaited('s', '2021-02-11'), awaited('s', '2021-02-10'), awaited('s', null), awaited('t', '2021-03-01')],
    }
    expect(line('План', plan)).toEqual([
      'План',
      'после 10.02.2021 впереди 1 мероприятие',
      'останутся в плане как есть, без отметки',
    ])
    expect(line('План', plan, end({ plan: 'cancelRest' }))![2]).toContain('отменёнными')
    const contracts = {
      contracts: [
        { siteId: s, number: '7', endsOn: '2021-02-11' },
        { siteId: s, number: '8', endsOn: '2021-02-10' },
      ] as const,
    }
    expect(line('Договор № 7', contracts)![1]).toBe('действует по 11 февраля 2021 г.')
    expect(line('Договор № 8', contracts)).toBeUndefined()
    for (const nothing of ['Закреплённые школы', 'Люди площадки', 'План']) expect(line(nothing)).toBeUndefined()
  })
  test('hands its schools on, and says which find no place', () => {
    const attachments = [anAttachment('b'), anAttachment('c'), anAttachment('a', { from: '2021-03-01', to: null })]
    const moved = (change: object = {}) =>
      line(
        'Закреплённые школы',
        { attachments, ...also('sites', aSite('t', { organisationIds: ['c'], ...change })) },
        end({ attachTo: 't' }),
      )![2]
    expect(moved()).toBe(
      'с 11 февраля 2021 г. перейдут за площадку площадка t: 2 школы; ещё 1 школа там уже есть или не помещаются в её срок',
    )
    expect(moved({ organisationIds: ['x'] })).toMatch(/: 3 школы$/)
    expect(moved({ to: '2021-02-28' })).toContain(': 1 школа; ещё 2 школы')
    expect(moved({ to: null })).toContain(': 2 школы;')
  })
  test('still owes its report, unless it is in', () => {
    const report = 'Отчёт за 2020/21 учебный год'
    expect(line(report)![1]).toBe('не сдан')
    expect(line(report)![2]).toBe('площадка сдаст его и после конца статуса')
    expect(line(report, { handedIn: [{ siteId: s, kind: 'report', period: periodKey('2020/21') }] })).toBeUndefined()
    expect(
      line(report, {
        handedIn: [
          { siteId: t, kind: 'report', period: periodKey('2020/21') },
          { siteId: s, kind: 'card', period: periodKey('2020/21') },
          { siteId: s, kind: 'report', period: periodKey('2019/20') },
        ],
      }),
    ).toBeDefined()
    expect(line(report, under({ report: null }))).toBeUndefined()
  })
})

describe('a status prolonged, suspended, resumed', () => {
  test('says from when to when', () => {
    expect(lines(effectOf('extendStatus', { siteId: s, to: '2023-08-31', caseId: null }))).toEqual([
      ['площадка s', 'статус по 31 августа 2022 г.', 'статус по 31 августа 2023 г.'],
    ])
    expect(lines(effectOf('extendStatus', { siteId: 'x', to: '2023-08-31', caseId: null }))[0]!.slice(0, 2)).toEqual([
      'неизвестная площадка',
      null,
    ])
  })
  test('says what waits meanwhile, and nothing of what is not there', () => {
    const suspend = effectOf('suspendStatus', { siteId: s, from: '2021-02-01', to: null, reason: 'ремонт', caseId: null })
    const term = (change: Partial<Registers> = {}) => lines(suspend, change)[2]![2]
    expect(lines(suspend)[0]!.slice(1)).toEqual([
      'статус по 31 августа 2022 г.',
      'деятельность приостановлена с 1 февраля 2021 г.: ремонт',
    ])
    expect(lines(suspend, also('sites', aSite('s', { to: null })))[0]![1]).toBe('статус действует')
    expect(term()).toBe('идёт и во время приостановки')
    expect(term({ attachments: [anAttachment('b'), anAttachment('c', { to: '2021-01-31' })] })).toMatch(
      /ждут: 1 закреплённая школа$/,
    )
    expect(
      term(also('appointments', anAppointment('1'), anAppointment('2', { siteId: t }), anAppointment('3', { to: '2021-01-31' }))),
    ).toMatch(/ждут: 1 назначение$/)
    expect(
      term({
        awaited: [
          { siteId: s, activity: 'Урок', startsOn: null },
          { siteId: t, activity: 'Урок', startsOn: null },
        ],
      }),
    ).toMatch(/ждут: 1 мероприятие плана$/)
    expect(term({ attachments: [anAttachment('b', { siteId: t as never })] })).toBe('идёт и во время приостановки')
  })
  test('says since when it was suspended', () => {
    const resume = effectOf('resumeStatus', { siteId: s, on: '2021-02-10', caseId: null })
    expect(
      lines(resume, { suspensions: [{ siteId: s, from: '2021-01-10', to: null, endedByOrderId: null, madeUpTo: null }] })[0],
    ).toEqual([
      'площадка s',
      'деятельность приостановлена с 10 января 2021 г.',
      'деятельность возобновится 10 февраля 2021 г., статус по 31 августа 2022 г.',
    ])
    expect(lines(resume, also('sites', aSite('s', { to: null })))[0]!.slice(1)).toEqual([
      null,
      'деятельность возобновится 10 февраля 2021 г.',
    ])
  })
})
