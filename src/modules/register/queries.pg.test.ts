// Proves T-47.

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aNetwork, aSite, type Network } from '../../../test/factories/sites.ts'
import { anOrganisation, aTerritory, inScope } from '../../../test/factory.ts'
import { ustishim } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import { read } from '../../db/transact.ts'
import { newId } from '../../kernel/ids.ts'
import { periodKey } from '../../kernel/periods.ts'
import type { PlanId, PlanVersionId, SiteId } from '../../kernel/types.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import { refreshPublicActivities } from '../plans/commands/refresh-activities.ts'
import { applyAttachments } from '../sites/commands/apply-attachments.ts'
import { refreshRegisterEntries } from '../sites/commands/refresh-register.ts'
import { type StateFilter, siteStateOn, stateFilters } from '../sites/rules.ts'
import { publicActivities, publicSite, type RegisterQuery, registerChoices, registerRows } from './queries.ts'

const base = ownDatabase()
let chebula: Network
let luga: Network
const sites: Record<string, SiteId> = {}
const weak = 'Слабая школа села Дальнего'

beforeAll(async () => {
  const { db } = base
  chebula = await aNetwork(db, await aTerritory(db, '2021-09-01', { code: 'cheb', shortName: 'Чебулинский округ' }))
  luga = await aNetwork(db, await aTerritory(db, '2023-07-15', { code: 'lug', shortName: 'Лужский район' }))
  const school = (network: Network, shortName: string, kind: OrganisationKind = 'school') =>
    anOrganisation(db, network.territory, { shortName, fullName: `Учреждение ${shortName}`, kind })
  sites.verkh = await aSite(db, chebula, {
    organisationIds: [await school(chebula, 'Верх-Чебулинская СОШ')],
    theme: 'Развитие школьной образовательной среды',
    from: '2021-09-01',
    to: '2022-05-31',
  })
  sites.literacy = await aSite(db, chebula, {
    organisationIds: [await school(chebula, 'Детский сад «Ёлочка»', 'kindergarten')],
    theme: 'Функциональная грамотность как основа качества',
    direction: 'Функциональная грамотность',
    from: '2021-09-01',
    to: '2022-05-31',
  })
  sites.luga = await aSite(db, luga, { organisationIds: [await school(luga, 'Школа № 3')] })
  const attached = await school(luga, weak)
  await inScope(db, luga.territory.id, async (tx) => {
    await tx
      .insertInto('supportNeeds')
      .values({
        territoryId: luga.territory.id,
        id: newId(),
        organisationId: attached,
        kind: 'lowResults',
        startsOn: '2020-01-01',
      })
      .execute()
    const period = { from: '2021-01-28', to: '2023-08-31', orderId: luga.orderId, pointNumber: '3' }
    await applyAttachments(tx, luga.ctx, [{ siteId: sites.luga!, organisationIds: [attached], ...period }])
    await refreshRegisterEntries(tx, luga.ctx, [sites.luga!])
  })
})

const query = (more: Partial<RegisterQuery>): RegisterQuery => ({
  on: null,
  now: new Date('2021-09-01T05:00:00Z'),
  territory: null,
  kind: [],
  direction: null,
  state: 'active',
  q: null,
  sort: 'name',
  ...more,
})
const asStranger = <T>(work: Parameters<typeof read<T>>[2]) => read(base.db, {}, work)
const registerPage = async (tx: Tx, asked: RegisterQuery) => {
  const rows = await registerRows(tx, asked)
  return { lines: await rows.page(25, 0), total: await rows.count() }
}
const found = async (more: Partial<RegisterQuery>) => {
  const { lines, total } = await asStranger((tx) => registerPage(tx, query(more)))
  expect(total).toBe(lines.length)
  return lines.map((line) => Object.keys(sites).find((key) => sites[key] === line.siteId)).sort()
}

describe('as of a day', () => {
  test('without a day each territory answers for its own today', async () => {
    expect(await found({})).toEqual(['literacy', 'luga', 'verkh'])
    const { lines } = await asStranger((tx) => registerPage(tx, query({})))
    expect(lines.find((line) => line.siteId === sites.luga)!.day).toBe('2023-07-15')
  })
  test('a status is there from its first day to its last', async () => {
    expect(await found({ on: '2021-01-27' })).toEqual([])
    expect(await found({ on: '2021-01-28' })).toEqual(['luga'])
    expect(await found({ on: '2022-05-31' })).toEqual(['literacy', 'luga', 'verkh'])
    expect(await found({ on: '2022-06-01' })).toEqual(['luga'])
  })
  test('the condition in the database is the rule in the code', async () => {
    for (const day of ['2021-01-27', '2021-01-28', '2022-03-02', '2022-03-03', '2022-05-31', '2022-06-01', '2024-01-01'])
      for (const state of stateFilters) {
        const { lines } = await asStranger((tx) => registerPage(tx, query({ on: day, state: 'all' })))
        const fits = (asked: StateFilter, is: string, signedOn: string) =>
          asked === 'all' ||
          (asked === 'current' && (is === 'notStarted' ? signedOn <= day : !['ended', 'terminated'].includes(is))) ||
          asked === is ||
          (asked === 'active' && (is === 'expiring' || is === 'suspended'))
        const expected = lines
          .filter((line) => fits(state, siteStateOn(line, day), line.orderSignedOn))
          .map((line) => line.siteId)
        const answered = await asStranger((tx) => registerPage(tx, query({ on: day, state })))
        expect(answered.lines.map((line) => line.siteId)).toEqual(expected)
      }
  })
})

