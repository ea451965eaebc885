import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf, inScope } from '../../../test/factory.ts'
import { firstPeople } from './tasks.ts'

const base = ownDatabase()

test('whoever is alone in a territory with its authority is asked to let others in; with a second person nobody is', async () => {
  const territory = await aTerritory(base.db)
  const alone = await aPerson(base.db, territory)
  const asked = async () => {
    const ctx = await ctxOf(base.db, territory, alone, '2021-09-01')
    const found = await inScope(base.db, territory.id, (tx) => firstPeople.find({ tx, ctx, stored: [] } as never))
    return found.map(({ key }) => key)
  }
  expect(await asked()).toEqual([])
  await anOrganisation(base.db, territory, { kind: 'authority', isAuthority: true })
  expect(await asked()).toEqual(['first-people'])
  await aPerson(base.db, territory)
  expect(await asked()).toEqual([])
})
