// Proves X-E1, C-12, X-T1.
import { beforeAll, expect, test } from 'vitest'
import { loadTerritories as packagesOf, territoryFiles } from '../../territories/all.ts'
import { freshDatabase, ownDatabase } from '../../test/database.ts'
import { inScope } from '../../test/factory.ts'
import { territoriesInFull } from '../db/territories.ts'
import { waitingFor } from '../modules/tasks/queries.ts'
import { checkInvariants } from '../ops/invariants.ts'
import { demoRoles } from './demo-people.ts'
import { keysOf } from './keys.ts'
import { lived } from './load-life.ts'
import { loadTerritories } from './load-territories.ts'
import { asPerson } from './loading-ctx.ts'

const base = ownDatabase()
const packages = packagesOf()
  .filter(({ facts }) => facts.life)
  .map(lived)
const files = territoryFiles.filter(({ code }) => packages.some(({ facts }) => facts.territory.code === code))

beforeAll(async () => {
  const said: string[] = []
  const failed = await loadTerritories({ db: base.db, files, demo: true, lived: true, say: (line) => said.push(line) })
  expect(failed, said.join('\n')).toEqual([])
})

const counted = async (pool: typeof base.adminPool, code: string) => {
  const { rows } = await pool.query<Record<string, number>>(
    `select (select count(*)::int from events where state = 'closed' and territory_id = $1) as closed,
      (select count(*)::int from events where state = 'open' and territory_id = $1) as open,
      (select count(*)::int from event_places where state = 'waiting' and territory_id = $1) as waiting,
      (select count(*)::int from event_places where state = 'offered' and territory_id = $1) as offered,
      (select max(n)::int from (select count(*) as n from event_answers where territory_id = $1 group by event_id) as answers) as answers,
      (select count(*)::int from certificates where territory_id = $1) as papers,
      (select count(distinct state)::int from traineeships where territory_id = $1) as traineeships,
      (select count(*)::int from history where territory_id = $1) as history`,
    [keysOf(code).territory],
  )
  return rows[0]
}

test.each(files.map(({ code }) => code))('%s opens amid a year that is lived', async (code) => {
  const found = await counted(base.adminPool, code)
  for (const [what, least] of Object.entries({
    closed: 2,
    open: 3,
    waiting: 1,
    offered: 1,
    answers: 5,
    papers: 5,
    traineeships: 4,
  }))
    expect(found?.[what], what).toBeGreaterThanOrEqual(least)
})

test('what has been loaded is known by its key for as long as a form that is sent now', async () => {
  const { rows } = await base.adminPool.query(
    `select count(*)::int as all, (min(at) > now() - interval '1 day') as fresh from submissions`,
  )
  expect(rows).toEqual([{ all: expect.any(Number), fresh: true }])
})

test('something waits for everybody whom a visitor may be', async () => {
  const territories = await territoriesInFull(base.db)
  for (const { facts } of packages) {
    const { code } = facts.territory
    const territory = territories.find((one) => one.code === code)
    if (!territory || !facts.life) throw new Error(`${code} is not there`)
    for (const { person, roleLabel } of demoRoles(facts)) {
      const ctx = await asPerson({ db: base.db, territory }, keysOf(code).person(person.key), facts.life.today)
      const tasks = await inScope(base.db, territory.id, (tx) => waitingFor(tx, ctx))
      expect(tasks.length, `${code}: ${roleLabel}, ${person.family}`).toBeGreaterThan(0)
    }
  }
})

test('nothing that must be true of the data is broken by it', async () => {
  expect(await checkInvariants(base.db)).toEqual([])
})

test('loading that was cut short goes on where it stopped', async () => {
  const other = await freshDatabase()
  let left = 0
  const dying = new Proxy(other.db, {
    get(target, name) {
      if (name === 'transaction' && left-- <= 0) throw new Error('killed')
      const value = Reflect.get(target, name) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const one = files.filter(({ code }) => code === 'ustishim')
  for (const many of [90, 170, 100_000]) {
    left = many
    await loadTerritories({ db: dying, files: one, demo: true, lived: true })
  }
  expect(await counted(other.adminPool, 'ustishim')).toEqual(await counted(base.adminPool, 'ustishim'))
  await other.drop()
})
