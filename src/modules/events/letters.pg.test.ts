// Proves R-22v: work at a distance is said with its clause, and people are written to by the network and by mail.
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'

const base = ownDatabase()
const here = eventsOfASite(base)
const { as, at, anEvent, aDraft, aTeacher } = here

const letters = async (id: string) =>
  (
    await base.adminPool.query<{ person: string; text: string }>(
      "select person_id as person, params ->> 'text' as text from notices where subject_id = $1 and kind = 'event.written' order by id",
      [id],
    )
  ).rows

test('the site writes to everybody who has to do with the event; each letter of a day comes, history does not keep its words', async () => {
  at('2021-10-01', '12:00')
  const [id, one, other] = [await anEvent(), await aTeacher(), await aTeacher()]
  const head = as(here.site.people.head)
  await head.get(`/events/${id}`)
  const early = await head.press('Отправить', { text: 'Здравствуйте' })
  expect(early.status).toBe(422)
  expect(early.text).toContain('писать пока некому')
  for (const guest of [one, other].map(as)) {
    await guest.get(`/events/${id}`)
    await guest.press('Записаться')
  }
  await head.get(`/events/${id}`)
  expect((await head.press('Отправить', { text: 'Возьмите ноутбук' })).status).toBe(303)
  await head.get(`/events/${id}`)
  await head.press('Отправить', { text: 'Начнём на пять минут позже' })
  const told = await letters(id)
  expect(told.map(({ text }) => text)).toEqual([
    ...['Возьмите ноутбук', 'Возьмите ноутбук'],
    ...['Начнём на пять минут позже', 'Начнём на пять минут позже'],
  ])
  expect(new Set(told.map(({ person }) => person))).toEqual(new Set([one, other]))
  const { rows } = await base.adminPool.query("select facts::text as said from history where kind = 'event.written'")
  expect(JSON.stringify(rows)).not.toContain('ноутбук')
  expect((await as(one).get('/notices')).text).toContain('Начнём на пять минут позже')
  expect((await as(one).get(`/events/${id}`)).text).not.toContain('Написать участникам')
})

test('that it is held at a distance is said with the clause; nobody is written to about a draft', async () => {
  at('2021-10-01', '12:00')
  const id = await aDraft({ day: '2021-10-18' })
  const page = (await as(here.site.people.head).get(`/events/${id}`)).text
  expect(page).toContain('На расстоянии')
  expect(page).toContain('п. 3.1')
  expect(page).not.toContain('Написать участникам')
})
