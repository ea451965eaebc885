import { afterAll, beforeAll, expect, test } from 'vitest'
import { regulation as chebula } from '../../../territories/chebula/regulation.ts'
import { regulation as lenobl } from '../../../territories/lenobl/regulation.ts'
import { regulation as turochak } from '../../../territories/turochak/regulation.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { anApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { inScope } from '../../../test/factory.ts'
import { keepFilesIn } from '../../files/store.ts'
import { applicationById } from './queries.ts'

// Proves R-33, R-A1, R-41.
let base: FreshDatabase
beforeAll(async () => {
  base = await freshDatabase()
  keepFilesIn(`/tmp/ploshchadka-applications-${process.pid}`)
}, 60_000)
afterAll(() => base.drop())

test.each([
  ['lenobl', lenobl, true],
  ['lenobl alone', lenobl, false],
  ['chebula', chebula, false],
  ['turochak', turochak, false],
] as const)('an application of %s goes through', async (_, regulation, joint) => {
  const there = await anApplyingTerritory(base.db, regulation)
  const id = await anApplication(there, { joint })
  const app = await inScope(base.db, there.territory.id, (tx) => applicationById(tx, there, id))
  expect(app).toMatchObject({ state: 'submitted', number: 1, round: 1 })
})
