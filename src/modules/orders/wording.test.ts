// Proves X-O: what is written in a point and what is applied cannot differ.
import { describe, expect, test } from 'vitest'
import type { Effect, EffectKind } from '../../kit/order/effects.ts'
import type { AppendixPlan } from '../../kit/order/template.ts'
import { buildAppendices } from './appendices.ts'
import { allKits } from './effects/kits.ts'
import {
  aCall,
  also,
  anApplication,
  anAppointment,
  anOrder,
  aPerson,
  aSite,
  effectOf,
  ofOrder,
  regulation,
} from './effects/registers.fixture.ts'
import { byHand, contradictions, worded, wordingOf } from './wording.ts'

const known = {
  ...also('sites', aSite('s'), aSite('t', { organisationIds: ['c'] }), aSite('u', { name: 'Третья площадка' })),
  ...also('people', aPerson('head'), aPerson('mentor'), aPerson('Новая')),
  ...also('appointments', anAppointment('one'), anAppointment('two', { personId: 'head' })),
  ...also('orders', anOrder('old'), anOrder('other', { label: 'приказ № 2' })),
  ...also('calls', aCall('call'), aCall('later', { title: 'Второй приём', orderLabel: 'приказ № 7' })),
  ...also('applications', anApplication('five'), anApplication('six', { number: 6 })),
  ...also(
    'regulations',
    { id: 'reg', version: 1, regulation, paper: regulation, startsOn: '2020-01-01', endsOn: null },
    { id: 'next', version: 2, paper: { ...regulation, title: 'Положение о площадках' }, startsOn: null, endsOn: null },
  ),
}

