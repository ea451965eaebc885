import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../authz/actor.ts'
import { contextFor, type Territory } from '../../../authz/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrganisationId, PersonId, SiteId, TerritoryId } from '../../../kernel/types.ts'
import { also, aSite, effectOf, ofOrder, operator, registers, regulation } from '../../orders/effects/registers.fixture.ts'
import {
  endAfterResumption,
  endAfterSuspension,
  issuedByGrantor,
  issuedByWhoAppoints,
  partnersInWords,
  resumedHere,
} from './standing-checks.ts'

const s = 's' as SiteId
const t = 't' as SiteId
const suspending = (stopsTerm: boolean) => ({
  ...regulation,
  suspension: { clause: ['5.1'], stopsTerm, months: null },
})
const stops = suspending(true)

describe('days of a suspension', () => {
  const term = { from: '2020-09-01', to: '2022-08-31' }
  const pause = { from: '2021-02-01', to: '2021-02-10' }
  test('are added where they stop the term and both ends are known', () => {
    expect(endAfterSuspension(stops, term, pause)).toBe('2022-09-10')
    expect(endAfterSuspension(stops, { ...term, to: null }, pause)).toBeNull()
    expect(endAfterSuspension(stops, term, { ...pause, to: null })).toBeNull()
    expect(endAfterSuspension(suspending(false), term, pause)).toBeNull()
  })
  test('of one without an end are counted when work is resumed', () =>
    expect(endAfterResumption(stops, term, { ...pause, to: null, madeUpTo: null }, '2021-02-11')).toBe('2022-09-10'))
  test('that are not needed are taken back, where the term still stands as they left it', () => {
    const made = (madeUpTo: string | null) =>
      endAfterResumption(stops, { ...term, to: '2022-09-10' }, { ...pause, madeUpTo }, '2021-02-06')
    expect(made('2022-09-10')).toBe('2022-09-05')
    expect(made('2022-09-09')).toBeNull()
    expect(made(null)).toBeNull()
    expect(endAfterResumption(stops, { ...term, to: null }, { ...pause, madeUpTo: null }, '2021-02-06')).toBeNull()
  })
})

test('an order that resumes the work of a site and of another leaves each as its own point does', () => {
  const resume = (siteId: SiteId, on: string) => effectOf('resumeStatus', { siteId, on, caseId: null })
  const pause = (siteId: SiteId) => ({ siteId, from: '2021-01-01', to: null, endedByOrderId: null, madeUpTo: null })
  const order = ofOrder([resume(t, '2021-02-20'), resume(s, '2021-01-11')], { suspensions: [pause(s), pause(t)] })
  const site = order.sites.get(s)!
  expect(resumedHere(stops, site, order).to).toBe('2022-09-10')
  expect(resumedHere(stops, site, ofOrder([resume(t, '2021-02-20')], { suspensions: [pause(s), pause(t)] })).to).toBe(
    '2022-08-31',
  )
})

describe('who decides', () => {
  const byOperator = {
    ...regulation,
    status: { ...regulation.status, grantedBy: 'operator' },
    roles: regulation.roles.map((one) => ({ ...one, appointedBy: 'operator' })),
  } as typeof regulation
  const old = { ...registers.judgedBy, id: 'old', regulation: byOperator }
  const mixed = {
    ...registers,
    ...also('regulations', old as never),
    ...also('sites', aSite('u', { regulationId: 'old' })),
  }
  const u = 'u' as SiteId
  const silent = { ...mixed, judgedBy: null }
  test('of a site by the regulation it was given under, of none by that of the order', () => {
    const grants = (siteId: SiteId | null, change: object = {}) => issuedByGrantor(siteId, { ...mixed, ...change })
    expect([grants(s), grants(u), grants(null)]).toEqual([true, false, true])
    expect([grants(s, operator), grants(u, operator), grants(null, operator)]).toEqual([false, true, false])
    expect([grants('x' as SiteId), grants('x' as SiteId, operator)]).toEqual([true, false])
    expect([issuedByGrantor(null, silent), issuedByGrantor(u, { ...silent, ...operator })]).toEqual([false, true])
  })
  test('and who gives a role there', () => {
    const appoints = (siteId: SiteId | null, change: object = {}) => issuedByWhoAppoints('head', siteId, { ...mixed, ...change })
    expect([appoints(u), appoints(u, operator)]).toEqual([false, true])
    expect([appoints(null), appoints(null, operator)]).toEqual([true, false])
    expect([appoints(null, { judgedBy: null }), appoints(u, { ...operator, judgedBy: null })]).toEqual([false, true])
  })
})

test('attached schools are named to those who may know them, to others as a number', () => {
  const territory: Territory = {
    ...{ id: newId<TerritoryId>(), code: 'luga', name: 'Лужский район', shortName: 'Лужский район', level: 'municipal' },
    ...{ timeZone: 'Europe/Moscow', demoToday: null, actKind: null, kinds: [] },
  }
  const actor: Actor = {
    ...{ territoryId: territory.id, accountId: null, personId: newId<PersonId>(), name: '', roles: [], headsOrganisations: [] },
    ...{ worksIn: [], employs: [], headsSites: [], coordinatesSites: [], staffOfSites: [], holds: [] },
  }
  const told = (roles: Actor['roles']) => {
    const ctx = contextFor({ ...actor, roles }, { territory, accountId: null, now: new Date(0), today: '2021-02-01' })
    return partnersInWords(ctx, ['b', 'c'] as OrganisationId[], registers)
  }
  expect(told(['official'])).toBe('«b», «c»')
  expect(told([])).toBe('организаций — меньше пяти')
})
