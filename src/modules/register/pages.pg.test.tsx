import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aNetwork, aSite, manyLikeIt, type Network } from '../../../test/factories/sites.ts'
import { anOrganisation, aPerson, aTerritory, inScope } from '../../../test/factory.ts'
import { newId } from '../../kernel/ids.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'
import { applyAppointment } from '../sites/commands/apply-appointment.ts'
import { applyAttachments } from '../sites/commands/apply-attachments.ts'
import { refreshRegisterEntries } from '../sites/commands/refresh-register.ts'
import { stateFilters } from '../sites/rules.ts'

const weak = 'МОУ «Дальняя СОШ»'
const base = ownDatabase()
const { as } = aClient(base, { systemNow: () => new Date('2022-04-16T09:00:00Z') })
let network: Network
let site: SiteId
let teacher: PersonId
let head: PersonId

beforeAll(async () => {
  const { db } = base
  network = await aNetwork(db, await aTerritory(db, '2022-04-16', { code: 'lug', shortName: 'Лужский район' }))
  const { territory, ctx, orderId } = network
  const school = await anOrganisation(db, territory, { shortName: '=Школа «Три, или 3»', fullName: 'Школа № 3' })
  site = await aSite(db, network, { organisationIds: [school] })
  const attached = await anOrganisation(db, territory, { shortName: weak, fullName: weak })
  head = await aPerson(db, territory, { familyName: 'Снигур' })
  teacher = await aPerson(db, territory, { familyName: 'Ветрова', post: { organisationId: school, kind: 'teacher' } })
  await inScope(db, territory.id, async (tx) => {
    const period = { from: '2021-01-28', to: '2023-08-31', orderId, pointNumber: '3' }
    await applyAttachments(tx, ctx, [{ siteId: site, organisationIds: [attached], ...period }])
    await applyAppointment(tx, ctx, { personId: head, as: 'head', siteId: site, ground: null, ...period })
    const need = {
      territoryId: territory.id,
      id: newId(),
      organisationId: attached,
      kind: 'lowResults' as const,
      startsOn: '2020-01-01',
    }
    await tx.insertInto('supportNeeds').values(need).execute()
    await refreshRegisterEntries(tx, ctx, [site])
  })
})

const open = (address: string, who: PersonId | null = null) => as(who).get(address)

describe('for everybody', () => {
  const addresses = () => [
    paths.register({}),
    paths.register({}, { date: '01.09.2021', state: 'all', sort: 'order' }),
    '/register.csv',
    paths.registerJson({}),
    paths.publicSite({ territory: 'lug', site }),
    paths.openData({}),
  ]
  test('every page and file opens without an account and names no attached school', async () => {
    for (const address of addresses()) {
      const { status, text } = await open(address)
      expect(status, address).toBe(200)
      expect(text).not.toMatch(/Дальняя|lowResults|низк|слаб(?!овидящ)/i)
    }
  })
  test('the description of the data says every value of a state that may be asked, and which is usual', async () => {
    const { text } = await open(paths.openData({}))
    for (const state of stateFilters) expect(text).toMatch(new RegExp(`[ (]${state} —`))
    expect(text).toContain('Без него — current')
  })
  test('the page of a site tells its status, its head by the order and how many partners it has', async () => {
    const { text } = await open(paths.publicSite({ territory: 'lug', site }))
    for (const words of ['Действует', 'по 31 августа 2023 г.', 'Снигур А. И.', 'меньше пяти', 'Приказ № '])
      expect(text).toContain(words)
    expect(text, 'an order that is not published is no link').not.toContain('href="/orders/')
  })
  test('a day that does not exist is said at the field, and the typed text stays', async () => {
    const { status, text } = await open(paths.register({}, { date: '31.02.2022' }))
    expect(status).toBe(200)
    expect(text).toContain('такой даты нет')
    expect(text).toContain('value="31.02.2022"')
  })
  test('the table file is safe in a spreadsheet, the list has its fields', async () => {
    const csv = await open('/register.csv')
    expect(csv.text).toContain(`"'=Школа «Три, или 3»";Школа № 3;школа;`)
    const { sites, count } = JSON.parse((await open(paths.registerJson({}, { q: 'наставничества' }))).text)
    expect(count).toBe(1)
    expect(sites[0]).toMatchObject({ id: site, state: 'active', stateOn: '2022-04-16', order: { point: '1', page: null } })
    expect(JSON.parse((await open(paths.registerJson({}, { territory: 'other' }))).text)).toEqual({ sites: [], count: 0 })
  })
  test('nonsense in an address breaks nothing', async () => {
    for (const query of [
      '?page=-1',
      '?page=9999',
      '?kind=x&kind=school',
      '?sort=;drop',
      '?state=',
      '?q=%00',
      '?q=(((',
      '?q=a&q=b',
    ])
      expect((await open(`/${query}`)).status, query).toBe(200)
    expect((await open(paths.publicSite({ territory: 'lug', site: newId() }))).status).toBe(404)
    expect((await open(paths.publicSite({ territory: 'other', site }))).status).toBe(404)
  })
})

describe('for members', () => {
  test('the register and the page of a site lead to the point of the order', async () => {
    const at = { territory: 'lug', site }
    const order = paths.order({ territory: 'lug', order: network.orderId })
    for (const address of [paths.sites(at), paths.site(at), paths.sitePeople(at)]) {
      const { status, text } = await open(address, teacher)
      expect(status, address).toBe(200)
      expect(text).toContain(`href="${order}"`)
    }
    const { text } = await open(paths.site(at), teacher)
    expect(text, 'which schools are attached is told to those who work with them').not.toContain(weak)
    expect((await open(paths.site(at), head)).text).toContain(weak)
    expect(text).not.toMatch(/низк/i)
    expect((await open(paths.siteHistory(at), teacher)).status).toBe(403)
    expect((await open(paths.siteHistory(at), head)).status).toBe(200)
    expect((await open(`${paths.sites(at)}.csv`, teacher)).text).toContain("'=Школа")
  })
  test('a form that is refused comes back with its text, and a good one appoints', async () => {
    const at = { territory: 'lug', site }
    const form = { kind: 'mentor', personId: teacher, startsOn: '01.09.2022', endsOn: '31.12.2027', ground: 'Опытный учитель' }
    const refused = await as(head).post(paths.siteAppointments(at), form)
    expect(refused.status).toBe(422)
    const text = refused.text
    expect(text).toContain('Поставьте дату не позже 31.08.2023')
    for (const typed of ['value="31.12.2027"', 'value="Опытный учитель"']) expect(text).toContain(typed)
    const done = await as(head).post(paths.siteAppointments(at), { ...form, endsOn: '' })
    expect([done.status, done.to]).toEqual([303, paths.sitePeople(at)])
    expect((await open(paths.sitePeople(at), head)).text).toContain('Опытный учитель')
    expect((await as(teacher).post(paths.siteAppointments(at), form)).status).toBe(403)
  })
})

test('of more than a hundred territories one is asked for by a part of its name; nothing is cut in silence', async () => {
  await manyLikeIt(base.adminPool, site, 101, true)
  const whole = await open(paths.register({}))
  expect(whole.text).toContain('Название или его часть')
  expect(whole.text).not.toContain('<option value="okrug-7"')
  const named = await open(paths.register({}, { territory: 'округ № 77' }))
  expect(named.text).toContain('округ')
  expect(named.text).toContain('1 площадка')
  const chosen = await open(paths.register({}, { territory: 'okrug-77' }))
  expect(chosen.text).toMatch(/value="Округ № 77"|value="Округ № 77"/)
  expect(chosen.text).toContain('1 площадка')
})
