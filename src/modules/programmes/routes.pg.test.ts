// Proves R-A2, R-33.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory, moveOn } from '../../../test/factories/applications.ts'
import { aPlanningSite } from '../../../test/factories/plans.ts'
import { aProgramme, aProgrammeContent } from '../../../test/factories/programmes.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import { programmeOfApplication, shownProgramme } from './queries.ts'
import { withHeadings } from './reading/documents.fixture.ts'

const database = ownDatabase()
const client = aClient(database)
let there: ApplyingTerritory
beforeAll(async () => {
  there = await anApplyingTerritory(database.db, lenobl)
})

const browser = (who: keyof ApplyingTerritory['people']) => client.as(there.people[who])
const shown = async (id: ProgrammeId) => (await inScope(database.db, there.territory.id, (tx) => shownProgramme(tx, there, id)))!
const versionIn = (text: string) => /name="_version" value="([^"]+)"/.exec(text)![1]!
const idIn = (address: string | null) => /programmes\/([0-9a-f-]{36})/.exec(address!)![1] as ProgrammeId

test('a head begins a programme, writes its note row by row and a topic, and reads what is missing', async () => {
  const applicationId = await anApplication(there, { state: 'draft' })
  const head = browser('head')
  expect((await head.get(`/applications/${applicationId}/programme`)).text).toContain('Начать программу')
  const started = await head.post(`/applications/${applicationId}/programme`, { title: 'Читаем вместе' })
  const id = idIn(started.to)
  expect((await head.get(`/applications/${applicationId}/programme`)).to).toContain(id)
  expect((await head.get(`/programmes/${id}`)).text).toContain('напишите цель')

  const note = `/programmes/${id}/parts/note`
  const page = await head.get(note)
  expect(page.text).toContain('п. 1 приложения 2 к Положению')
  const typed = {
    _version: versionIn(page.text),
    title: 'Читаем вместе',
    relevance: 'Нужно',
    aim: '',
    'tasks.0.id': '',
    'tasks.0.text': 'Первая',
  }
  const longer = await head.post(note, { ...typed, change: 'add:tasks' })
  expect(longer).toMatchObject({ status: 200 })
  expect(longer.text).toContain('name="tasks.1.text"')
  expect(longer.text).toContain('Первая')
  expect((await shown(id)).content.note.tasks).toEqual([])
  const wrong = await head.post(note, { ...typed, title: '' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Напишите название программы')
  expect(wrong.text).toContain('Первая')
  expect(await head.post(note, { ...typed, 'contingent[]': 'методисты' })).toMatchObject({ status: 303 })
  const late = await head.post(note, { ...typed, relevance: 'Иначе' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Ваша запись')
  expect(late.text).toContain('Иначе')
  expect(await head.post(note, { ...typed, relevance: 'Иначе', _version: versionIn(late.text) })).toMatchObject({ status: 303 })
  expect((await shown(id)).content.note).toMatchObject({ relevance: 'Иначе' })

  const topics = `/programmes/${id}/parts/topics`
  const added = await head.post(topics, { intent: 'save', title: 'Первая тема', topicId: '' })
  const topic = added.to!
  const fields = {
    _version: versionIn((await head.get(topic)).text),
    title: 'Первая тема',
    declaredHours: '12',
    'sessions.0.id': '',
    'sessions.0.form': 'seminar',
    'sessions.0.title': 'Урок',
    'sessions.0.remote': 'yes',
  }
  const badHours = await head.post(topic, { ...fields, 'sessions.0.hours': '1,3' })
  expect(badHours.status).toBe(422)
  expect(badHours.text).toContain('Занятие 1: часы: напишите число от 0 до 1000')
  expect(await head.post(topic, { ...fields, 'sessions.0.hours': '2,5' })).toMatchObject({ status: 303 })
  expect((await head.get(topic)).text).toContain('Занятия и пробы дают 2,5 часа, а у темы стоит 12')
  const topicId = (await shown(id)).content.topics[0]!.id
  expect((await head.get(`${topics}?remove=${topicId}`)).text).toContain('Удалить тему')
  expect(await head.post(topics, { intent: 'remove', title: '', topicId })).toMatchObject({ status: 303 })
  expect((await shown(id)).content.topics).toEqual([])
  expect((await head.get(`/programmes/${id}/parts/other`)).status).toBe(404)
})

test('what was submitted is only read; versions are compared and printed; a stranger sees none of it', async () => {
  const applicationId = await anApplication(there)
  const head = browser('head')
  const { id } = (await inScope(database.db, there.territory.id, (tx) => programmeOfApplication(tx, there, applicationId)))!
  const page = await head.get(`/programmes/${id}`)
  expect(page.text).toContain('Закреплена')
  expect(page.text).not.toContain('Писать программу')
  expect((await head.get(`/programmes/${id}/parts/note`)).to).toContain(`/programmes/${id}`)
  for (const format of ['docx', 'pdf']) expect((await head.get(`/programmes/${id}/document/${format}`)).status).toBe(200)
  expect((await head.get(`/programmes/${id}/document/odt`)).status).toBe(404)

  await moveOn(there, applicationId, 'return')
  const note = await head.get(`/programmes/${id}/parts/resources`)
  await head.post(`/programmes/${id}/parts/resources`, {
    _version: versionIn(note.text),
    'people.0.id': '',
    'people.0.text': 'Новый методист',
  })
  const compared = await head.get(`/programmes/${id}/comparison?from=1&to=2`)
  expect(compared.text).toContain('Новый методист')
  expect(compared.text).toContain('Убрано')
  expect((await head.get(`/programmes/${id}/comparison?from=1&to=9`)).status).toBe(404)

  expect((await browser('methodist').get(`/programmes/${id}`)).status).toBe(200)
  expect((await browser('methodist').get(`/programmes/${id}/parts/note`)).status).toBe(403)
  for (const address of ['', '/parts/note', '/copies', '/imports', '/document/pdf'])
    expect((await browser('elsewhere').get(`/programmes/${id}${address}`)).status).toBeGreaterThanOrEqual(403)
})

test('a file is sent, its text sorted on a page and carried over', async () => {
  const applicationId = await anApplication(there, { state: 'draft' })
  const head = browser('head')
  const id = idIn((await head.post(`/applications/${applicationId}/programme`, { title: 'Из файла' })).to)
  const none = await head.post(`/programmes/${id}/imports`, {})
  expect(none.status).toBe(422)
  expect(none.text).toContain('Выберите файл DOCX с программой')
  const file = new File([Buffer.from(await withHeadings())], 'Программа.docx')
  const sent = await head.post(`/programmes/${id}/imports`, { file })
  const address = sent.to!
  const page = await head.get(address)
  expect(page.text).toContain('Разложено 26 кусков текста, без места 3')
  expect(page.text).toContain('Площадка работает с 2015 года.')
  const [piece] = [...page.text.matchAll(/name="pieces\.2\.id" value="([^"]+)"/g)].map((found) => found[1]!)
  const nowhere = await head.post(address, {
    intent: 'apply',
    'pieces.0.id': piece!,
    'pieces.0.text': 'Текст',
    'pieces.0.to': 'note.nothing',
  })
  expect(nowhere.status).toBe(422)
  expect(nowhere.text).toContain('Выберите место из списка')
  const done = await head.post(address, {
    intent: 'apply',
    'pieces.0.id': piece!,
    'pieces.0.text': 'Давно',
    'pieces.0.to': 'note.relevance',
  })
  expect(done.status).toBe(303)
  expect((await shown(id)).content.note.relevance).toContain('Давно')
  expect((await head.get(`/programmes/${id}/imports`)).text).toContain('осталось 2 куска текста')
})

test('parts are chosen from a programme of the same school', async () => {
  const source = await anApplication(there)
  const { id: from } = (await inScope(database.db, there.territory.id, (tx) => programmeOfApplication(tx, there, source)))!
  const applicationId = await anApplication(there, { state: 'draft' })
  const head = browser('head')
  const id = idIn((await head.post(`/applications/${applicationId}/programme`, { title: 'Новая' })).to)
  expect((await head.get(`/programmes/${id}/copies`)).text).toContain(from)
  expect((await head.get(`/programmes/${id}/copies?from=${from}`)).text).toContain('Что перенести')
  const none = await head.post(`/programmes/${id}/copies`, { from })
  expect(none.status).toBe(422)
  expect(none.text).toContain('Отметьте хотя бы одну часть')
  expect(await head.post(`/programmes/${id}/copies`, { from, 'parts[]': 'resources' })).toMatchObject({ status: 303 })
  expect((await head.get(`/programmes/${id}`)).text).toContain('Начата из программы')
  expect((await shown(id)).content.resources.people.length).toBeGreaterThan(0)
})

test('what trainees do not do under the paper is not offered as a condition, nor taken', async () => {
  const site = await aPlanningSite(database.db, { ...chebula, application: null })
  const content = aProgrammeContent(chebula)
  const [tryOut] = content.topics[0]!.tryOuts
  const id = await aProgramme(await site.as('head'), { siteId: site.siteId }, { content })
  const head = client.as(site.people.head)
  const address = `/t/${site.territory.code}/programmes/${id}/parts/completion`
  const { text } = await head.get(address)
  expect(text).toContain('Что пройти обязательно')
  expect(text).toContain(tryOut!.title)
  expect(text).not.toContain('Какие пробы должны быть оценены')
  const typed = { _version: versionIn(text), 'sessions[]': tryOut!.id, level: 'hidden' }
  const wrong = await head.post(address, { ...typed, 'tryOuts[]': tryOut!.id })
  expect([wrong.status, wrong.text.includes('Снимите отметку с проб')]).toEqual([422, true])
  expect(await head.post(address, typed)).toMatchObject({ status: 303 })
  const stored = await inScope(database.db, site.territory.id, (tx) => shownProgramme(tx, site, id))
  expect(stored?.content.completion).toMatchObject({ sessions: [tryOut!.id], tryOuts: [] })
})
