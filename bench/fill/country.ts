import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { type Ctx, noServices, type Territory } from '../../src/authz/ctx.ts'
import { localTime, systemNow } from '../../src/kernel/clock.ts'
import { academicYears, periodAt } from '../../src/kernel/periods.ts'
import type { PersonId, SiteId, TerritoryId } from '../../src/kernel/types.ts'
import { refreshRegisterEntries } from '../../src/modules/sites/commands/refresh-register.ts'
import { allTerritories } from '../../src/web/territories.ts'
import { inScope } from '../../test/factory.ts'
import { luga as regulation } from '../../test/regulations.ts'
import type { Bench } from '../harness.ts'

/** How much there is in the country; the figures stand in country.sql. */
export const size = { territories: 2300, organisations: 40_000, sites: 10_000, territoriesWithSites: 250 }

export const today = () => localTime(systemNow(), 'Europe/Moscow').day

/** Fills the database by country.sql, then writes the public register with the program's own command. */
export async function fillCountry(bench: Bench): Promise<void> {
  const has = async (table: string) => (await bench.admin.query(`select from ${table} limit 1`)).rows.length > 0
  if (await has('register_entries')) return
  console.error('Filling the database…')
  if (!(await has('sites'))) await fillTables(bench)
  await bench.admin.query('vacuum analyze') // what is asked while the register is written knows how much there is
  await publishSites(bench)
  await bench.admin.query('vacuum analyze register_entries')
}

async function fillTables(bench: Bench): Promise<void> {
  const text = await readFile(path.join(import.meta.dirname, 'country.sql'), 'utf8')
  const year = periodAt(academicYears, today(), { from: today(), to: null })
  const filled = text
    .replaceAll('$REGULATION', () => pg.escapeLiteral(JSON.stringify(regulation)))
    .replaceAll('$YEAR_STARTS', () => pg.escapeLiteral(year.from))
    .replaceAll('$PERIOD', () => pg.escapeLiteral(year.key))
  const client = new pg.Client(bench.cluster.adminPool)
  await client.connect()
  try {
    await client.query(filled)
  } finally {
    await client.end()
  }
}

async function publishSites({ db, admin }: Bench): Promise<void> {
  const { rows } = await admin.query<{ id: SiteId; territory_id: string }>('select id, territory_id from sites')
  const byTerritory = Map.groupBy(rows, (row) => row.territory_id)
  for (const territory of await allTerritories(db)) {
    const sites = byTerritory.get(territory.id)?.map((site) => site.id)
    if (sites) await inScope(db, territory.id, (tx) => refreshRegisterEntries(tx, officeOf(territory), sites))
  }
}

/** A context of nobody in particular: writing the register asks only where and when. */
export const officeOf = (territory: Territory): Ctx => ({
  scope: { territoryId: territory.id as TerritoryId, accountId: null },
  territory,
  actor: {
    territoryId: territory.id,
    accountId: null,
    personId: '' as PersonId,
    name: '',
    roles: [],
    headsOrganisations: [],
    worksIn: [],
    employs: [],
    headsSites: [],
    coordinatesSites: [],
    staffOfSites: [],
    holds: [],
  },
  changes: null,
  now: systemNow(),
  today: today(),
  begun: null,
  submission: null,
  services: noServices,
})
