import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aLife } from '../../../test/factories/status-cases.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { settings } from './model.ts'
import { settingOf } from './queries.ts'

const database = ownDatabase()
const { as } = aClient(database)

test('the office chooses what the product sets by itself; what is typed wrong is told and kept; a second writer is told of the first', async () => {
  const life = await aLife(database.db, lenobl)
  const { territory } = life.office
  const held = () =>
    inScope(database.db, territory.id, async (tx) => [
      await settingOf(tx, { territory }, settings.checkDays),
      await settingOf(tx, { territory }, settings.statusReminders),
    ])
  const methodist = as(life.people.methodist)
  const page = await methodist.get('/settings')
  expect(page.text.includes('Обычно: 90, 30, 7')).toBe(true)
  const other = as(life.people.methodist)
  await other.get('/settings')

  const wrong = await methodist.press('Сохранить', { statusReminders: '60, скоро' })
  expect(wrong.status).toBe(422)
  for (const kept of ['Напишите числа через запятую', '60, скоро']) expect(wrong.text.includes(kept), kept).toBe(true)

  const saved = await methodist.press('Сохранить', { checkDays: '10', statusReminders: '7; 60 7' })
  expect(saved.status).toBe(303)
  expect(await held()).toEqual([10, [60, 7]])

  const late = await other.press('Сохранить', { checkDays: '3' })
  expect(late.status).toBe(409)
  expect(await held()).toEqual([10, [60, 7]])

  const director = await as(life.people.director).get('/settings')
  expect(director.status).toBe(403)
})
