import { expect, test } from 'vitest'
import { modules } from '../../app/modules.ts'
import { type FactKind, factKinds } from '../../history/facts.ts'
import { install } from '../../kit/install.ts'
import { groupOf } from './groups.ts'
import { factHref, orderHref } from './links.ts'

install(modules)

test('only what the territory itself does, and the installation, is of no group', () => {
  const told = factKinds().filter((kind) => groupOf(kind) === 'other' && !kind.startsWith('installation.'))
  expect(told).toEqual(['clock.advanced', 'territory.loaded', 'history.closed'])
})

test('attaching and appointing are read among the sites', () => {
  expect(groupOf('organisation.attached')).toBe('sites')
  expect(groupOf('person.appointed')).toBe('sites')
})

const about = (kind: FactKind, facts = {}, siteId: string | null = 's') =>
  factHref('luga', { kind, subjectId: 'x', siteId, facts, isThere: true })

test.each([
  ['order.signed', '/t/luga/orders/x'],
  ['assignment.done', '/t/luga/assignments/x'],
  ['site.extended', '/t/luga/sites/s'],
  ['organisation.attached', '/t/luga/sites/s'],
  ['person.appointed', '/t/luga/sites/s/people'],
  ['plan.approved', '/t/luga/plans/x'],
  ['activity.held', '/t/luga/plans/x'],
  ['report.accepted', '/t/luga/reports/x'],
  ['post.taken', '/t/luga/people/x'],
  ['supportNeed.ended', '/t/luga/organisations/x'],
  ['contract.inForce', '/t/luga/contracts/x'],
  ['statusCase.decided', '/t/luga/status-cases/x'],
  ['regulation.ceased', '/t/luga/regulation'],
] as const)('%s leads to %s', (kind, href) => {
  expect(about(kind)).toBe(href)
})

test('what is gone leads nowhere', () => {
  expect(factHref('luga', { kind: 'order.drafted', subjectId: 'x', siteId: null, facts: {}, isThere: false })).toBeNull()
  expect(about('territory.loaded', 'history.closed')).toBeNull()
})

test('a file leads to its line of the plan, an appointment without a site to the person', () => {
  expect(about('file.uploaded', { plan: 'p', line: 'l' })).toBe('/t/luga/plans/p/lines/l')
  expect(about('person.appointed', {}, null)).toBe('/t/luga/people/x')
})

test('the order behind a fact is named once', () => {
  expect(orderHref('luga', { kind: 'site.granted', facts: { orderId: 'o' } })).toBe('/t/luga/orders/o')
  expect(orderHref('luga', { kind: 'order.signed', facts: { orderId: 'o' } })).toBeNull()
})
