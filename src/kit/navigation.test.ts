import { describe, expect, test } from 'vitest'
import type { Actor } from '../authz/actor.ts'
import { contextFor, type Territory } from '../authz/ctx.ts'
import { newId } from '../kernel/ids.ts'
import type { PersonId, TerritoryId } from '../kernel/types.ts'
import type { Section } from '../web/paths.ts'
import { type Navigation, ownFirst, publicLinks, type WorkRow, workLinks } from './navigation.ts'

const link = (label: string, own = true, current = false) => ({ label, href: `/${label}`, own, current })
const labels = (links: Parameters<typeof ownFirst>[0]) => {
  const { shown, rest } = ownFirst(links)
  return [shown, rest].map((part) => part.map(({ label }) => label).join(''))
}

test('as many as fit stand in the row, whosever work they are', () => {
  expect(labels(Array.from('абвгдеж', (name, at) => link(name, at > 3)))).toEqual(['абвгдеж', ''])
})
test('of more, a person’s own seven stand in the row in their order, and the others one press away', () => {
  expect(labels(Array.from('абвгдежз', (name) => link(name, name !== 'в')))).toEqual(['абгдежз', 'в'])
  expect(labels(Array.from('абвгдежзи', (name) => link(name)))).toEqual(['абвгдеж', 'зи'])
  expect(labels(Array.from('абвгдежз', (name) => link(name, name < 'в')))).toEqual(['аб', 'вгдежз'])
})
test('where one is now always stands in the row, and seven remain', () => {
  expect(labels(Array.from('абвгдежзи', (name) => link(name, true, name === 'и')))).toEqual(['абвгдеи', 'жз'])
  expect(labels(Array.from('абвгдежз', (name) => link(name, name !== 'в', name === 'в')))).toEqual(['абвгдеж', 'з'])
  expect(labels(Array.from('абвгдежзи', (name) => link(name, true, name === 'б')))).toEqual(['абвгдеж', 'зи'])
})

const territory: Territory = {
  ...{ id: newId<TerritoryId>(), code: 'luga', name: 'Лужский район', shortName: 'Лужский район', level: 'municipal' },
  ...{ timeZone: 'Europe/Moscow', demoToday: null, actKind: null, kinds: [] },
}
const somebody: Actor = {
  ...{ territoryId: territory.id, accountId: null, personId: newId<PersonId>(), name: '', roles: [], headsOrganisations: [] },
  ...{ worksIn: [], employs: [], headsSites: [], coordinatesSites: [], staffOfSites: [], holds: [] },
}
const of = (roles: Actor['roles']) =>
  contextFor({ ...somebody, roles }, { territory, accountId: null, now: new Date(0), today: '2021-10-01' })

describe('the rows of a person', () => {
  const row = (section: Section, place: number, more: Partial<WorkRow> = {}): WorkRow => ({
    ...{ section, place, label: section, href: ({ territory }) => `/t/${territory}/${section}` },
    ...more,
  })
  const all: Navigation[] = [
    { work: [row('plans', 30, { workOf: ['official', 'siteHead'] }), row('organisations', 50)] },
    {},
    { work: [row('orders', 20, { workOf: ['official'] }), row('sites', 10, { label: () => 'Площадки округа' })] },
    { work: [row('reviews', 40, { href: () => null })] },
  ]
  const more: Navigation = {
    work: (['reports', 'regulation', 'events', 'applications', 'traineeships'] as const).map((name, at) => row(name, 60 + at)),
  }
  const labelsOf = (links: readonly { readonly label: string }[]) => links.map(({ label }) => label)

  test('stand in the order of their places, without those they have no use for; where they are is marked', () => {
    const { shown, rest } = workLinks(all, of(['official']), [], 'orders')
    expect(labelsOf(shown)).toEqual(['Площадки округа', 'orders', 'plans', 'organisations'])
    expect(shown.filter(({ current }) => current).map(({ href }) => href)).toEqual(['/t/luga/orders'])
    expect(rest).toEqual([])
    expect(workLinks(all, of([]), []).shown.some(({ current }) => current)).toBe(false)
  })
  test('of too many, those that are the work of none of their roles are one press away', () => {
    const split = (roles: Actor['roles']) => {
      const { shown, rest } = workLinks([...all, more], of(roles), [])
      return [shown.length, labelsOf(rest)]
    }
    expect(split(['official'])).toEqual([7, ['applications', 'traineeships']])
    expect(split(['siteHead', 'teacher'])).toEqual([7, ['orders', 'traineeships']])
    expect(split([])).toEqual([7, ['orders', 'plans']])
  })
})

test('the public row marks where one is', () => {
  const open = (section: Section, place: number) => ({ section, place, label: section, href: `/${section}` })
  const links = publicLinks([{ open: [open('register', 20)] }, { open: [open('publicCalls', 10)] }], 'register')
  expect(links).toEqual([
    { label: 'publicCalls', href: '/publicCalls', current: false },
    { label: 'register', href: '/register', current: true },
  ])
})
