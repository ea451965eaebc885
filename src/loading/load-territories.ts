import { contextOf, type Territory } from '../authz/ctx.ts'
import { asPool, type Db } from '../db/pool.ts'
import { addTerritory, noteLoaded } from '../db/territories.ts'
import { transact } from '../db/transact.ts'
import { recordAll } from '../history/record.ts'
import { instantOf, systemNow } from '../kernel/clock.ts'
import { onlyOf } from '../kernel/lists.ts'
import { ok } from '../kernel/result.ts'
import type { Day } from '../kernel/types.ts'
import { storeDays } from '../modules/calendar/commands/store-days.ts'
import { actNamed } from '../regulation/acts.ts'
import { RegulationError } from '../regulation/errors.ts'
import type { TerritoryFile, TerritoryPackage } from '../regulation/territory-facts.ts'
import { type Keys, keysOf } from './keys.ts'
import { loadAppointments } from './load-appointments.ts'
import { loadBasics } from './load-basics.ts'
import { loadDemoPeople } from './load-demo-people.ts'
import { loadExperts } from './load-experts.ts'
import { lived, loadLife } from './load-life.ts'
import { loadOrders } from './load-orders.ts'
import { expectDone } from './loading-ctx.ts'

export type LoadingDeps = {
  readonly db: Db
  readonly files: readonly TerritoryFile[]
  /** In a demonstration each territory has its own today and people to be entered by a button. */
  readonly demo: boolean
  /** Whether a demonstration opens amid the year, with what people have done by then; else it opens on its first day. */
  readonly lived?: boolean
  readonly say?: (line: string) => void
}

/**
 * Loads the territories the database does not have yet: organisations, people and the regulation, then the published orders through the
 * same commands a person uses. Every step is one transaction and knows its own things by stable ids, so loading that was cut short goes on
 * at the next start. What people have changed since is never touched. One that does not load never stops the others: gives the codes of
 * those that did not, each told with its reason.
 */
export async function loadTerritories({ files, say = () => {}, ...deps }: LoadingDeps): Promise<readonly string[]> {
  const failed: string[] = []
  const tried = async <T>(code: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      failed.push(code)
      say(`Территория «${code}» не загружена, остальные работают. ${reasonOf(error)}`)
      return null
    }
  }
  const begun: { readonly code: string; readonly name: string; readonly rest: () => Promise<void> }[] = []
  for (const { code, read } of files)
    await tried(code, async () => {
      const given = read()
      const rest = await loadOne(deps, given)
      if (rest) begun.push({ code, name: given.facts.territory.name, rest })
    })
  // What people have done in one territory has nothing to do with another: both are loaded at a time.
  await Promise.all(
    begun.map(({ code, name, rest }) => tried(code, () => rest().then(() => say(`Загружена территория: ${name}`)))),
  )
  return failed
}

/** Loads one, or what of it is still missing; gives what is still to be done, null when all of it is there already. */
async function loadOne(
  { db, demo, ...deps }: Pick<LoadingDeps, 'db' | 'demo' | 'lived'>,
  read: TerritoryPackage,
): Promise<(() => Promise<void>) | null> {
  const keys = keysOf(read.facts.territory.code)
  const life = (demo && deps.lived && read.facts.life) || null
  const given = life ? lived(read) : read
  const loading = { db, territory: territoryFrom(given, keys, demo ? (life?.today ?? given.facts.territory.demoToday) : null) }
  const state = await stateOf(db, loading.territory)
  if (state === 'loaded') return null
  if (state === 'absent') await begin(db, loading.territory, given, keys, demo)
  const { orders, people, territory } = given.facts
  await loadOrders(loading, { orders, people, on: territory.demoToday }, given.regulation, keys)
  await loadAppointments(loading, given.facts, keys)
  await loadExperts(loading, given.facts, keys)
  if (demo) await loadDemoPeople(loading, given.facts, keys)
  return async () => {
    if (life) await loadLife(loading, given, keys)
    await noteLoaded(db, loading.territory.id, systemNow())
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof RegulationError ? error.problems.join('; ') : error instanceof Error ? error.message : String(error)

function territoryFrom({ facts }: TerritoryPackage, keys: Keys, demoToday: Day | null): Territory {
  const { region: _, demoToday: _first, ...rest } = facts.territory
  const actKind = onlyOf([...new Set(facts.orders.map(({ kind }) => actNamed(kind)))]) ?? null
  return { ...rest, id: keys.territory, demoToday, actKind, kinds: [] }
}

type State = 'absent' | 'begun' | 'loaded'

async function stateOf(db: Db, territory: Territory): Promise<State> {
  const row = await db.selectFrom('territories').select('loadedAt').where('code', '=', territory.code).executeTakeFirst()
  if (!row) return 'absent'
  return row.loadedAt === null ? 'begun' : 'loaded'
}

/** The first step: the territory with its organisations, people, offices and the draft of its regulation. */
async function begin(db: Db, territory: Territory, given: TerritoryPackage, keys: Keys, demo: boolean): Promise<void> {
  const { region, demoToday } = given.facts.territory
  const now = instantOf(demoToday, '08:00:00', territory.timeZone)
  const begun = await transact({ pool: asPool(db), scope: { territoryId: territory.id }, now, submission: null }, async (tx) => {
    await addTerritory(tx, { ...territory, kinds: '[]', region, createdAt: now })
    const told = await loadBasics(tx, { territory, now }, given, keys)
    const days = demo ? await storeDays(tx, { territory }, given.facts.calendar ?? []) : []
    const personId = keys.person(bookkeeper(given))
    const ctx = await contextOf(tx, { territory, personId, accountId: null, now, today: demoToday })
    if (!ctx) throw new Error(`${territory.code}: the first person is not in the database`)
    await recordAll(tx, ctx, [...told, ...days])
    return ok(null)
  })
  expectDone(territory.code, begun)
}

/** Whose name stands in history beside what was loaded. */
const bookkeeper = ({ facts: { people } }: TerritoryPackage): string =>
  (people.find((person) => person.grants?.includes('administrator')) ?? people[0])?.key ?? ''