/** An effect, and another value of each of its fields. `silent`: what names a row and is no matter of the text. */
type Kind = { readonly begins: object; readonly other: Readonly<Record<string, unknown>>; readonly silent: readonly string[] }
const direction = regulation.directions?.list[0]?.code ?? 'x'
const criterion = {
  code: 'c',
  title: 'Записка',
  weight: 1,
  levels: [
    { points: 0, text: 'нет' },
    { points: 2, text: 'да' },
  ],
}
const kinds: Readonly<Partial<Record<EffectKind, Kind>>> = {
  grantStatus: {
    begins: {
      ...{ siteId: 'new', organisationIds: ['a', 'b'], leadOrganisationId: 'a', theme: 'Урок', direction: null },
      ...{ from: '2021-02-01', to: '2024-01-31', headPersonId: 'head', headGround: null, applicationId: null },
    },
    other: {
      ...{ organisationIds: ['a', 'c'], leadOrganisationId: 'b', theme: 'Школа', direction, from: '2021-02-02' },
      ...{ to: '2024-01-30', headPersonId: 'mentor', headGround: 'протокол № 1' },
    },
    silent: ['siteId', 'applicationId'],
  },
  attachOrganisations: {
    begins: { siteId: 's', organisationIds: ['b'], from: '2021-02-01', to: null },
    other: { siteId: 't', organisationIds: ['b', 'c'], from: '2021-03-01', to: '2021-12-31' },
    silent: [],
  },
  detachOrganisations: {
    begins: { siteId: 's', organisationIds: ['b'], on: '2021-02-01' },
    other: { siteId: 't', organisationIds: ['c'], on: '2021-03-01' },
    silent: [],
  },
  appoint: {
    begins: { personId: 'head', as: 'mentor', siteId: 's', from: '2021-02-01', to: null, ground: null },
    other: { personId: 'mentor', as: 'head', siteId: null, from: '2021-02-02', to: '2021-12-31', ground: 'протокол № 1' },
    silent: [],
  },
  endAppointment: {
    begins: { appointmentId: 'one', on: '2021-02-01' },
    other: { appointmentId: 'two', on: '2021-03-01' },
    silent: [],
  },
  extendStatus: {
    begins: { siteId: 's', to: '2023-08-31', caseId: null },
    other: { siteId: 't', to: '2023-08-30' },
    silent: ['caseId'],
  },
  suspendStatus: {
    begins: { siteId: 's', from: '2021-02-01', to: null, reason: 'ремонт', caseId: null },
    other: { siteId: 't', from: '2021-02-02', to: '2021-03-31', reason: 'пожар' },
    silent: ['caseId'],
  },
  resumeStatus: {
    begins: { siteId: 's', on: '2021-02-01', caseId: null },
    other: { siteId: 't', on: '2021-02-02' },
    silent: ['caseId'],
  },
  terminateStatus: {
    begins: { siteId: 's', ground: 'mismatch', on: '2021-02-10', attachTo: null, plan: 'keep', caseId: null },
    other: { siteId: 't', ground: 'другое', on: '2021-02-11', attachTo: 'u', plan: 'cancelRest' },
    silent: ['caseId'],
  },
  approveRegulation: { begins: { regulationId: 'reg' }, other: { regulationId: 'next' }, silent: [] },
  amendRegulation: { begins: { regulationId: 'reg' }, other: { regulationId: 'next' }, silent: [] },
  revoke: { begins: { orderId: 'old' }, other: { orderId: 'other' }, silent: [] },
  // Everybody reads the order: the reason of a refusal stands with the application.
  declineApplication: {
    begins: { applicationId: 'five', reason: 'поздно' },
    other: { applicationId: 'six' },
    silent: ['reason'],
  },
  openCall: {
    begins: {
      ...{ callId: 'new', title: 'Приём', opensOn: '2021-02-02', opensAt: '09:00', closesOn: '2021-03-02', closesAt: '18:00' },
      ...{ initiators: ['organisation'], directions: [], contingent: [], places: null, expertsPerApplication: 2 },
      ...{ reviewDueOn: null, spreadLimit: 25, criteria: [criterion] },
    },
    other: {
      ...{ title: 'Второй приём', opensOn: '2021-02-03', opensAt: '10:00', closesOn: '2021-03-03', closesAt: '17:59' },
      ...{ initiators: ['authority'], directions: ['Наставничество'], contingent: ['педагоги'], places: 3 },
      ...{ expertsPerApplication: 3, reviewDueOn: '2021-04-01', spreadLimit: 30, criteria: [{ ...criterion, weight: 2 }] },
    },
    silent: ['callId'],
  },
  extendCall: {
    begins: { callId: 'call', closesOn: '2021-03-02', closesAt: '18:00', reviewDueOn: null },
    other: { callId: 'later', closesOn: '2021-03-03', closesAt: '17:00', reviewDueOn: '2021-04-01' },
    silent: [],
  },
}

/** All that an order prints of a change: the text of its point and the rows of its appendices. */
function printed(effect: Effect, appendices: readonly AppendixPlan[]): string {
  const registers = ofOrder([effect], known)
  const rows = buildAppendices(appendices, registers).flatMap((one) => ('rows' in one ? one.rows : []))
  return `${wordingOf([effect], registers, appendices).text} ${JSON.stringify(rows)}`
}
const lists: readonly AppendixPlan[] = [
  { title: 'Перечень', content: 'sites' },
  { title: 'Школы', content: 'attachments' },
  { title: 'Критерии', content: 'criteria' },
]

