import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, aDraftApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { inScope } from '../../../test/factory.ts'
import { turochak as regulation } from '../../../test/regulations.ts'
import { factKinds } from '../../history/facts.ts'
import { deleteDraft } from '../applications/deeds/send.ts'
import { historyRows } from './queries.ts'

const base = ownDatabase()
let there: ApplyingTerritory
beforeAll(async () => {
  there = await anApplyingTerritory(base.db, regulation)
})

const leads = async (id: string) => {
  const rows = await inScope(base.db, there.territory.id, (tx) => historyRows(tx, there, factKinds()).page(50, 0))
  return rows.filter((row) => row.subjectId === id).map(({ kind, isThere }) => [kind, isThere])
}

test('facts of a draft that was thrown away tell of what is no longer there', async () => {
  const [kept, thrown] = [await aDraftApplication(there), await aDraftApplication(there)]
  mustWork(await deleteDraft.run(await there.as('head'), { id: thrown }))
  expect(await leads(kept)).toEqual([['application.started', true]])
  expect(await leads(thrown)).toEqual([
    ['application.draftDeleted', false],
    ['application.started', false],
  ])
})
