// Proves C-42i.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import type { TraineeshipId } from '../../kernel/types.ts'
import { savePlans } from './commands/save-plans.ts'
import { markRow } from './deeds/mark.ts'
import { planRows } from './plan-queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
let ids: TraineeshipId[]
const format = 'одна из форм повышения квалификации'
beforeAll(async () => {
  there = await aLearningSite(base.db, chebula)
  ids = [await aTraineeship(there, { format }), await aTraineeship(there, { trainee: await there.another(), format })]
})

const rows = (of = there, one = ids) => inScope(base.db, of.site.territory.id, (tx) => planRows(tx, of.site, one))
const at = () => ({ siteId: there.site.siteId, programmeId: there.programmeId, events: {} })
const rule = (rule: string) => ({ refusal: { rule } })

test('each has days of their own; a day outside the traineeship is refused by name', async () => {
  const head = await there.site.as('head')
  const [first, second] = (await rows()).filter(({ title }) => title === 'Разбор записей уроков')
  const days = { [first!.id]: '2021-10-12', [second!.id]: '2021-11-09' }
  expect(mustWork(await savePlans(head, { ...at(), days }))).toBe(2)
  expect(mustWork(await savePlans(head, { ...at(), days }))).toBe(0)
  expect((await rows()).filter(({ plannedOn }) => plannedOn !== null).map(({ plannedOn }) => plannedOn)).toEqual([
    '2021-10-12',
    '2021-11-09',
  ])
  expect(await savePlans(head, { ...at(), days: { [first!.id]: '2022-06-01' } })).toMatchObject({
    refusal: { rule: 'traineeship.dayOutside', field: `days.${first!.id}` },
  })
  expect(await savePlans(await there.as(there.trainee), { ...at(), days })).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await savePlans(head, { ...at(), days: {}, events: { [first!.itemId]: first!.id as never } })).toMatchObject(
    rule('traineeship.unknownEvent'),
  )
})

test('hours come of what whoever leads has marked as held, on a day that has come', async () => {
  const head = await there.site.as('head')
  const [id] = ids as [TraineeshipId]
  const own = () => rows(there, [id])
  const [first, second] = (await own()).filter(({ plannedOn }) => plannedOn === null)
  const mark = (row: string, what: 'held' | 'notHeld' | 'leftOut' | 'back') => ({ id, row: row as never, mark: what })
  expect(await markRow.run(await there.as(there.trainee), mark(first!.id, 'held'))).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  mustWork(await markRow.run(head, mark(first!.id, 'held')))
  expect((await own()).find(({ id: row }) => row === first!.id)).toMatchObject({ given: true, heldOn: '2021-10-01' })
  expect(await markRow.run(head, mark(first!.id, 'leftOut'))).toMatchObject(rule('traineeship.rowHeld'))
  mustWork(await markRow.run(head, mark(first!.id, 'notHeld')))
  mustWork(await markRow.run(head, mark(second!.id, 'leftOut')))
  expect(await markRow.run(head, mark(second!.id, 'held'))).toMatchObject(rule('traineeship.rowLeftOut'))
  mustWork(await markRow.run(head, mark(second!.id, 'back')))
  const later = (await own()).find(({ plannedOn }) => plannedOn === '2021-10-12')
  expect(await markRow.run(head, mark(later!.id, 'held'))).toMatchObject(rule('traineeship.heldInFuture'))
})

test('one table for many in the browser; where the paper has no plans of their own one day is for all', async () => {
  const head = client(there.site.people.head)
  const { territory, siteId } = there.site
  const page = `/t/${territory.code}/sites/${siteId}/trainees/plans/${there.programmeId}`
  expect((await head.get(page)).text).toContain('Индивидуальные планы')
  const [row] = (await rows()).filter(({ plannedOn }) => plannedOn === null)
  expect((await head.press('Сохранить планы', { [`days.${row!.id}`]: '01.12.2021' })).status).toBe(303)
  expect((await rows()).find(({ id }) => id === row!.id)?.plannedOn).toBe('2021-12-01')
  await head.get(page)
  const wrong = await head.press('Сохранить планы', { [`days.${row!.id}`]: '31.12.2031' })
  expect([wrong.status, wrong.text.includes('31.12.2031')]).toEqual([422, true])
  expect((await client(there.trainee).get(page)).status).toBe(403)

  const own = client(there.trainee)
  expect((await own.get(`/t/${territory.code}/traineeships/${ids[0]}`)).text).toContain('Индивидуальный план')
  expect((await own.get(`/t/${territory.code}/traineeships/${ids[0]}/plan/pdf`)).status).toBe(200)
  expect((await own.get(`/t/${territory.code}/traineeships/${ids[0]}`)).text).toContain('Освобождение от уроков')
  expect((await own.get(`/t/${territory.code}/traineeships/${ids[0]}/release/docx`)).status).toBe(200)
  expect((await own.get(`/t/${territory.code}/my`)).text).toContain('Мои стажировки')
  expect((await head.get(`/t/${territory.code}/sites/${siteId}/trainees/paper/docx`)).status).toBe(200)

  const other = await aLearningSite(base.db, lenobl)
  const two = [await aTraineeship(other), await aTraineeship(other, { trainee: await other.another() })]
  const [item] = await rows(other, two)
  const saved = { siteId: other.site.siteId, programmeId: other.programmeId, events: {}, days: { [item!.itemId]: '2021-12-08' } }
  mustWork(await savePlans(await other.site.as('head'), saved))
  expect((await rows(other, two)).filter(({ plannedOn }) => plannedOn === '2021-12-08')).toHaveLength(2)
})
