// Proves R-A1, R-33.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { chebula, lenobl, luga } from '../../../test/regulations.ts'
import type { ApplicationId } from '../../kernel/types.ts'

// Proves R-33, R-A1, R-41, C-32.
const base = ownDatabase()
let there: ApplyingTerritory
let draft: ApplicationId
let whole: ApplicationId
let sent: ApplicationId
let returned: ApplicationId
type Who = keyof ApplyingTerritory['people']
beforeAll(async () => {
  there = await anApplyingTerritory(base.db, lenobl)
  draft = await anApplication(there, { state: 'draft', theme: 'Тихая школа' })
  whole = await anApplication(there, { state: 'complete' })
  sent = await anApplication(there, { state: 'submitted', joint: true })
  returned = await anApplication(there, { state: 'returned' })
}, 60_000)

const client = aClient(base)
const as = (who: Who) => client.as(there.people[who])

test('an application begins with what the registers know', async () => {
  const head = as('head')
  const page = await head.get('/applications/new')
  expect(page.text).toContain('Приём заявок 2021 года')
  expect(page.text).toContain('до 18:00 22 октября 2021 г. по московскому времени')
  const fields = { callId: there.callId!, initiator: 'organisation', organisationId: there.schools[0], theme: '' }
  const begun = await head.post('/applications/new', fields)
  expect(begun.to).toMatch(new RegExp(`^/t/${there.territory.code}/applications/[0-9a-f-]{36}$`))
  expect((await head.get(begun.to!)).text).toContain('Что дальше и от кого')
})

test('who may not begin is told who may, with the clause', async () => {
  const page = await as('methodist').get('/applications/new')
  expect(page.text).toContain('Заявку подаёт: организация')
  expect(page.text).toContain('п. 3.3 Положения')
})

test('the list of tasks says what each section lacks', async () => {
  const { text } = await as('head').get(`/applications/${draft}`)
  for (const words of ['Организации', 'Заполнено', 'Поставьте первый и последний день статуса', 'Не начато', 'Удалить черновик'])
    expect(text).toContain(words)
})

test('an incomplete question is kept; the second of two is shown both texts and loses nothing', async () => {
  const head = as('head')
  const fields = { theme: 'Моя тема', wantedFrom: '10.01.2022', wantedTo: '' }
  expect(await head.post(`/applications/${draft}/theme`, { ...fields, _version: '0' })).toMatchObject({ status: 303 })
  const late = await head.post(`/applications/${draft}/theme`, { ...fields, theme: 'Другая тема', _version: '0' })
  expect(late.status).toBe(409)
  for (const words of ['Пока вы правили', 'Моя тема', 'Другая тема', '10.01.2022']) expect(late.text).toContain(words)
  expect(late.text).toContain('name="_version" value="1"')
})

test('a draft kept while typing stays on its page and gives the next version', async () => {
  const head = as('head')
  const kept = await head.post(`/applications/${whole}/adviser`, { name: 'Орлова В. П.', post: '', _version: '1', _stay: 'yes' })
  expect(kept).toMatchObject({ status: 303, to: `/t/${there.territory.code}/applications/${whole}/adviser` })
  expect((await head.get(kept.to!)).text).toContain('name="_version" value="2"')
})

test('a date that is none is said at its field, and what was typed stays', async () => {
  const page = await as('head').post(`/applications/${draft}/theme`, {
    theme: 'Т',
    wantedFrom: '31.06.2022',
    wantedTo: '',
    _version: '1',
  })
  expect(page.status).toBe(422)
  expect(page.text).toContain('такой даты нет')
  expect(page.text).toContain('value="31.06.2022"')
})

test('the head is found by name and judged at once', async () => {
  const { text } = await as('head').get(`/applications/${draft}/head`)
  expect(text).toContain('Может руководить')
  expect(text).toContain('п. 4.2 Положения')
  expect((await as('head').get(`/applications/${draft}/head?q=Несуществующая`)).text).toContain('Никто не найден')
})

test('the answers list what is missing with links; a whole one is sent by one button, twice pressed it is one', async () => {
  const head = as('head')
  const incomplete = await head.get(`/applications/${draft}/answers`)
  expect(incomplete.text).toContain('Отправить пока нельзя')
  expect(incomplete.text).toContain('href="#f-head"')
  expect(incomplete.text).not.toContain('После отправки правка закроется')
  const page = await head.get(`/applications/${whole}/answers`)
  const version = /name="_version" value="(\d+)"/.exec(page.text)![1]!
  const first = await head.post(`/applications/${whole}/submissions`, { _version: version })
  expect(first).toMatchObject({ status: 303, to: `/t/${there.territory.code}/applications/${whole}` })
  expect((await head.post(`/applications/${whole}/submissions`, { _version: version })).status).toBe(409)
})

