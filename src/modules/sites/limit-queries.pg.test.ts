import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aNetwork, aSite } from '../../../test/factories/sites.ts'
import { aTerritory, inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { standsBeyond } from './limit-queries.ts'

const database = ownDatabase()
const limiting = (most: number): Regulation => ({
  ...luga,
  limits: { clause: ['2.2'], list: [{ what: 'sitesOfTheme', least: null, most, clause: ['2.2'] }] },
})

test('an edition that limits below what stands tells of the sites it is about, and of none where there are few enough', async () => {
  const territory = await aTerritory(database.db, '2021-10-01')
  const network = await aNetwork(database.db, territory)
  const same = { theme: 'Читаем вместе' }
  const [first, second] = [await aSite(database.db, network, same), await aSite(database.db, network, same)]
  await aSite(database.db, network, { theme: 'Считаем' })
  const beyond = (regulation: Regulation) =>
    inScope(database.db, territory.id, (tx) =>
      standsBeyond(tx, { territory, today: '2021-10-01' }, { regulation, lineId: network.lineId }),
    )
  const found = await beyond(limiting(1))
  expect(found).toMatchObject([{ text: 'площадок с одной темой — не больше 1, а станет 2', basis: { clause: '2.2' } }])
  expect(found[0]?.sites.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
  expect(await beyond(limiting(2))).toEqual([])
  expect(await beyond(luga)).toEqual([])
})
