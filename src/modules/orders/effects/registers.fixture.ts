import { expect, test } from 'vitest'
import { lenobl, luga, turochak } from '../../../../test/regulations.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import '../../../../test/installed.ts'
import type { Effect, EffectOf } from '../../../kit/order/effects.ts'
import type { KnownPerson, KnownRegulation, Registers } from '../../../kit/order/registers.ts'
import { checkEffect, describeEffect } from './handlers.ts'

type KnownApplication = Row<'applications'>
type KnownAppointment = Row<'appointments'>
type KnownAttachment = Registers['attachments'][number]
type KnownCase = Row<'cases'>
type KnownOrder = Row<'orders'>
type KnownSite = Row<'sites'>

/** Everything a regulation may rule: calls, reviews, submissions, terminations, common sites, attachments, coordinators. */
export const regulation: Regulation = {
  ...lenobl,
  attachments: luga.attachments,
  coordinator: turochak.coordinator,
  roles: [...lenobl.roles, ...turochak.roles.filter(({ code }) => code === 'coordinator')],
}
const known = {
  id: 'reg',
  version: 1,
  regulation,
  paper: regulation,
  state: 'approved',
  startsOn: '2020-01-01',
  endsOn: null,
} as KnownRegulation

const byId = <Row extends { id: string }>(...rows: Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]))
type Row<Key extends keyof Registers> = Registers[Key] extends ReadonlyMap<string, infer One> ? One : never
type Named = { readonly id: string }
/** Fields of a row, with ids one can read. */
type Loose<One> = Partial<Record<keyof One, unknown>>
/** A change of registers: rows to be put beside those that are there. */
export const also = <
  Key extends 'sites' | 'appointments' | 'applications' | 'calls' | 'orders' | 'cases' | 'regulations' | 'people',
>(
  key: Key,
  ...rows: Loose<Row<Key>>[]
): Partial<Registers> => {
  const there = registers[key] as unknown as ReadonlyMap<string, Row<Key> & Named>
  return { [key]: byId(...there.values(), ...(rows as (Row<Key> & Named)[])) }
}

const organisation = (id: string, kind: 'school' | 'institute' = 'school') =>
  ({ id, kind, name: `«${id}»`, documentName: id }) as Row<'organisations'>
export const aPerson = (id: string, more: Loose<KnownPerson> = {}): KnownPerson =>
  ({
    id,
    name: id,
    posts: [{ organisationId: 'a', kind: 'head', startsOn: '2010-01-01', endsOn: null }],
    categories: [],
    achievements: [],
    methodistPeriods: [],
    ...more,
  }) as KnownPerson
export const aSite = (id: string, more: Loose<KnownSite> = {}): KnownSite =>
  ({
    ...{
      id,
      name: `площадка ${id}`,
      theme: `Тема ${id}`,
      direction: null,
      organisationIds: ['a'],
      orderId: 'old',
      regulationId: 'reg',
    },
    ...{ isNew: false, prolonged: 0, from: '2020-09-01', to: '2022-08-31' },
    ...more,
  }) as KnownSite
export const anApplication = (id: string, more: Loose<KnownApplication> = {}): KnownApplication =>
  ({
    ...{ id, number: 5, state: 'proposed', regulationId: 'reg', organisationIds: ['b'], organisations: '«b»' },
    ...{ decidedByOrderId: null, decidedBy: null, callId: null, places: null, granted: 0, inSubmission: false },
    ...more,
  }) as KnownApplication
export const anAppointment = (id: string, more: Loose<KnownAppointment> = {}): KnownAppointment =>
  ({
    ...{ id, siteId: 's', personId: 'mentor', kind: 'mentor', orderId: null, from: '2021-01-01', to: '2022-08-31' },
    ...more,
  }) as KnownAppointment
export const anAttachment = (organisationId: string, more: Loose<KnownAttachment> = {}): KnownAttachment =>
  ({ siteId: 's', organisationId, orderId: null, from: '2021-01-01', to: '2022-08-31', ...more }) as KnownAttachment