test('a status given ahead is in the register from the day its order is signed', async () => {
  const ordered = (on: string) =>
    inScope(base.db, luga.territory.id, (tx) =>
      sql`update register_entries set order_signed_on = ${on} where site_id = ${sites.luga}`.execute(tx),
    )
  await ordered('2020-12-30')
  expect(await found({ on: '2020-12-29', state: 'current', territory: 'lug' })).toEqual([])
  expect(await found({ on: '2020-12-30', state: 'current', territory: 'lug' })).toEqual(['luga'])
  expect(await found({ on: '2020-12-30', state: 'active' })).toEqual([])
  await ordered('2021-01-28')
})

describe('search', () => {
  test.each([
    ['функциональной грамотности', ['literacy']],
    ['функциональная граматность', ['literacy']],
    ['граматность', ['literacy']],
    ['чебула', ['literacy', 'verkh']],
    ['елочка', ['literacy']],
    ['ЁЛОЧКИ', ['literacy']],
    ['образовательную среду', ['verkh']],
    ['верх-чебулинская', ['verkh']],
    ['лужской', ['luga']],
    ['наставничиство', ['luga']],
    ['школа на горе', []],
    ['чебула граматность', ['literacy']],
    ['школа № 3', ['luga']],
    ['школа 37', []],
    ['космонавтика', []],
    ['"функциональная грамотность" -сад', []],
    ["'; drop table sites; --", []],
    ['( & | ! <-> :*', ['literacy', 'luga', 'verkh']],
  ])('«%s»', async (q, expected) => expect(await found({ q })).toEqual(expected))
})

test('lines are chosen by territory, kind of organisation and direction', async () => {
  expect(await found({ territory: 'lug' })).toEqual(['luga'])
  expect(await found({ kind: ['kindergarten', 'institute'] })).toEqual(['literacy'])
  expect(await found({ direction: ['Функциональная грамотность'] })).toEqual(['literacy'])
  const choices = await asStranger((tx) => registerChoices(tx))
  expect(choices).toEqual({
    kinds: [],
    lines: [],
    territories: [
      { code: 'lug', name: 'Лужский район' },
      { code: 'cheb', name: 'Чебулинский округ' },
    ],
    directions: ['Функциональная грамотность'],
  })
})

test('a file holds every line once', async () => {
  const ids = await asStranger(async (tx) => {
    const all: string[] = []
    for await (const batch of (await registerRows(tx, query({}))).batches()) all.push(...batch.map((line) => line.siteId))
    return all
  })
  expect(ids.sort()).toEqual(Object.values(sites).sort())
})

test('nothing public names an attached school or its trait, or counts fewer than five', async () => {
  const site = await asStranger((tx) => publicSite(tx, 'lug', sites.luga!, new Date()))
  expect(site).toMatchObject({
    partners: [
      { from: '2021-01-28', partners: null },
      { from: '2023-09-01', partners: 0 },
    ],
  })
  const everything = await base.adminPool.query('select to_jsonb(e) as row from register_entries e')
  expect(JSON.stringify(everything.rows)).not.toContain('Слабая')
  expect(JSON.stringify(everything.rows)).not.toContain('lowResults')
})

test('a stranger reads the public tables and nothing else; a territory writes only its own entries', async () => {
  for (const table of ['sites', 'attachments', 'appointments', 'site_organisations', 'site_extensions'])
    await expect(asStranger((tx) => sql`select 1 from ${sql.table(table)}`.execute(tx))).rejects.toThrow()
  const changed = await inScope(base.db, luga.territory.id, (tx) =>
    tx.updateTable('registerEntries').set({ theme: 'чужое' }).where('siteId', '=', sites.verkh!).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  const seen = await inScope(base.db, luga.territory.id, (tx) => tx.selectFrom('sites').select('id').execute())
  expect(seen).toEqual([{ id: sites.luga }])
})

test('another territory in the address is not found', async () => {
  expect(await asStranger((tx) => publicSite(tx, 'cheb', sites.luga!, new Date()))).toBeNull()
})

test('activities of an approved plan are public only where the regulation publishes the activity', async () => {
  const ustishimSite = await siteWithPlan(await aNetwork(base.db, await aTerritory(base.db, '2021-09-01'), ustishim))
  const lugaSite = await siteWithPlan(luga)
  const seen = (siteId: SiteId) => asStranger((tx) => publicActivities(tx, siteId, '2021-09-01'))
  expect(await seen(ustishimSite)).toEqual([{ activity: 'Урок для соседей', form: null, from: '2021-10-05', to: '2021-10-05' }])
  expect(await seen(lugaSite)).toEqual([])
  expect(await asStranger((tx) => publicActivities(tx, ustishimSite, '2021-10-06')), 'what has passed is not shown').toEqual([])
})

async function siteWithPlan(network: Network): Promise<SiteId> {
  const siteId = await aSite(base.db, network)
  const territoryId = network.territory.id
  const [planId, versionId] = [newId<PlanId>(), newId<PlanVersionId>()]
  const at = new Date('2021-09-01T00:00:00Z')
  await inScope(base.db, territoryId, async (tx) => {
    await tx
      .insertInto('plans')
      .values({ territoryId, id: planId, siteId, period: periodKey('2021/22'), startsOn: '2021-09-01', createdAt: at })
      .execute()
    const version = { territoryId, id: versionId, planId, number: 1, state: 'approved' as const, createdAt: at, approvedAt: at }
    await tx.insertInto('planVersions').values(version).execute()
    const line = { id: newId(), lineKey: newId(), versionId, position: 1, activity: 'Урок для соседей' }
    await tx
      .insertInto('planLines')
      .values({ territoryId, ...line, startsOn: '2021-10-05', endsOn: '2021-10-05' })
      .execute()
    await refreshPublicActivities(tx, network.ctx, siteId)
  })
  return siteId
}
