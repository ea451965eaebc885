// Proves issue 10, B: the calendar of the territory is kept in the browser, read by anyone, and warns.
import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aLife } from '../../../test/factories/status-cases.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { addDays } from './deeds.ts'
import { calendarOn, calendarWithin } from './queries.ts'

const database = ownDatabase()
const { as } = aClient(database)

test('the office keeps it: writes, corrects, takes out and puts back, each in history; others read it, the public too', async () => {
  const life = await aLife(database.db, lenobl)
  const { territory } = life.office
  const within = () =>
    inScope(database.db, territory.id, (tx) => calendarWithin(tx, { territory }, { from: '2000-01-01', to: '2100-01-01' }))
  const methodist = as(life.people.methodist)
  expect((await methodist.get('/calendar')).text).toContain('Внесите каникулы')

  await methodist.get('/calendar/new')
  const days = { kind: 'holidays', title: 'Осенние каникулы', startsOn: '07.11.2021', endsOn: '01.11.2021' }
  const wrong = await methodist.press('Внести', days)
  expect(wrong.status).toBe(422)
  for (const kept of ['не раньше первого', 'Осенние каникулы', '07.11.2021']) expect(wrong.text).toContain(kept)
  const added = await methodist.press('Внести', { ...days, startsOn: '01.11.2021', endsOn: '07.11.2021' })
  expect(added.status).toBe(303)
  await methodist.get('/calendar/new')
  const again = await methodist.press('Внести', {
    ...days,
    title: 'осенние каникулы',
    startsOn: '01.11.2021',
    endsOn: '07.11.2021',
  })
  expect(again.text).toContain('такая строка в календаре уже есть')
  await methodist.press('Внести', { kind: 'exam', title: 'ОГЭ, математика', startsOn: '25.05.2021', endsOn: '' })
  expect(await within()).toEqual([
    { kind: 'exam', title: 'ОГЭ, математика', startsOn: '2021-05-25', endsOn: '2021-05-25' },
    { kind: 'holidays', title: 'Осенние каникулы', startsOn: '2021-11-01', endsOn: '2021-11-07' },
  ])
  const on = (...asked: string[]) =>
    inScope(database.db, territory.id, async (tx) => (await calendarOn(tx, { territory }, asked)).map(({ title }) => title))
  expect(await on()).toEqual([])
  expect(await on('2021-05-24')).toEqual([])
  expect(await on('2021-05-25')).toEqual(['ОГЭ, математика'])
  expect(await on('2021-11-07')).toEqual(['Осенние каникулы'])

  const director = as(life.people.director)
  const list = await director.get('/calendar')
  expect(list.text).toContain('ОГЭ, математика')
  expect(list.text).not.toContain('/calendar/new')
  expect((await director.get('/calendar/new')).status).toBe(403)
  const link = /\/calendar\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? ''
  expect((await director.get(link)).text).not.toContain('Убрать из календаря')

  await methodist.get(`${link}/edit`)
  await methodist.press('Сохранить', { title: 'ОГЭ, алгебра' })
  await methodist.get(link)
  await methodist.press('Убрать из календаря')
  expect((await within()).map(({ title }) => title)).toEqual(['Осенние каникулы'])
  const open = `http://localhost/calendar/${territory.code}`
  expect((await as(null).get(open)).text).toContain('Осенние каникулы')
  expect((await as(null).get(`${open}?show=removed`)).text).not.toContain('ОГЭ, алгебра')
  expect((await methodist.get('/calendar?show=removed')).text).toContain('ОГЭ, алгебра')
  await methodist.get(link)
  await methodist.press('Вернуть в календарь')
  const page = (await methodist.get(link)).text
  for (const told of ['внесены дни', 'исправлены', 'убраны из календаря', 'возвращены в календарь']) expect(page).toContain(told)

  const csv = await methodist.get('/calendar.csv')
  expect(csv.text).toContain('2021')
  expect((await as(null).get(open)).text).toContain('ОГЭ, алгебра')
  expect((await as(null).get('http://localhost/calendar/nowhere')).status).toBe(404)
})

test('written by two at once, the same days stand in it once, and the second is told so', async () => {
  const life = await aLife(database.db, lenobl)
  const ctx = await life.as('methodist')
  const days = { kind: 'holidays' as const, title: 'Весенние каникулы', startsOn: '2022-03-27', endsOn: '2022-04-03' }
  const all = [days, { ...days, title: 'весенние каникулы' }, days]
  const made = await Promise.all(all.map((one) => addDays.run(ctx, { ...one, id: life.office.territory.id })))
  const said = made.map((one) => (one.ok ? 'done' : one.refusal.code === 'rule' ? one.refusal.rule : one.refusal.code))
  expect(said.toSorted()).toEqual(['calendar.isThere', 'calendar.isThere', 'done'])
})