test('no kind of change is left out here', () => {
  expect(
    allKits()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(Object.keys(kinds).sort())
})

describe.each(Object.entries(kinds))('%s', (kind, { begins, other, silent }) => {
  const effect = (change: object = {}) => effectOf(kind as EffectKind, { ...begins, ...change })
  const fields = Object.keys(begins).filter((name) => !silent.includes(name))

  test('every field has another value here, or is no matter of the text', () => {
    expect(Object.keys(other).sort()).toEqual(fields.sort())
    expect(Object.keys(allKits().find((one) => one.kind === kind)!.schema.def as object)).toContain('shape')
  })
  test.each(fields)('another %s is another text', (name) => {
    const changed = effect({ [name]: other[name] })
    expect(printed(changed, [])).not.toBe(printed(effect(), []))
    expect(printed(changed, lists)).not.toBe(printed(effect(), lists))
  })
  test('its text is a sentence without gaps', () => {
    for (const appendices of [[], lists]) {
      const { text } = wordingOf([effect(other)], ofOrder([effect(other)], known), appendices)
      expect(text).toMatch(/^[А-ЯЁ].*\.$/s)
      expect(text).not.toMatch(/undefined|null|неизвестн|\s{2}|«»|\.\.|:\s*\./)
    }
  })
})

describe('statuses', () => {
  const grant = (siteId: string, host: string, change: object = {}) =>
    effectOf('grantStatus', {
      ...kinds.grantStatus!.begins,
      siteId,
      organisationIds: [host],
      leadOrganisationId: host,
      headPersonId: null,
      ...change,
    })
  const text = (...effects: Effect[]) => wordingOf(effects, ofOrder(effects, known), []).text
  test('of one theme and term are given in one sentence, others in one of their own', () => {
    expect(text(grant('1', 'a'), grant('2', 'b'))).toMatch(
      /по теме «Урок» на срок с 1 февраля 2021 г\. по 31 января 2024 г\.: a; b\.$/,
    )
    expect(text(grant('1', 'a'), grant('2', 'b', { theme: 'Школа' })).match(/Присвоить статус/g)).toHaveLength(2)
    expect(text(grant('1', 'a', { organisationIds: ['a', 'b'] }), grant('2', 'c', { organisationIds: ['c', 'b'] }))).toMatch(
      /вместе: a; b\. Ведущая организация — a\. Присвоить .*вместе: c; b\. Ведущая организация — c\./,
    )
  })
})

describe('the text of a point', () => {
  const effect = effectOf('extendStatus', { siteId: 's', to: '2023-08-31', caseId: null })
  const registers = ofOrder([effect], known)
  const point = (text: string) => ({
    ...{ id: 'p', number: '1', level: 1, isTask: false, assigneeIds: [], startsOn: null, dueOn: null },
    text,
    effects: [effect],
  })
  const { text: made } = wordingOf([effect], registers, [])

  test('is made where nobody has written it or where it was made before, however spaces came back', () => {
    const texts = (typed: string, before: string[] = []) => worded([point(typed)], ['Новый.'], before).map(({ text }) => text)
    expect(texts('')).toEqual(['Новый.'])
    expect(texts('Старый. Текст.', ['Старый.\u00a0Текст.'])).toEqual(['Новый.'])
    expect(texts('Мой текст.', ['Старый.'])).toEqual(['Мой текст.'])
    expect(worded([point('')], [''], [])[0]!.text).toBe('')
  })
  test('by hand is shown beside the made one, with what it leaves out', () => {
    expect(byHand(point(made), registers, [])).toBeNull()
    expect(byHand({ ...point('Другой.'), effects: [] }, registers, [])).toBeNull()
    expect(byHand(point('Продлить статус площадки s до 31.08.2023.'), registers, [])).toEqual({
      made,
      unsaid: [],
      contradiction: null,
    })
    expect(byHand(point('Продлить статус.'), registers, [])!.unsaid).toEqual(['площадка s', '31 августа 2023 г.'])
  })
  test('by hand that sets another day keeps the order from being signed', () => {
    const wrong = point('Продлить статус площадки s до 30.08.2023.')
    expect(contradictions([wrong], registers, [])).toEqual([
      {
        code: 'rule',
        rule: 'order.textSaysOther',
        field: 'points.0.text',
        params: { typed: '30.08.2023', meant: '31 августа 2023', point: '1' },
      },
    ])
    expect(contradictions([point('Продлить статус.'), point(made)], registers, [])).toEqual([])
  })
})
