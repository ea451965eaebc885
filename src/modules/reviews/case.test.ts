// Proves R-31.
import { expect, test } from 'vitest'
import { lenobl } from '../../../test/regulations.ts'
import { modules } from '../../app/modules.ts'
import type { Actor } from '../../authz/actor.ts'
import type { Territory } from '../../authz/ctx.ts'
import type { PersonId, TerritoryId } from '../../kernel/types.ts'
import { install } from '../../kit/install.ts'
import { leads } from './case.ts'

install(modules)

const territory = { id: 't' } as Territory
const actor = (roles: Actor['roles'], ...bodies: string[]): Actor => ({
  ...{ territoryId: 't' as TerritoryId, accountId: null, personId: 'p' as PersonId, name: 'Проверкина П.', roles },
  ...{ holds: bodies.map((kind) => ({ siteId: null, kind })) },
  ...{ headsOrganisations: [], worksIn: [], employs: [], headsSites: [], coordinatesSites: [], staffOfSites: [] },
})

test('reviews are led by the methodist under every regulation, by the people of a body only where it judges', () => {
  const judged = { ...lenobl, expertReview: { ...lenobl.expertReview!, by: 'council' } }
  const leadsAs = (who: Actor) => [judged, lenobl, undefined].map((regulation) => leads({ actor: who, territory }, regulation))
  expect(leadsAs(actor(['methodist']))).toEqual([true, true, true])
  expect(leadsAs(actor(['bodyMember'], 'council'))).toEqual([true, false, false])
  expect(leadsAs(actor(['bodyMember'], 'other'))).toEqual([false, false, false])
  expect(leadsAs(actor(['teacher'], 'council'))).toEqual([false, false, false])
  expect(leadsAs({ ...actor(['methodist']), territoryId: 'u' as TerritoryId })).toEqual([false, false, false])
})
