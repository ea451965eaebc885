// Proves that weak schools are never public, wherever the public looks.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../test/client.ts'
import { ownDatabase } from '../../test/database.ts'
import { aGrant, anOffice, aPoint, aSchool, aSigned, done, theRegulationOrder } from '../../test/factories/orders.ts'
import { inScope } from '../../test/factory.ts'
import { read } from '../db/transact.ts'
import { newId } from '../kernel/ids.ts'
import type { OrderId, OrganisationId, PersonId, SiteId } from '../kernel/types.ts'
import { routes } from '../kit/install.ts'
import { publishOrder } from '../modules/orders/commands/move-order.ts'
import { paths } from '../web/paths.ts'

const database = ownDatabase()
const stranger = aClient(database).as(null)
const weak = 'Школа Секретная'
/** Its name, and the words of the trait. */
const secret = /Секретн|lowResults|низки(?:е|ми|х) образовательн|нуждается в поддержке/i
let known: Record<string, string> = {}
let people: { office: PersonId; ofSite: PersonId; ofThird: PersonId; weakSchool: OrganisationId }

beforeAll(async () => {
  const office = await anOffice(database.db)
  await theRegulationOrder(office)
  const [host, school, third] = [
    await aSchool(office, 'Школа Открытая'),
    await aSchool(office, weak),
    await aSchool(office, 'Школа Чужая'),
  ]
  const grant = aGrant(host.id)
  const attached = { siteId: grant.siteId, organisationIds: [school.id], from: '2021-01-28', to: '2023-08-31' }
  const order = await aSigned(office, [aPoint([grant]), aPoint([{ kind: 'attachOrganisations', ...attached }])], {
    appendices: [{ title: 'Список сетевого партнёрства', content: 'attachments' }],
  })
  done(await publishOrder(office.official, { orderId: order }))
  await inScope(database.db, office.territory.id, (tx) =>
    tx
      .insertInto('supportNeeds')
      .values({
        territoryId: office.territory.id,
        id: newId(),
        organisationId: school.id,
        kind: 'lowResults',
        startsOn: '2020-01-01',
      })
      .execute(),
  )
  people = { office: office.officialId, ofSite: host.headId, ofThird: third.headId, weakSchool: school.id }
  const territory = office.territory.code
  known = { territory, order, site: grant.siteId!, format: 'docx', date: '2021-01-28', number: '2', call: newId(), file: newId() }
})

describe('nobody outside learns which school is weak', () => {
  test('from any table: none that a stranger may read holds its name or its trait', async () => {
    const { rows: tables } = await database.adminPool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
    )
    const holding: string[] = []
    let seen = 0
    for (const { name } of tables) {
      const found = await read(database.db, {}, (tx) =>
        sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(tx),
      ).catch(() => ({ rows: [] }))
      seen += found.rows.length
      if (found.rows.some(({ row }) => secret.test(row))) holding.push(name)
    }
    expect(seen, 'the register and the published orders are there to be read').toBeGreaterThan(2)
    expect(holding).toEqual([])
  })

  test('from any address that needs no account: page, file or data', async () => {
    const open = routes().filter(({ access }) => access.kind === 'public')
    const answered: string[] = []
    for (const { path } of open) {
      const address = path.pattern.replace(/:(\w+)/g, (_, name: string) => known[name] ?? newId())
      const { status, text } = await stranger.get(`http://localhost${address}`)
      expect(text, address).not.toMatch(secret)
      if (status === 200) answered.push(path.pattern)
    }
    // The places where it could be told, by name; a new public address is walked by itself. The paper is read in orders/document.pg.test.ts.
    const places = [paths.register, paths.publicSite, paths.publicOrders, paths.publicOrder, paths.registerJson, paths.openData]
    expect(answered).toEqual(expect.arrayContaining(places.map(({ pattern }) => pattern)))
  })

  test('inside, the order is kept with the list that everybody else does not see', async () => {
    const { rows } = await database.adminPool.query('select 1 from orders where snapshot::text like $1', [`%${weak}%`])
    expect(rows).toHaveLength(1)
  })

  test('inside, a head of another school learns it in no place: page of the site, list, its table, register, order, search, page of the school', async () => {
    const own = aClient(database).as(people.ofThird)
    const at = { territory: known.territory!, site: known.site! as SiteId, order: known.order! as OrderId }
    const places = [
      paths.site(at),
      paths.sites(at),
      `${paths.sites(at)}.csv`,
      paths.register({}),
      paths.order(at),
      paths.search(at, { q: 'закрепить' }),
    ]
    for (const place of places) {
      const { text } = await own.get(place)
      expect(text, place).not.toMatch(secret)
    }
    expect((await own.get(paths.site(at))).text.replaceAll('\u00a0', ' ')).toContain('Закреплено: меньше пяти')
    const school = (await own.get(paths.organisation({ ...at, organisation: people.weakSchool }))).text
    expect(school).toContain(weak)
    expect(school).not.toContain('Школа Открытая')
    expect((await aClient(database).as(people.office).get(paths.site(at))).text).toContain(weak)
  })
})
