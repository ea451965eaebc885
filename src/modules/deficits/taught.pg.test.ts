// Proves T-32.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { ctxOf, inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import { shownProgramme } from '../programmes/queries.ts'
import { nameTaught } from './commands/name-taught.ts'
import { frameworkOf, noneOwn } from './framework.ts'

const base = ownDatabase()
const given = eventsOfASite(base)
const { as: client } = aClient(base)
const [first, second] = frameworkOf(noneOwn).map(({ id }) => id) as [string, string]
let learning: LearningSite
beforeAll(async () => {
  learning = await aLearningSite(base.db, luga)
})
const rule = (name: string) => ({ refusal: { rule: name } })

test('whoever holds an event says what it teaches; everybody reads it, with what its line teaches; nobody else says it', async () => {
  const event = await given.anEvent()
  const { rows } = await base.adminPool.query<{ line: string; plan: string }>(
    'select line_key as line, plan_id as plan from events where id = $1',
    [event],
  )
  const [{ line, plan }] = rows as [{ line: string; plan: string }]
  const head = await given.head()
  mustWork(await nameTaught(head, { line }, { competences: [second], version: 0 }))
  mustWork(await nameTaught(head, { event }, { competences: [first], version: 0 }))
  expect(await nameTaught(head, { event }, { competences: [], version: 0 }), 'an older page').toMatchObject({
    refusal: { code: 'changedMeanwhile' },
  })
  const territory = given.site.territory
  const teacher = await ctxOf(base.db, territory, given.teacher, '2021-10-01')
  expect(await nameTaught(teacher, { event }, { competences: [], version: 1 })).toMatchObject({ refusal: { code: 'forbidden' } })
  const page = await given.as(given.teacher).get(`/t/${territory.code}/events/${event}`)
  const names = ['Современное содержание своего предмета', 'Функциональная грамотность на своих занятиях']
  for (const name of names) expect(page.text.replaceAll(' ', ' ')).toContain(name)
  expect(page.text).not.toContain(`/events/${event}/competences`)
  expect((await given.as(given.teacher).get(`/t/${territory.code}/events/${event}/competences`)).status).toBe(403)
  const { head: headId } = given.site.people
  expect((await given.as(headId).get(`/t/${territory.code}/plans/${plan}/lines/${line}`)).text).toContain(
    `/plan-lines/${line}/competences`,
  )
  const form = await given.as(headId).get(`/t/${territory.code}/events/${event}/competences`)
  expect([form.status, form.text.includes('checked')]).toEqual([200, true])
  const many = frameworkOf(noneOwn)
    .slice(0, 6)
    .map(({ id }) => id)
  const sent = await given
    .as(headId)
    .post(`/t/${territory.code}/events/${event}/competences`, { 'subject[]': many, _version: '1' })
  expect([sent.status, sent.text.includes('Оставьте главное')]).toEqual([422, true])
  const told = await base.adminPool.query(`select facts from history where kind = 'competences.taught'`)
  expect(told.rows.length).toBe(2)
})

test('a topic of a programme of a site too; a topic that is not there is not found', async () => {
  const { site, programmeId } = learning
  const head = await site.as('head')
  const { content } = (await inScope(base.db, site.territory.id, (tx) => shownProgramme(tx, site, programmeId)))!
  const [topic] = content.topics
  const at = { programme: programmeId, topic: topic!.id }
  mustWork(await nameTaught(head, at, { competences: [first], version: 0 }))
  expect(await nameTaught(head, { ...at, topic: programmeId }, { competences: [first], version: 0 })).toMatchObject({
    refusal: { code: 'notFound' },
  })
  expect(await nameTaught(head, at, { competences: [programmeId], version: 1 })).toMatchObject(rule('deficit.notOffered'))
  const address = `/t/${site.territory.code}/programmes/${programmeId}`
  expect((await client(site.people.head).get(address)).text).toContain('Чему учат темы')
  expect((await client(site.people.head).get(`${address}/topics/${topic!.id}/competences`)).status).toBe(200)
})