export const aCase = (kind: KnownCase['kind'], more: Loose<KnownCase> = {}): KnownCase =>
  ({
    ...{ id: 'case', siteId: 's', kind, state: 'drafted', orderId: 'order', isProposed: true },
    ...more,
  }) as KnownCase
export const anOrder = (id: string, more: Loose<KnownOrder> = {}): KnownOrder =>
  ({
    ...{ id, label: 'приказ № 1', title: 'О площадках', state: 'signed', endings: 0 },
    ...more,
  }) as KnownOrder
export const aCall = (id: string, more: Loose<Row<'calls'>> = {}): Row<'calls'> =>
  ({
    ...{ id, title: 'Приём', orderId: 'old', orderLabel: 'приказ № 1', initiators: ['organisation'], extendedBy: [] },
    ...{ opensAt: new Date('2021-01-10T06:00:00Z'), closesAt: new Date('2021-02-15T14:00:00Z'), reviewDueOn: '2021-04-01' },
    ...{ revokedOn: null, submitted: 0, drafts: 0, expertsPerApplication: 2 },
    ...more,
  }) as Row<'calls'>

/** What an authority's directive of 1 February 2021 is judged by. */
export const registers = {
  orderId: 'order',
  issuerId: 'issuer',
  actKind: 'directive',
  issuer: { isAuthority: true, isOperator: false, body: null },
  day: '2021-02-01',
  effectiveOn: '2021-02-01',
  now: new Date('2021-02-01T09:00:00Z'),
  timeZone: 'Europe/Moscow',
  inForce: known,
  judgedBy: known,
  regulations: byId(known),
  approved: [],
  organisations: byId(organisation('a'), organisation('b'), organisation('c'), organisation('institute', 'institute')),
  people: byId(aPerson('head'), aPerson('mentor', { posts: [] })),
  sites: byId(aSite('s'), aSite('t', { organisationIds: ['c'] })),
  appointments: new Map(),
  attachments: [],
  suspensions: [],
  suspends: true,
  standing: [],
  cases: new Map(),
  records: new Map(),
  awaited: [],
  handedIn: [],
  contracts: [],
  trainees: [],
  applications: new Map(),
  orders: new Map(),
  approvedBy: new Map(),
  offices: new Set(['authority', 'operator']),
  calls: new Map(),
  listeners: new Map(),
  effects: [],
} as unknown as Registers

/** An effect with ids one can read. */
export const effectOf = <Kind extends Effect['kind']>(kind: Kind, fields: object): EffectOf<Kind> =>
  ({ kind, ...fields }) as EffectOf<Kind>

/** The registers of an order whose points have these effects. */
export const ofOrder = (effects: readonly Effect[], change: Partial<Registers> = {}): Registers => ({
  ...registers,
  ...change,
  effects: effects.map((effect, index) => ({ pointNumber: String(index + 1), effect })),
})

/** The rules an effect offends when it stands in an order, alone or with others. */
export const refused = (effect: Effect, change: Partial<Registers> = {}, ...others: Effect[]): string[] =>
  checkEffect(effect, ofOrder([effect, ...others], change)).map(({ rule }) => rule.replace(/^order\./, ''))

/** The same under another regulation. */
export const under = (change: Partial<Regulation>): Partial<Registers> => {
  const other = { ...known, regulation: { ...regulation, ...change } }
  return { inForce: other, judgedBy: other, regulations: byId(other) }
}
export const operator: Partial<Registers> = { issuer: { isAuthority: false, isOperator: true, body: null } }

/** What the one who signs is shown of an effect in an order, alone or with others. */
export const shown = (effect: Effect, change: Partial<Registers> = {}, ...others: Effect[]) =>
  describeEffect(effect, ofOrder([effect, ...others], change))
export const lines = (...given: Parameters<typeof shown>) =>
  shown(...given).map(({ what, before, after }) => [what, before, after])

/** Each row a test: what is done, the effect, how the registers differ, the rules it offends. */
export const checked = (rows: [string, Effect, Partial<Registers>, string[]][]) =>
  test.each(rows)('%s', (_, effect, change, rules) => expect(refused(effect, change)).toEqual(rules))
