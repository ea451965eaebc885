// Proves C-42i, C-12.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aHeldEvent, aPlannedLine } from '../../../test/factories/certificates.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aSite } from '../../../test/factories/sites.ts'
import { aFixedProgramme, aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { anOrganisation, aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import type { EventId, TraineeshipId } from '../../kernel/types.ts'
import { savePlans } from './commands/save-plans.ts'
import { leaveTraineeship, transferTrainee } from './deeds/run.ts'
import { planRows } from './plan-queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
let id: TraineeshipId
let event: EventId
let item: string
beforeAll(async () => {
  there = await aLearningSite(base.db, lenobl)
  id = await aTraineeship(there)
  const line = await aPlannedLine(there.site, lenobl)
  event = await aHeldEvent({ site: there.site, line, pool: base.adminPool }, { day: '2021-11-16', title: 'Вместе', people: [] })
  item = (await rows()).find(({ kind }) => kind === 'session')!.itemId
})

const rows = () => inScope(base.db, there.site.territory.id, (tx) => planRows(tx, there.site, [id]))
const row = async () => (await rows()).find(({ itemId }) => itemId === item)!
const at = () => `/t/${there.site.territory.code}/traineeships/${id}`
const own = () => client(there.trainee)
const save = async (given: Partial<Parameters<typeof savePlans>[1]>) =>
  savePlans(await there.site.as('head'), {
    ...{ siteId: there.site.siteId, programmeId: there.programmeId, days: {}, events: {} },
    ...given,
  })
const setEvent = (what: string) => base.adminPool.query(`update events set ${what} where id = $1`, [event])

test('a shared session is on the day of its event: it moves with it, and has none when the event is called off', async () => {
  mustWork(await save({ events: { [item]: event } }))
  expect(await row()).toMatchObject({ eventId: event, plannedOn: '2021-11-16' })
  await setEvent(`state = 'open', closed_on = null, starts_at = '2021-11-23T21:30:00Z', ends_at = '2021-11-23T22:30:00Z'`)
  expect((await row()).plannedOn, 'by the clock of the territory').toBe('2021-11-24')
  expect((await own().get(at())).text).toContain('24 ноября 2021')
  expect((await own().get(`/t/${there.site.territory.code}/my`)).text).toContain('дальше 24.11.2021')
  expect((await own().get(`${at()}/release/docx`)).status).toBe(200)
  await setEvent(`state = 'cancelled', cancel_reason = 'Заболел ведущий'`)
  expect((await row()).plannedOn).toBeNull()
  expect((await own().get(at())).text).toContain('мероприятие отменено')
  expect((await own().get(`/t/${there.site.territory.code}/my`)).text).not.toContain('дальше')
  expect((await own().get(`${at()}/release/docx`)).status).toBe(404)
  await setEvent(`state = 'open', cancel_reason = null, starts_at = '2022-06-20T07:00:00Z', ends_at = '2022-06-20T08:30:00Z'`)
  mustWork(await save({ events: { [item]: null }, wasEvents: { [item]: event } }))
  expect(await row(), 'the day of the event lay outside the traineeship').toMatchObject({ eventId: null, plannedOn: null })
})

test('the school lets nobody go on a day off, nor whose traineeship is over', async () => {
  mustWork(await save({ days: { [item]: '2021-10-23' } }))
  const page = async () => (await own().get(at())).text
  expect([(await page()).includes('Освобождение от уроков'), (await page()).includes('release/docx')]).toEqual([true, false])
  mustWork(await save({ days: { [item]: '2021-10-21' } }))
  expect(await page()).toContain('release/docx')
  const { rows: found } = await base.adminPool.query<{ v: number }>('select edit_version as v from traineeships where id = $1', [
    id,
  ])
  const left = { id, version: found[0]!.v, leftOn: '2021-10-01', endReason: 'Болею' }
  mustWork(await leaveTraineeship.run(await there.as(there.trainee), left))
  expect(await page()).not.toContain('Освобождение от уроков')
  expect((await own().get(`${at()}/release/docx`)).status).toBe(404)
  expect(await page(), 'nobody of today led it').toContain('вёл руководитель площадки')
})

test('the paper with the list is offered where it has somebody, and a suspended site offers nothing', async () => {
  const { territory, siteId, people } = there.site
  const list = async () => (await client(people.head).get(`/t/${territory.code}/sites/${siteId}/trainees`)).text
  expect([(await list()).includes('trainees/paper/docx'), (await list()).includes('Предложить стажировку')]).toEqual([
    false,
    true,
  ])
  await aTraineeship(there, { trainee: await there.another() })
  expect(await list()).toContain('trainees/paper/docx')
  await suspend(there.site, siteId)
  expect(await list()).not.toContain('Предложить стажировку')
})

const suspend = ({ territory, network }: LearningSite['site'], siteId: string) =>
  base.adminPool.query(
    `insert into suspensions (territory_id, id, site_id, starts_on, reason, order_id, point_number)
     values ($1, gen_random_uuid(), $2, '2021-09-20', 'Ремонт', $3, '1')`,
    [territory.id, siteId, network.orderId],
  )

test('nobody is handed over to a suspended site, nor shown it as a place to learn', async () => {
  const here = await aLearningSite(base.db, lenobl)
  const { territory, network } = here.site
  const organisationId = await anOrganisation(base.db, territory)
  const siteId = await aSite(base.db, network, { organisationIds: [organisationId], from: '2021-01-28', to: '2023-08-31' })
  const elsewhere = await aPerson(base.db, territory, { post: { organisationId, kind: 'head' } })
  await base.adminPool.query(
    `insert into appointments (territory_id, id, person_id, kind, site_id, starts_on, ends_on)
     values ($1, gen_random_uuid(), $2, 'head', $3, '2021-01-28', '2023-08-31')`,
    [territory.id, elsewhere, siteId],
  )
  const as: typeof here.site.as = (who, on) => (who === 'head' ? ctxOf(base.db, territory, elsewhere, on) : here.site.as(who, on))
  const to = await aFixedProgramme({ ...here.site, siteId, as }, { ...lenobl, application: null }, 'Другая программа')
  const trainee = await aTraineeship(here)
  const page = async () =>
    (await client(here.site.people.methodist).get(`/t/${territory.code}/traineeships/${trainee}/transfer`)).text
  const others = async () => (await client(await here.another()).get(`/t/${territory.code}/my`)).text
  expect([(await page()).includes('Другая программа'), (await others()).includes('Другая программа')]).toEqual([true, true])
  await suspend(here.site, siteId)
  expect([(await page()).includes('Другая программа'), (await others()).includes('Другая программа')]).toEqual([false, false])
  expect(await page()).toContain('Сейчас перевести некуда')
  const moved = { to, startsOn: '2021-10-02', endsOn: '2022-05-31', format: null, licenceHolder: null, why: 'Ближе к дому' }
  const methodist = await here.site.as('methodist')
  expect(await transferTrainee.run(methodist, { id: trainee, version: 3, ...moved })).toMatchObject({
    refusal: { rule: 'site.suspended', field: 'to' },
  })
  await base.adminPool.query('delete from suspensions where site_id = $1', [siteId])
  mustWork(await transferTrainee.run(methodist, { id: trainee, version: 3, ...moved }))
})
