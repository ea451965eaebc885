// Proves T-32.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { anOrganisation } from '../../../test/factory.ts'
import { luga, turochak } from '../../../test/regulations.ts'
import { noteDeficit } from './deeds.ts'
import { frameworkOf, noneOwn } from './framework.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
})
const [first] = frameworkOf(noneOwn).map(({ id }) => id) as [string]

test('the scan of a diagnosis is sent once and read by those who see the deficit, and by nobody else', async () => {
  const { site, director, as } = there
  const { methodist, official, teacher, head, coordinator, mentor } = site.people
  const someone = await there.another()
  const diagnosis = {
    competence: first,
    words: null,
    source: 'diagnosis' as const,
    document: 'Справка № 6',
    documentOn: '2021-09-20',
  }
  const id = mustWork(await noteDeficit.run(await as(methodist), { ...diagnosis, id: someone }))
  const page = `/t/${site.territory.code}/deficits/${id}`
  const send = (who: string, file?: File) => client(who).post(`${page}/document`, file ? { file } : {})

  const empty = await send(methodist)
  expect([empty.status, empty.text.includes('Выберите файл: снимок или .pdf')]).toEqual([422, true])
  const wrong = await send(methodist, new File(['MZ'], 'справка.pdf'))
  expect([wrong.status, wrong.text.includes('содержимое «справка.pdf» другое')]).toEqual([422, true])
  const scan = () => new File(['%PDF-1.7 справка'], 'справка.pdf')
  for (const stranger of [someone, official, teacher, head, director, mentor])
    expect((await send(stranger, scan())).status).toBe(404)
  expect((await send(methodist, scan())).status).toBe(303)
  const again = await send(methodist, scan())
  expect([again.status, again.text.includes('он уже приложен')]).toEqual([422, true])
  const { rows } = await base.adminPool.query(`select from history where kind = 'deficit.documentAdded' and subject_id = $1`, [
    id,
  ])
  expect(rows).toHaveLength(1)

  const [, file] = /\/files\/([0-9a-f-]+)"/.exec((await client(someone).get(page)).text) ?? []
  const read = async (who: string) => (await client(who).get(`${page}/files/${file}`)).status
  const sent = await client(someone).get(`${page}/files/${file}`)
  expect([sent.status, sent.bytes.toString()]).toEqual([200, '%PDF-1.7 справка'])
  expect(await read(methodist)).toBe(200)
  for (const stranger of [official, teacher, head, coordinator, director, mentor, there.trainee])
    expect(await read(stranger)).toBe(404)

  const learns = await aTraineeship(there, { trainee: someone, guide: mentor })
  expect([await read(mentor), await read(director)], 'whoever leads reads it, the head of the school does not').toEqual([
    200, 404,
  ])
  await base.adminPool.query(`update traineeships set begun_by = 'school', sent_by = $2 where id = $1`, [learns, director])
  expect(await read(director), 'the school has sent the person').toBe(200)
  const elsewhere = await anOrganisation(base.db, site.territory)
  await base.adminPool.query(`update posts set organisation_id = $2 where person_id = $1`, [someone, elsewhere])
  expect(await read(director), 'a former employer reads nothing').toBe(404)

  const foreign = await aLearningSite(base.db, turochak)
  expect(await read(foreign.site.people.methodist)).toBe(404)
  const other = `/t/${foreign.site.territory.code}/deficits/${id}/files/${file}`
  expect((await client(foreign.site.people.methodist).get(other)).status).toBe(404)
})

test('an observation has no document', async () => {
  const someone = await there.another()
  const { methodist } = there.site.people
  const seen = { competence: first, words: null, source: 'guide' as const, document: null, documentOn: null, id: someone }
  const id = mustWork(await noteDeficit.run(await there.as(methodist), seen))
  const page = `/t/${there.site.territory.code}/deficits/${id}`
  expect((await client(methodist).get(page)).text).not.toContain('Приложить документ')
  const refused = await client(methodist).post(`${page}/document`, { file: new File(['%PDF-1.7'], 'а.pdf') })
  expect([refused.status, refused.text.includes('документ прикладывают только к ней')]).toEqual([422, true])
})
