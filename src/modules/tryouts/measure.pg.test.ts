// Proves C-61.
import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, luga } from '../../../test/regulations.ts'
import type { Level } from '../programmes/level-rules.ts'
import { measureTrainee } from './measure.tsx'
import { dynamicsOfSite } from './measure-queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
const format = 'одна из форм повышения квалификации'
const year = { from: '2021-09-01', to: '2022-08-31' }

test('the trainee and whoever leads measure by the directions of the programme; the report has the dynamics of five', async () => {
  const there = await aLearningSite(base.db, chebula)
  const { site, as } = there
  const { rows } = await base.adminPool.query<{ id: string }>(
    `select jsonb_array_elements(content #> '{note,directions}') ->> 'id' as id from programme_versions where programme_id = $1`,
    [there.programmeId],
  )
  const all = (level: Level) => Object.fromEntries(rows.map(({ id }) => [id, level]))
  const head = await site.as('head')
  const later = await site.as('head', '2022-05-16')
  const people = await Promise.all([1, 2, 3, 4, 5].map(() => there.another()))
  for (const [n, trainee] of people.entries()) {
    const id = await aTraineeship(there, { trainee, format })
    mustWork(await measureTrainee.run(head, { id, kind: 'entry', levels: all('begun') }))
    mustWork(await measureTrainee.run(await as(trainee), { id, kind: 'entry', levels: all('hidden') }))
    expect(await measureTrainee.run(head, { id, kind: 'entry', levels: all('seen') })).toMatchObject({
      refusal: { rule: 'measurement.doneAlready' },
    })
    expect(await measureTrainee.run(head, { id, kind: 'exit', levels: all('seen') })).toMatchObject({
      refusal: { rule: 'measurement.notYet' },
    })
    expect(await measureTrainee.run(later, { id, kind: 'exit', levels: {} })).toMatchObject({
      refusal: { rule: 'tryout.levelMissing' },
    })
    mustWork(await measureTrainee.run(later, { id, kind: 'exit', levels: all(n === 0 ? 'begun' : 'steady') }))
    expect(await measureTrainee.run(await as(there.director), { id, kind: 'interim', levels: all('seen') })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    if (n === 0) {
      const page = await client(trainee).get(`/t/${site.territory.code}/traineeships/${id}`)
      expect([page.text.includes('Измерения'), page.text.includes('Какое измерение')], 'the next on another day').toEqual([
        true,
        false,
      ])
    }
  }
  const found = await inScope(base.db, site.territory.id, (tx) => dynamicsOfSite(tx, site, site.siteId, year))
  expect(found).toHaveLength(rows.length)
  expect(found[0]).toMatchObject({ people: 5, came: { rose: 4, stayed: 1, fell: 0 } })
  expect(
    await inScope(base.db, site.territory.id, (tx) =>
      dynamicsOfSite(tx, site, site.siteId, { from: '2020-09-01', to: '2021-08-31' }),
    ),
  ).toEqual([])
})

test('where the paper measures nothing there is nothing to measure', async () => {
  const there = await aLearningSite(base.db, luga)
  const id = await aTraineeship(there)
  expect(await measureTrainee.run(await there.site.as('head'), { id, kind: 'entry', levels: {} })).toMatchObject({
    refusal: { rule: 'measurement.notAsked' },
  })
})
