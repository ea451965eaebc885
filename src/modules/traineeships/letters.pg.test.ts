// Proves R-22v, chebula 5.2: those who learn and those who lead write to each other by the network and by mail.
import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { chebula } from '../../../test/regulations.ts'
import { writeAboutTraineeship } from './deeds/write.ts'

const base = ownDatabase()
let there: LearningSite
const format = 'одна из форм повышения квалификации'
beforeAll(async () => {
  there = await aLearningSite(base.db, chebula)
})
const told = async (id: string) =>
  (
    await base.adminPool.query<{ person: string; text: string }>(
      "select person_id as person, params ->> 'text' as text from notices where subject_id = $1 and kind = 'traineeship.written' order by id",
      [id],
    )
  ).rows

test('a trainee writes to whoever leads, they to the trainee; each letter of a day comes', async () => {
  const id = await aTraineeship(there, { format })
  const trainee = await there.as(there.trainee)
  for (const text of ['Можно перенести?', 'Спасибо']) mustWork(await writeAboutTraineeship.run(trainee, { id, text }))
  mustWork(await writeAboutTraineeship.run(await there.site.as('head'), { id, text: 'Перенесём' }))
  const { head } = there.site.people
  expect(await told(id)).toEqual([
    { person: head, text: 'Можно перенести?' },
    { person: head, text: 'Спасибо' },
    { person: there.trainee, text: 'Перенесём' },
  ])
  expect(await writeAboutTraineeship.run(await there.as(await there.another()), { id, text: 'Я' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
})

test('where the paper says nothing of work at a distance there is no such letter', async () => {
  const other = await aLearningSite(base.db, { ...chebula, remoteWork: null })
  const id = await aTraineeship(other, { format })
  expect(await writeAboutTraineeship.run(await other.as(other.trainee), { id, text: 'Я' })).toMatchObject({
    refusal: { rule: 'traineeship.noLetters' },
  })
})

test('with nobody who leads today nothing is sent, and the trainee reads so', async () => {
  const other = await aLearningSite(base.db, chebula)
  const id = await aTraineeship(other, { format })
  await base.adminPool.query("update appointments set ends_on = '2021-09-30' where site_id = $1", [other.site.siteId])
  expect(await writeAboutTraineeship.run(await other.as(other.trainee), { id, text: 'Я' })).toMatchObject({
    refusal: { rule: 'traineeship.nobodyToWrite', field: 'text' },
  })
  expect(await told(id)).toEqual([])
})
