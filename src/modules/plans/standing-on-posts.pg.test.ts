// A post ends: what stands on it is shown, and ends or is handed over in the same step.
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { anApprovedPlan, aPlanningSite, aRow, type PlanningSite } from '../../../test/factories/plans.ts'
import { aPerson, historyOf, inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import type { PersonId } from '../../kernel/types.ts'

const base = ownDatabase()
const { as } = aClient(base)
let site: PlanningSite
let plan: string

beforeAll(async () => {
  site = await aPlanningSite(base.db, luga)
  const mine = { personIds: [site.people.mentor] }
  const lines = [
    aRow(site, luga, { activity: 'Урок до ухода', startsOn: '2021-10-12', endsOn: '2021-10-12', ...mine }),
    aRow(site, luga, { activity: 'Урок после ухода', startsOn: '2022-02-01', endsOn: '2022-02-01', ...mine }),
  ]
  plan = await anApprovedPlan(site, luga, lines)
})

const postOf = async (personId: PersonId) =>
  (await inScope(base.db, site.territory.id, (tx) =>
    tx.selectFrom('posts').select(['id', 'endsOn']).where('personId', '=', personId).executeTakeFirst(),
  ))!
const appointments = (personId: PersonId) =>
  inScope(base.db, site.territory.id, (tx) =>
    tx
      .selectFrom('appointments')
      .select(['kind', 'startsOn', 'endsOn'])
      .where('personId', '=', personId)
      .orderBy('startsOn')
      .execute(),
  )
const answersFor = (activity: string) =>
  inScope(base.db, site.territory.id, (tx) =>
    tx
      .selectFrom('planLines as l')
      .innerJoin('planLinePeople as p', 'p.lineId', 'l.id')
      .select('p.personId')
      .where('l.activity', '=', activity)
      .execute(),
  )

test('a teacher who leaves is shown as the mentor and with the lines after that day; without an answer nothing is saved', async () => {
  const official = as(site.people.official)
  const post = await postOf(site.people.mentor)
  const address = `/people/${site.people.mentor}/posts/${post.id}/end`
  expect((await official.get(address)).text).toMatch(/Наставник[\s\S]*по 31\.08\.2023/)
  const asked = await official.press('Записать последний день', { endsOn: '31.12.2021' })
  expect(asked.status).toBe(422)
  const text = asked.text.replaceAll('\u00a0', ' ')
  expect(text).toContain('отвечает за 1 мероприятие')
  expect(text).toContain('Урок после ухода (01.02.2022)')
  expect(text).not.toContain('Урок до ухода (')
  expect((await postOf(site.people.mentor)).endsOn).toBeNull()
  expect(await appointments(site.people.mentor)).toEqual([{ kind: 'mentor', startsOn: '2021-01-28', endsOn: '2023-08-31' }])
})

test('each is ended or handed over to a named person from the next day on', async () => {
  const official = as(site.people.official)
  const post = await postOf(site.people.mentor)
  await official.get(`/people/${site.people.mentor}/posts/${post.id}/end`)
  const asked = await official.press('Записать последний день', { endsOn: '31.12.2021' })
  const names = [...asked.text.matchAll(/name="(stands\.[^"]+)"/g)].map((found) => found[1]!)
  expect(names.map((name) => name.split('-')[0]).sort()).toEqual(['stands.appointment', 'stands.plan'])
  const heirs = Object.fromEntries(names.map((name) => [name, site.people.teacher]))
  expect((await official.press('Записать последний день', { endsOn: '31.12.2021', ...heirs })).status).toBe(303)
  expect(await appointments(site.people.mentor)).toEqual([{ kind: 'mentor', startsOn: '2021-01-28', endsOn: '2021-12-31' }])
  expect(await appointments(site.people.teacher)).toEqual([{ kind: 'mentor', startsOn: '2022-01-01', endsOn: '2023-08-31' }])
  expect(await answersFor('Урок до ухода')).toEqual([{ personId: site.people.mentor }])
  expect(await answersFor('Урок после ухода')).toEqual([{ personId: site.people.teacher }])
  expect(await historyOf(base, plan)).toContain('activity.handedOver')
  expect(await historyOf(base, site.people.mentor)).toEqual(['post.left', 'appointment.ended'])
})

test('the heir is asked the same as anybody: one who leaves as well takes nothing over', async () => {
  const official = as(site.people.official)
  const post = await postOf(site.people.teacher)
  await official.get(`/people/${site.people.teacher}/posts/${post.id}/end`)
  const asked = await official.press('Записать последний день', { endsOn: '31.01.2022' })
  const names = [...asked.text.matchAll(/name="(stands\.[^"]+)"/g)].map((found) => found[1]!)
  const toMentor = Object.fromEntries(names.map((name) => [name, site.people.mentor]))
  const refused = await official.press('Записать последний день', { endsOn: '31.01.2022', ...toMentor })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Поставьте день, когда человек уже работает')
  const toEnd = Object.fromEntries(names.map((name) => [name, 'end']))
  expect((await official.press('Записать последний день', { endsOn: '31.01.2022', ...toEnd })).status).toBe(303)
  expect(await appointments(site.people.teacher)).toEqual([{ kind: 'mentor', startsOn: '2022-01-01', endsOn: '2022-01-31' }])
  expect(await answersFor('Урок после ухода')).toEqual([])
})

test('a role of the office ends with the last post, by the word of who may take roles', async () => {
  const administrator = await aPerson(base.db, site.territory, { roles: ['administrator'] })
  const clerk = await aPerson(base.db, site.territory, {
    roles: ['methodist'],
    post: { organisationId: site.organisationId, kind: 'methodist' },
  })
  const post = await postOf(clerk)
  const browser = as(administrator)
  const page = await browser.get(`/people/${clerk}/posts/${post.id}/end`)
  const [name] = [...page.text.matchAll(/name="(stands\.[^"]+)"/g)].map((found) => found[1]!)
  expect(name).toMatch(/^stands\.role-/)
  expect((await browser.press('Записать последний день', { endsOn: '30.09.2021', [name!]: 'end' })).status).toBe(303)
  const grants = await inScope(base.db, site.territory.id, (tx) =>
    tx.selectFrom('roleGrants').select('endsOn').where('personId', '=', clerk).execute(),
  )
  expect(grants).toEqual([{ endsOn: '2021-09-30' }])
})
