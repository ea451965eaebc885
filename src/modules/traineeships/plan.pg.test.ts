// Proves C-42i.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aHeldEvent, aPlannedLine } from '../../../test/factories/certificates.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import type { PersonId, TraineeshipId } from '../../kernel/types.ts'
import { storeDays } from '../calendar/commands/store-days.ts'
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
  expect(mustWork(await savePlans(head, { ...at(), days }))).toEqual({ trainees: 2, odd: [] })
  expect(mustWork(await savePlans(head, { ...at(), days }))).toEqual({ trainees: 0, odd: [] })
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

test('a day of the calendar warns and is kept: when it is saved, in the plan, on the form and beside the papers of the school', async () => {
  const head = await there.site.as('head')
  const session = (await rows(there, [ids[0]!])).find(({ title }) => title === 'Разбор записей уроков')
  const days = { kind: 'exam' as const, title: 'Итоговое сочинение', startsOn: '2021-12-01', endsOn: '2021-12-01' }
  await inScope(base.db, there.site.territory.id, (tx) => storeDays(tx, there.site, [days]))
  expect(mustWork(await savePlans(head, { ...at(), days: { [session!.id]: '2021-12-01' } }))).toEqual({
    trainees: 1,
    odd: ['1 декабря 2021 г. — экзамен: Итоговое сочинение'],
  })
  const page = client(there.site.people.head)
  const shown = (await page.get(`/traineeships/${ids[0]}`)).text
  expect(shown).toContain('01.12.2021: экзамен: Итоговое сочинение')
  const form = (await page.get(`/sites/${there.site.siteId}/trainees/plans/${there.programmeId}`)).text
  expect(form).toContain('Учтите календарь территории: экзамен: Итоговое сочинение, 01.12.2021')
  expect((await page.get(`/traineeships/${ids[0]}/release/docx`)).status).toBe(200)
  mustWork(await savePlans(head, { ...at(), days: { [session!.id]: '2021-10-12' } }))
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

test('a save writes only what was changed on the form: the days, events and hours of others stay', async () => {
  const site = await aLearningSite(base.db, chebula)
  const two = [await aTraineeship(site, { format }), await aTraineeship(site, { trainee: await site.another(), format })] as [
    TraineeshipId,
    TraineeshipId,
  ]
  const now = () => rows(site, two)
  const head = client(site.site.people.head)
  const ctx = await site.site.as('head')
  const { territory, siteId } = site.site
  const line = await aPlannedLine(site.site, chebula)
  const held = (people: PersonId[]) =>
    aHeldEvent({ site: site.site, line, pool: base.adminPool }, { day: '2021-11-16', title: 'Общее занятие', people })
  const event = await held([])
  const [item, other] = [...new Set((await now()).map(({ itemId }) => itemId))] as [string, string]
  const rowIn = async (of: TraineeshipId, session = item) =>
    (await now()).find(({ traineeshipId, itemId }) => traineeshipId === of && itemId === session)!
  const where = { siteId, programmeId: site.programmeId }
  mustWork(await savePlans(ctx, { ...where, days: {}, events: { [item]: event } }))
  await base.adminPool.query(`update traineeship_rows set event_id = null, planned_on = null where id = $1`, [
    (await rowIn(two[1])).id,
  ])
  const page = `/t/${territory.code}/sites/${siteId}/trainees/plans/${site.programmeId}`
  expect((await head.get(page)).text).toContain('Разные, оставить как есть')
  expect((await head.press('Сохранить планы', {})).status).toBe(303)
  expect(await rowIn(two[0])).toMatchObject({ eventId: event, plannedOn: '2021-11-16' })
  await head.get(page)
  const free = await rowIn(two[1], other)
  expect((await head.press('Сохранить планы', { [`days.${free.id}`]: '01.12.2021' })).status).toBe(303)
  expect((await rowIn(two[1], other)).plannedOn).toBe('2021-12-01')
  expect(await rowIn(two[0])).toMatchObject({ eventId: event, plannedOn: '2021-11-16' })
  expect((await rowIn(two[1])).eventId).toBeNull()

  const came = await rowIn(two[0], other)
  await base.adminPool.query('update traineeship_rows set event_id = $2 where id = $1', [came.id, await held([site.trainee])])
  mustWork(await savePlans(ctx, { ...where, days: { [came.id]: '2021-12-02' }, events: { [other]: event } }))
  expect(await rowIn(two[0], other)).toMatchObject({ given: true, plannedOn: '2021-11-16' })
  expect(await rowIn(two[1], other)).toMatchObject({ eventId: event, plannedOn: '2021-11-16' })

  await base.adminPool.query(
    `update events set state = 'cancelled', closed_on = null, cancel_reason = 'Заболел ведущий' where id = $1`,
    [event],
  )
  expect((await head.get(page)).text).toContain('Общее занятие')
  mustWork(await savePlans(ctx, { ...where, days: {}, events: { [item]: null }, wasEvents: { [item]: event } }))
  expect((await rowIn(two[0])).eventId).toBeNull()
})

test('rows that differ keep their own while the field says so, and lose it in one save when it is emptied', async () => {
  const site = await aLearningSite(base.db, lenobl)
  const two = [await aTraineeship(site), await aTraineeship(site, { trainee: await site.another() })] as const
  const line = await aPlannedLine(site.site, lenobl)
  const event = await aHeldEvent(
    { site: site.site, line, pool: base.adminPool },
    { day: '2021-11-16', title: 'Вместе', people: [] },
  )
  const items = [...new Set((await rows(site, [...two])).map(({ itemId }) => itemId))].slice(0, 2) as [string, string]
  const set = (of: TraineeshipId, item: string, what: string) =>
    base.adminPool.query(`update traineeship_rows set ${what} where traineeship_id = $1 and item_id = $2`, [of, item])
  await set(two[0], items[0], "planned_on = '2021-12-01'")
  await set(two[1], items[0], "planned_on = '2021-12-02'")
  await set(two[0], items[1], `planned_on = '2021-11-16', event_id = '${event}'`)
  const now = async () =>
    (await rows(site, [...two]))
      .filter(({ itemId }) => items.includes(itemId))
      .map(({ plannedOn, eventId }) => (eventId === null ? plannedOn : 'событие'))
  const head = client(site.site.people.head)
  const page = `/t/${site.site.territory.code}/sites/${site.site.siteId}/trainees/plans/${site.programmeId}`
  const shown = await head.get(page)
  expect([shown.text.includes('value="разные"'), shown.text.includes('Разные, оставить как есть')]).toEqual([true, true])
  expect((await head.press('Сохранить планы', {})).status).toBe(303)
  expect(await now()).toEqual(['2021-12-01', '2021-12-02', 'событие', null])
  await head.get(page)
  expect((await head.press('Сохранить планы', { [`days.${items[0]}`]: '', [`events.${items[1]}`]: '' })).status).toBe(303)
  expect(await now()).toEqual([null, null, '2021-11-16', null])
})
