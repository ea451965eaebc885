import { sql } from 'kysely'
import { loadActor } from '../src/authz/actor.ts'
import { type Acting, noServices, type Territory, timeOf } from '../src/authz/ctx.ts'
import type { GrantedRole } from '../src/authz/roles.ts'
import { asPool, type Db, type Tx } from '../src/db/pool.ts'
import { read } from '../src/db/transact.ts'
import { instantOf } from '../src/kernel/clock.ts'
import { newId } from '../src/kernel/ids.ts'
import type { AccountId, Day, OrganisationId, PersonId, RegulationId, TerritoryId } from '../src/kernel/types.ts'
import { beginLine, mainLine } from '../src/modules/regulation/commands/begin-line.ts'
import { regulationLines } from '../src/modules/regulation/queries.ts'
import type { OrganisationKind, PostKind } from '../src/regulation/dictionary.ts'
import type { Regulation } from '../src/regulation/schema.ts'
import type { FreshDatabase } from './database.ts'

let made = 0

/** Runs inserts of a test in a territory's scope, as the app's role. */
export function inScope<T>(db: Db, territoryId: TerritoryId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.territory_id', ${territoryId}, true)`.execute(tx)
    return work(tx)
  })
}

/** A territory whose today is the given day, `demo_today` set so that the test's clock stands still. */
export async function aTerritory(db: Db, today: Day = '2021-09-01', more: Partial<Territory> = {}): Promise<Territory> {
  const id = newId<TerritoryId>()
  const code = more.code ?? `test${++made}`
  const row = {
    id,
    code,
    name: `Проверочный район ${made}`,
    shortName: `Район ${made}`,
    level: 'municipal' as const,
    timeZone: 'Asia/Novokuznetsk',
    actKind: 'order' as const,
    kinds: [],
    ...more,
  }
  await db
    .insertInto('territories')
    .values({
      ...row,
      kinds: JSON.stringify(row.kinds),
      region: 'Проверочная область',
      demoToday: today,
      createdAt: new Date('2020-01-01T00:00:00Z'),
    })
    .execute()
  return { ...row, demoToday: today }
}

/** The account of a person in tests has the person's id. */
export const accountOf = (personId: PersonId): AccountId => personId as string as AccountId

export function anOrganisation(
  db: Db,
  territory: Territory,
  more: Partial<{
    kind: OrganisationKind
    fullName: string
    shortName: string
    documentName: string
    isAuthority: boolean
    isOperator: boolean
    body: string
  }> = {},
): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  const number = ++made
  return inScope(db, territory.id, async (tx) => {
    await tx
      .insertInto('organisations')
      .values({
        territoryId: territory.id,
        id,
        kind: 'school',
        fullName: `МБОУ «Проверочная школа № ${number}»`,
        shortName: `Школа № ${number}`,
        createdAt: new Date('2020-01-01T00:00:00Z'),
        ...more,
      })
      .execute()
    return id
  })
}

type PersonGiven = Partial<{
  familyName: string
  givenName: string
  patronymic: string
  gender: 'male' | 'female'
  roles: readonly GrantedRole[]
  category: 'highest' | 'first'
}> & {
  post?: { organisationId: OrganisationId; kind: PostKind; title?: string; subject?: string }
}

/** A person with granted roles, a post and a category, all from 2020 on. */
export function aPerson(db: Db, territory: Territory, given: PersonGiven = {}): Promise<PersonId> {
  const id = newId<PersonId>()
  const territoryId = territory.id
  return inScope(db, territoryId, async (tx) => {
    const { roles = [], post, category, ...name } = given
    await tx
      .insertInto('people')
      .values({
        territoryId,
        id,
        familyName: `Пробная${++made}`,
        givenName: 'Анна',
        patronymic: 'Ивановна',
        gender: 'female',
        createdAt: new Date('2020-01-01T00:00:00Z'),
        ...name,
      })
      .execute()
    for (const role of roles)
      await tx.insertInto('roleGrants').values({ territoryId, id: newId(), personId: id, role, startsOn: '2020-01-01' }).execute()
    if (post)
      await tx
        .insertInto('posts')
        .values({ territoryId, id: newId(), personId: id, title: post.title ?? 'Учитель', startsOn: '2020-01-01', ...post })
        .execute()
    if (category)
      await tx
        .insertInto('qualifications')
        .values({ territoryId, id: newId(), personId: id, category, startsOn: '2020-01-01' })
        .execute()
    return id
  })
}

/** Stores an edition of the first line of a territory, or of one named; with `startsOn` it is in force without an order only for tests that do not need one. */
export function aRegulation(
  db: Db,
  territory: Territory,
  regulation: Regulation,
  version = 1,
  code = mainLine,
): Promise<RegulationId> {
  const id = newId<RegulationId>()
  return inScope(db, territory.id, async (tx) => {
    const there = (await regulationLines(tx, territory.id)).find((line) => line.code === code)
    const now = new Date('2020-01-01T00:00:00Z')
    const name = code === mainLine ? regulation.title : `${regulation.title} (${code})`
    const lineId = there?.id ?? (await beginLine(tx, { territory, now }, { code, name }))
    await tx
      .insertInto('regulations')
      .values({
        territoryId: territory.id,
        id,
        lineId,
        version,
        document: JSON.stringify(regulation),
        createdAt: new Date('2020-01-01T00:00:00Z'),
      })
      .execute()
    return id
  })
}

/** What history tells of a subject, from the first fact to the last. */
export async function historyOf({ adminPool }: Pick<FreshDatabase, 'adminPool'>, subjectId: string): Promise<string[]> {
  const { rows } = await adminPool.query<{ kind: string }>('select kind from history where subject_id = $1 order by seq', [
    subjectId,
  ])
  return rows.map(({ kind }) => kind)
}

/** What a person has been told, from the first notice to the last. */
export async function noticesTo({ db, territory }: Pick<TestCtx, 'db' | 'territory'>, personId: PersonId): Promise<string[]> {
  const rows = await inScope(db, territory.id, (tx) =>
    tx.selectFrom('notices').select('kind').where('personId', '=', personId).orderBy('createdAt').execute(),
  )
  return rows.map(({ kind }) => kind)
}

/** Tests look into the database beside what the commands do. */
export type TestCtx = Acting & { readonly db: Db }

/** The context of a person at noon of the territory's today. */
export async function ctxOf(
  db: Db,
  territory: Territory,
  personId: PersonId,
  on: Day = territory.demoToday ?? '2021-09-01',
): Promise<TestCtx> {
  const there = { ...territory, demoToday: on }
  const { now, today } = timeOf(there, instantOf(on, '12:00:00', territory.timeZone))
  const actor = await read(db, { territoryId: territory.id }, (tx) =>
    loadActor(tx, territory.id, personId, today, null as AccountId | null),
  )
  if (!actor) throw new Error('the person is not in the territory')
  return {
    db,
    pool: asPool(db),
    scope: { territoryId: territory.id, accountId: null },
    territory: there,
    actor,
    changes: null,
    now,
    today,
    begun: null,
    submission: null,
    services: noServices,
  }
}