test('whoever only writes is told who sends; the office may look and not write', async () => {
  await as('head').post(`/applications/${draft}/editors`, { personId: there.people.deputy })
  const page = await as('deputy').get(`/applications/${draft}`)
  expect(page.text).toContain('Что заполнить')
  expect(page.text).not.toContain('Проверить ответы и отправить')
  expect((await as('deputy').get(`/applications/${draft}/answers`)).text).not.toContain('Отправить заявку<')
  expect((await as('deputy').post(`/applications/${draft}/submissions`, { _version: '1' })).status).toBe(404)
  expect((await as('official').get(`/applications/${draft}/answers`)).status).toBe(403)
})

test('what was sent is read by the office and its own people, by nobody else', async () => {
  for (const who of ['head', 'otherHead', 'methodist', 'official'] as const)
    expect((await as(who).get(`/applications/${sent}`)).status).toBe(200)
  for (const who of ['elsewhere', 'stranger', 'deputy'] as const)
    expect((await as(who).get(`/applications/${sent}`)).status).toBe(404)
  expect((await as('otherHead').post(`/applications/${sent}/withdrawals`, { reason: 'Назло' })).status).toBe(404)
  expect((await as('head').get(`/applications/${sent}/theme`)).headers.get('location')).toMatch(/applications\/[0-9a-f-]+$/)
})

test('the votes, the protocol and every organisation stand on its page', async () => {
  const { text } = await as('methodist').get(`/applications/${sent}`)
  for (const words of ['Как голосовали', 'за (', '№ 3 от 20 сентября 2021 г.', 'Ведущая организация', 'протокол.pdf'])
    expect(text).toContain(words)
})

test('a kept round, the comparison with the draft, and the paper', async () => {
  const head = as('head')
  expect((await head.get(`/applications/${returned}/rounds/1`)).text).toContain('Хранится таким, каким было отправлено')
  expect((await head.get(`/applications/${returned}/rounds/2`)).status).toBe(404)
  await head.post(`/applications/${returned}/theme`, {
    theme: 'Новая тема',
    wantedFrom: '10.01.2022',
    wantedTo: '31.12.2024',
    _version: '1',
  })
  const { text } = await head.get(`/applications/${returned}/comparison`)
  for (const words of ['Сейчас в черновике', 'Читаем на каждом уроке', 'Новая тема']) expect(text).toContain(words)
  expect((await head.get(`/applications/${draft}/comparison`)).status).toBe(404)
  const paper = await head.get(`/applications/${returned}/document/docx`)
  expect(paper.headers.get('content-type')).toContain('wordprocessingml')
})

test('an applicant lists the own applications, the office all, with conditions and as a file', async () => {
  expect((await as('elsewhere').get('/applications')).text).toContain('Заявок пока нет')
  expect((await as('otherHead').get('/applications')).text).toContain('1 заявка')
  const { text } = await as('official').get('/applications?state=returned')
  expect(text).toContain('1 заявка')
  expect(text).not.toContain('Тихая школа')
  expect((await as('official').get('/applications?q=Новая')).text).toContain('1 заявка')
  const file = await as('official').get('/applications.csv')
  expect(file.text.split('\r\n')[0]).toContain('Номер;Тема;Ведущая организация')
  const own = await as('otherHead').get('/applications.csv')
  expect(own.text.trimEnd().split('\r\n')).toHaveLength(2)
})

test('where no applications are taken the page leads to the orders', async () => {
  const elsewhere = await anApplyingTerritory(base.db, luga)
  const head = client.as(elsewhere.people.head)
  expect((await head.get('/applications')).text).toContain('Здесь статус дают без заявки')
  expect((await head.get('/applications/new')).text).toContain('Площадки определяет тот, кто присваивает статус')
})

test('a regulation without a form or a programme has no such questions', async () => {
  const municipal = await anApplyingTerritory(base.db, chebula)
  const id = await anApplication(municipal, { state: 'draft', theme: 'Проекты' })
  const head = client.as(municipal.people.head)
  const { text } = await head.get(`/applications/${id}`)
  expect(text).not.toContain('Научный руководитель')
  expect(text).not.toContain('>Программа<')
  expect((await head.get(`/applications/${id}/adviser`)).status).toBe(404)
  expect((await head.get(`/applications/${id}/organisations`)).status).toBe(303)
})
