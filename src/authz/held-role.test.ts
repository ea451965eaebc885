import { expect, test } from 'vitest'
import { modules } from '../app/modules.ts'
import type { PersonId, SiteId, TerritoryId } from '../kernel/types.ts'
import { install } from '../kit/install.ts'
import type { Actor } from './actor.ts'
import { can } from './policy.ts'

install(modules)

const territoryId = 't' as TerritoryId
const siteId = 's' as SiteId
const actor = (holds: Actor['holds']): Actor => ({
  ...{ territoryId, accountId: null, personId: 'p' as PersonId, name: 'Проверкина П.', roles: ['teacher'], holds },
  ...{ headsOrganisations: [], worksIn: [], employs: [], headsSites: [], coordinatesSites: [], staffOfSites: [] },
})

test('a role given for one site is held there, a role given for the whole territory at every site', () => {
  const asks = (holds: Actor['holds'], role = 'methodist') => can(actor(holds), 'party.role', { territoryId, siteId, role })
  expect(asks([{ siteId, kind: 'methodist' }])).toBe(true)
  expect(asks([{ siteId: 'other' as SiteId, kind: 'methodist' }])).toBe(false)
  expect(asks([{ siteId: null, kind: 'methodist' }])).toBe(true)
  expect(asks([{ siteId: null, kind: 'methodist' }], 'tutor')).toBe(false)
})
