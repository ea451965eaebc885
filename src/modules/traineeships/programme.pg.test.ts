// Proves C-12: whoever learns reads the version of the programme they learn by, and nobody reads it who has nothing to do with it.
import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship } from '../../../test/factories/traineeships.ts'
import { chebula } from '../../../test/regulations.ts'
import { startVersion } from '../programmes/deeds/versions.ts'

const base = ownDatabase()
const { as } = aClient(base)

test('the trainee reads and takes away the agreed version, also while the site writes the next one', async () => {
  const there = await aLearningSite(base.db, chebula)
  const id = await aTraineeship(there, { format: 'одна из форм повышения квалификации' })
  mustWork(
    await startVersion.run(await there.site.as('head'), {
      id: there.programmeId,
      version: 'any' as never,
      reason: 'Другие часы',
    }),
  )
  const trainee = as(there.trainee)
  const address = `/traineeships/${id}/programme`
  expect((await trainee.get(`/traineeships/${id}`)).text).toContain(address)
  const page = await trainee.get(address)
  expect(page.status).toBe(200)
  for (const said of ['Рабочая программа', 'редакция 1', 'Разбор записей уроков']) expect(page.text).toContain(said)
  expect(page.text).not.toContain('Писать программу')
  expect((await trainee.get(`${address}/pdf`)).status).toBe(200)
  // The draft of the next version is the site's alone.
  expect((await trainee.get(`/programmes/${there.programmeId}`)).status).toBe(404)
  const stranger = as(await there.another())
  expect((await stranger.get(address)).status).toBe(404)
  expect((await stranger.get(`${address}/docx`)).status).toBe(404)
})
