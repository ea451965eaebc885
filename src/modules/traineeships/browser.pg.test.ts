// Proves C-12.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { luga } from '../../../test/regulations.ts'
import type { PersonId } from '../../kernel/types.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
let mentor: PersonId
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
  mentor = there.site.people.mentor
})

test('the forms of the browser: a teacher asks, the head admits, by what the pages show', async () => {
  const trainee = await there.another()
  const { territory, siteId, people } = there.site
  const at = `/t/${territory.code}/sites/${siteId}/trainees`
  const teacher = client(trainee)
  expect((await teacher.get(`/t/${territory.code}/sites/${siteId}`)).text).toContain('Попроситься на стажировку')
  await teacher.get(`${at}/new`)
  const asked = await teacher.press('Попроситься', {
    programmeId: there.programmeId,
    startsOn: '01.10.2021',
    endsOn: '31.05.2022',
  })
  expect(asked.status).toBe(303)
  expect((await teacher.get(asked.to!)).text).toContain('Ответ за площадкой')
  const manager = client(people.head)
  // A page that would not open is no link.
  const programme = `/programmes/${there.programmeId}`
  // Both read the version one learns by; all versions are the site's alone.
  expect((await teacher.get(`${asked.to}/programme`)).text).not.toContain(programme)
  expect((await manager.get(`${asked.to}/programme`)).text).toContain(programme)
  expect((await manager.get(asked.to!)).text).toContain('Принять стажёра')
  expect((await manager.press('Принять', { guide: mentor })).status).toBe(303)
  expect((await teacher.get(asked.to!)).text).toContain('Договорились')
  expect((await manager.get(`${at}/new`)).text).toContain('Предложить стажировку')
})
