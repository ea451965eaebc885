import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aNetwork, aSite, type Network } from '../../../test/factories/sites.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf, historyOf, inScope } from '../../../test/factory.ts'
import { read } from '../../db/transact.ts'
import type { OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import { changeOrganisation } from '../organisations/commands/change-organisation.ts'
import { organisationById } from '../organisations/queries.ts'
import { changePerson } from '../people/commands/change-person.ts'
import { namesOf } from '../people/name-queries.ts'
import { peopleForOrders } from '../people/order-part.ts'
import { personById } from '../people/queries.ts'
import { applyAppointment } from '../sites/commands/apply-appointment.ts'
import { refreshRegisterEntries } from '../sites/commands/refresh-register.ts'

const base = ownDatabase()
const { as } = aClient(base, { systemNow: () => new Date('2023-02-01T09:00:00Z') })
let network: Network
let site: SiteId
let school: OrganisationId
let head: PersonId

/** № 33 of 2021 names «Снигур»; from 1 September 2022 she is «Лаптева», and the school has another name from 1 January 2023. */
beforeAll(async () => {
  const { db } = base
  network = await aNetwork(db, await aTerritory(db, '2023-02-01', { code: 'lug', shortName: 'Лужский район' }))
  const { territory, ctx, orderId } = network
  school = await anOrganisation(db, territory, { shortName: 'МОУ «Лесная школа»', fullName: 'Учреждение «Лесная школа»' })
  site = await aSite(db, network, { organisationIds: [school], from: '2021-01-28', to: '2023-08-31' })
  head = await aPerson(db, territory, {
    familyName: 'Снигур',
    givenName: 'Нина',
    post: { organisationId: school, kind: 'teacher' },
  })
  await inScope(db, territory.id, async (tx) => {
    const period = { from: '2021-01-28', to: '2023-08-31', orderId, pointNumber: '3' }
    await applyAppointment(tx, ctx, { personId: head, as: 'head', siteId: site, ground: null, ...period })
    await refreshRegisterEntries(tx, ctx, [site])
  })
  const [person, organisation] = await read(db, ctx.scope, async (tx) => [
    await personById(tx, ctx, head),
    await organisationById(tx, ctx, school),
  ])
  const { id: _, version, ...details } = person!
  const married = await changePerson(ctx, {
    id: head,
    version,
    details: { ...details, gender: 'female', familyName: 'Лаптева' },
    naming: { naming: 'change', nameSince: '2022-09-01' },
  })
  const { id: __, version: ___, isAuthority: ____, isOperator: _____, ...written } = organisation!
  const renamed = await changeOrganisation(ctx, {
    id: school,
    version: organisation!.version,
    details: { ...written, shortName: 'МОУ «Школа у озера»', fullName: 'Учреждение «Школа у озера»' },
    naming: { naming: 'change', nameSince: '2023-01-01' },
  })
  expect([married.ok, renamed.ok]).toEqual([true, true])
})

const official = () => as(network.ctx.actor.personId)
const told = (text: string) => ['Снигур', 'Лаптева', 'Лесная школа', 'Школа у озера'].filter((name) => text.includes(name))
const before = ['Снигур', 'Лесная школа']
const after = ['Лаптева', 'Школа у озера']

test('the register of a day names whom the order named, in pages and in files, for everybody', async () => {
  for (const [day, names] of [
    ['31.08.2022', before],
    ['01.09.2022', ['Лаптева', 'Лесная школа']],
    ['01.01.2023', after],
  ] as const)
    for (const address of [`/register.csv?date=${day}`, `/register.json?date=${day}`])
      expect(told((await as(null).get(address)).text), `${address}`).toEqual(names)
})

test('the register of the territory, people and organisations of a day do the same', async () => {
  for (const [day, names] of [
    ['01.09.2021', before],
    ['01.02.2023', after],
  ] as const) {
    for (const address of [`/sites?date=${day}`, `/sites.csv?date=${day}`])
      expect(told((await official().get(address)).text), address).toEqual(names)
    expect(told((await official().get(`/people.csv?date=${day}&q=Нина`)).text)).toEqual(names)
    expect(told((await official().get(`/organisations.csv?date=${day}&q=школа`)).text)).toEqual([names[1]])
  }
})

test('both names are found: in the register, among people and organisations, in the search of everything', async () => {
  for (const q of ['Лесная', 'у озера'])
    for (const address of ['http://demo.example/?q=', '/sites?q=', '/organisations?q=', '/search?q='])
      expect((await official().get(address + q)).text, address + q).toContain('Школа у озера')
  for (const q of ['Снигур', 'Лаптева'])
    for (const address of ['/people', '/search'])
      expect((await official().get(`${address}?q=${q}`)).text, `${address} ${q}`).toContain('Лаптева')
})

test('an order of an earlier day is checked and written with the names of that day', async () => {
  const { ctx } = network
  const names = await read(base.db, ctx.scope, async (tx) => [
    (await peopleForOrders(tx, ctx, [head], '2022-08-31'))[0]!.name,
    (await peopleForOrders(tx, ctx, [head], '2022-09-01'))[0]!.name,
    (await namesOf(tx, ctx, [head], '2021-09-01')).get(head)!.familyName,
    (await namesOf(tx, ctx, [head])).get(head)!.familyName,
  ])
  expect(names.map((name) => name.slice(0, 6))).toEqual(['Снигур', 'Лаптев', 'Снигур', 'Лаптев'])
})

test('the page of a person and of an organisation says what they were called before; history tells the change', async () => {
  expect((await official().get(`/people/${head}`)).text).toMatch(/Прежнее имя[\s\S]*До 31\.08\.2022[\s\S]*Снигур/)
  expect((await official().get(`/organisations/${school}`)).text).toMatch(/До 31\.12\.2022[\s\S]*Лесная школа/)
  expect(await historyOf(base, head)).toContain('person.renamed')
  expect(await historyOf(base, school)).toEqual(['organisation.renamed'])
})

test('the form asks which of both it is, and keeps what was typed', async () => {
  const stranger = await aPerson(base.db, network.territory, { familyName: 'Ветрова' })
  const browser = official()
  await browser.get(`/people/${stranger}/edit`)
  const asked = await browser.press('Сохранить', { familyName: 'Белова', gender: 'female' })
  expect(asked.status).toBe(422)
  expect(asked.text).toContain('исправление ошибки или новое')
  expect(asked.text).toContain('value="Белова"')
  expect((await browser.press('Сохранить', { naming: 'correction' })).status).toBe(303)
  expect(await historyOf(base, stranger)).toEqual(['person.changed'])
  const { ctx } = { ctx: await ctxOf(base.db, network.territory, stranger) }
  const [name] = await read(base.db, ctx.scope, async (tx) => [(await namesOf(tx, ctx, [stranger], '2021-01-01')).get(stranger)])
  expect(name?.familyName, 'a slip of the pen was never a name').toBe('Белова')
})

test('a change whose day was written wrong is told by the right day, everywhere at once', async () => {
  const { ctx } = network
  const [person, organisation] = await read(base.db, ctx.scope, async (tx) => [
    await personById(tx, ctx, head),
    await organisationById(tx, ctx, school),
  ])
  const { id: _, version, ...details } = person!
  const naming = { naming: 'day', nameSince: '2022-10-01' } as const
  expect((await changePerson(ctx, { id: head, version, details, naming })).ok).toBe(true)
  const { id: __, version: ofSchool, isAuthority: ___, isOperator: ____, ...written } = organisation!
  const moved = await changeOrganisation(ctx, {
    id: school,
    version: ofSchool,
    details: written,
    naming: { naming: 'day', nameSince: '2023-02-01' },
  })
  expect(moved.ok).toBe(true)
  const heads = await base.adminPool.query<{ heads: { from: string; name: string }[] }>(
    'select heads from register_entries where heads::text like $1',
    ['%Лаптева%'],
  )
  expect(heads.rows[0]?.heads.find(({ name }) => name.includes('Лаптева'))?.from).toBe('2022-10-01')
  const former = await base.adminPool.query(
    'select ends_on::text from former_names_of_organisations where organisation_id = $1',
    [school],
  )
  expect(former.rows).toEqual([{ ends_on: '2023-01-31' }])
})
