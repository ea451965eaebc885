import type pg from 'pg'
import type { Territory } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Day, OrderId, OrganisationId, PersonId, RegulationId, RegulationLineId, SiteId } from '../../src/kernel/types.ts'
import { regulationLines } from '../../src/modules/regulation/queries.ts'
import { applyGrants } from '../../src/modules/sites/commands/apply-grant.ts'
import { refreshRegisterEntries } from '../../src/modules/sites/commands/refresh-register.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { anOrganisation, aPerson, aRegulation, ctxOf, inScope, type TestCtx } from '../factory.ts'
import { luga as lugaRegulation } from '../regulations.ts'

/** A territory's regulation, put in force by a signed order of its authority, with an official who acts. */
export type Network = {
  readonly territory: Territory
  readonly ctx: TestCtx
  readonly orderId: OrderId
  readonly regulationId: RegulationId
  readonly lineId: RegulationLineId
  readonly authorityId: OrganisationId
}

let numbers = 100

/** A signed order without points, to stand behind rows of the registers. */
export async function aSignedOrder(
  db: Db,
  territory: Territory,
  given: { issuerId: OrganisationId; signatoryId: PersonId; on: Day; published?: boolean },
): Promise<OrderId> {
  const id = newId<OrderId>()
  const number = ++numbers
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('orders')
      .values({
        territoryId: territory.id,
        id,
        issuerId: given.issuerId,
        kind: 'order',
        state: 'signed',
        title: 'О стажировочных площадках',
        preamble: 'Чтобы учителя учились друг у друга',
        enactingWord: 'приказываю:',
        templateCode: 'test',
        year: Number(given.on.slice(0, 4)),
        number,
        numberText: `${number}`,
        signedOn: given.on,
        signatoryId: given.signatoryId,
        snapshot: '{}',
        publishedAt: given.published ? new Date(`${given.on}T09:00:00Z`) : null,
        createdAt: new Date(`${given.on}T08:00:00Z`),
      })
      .execute(),
  )
  return id
}

/** Everything a site needs to exist in a territory. */
export async function aNetwork(db: Db, territory: Territory, regulation: Regulation = lugaRegulation): Promise<Network> {
  const authorityId = await anOrganisation(db, territory, { kind: 'authority', isAuthority: true })
  const official = await aPerson(db, territory, { roles: ['official', 'signatory'] })
  const orderId = await aSignedOrder(db, territory, { issuerId: authorityId, signatoryId: official, on: '2020-09-01' })
  const regulationId = await aRegulation(db, territory, regulation)
  await inScope(db, territory.id, (tx) =>
    tx
      .updateTable('regulations')
      .set({ orderId, pointNumber: '2', startsOn: '2020-09-01', state: 'approved' })
      .where('territoryId', '=', territory.id)
      .where('id', '=', regulationId)
      .execute(),
  )
  const [line] = await inScope(db, territory.id, (tx) => regulationLines(tx, territory.id))
  return { territory, ctx: await ctxOf(db, territory, official), orderId, regulationId, lineId: line!.id, authorityId }
}

type SiteGiven = Partial<{
  organisationIds: readonly OrganisationId[]
  theme: string
  direction: string | null
  from: Day
  to: Day | null
  orderId: OrderId
}>

/** A site in the register and in the public register, by the order of the network. */
export async function aSite(db: Db, network: Network, given: SiteGiven = {}): Promise<SiteId> {
  const { ctx, territory, orderId, regulationId, lineId } = network
  const siteId = newId<SiteId>()
  const organisationIds = given.organisationIds ?? [await anOrganisation(db, territory)]
  await inScope(db, territory.id, async (tx) => {
    await applyGrants(tx, ctx, [
      {
        siteId,
        organisationIds,
        leadOrganisationId: organisationIds[0]!,
        theme: given.theme ?? 'Сетевое наставничество',
        direction: given.direction ?? null,
        from: given.from ?? '2021-01-28',
        to: given.to === undefined ? '2023-08-31' : given.to,
        regulationId,
        lineId,
        orderId: given.orderId ?? orderId,
        pointNumber: '1',
      },
    ])
    await refreshRegisterEntries(tx, ctx, [siteId])
  })
  return siteId
}

/** Many more lines of the register like one that is there, in its own territory or each in a territory of its own. */
export async function manyLikeIt(admin: pg.Pool, site: SiteId, count: number, apart: boolean): Promise<void> {
  const client = await admin.connect()
  const copies = async (table: string, from: string, own: string) => {
    const { rows } = await client.query<{ columns: string }>(
      "select string_agg(column_name, ', ') as columns from information_schema.columns where table_name = $1 and is_generated = 'NEVER'",
      [table],
    )
    const columns = rows[0]!.columns
    await client.query(
      `insert into ${table} (${columns}) select ${columns.replace(/\w+/g, 'copy.$&')} from ${from}, generate_series(1, $2::int) n,
        lateral jsonb_populate_record(one, jsonb_build_object(${own})) copy where e.site_id = $1`,
      [site, count],
    )
  }
  try {
    await client.query('set session_replication_role = replica')
    const place = apart
      ? `, 'territory_id', md5('t' || n)::uuid, 'territory_code', 'okrug-' || n, 'territory_name', 'Округ № ' || n`
      : ''
    const named = `'site_id', md5('s' || n)::uuid, 'short_name', 'Школа № ' || n`
    await copies('register_entries', 'register_entries e join register_entries one on one.site_id = e.site_id', named + place)
    const own = `'id', md5('t' || n)::uuid, 'code', 'okrug-' || n, 'short_name', 'Округ № ' || n`
    if (apart) await copies('territories', 'register_entries e join territories one on one.id = e.territory_id', own)
  } finally {
    await client.query('set session_replication_role = origin')
    client.release()
  }
}
