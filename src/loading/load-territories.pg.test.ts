import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadTerritories as packagesOf, territoryFiles } from '../../territories/all.ts'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { inScope } from '../../test/factory.ts'
import type { Tx } from '../db/pool.ts'
import { instantOf } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/types.ts'
import { previewOrder } from '../modules/orders/preview.ts'
import { readFullOrder } from '../modules/orders/store.ts'
import { loadRegulation } from '../regulation/check.ts'
import { membershipsOf } from '../web/territories.ts'
import { keysOf } from './keys.ts'
import { loadTerritories } from './load-territories.ts'

let database: FreshDatabase
const packages = packagesOf()
const load = () => loadTerritories({ db: database.db, files: territoryFiles, demo: true })
const inside = <T>(code: string, work: (tx: Tx) => Promise<T>) => inScope(database.db, keysOf(code).territory, work)

async function countsOf(code: string) {
  return inside(code, async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from orders where state = 'signed') as signed, (select count(*)::int from orders) as orders,
        (select count(*)::int from sites) as sites, (select count(*)::int from attachments) as attachments,
        (select count(*)::int from appointments) as appointments, (select count(*)::int from assignments) as assignments,
        (select count(*)::int from acquaintances) as acquaintances, (select count(*)::int from history) as history,
        (select count(*)::int from demo_people where territory_id = ${keysOf(code).territory}) as demo_people`.execute(tx)
    return rows[0]!
  })
}

beforeAll(async () => {
  database = await freshDatabase()
  expect(await load()).toEqual([])
})
afterAll(() => database.drop())

describe('the published orders, signed through the same commands a person uses', () => {
  test('Luga: order № 33 opens three sites, attaches seven schools, gives nine tasks', async () => {
    expect(await countsOf('luga')).toMatchObject({ signed: 1, orders: 1, sites: 3, attachments: 7, assignments: 9 })
    const order = await inside('luga', (tx) => tx.selectFrom('orders').selectAll().executeTakeFirstOrThrow())
    expect(order).toMatchObject({ number: 33, numberText: '33', year: 2021, signedOn: '2021-01-28', numberGivenBy: 'office' })
    expect(order.snapshot).toMatchObject({
      signatory: { post: 'Председатель комитета образования', name: 'С.\u00a0В.\u00a0Красий' },
      appendices: [
        { number: 1, content: 'regulation' },
        {
          number: 2,
          rows: [
            [
              ['1'],
              ['МОУ «Средняя общеобразовательная школа № 3»'],
              [
                'МОУ «Оредежская средняя общеобразовательная школа»',
                'МОУ «Осьминская средняя общеобразовательная школа»',
                'МОУ «Торошковская средняя общеобразовательная школа»',
              ],
            ],
            [
              ['2'],
              ['МОУ «Средняя общеобразовательная школа № 4»'],
              ['МОУ «Заклинская средняя общеобразовательная школа»', 'МОУ «Серебрянская средняя общеобразовательная школа»'],
            ],
            [
              ['3'],
              ['МОУ «Средняя общеобразовательная школа № 6 им. Героя Советского Союза В.П. Грицкова»'],
              ['МОУ «Володарская средняя общеобразовательная школа»', 'МОУ «Ям-Тесовская средняя общеобразовательная школа»'],
            ],
          ],
        },
      ],
    })
  })

  test('Luga: heads of the three sites and the seven schools and the controller have to read the order', async () => {
    const people = await inside('luga', (tx) => tx.selectFrom('acquaintances').select('confirmedAt').execute())
    expect(people).toHaveLength(3 + 7 + 1)
    expect(people.every((one) => one.confirmedAt === null)).toBe(true)
  })

  test('Chebula: order № 37-о approves the list of two sites and its own regulation', async () => {
    expect(await countsOf('chebula')).toMatchObject({ signed: 1, sites: 2, attachments: 0, assignments: 2 })
    const order = await inside('chebula', (tx) =>
      tx.selectFrom('orders').select(['numberText', 'snapshot']).executeTakeFirstOrThrow(),
    )
    expect(order.numberText).toBe('37-о')
    expect(order.snapshot).toMatchObject({
      appendices: [
        {
          content: 'sites',
          rows: [[['1'], ['МБОУ «Усть-Чебулинская ООШ»'], expect.anything(), ['2021/22 учебный год']], expect.anything()],
        },
        {},
      ],
    })
  })

  test('Ust-Ishim: order № 91 is published, goes to all heads, and the centre itself is the site', async () => {
    expect(await countsOf('ustishim')).toMatchObject({ signed: 1, sites: 1, assignments: 2 })
    const published = await database.db.selectFrom('publishedOrders').select(['numberText', 'signedOn']).execute()
    expect(published).toEqual([{ numberText: '91', signedOn: '2023-06-02' }])
    const heads = await inside('ustishim', (tx) =>
      tx.selectFrom('acquaintances').select('organisationId').where('organisationId', 'is not', null).execute(),
    )
    expect(heads).toHaveLength(6)
  })

  test.each(['lenobl', 'turochak'])('%s: a draft order waits for its signatory, and the register is empty', async (code) => {
    expect(await countsOf(code)).toMatchObject({ signed: 0, orders: 1, sites: 0 })
    const order = await inside(code, (tx) => tx.selectFrom('orders').select('state').executeTakeFirstOrThrow())
    expect(order.state).toBe('awaitingSignature')
  })

  test.each(['lenobl', 'turochak'])('%s: the points of the draft say everything they change', async (code) => {
    const { facts } = packages.find((one) => one.facts.territory.code === code)!
    const { timeZone, demoToday } = facts.territory
    const keys = keysOf(code)
    const ctx = {
      territory: { ...facts.territory, id: keys.territory },
      today: demoToday,
      now: instantOf(demoToday, '12:00:00', timeZone),
    }
    const preview = await inside(code, async (tx) => {
      const { id } = await tx.selectFrom('orders').select('id').executeTakeFirstOrThrow()
      return previewOrder(tx, ctx as never, (await readFullOrder(tx, ctx as never, id))!)
    })
    expect(preview.points.flatMap(({ byHand }) => byHand?.unsaid ?? [])).toEqual([])
    expect(preview.refusals).toEqual([])
  })

  test.each(['luga', 'chebula', 'ustishim'])('%s: the regulation is in force by its order', async (code) => {
    const regulation = await inside(code, (tx) => tx.selectFrom('regulations').selectAll().executeTakeFirstOrThrow())
    const order = await inside(code, (tx) => tx.selectFrom('orders').select(['id', 'signedOn']).executeTakeFirstOrThrow())
    expect(regulation).toMatchObject({ orderId: order.id, startsOn: order.signedOn, endsOn: null })
  })
})

test('every territory has people to be entered by a button, one for a role', async () => {
  for (const { facts } of packages) {
    const { demo_people: people } = await countsOf(facts.territory.code).then((counts) => ({ demo_people: counts.demoPeople! }))
    expect(people).toBeGreaterThanOrEqual(6)
  }
})

test('one account of the demonstration enters two territories', async () => {
  const account = await database.db
    .selectFrom('authUsers')
    .select('id')
    .where('email', '=', 'kondratyev@lenobl.example')
    .executeTakeFirstOrThrow()
  const memberships = await membershipsOf(database.db, account.id as AccountId)
  expect(memberships.map(({ territory }) => territory.code).sort()).toEqual(['lenobl', 'luga'])
})

test('loading again changes nothing', async () => {
  const before = await Promise.all(packages.map(({ facts }) => countsOf(facts.territory.code)))
  await load()
  expect(await Promise.all(packages.map(({ facts }) => countsOf(facts.territory.code)))).toEqual(before)
})

test('loading that was cut short anywhere is finished at the next start', async () => {
  const other = await freshDatabase()
  const luga = territoryFiles.filter(({ code }) => code === 'luga')
  let left = 0
  const dying = new Proxy(other.db, {
    get(target, name) {
      if (name === 'transaction' && left-- <= 0) throw new Error('killed')
      const value = Reflect.get(target, name) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  for (let steps = 1; steps <= 80; steps++) {
    left = steps
    const said: string[] = []
    const failed = await loadTerritories({ db: dying, files: luga, demo: true, say: (line) => said.push(line) })
    if (failed.length === 0) break
    expect(said).toEqual(['Территория «luga» не загружена, остальные работают. killed'])
  }
  const { rows } = await other.adminPool.query(
    `select (select count(*)::int from orders) as orders, (select count(*)::int from sites) as sites, (select count(*)::int from attachments) as attachments,
      (select count(*)::int from appointments where kind = 'mentor') as mentors, (select loaded_at is not null from territories) as loaded`,
  )
  expect(rows[0]).toEqual({ orders: 1, sites: 3, attachments: 7, mentors: 7, loaded: true })
  await other.drop()
})

test('a territory whose regulation does not hold is named with the rule, and the others are loaded', async () => {
  const other = await freshDatabase()
  const bad = { code: 'bad', read: () => ({ ...packages[0]!, regulation: loadRegulation('bad.json', { title: 'Положение' }) }) }
  const luga = territoryFiles.filter(({ code }) => code === 'luga')
  const said: string[] = []
  const failed = await loadTerritories({ db: other.db, files: [bad, ...luga], demo: true, say: (line) => said.push(line) })
  expect(failed).toEqual(['bad'])
  expect(said[0]).toMatch(/^Территория «bad» не загружена, остальные работают\. bad\.json: правило «edition»: значения нет/)
  expect(said[1]).toContain('Загружена территория')
  const { rows } = await other.adminPool.query('select code from territories where loaded_at is not null')
  expect(rows).toEqual([{ code: 'luga' }])
  await other.drop()
})
