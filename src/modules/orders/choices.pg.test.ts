import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aDraft, anOffice, aPoint, type Office, theRegulationOrder } from '../../../test/factories/orders.ts'
import { aNetwork, aSite, manyLikeIt } from '../../../test/factories/sites.ts'
import { anOrganisation, aPerson, aTerritory, inScope } from '../../../test/factory.ts'
import { orderChoices } from './queries.ts'
import { readFullOrder } from './store.ts'

const database = ownDatabase()
const { as } = aClient(database)
let office: Office

beforeAll(async () => {
  office = await anOffice(database.db)
  await theRegulationOrder(office)
  await inScope(database.db, office.territory.id, (tx) =>
    sql`insert into people (territory_id, id, family_name, given_name, patronymic, gender, created_at)
      select ${office.territory.id}, gen_random_uuid(), 'Абрамов' || n, 'Иван', 'Ильич', 'male', now() from generate_series(1, 3100) n`.execute(
      tx,
    ),
  )
})

const form = (name: string) => ({
  base: '2',
  intent: 'save',
  title: 'О стажировках',
  acquaintance: 'assignees',
  'points.0.text': 'Провести встречу.',
  'points.0.level': '1',
  'points.0.assigneeNames.0': name,
})

test('of three thousand people none is cut: signatories are there by their role, the last of the alphabet by a name typed', async () => {
  const last = await aPerson(database.db, office.territory, { familyName: 'Яшина', givenName: 'Любовь', patronymic: 'Петровна' })
  const { signatories, people } = await inScope(database.db, office.territory.id, (tx) =>
    orderChoices(tx, office.official, { ids: [], people: [], organisations: [], issuerId: office.issuerId }),
  )
  expect(signatories.map(({ id }) => id)).toContain(office.signatoryId)
  expect(people).toEqual([])

  const id = await aDraft(office, [aPoint()])
  expect((await as(office.officialId).post(`/orders/${id}/edit`, form('Яшина Л.П.'))).status).toBe(303)
  const { points } = await inScope(
    database.db,
    office.territory.id,
    async (tx) => (await readFullOrder(tx, office.official, id))!,
  )
  expect(points[0]!.assigneeIds).toEqual([last])
  const page = await as(office.officialId).get(`/orders/${id}/edit`)
  expect(page.text).toContain('Яшина Любовь Петровна')
  expect(page.text).not.toContain('Нет в списке')
})

test('namesakes are shown with what tells them apart, and the text stays', async () => {
  for (const given of ['Мария', 'Марта'])
    await aPerson(database.db, office.territory, { familyName: 'Юдина', givenName: given, patronymic: 'Олеговна' })
  const id = await aDraft(office, [aPoint()])
  const answer = await as(office.officialId).post(`/orders/${id}/edit`, form('Юдина М. О.'))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('подходят несколько')
  expect(answer.text).toContain('Юдина Марта Олеговна')
  expect(answer.text).toContain('value="Юдина М. О."')
})

test('of more than a hundred sites one is found by a part of its name', async () => {
  const network = await aNetwork(database.db, await aTerritory(database.db, '2022-04-16'))
  const school = await anOrganisation(database.db, network.territory, { shortName: 'Берёзовская СОШ' })
  const site = await aSite(database.db, network, { organisationIds: [school] })
  const browser = as(network.ctx.actor.personId)
  const address = '/orders/new?template=suspendStatus'
  expect((await browser.get(address)).text).toContain(`<option value="${site}"`)
  await manyLikeIt(database.adminPool, site, 101, false)
  const long = await browser.get(address)
  expect(long.text).not.toContain(`<option value="${site}"`)
  const found = await browser.press('Найти: Площадка', { siteIdNamed: 'березовская' })
  expect(found.text).toContain(`<option value="${site}"`)
  const cut = await browser.press('Найти: Площадка', { siteIdNamed: 'школа' })
  expect(cut.text).toContain('Здесь не всё, что нашлось')
})
