// Proves L-15, L-A2.
import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import { aNetwork, aSignedOrder, aSite, type Network } from '../../../../test/factories/sites.ts'
import { anOrganisation, aPerson, aTerritory, inScope } from '../../../../test/factory.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { newId } from '../../../kernel/ids.ts'
import { periodKey } from '../../../kernel/periods.ts'
import { ok } from '../../../kernel/result.ts'
import type { Day, OrderId, OrganisationId, SiteId } from '../../../kernel/types.ts'
import { applyAppointment } from './apply-appointment.ts'
import { applyAttachments, applyDetachments } from './apply-attachments.ts'
import { applyGrants } from './apply-grant.ts'
import { applyEnd, applyExtension } from './apply-standing.ts'
import { refreshRegisterEntries } from './refresh-register.ts'
import { undoOrder } from './undo-order.ts'

const base = ownDatabase()
let network: Network
beforeAll(async () => {
  network = await aNetwork(base.db, await aTerritory(base.db, '2021-09-01'))
})

const inIt = <T>(work: (tx: Tx) => Promise<T>) => inScope(base.db, network.territory.id, work)
const newOrder = (on: Day) =>
  aSignedOrder(base.db, network.territory, { issuerId: network.authorityId, signatoryId: network.ctx.actor.personId, on })
const siteRow = (id: SiteId) => inIt((tx) => tx.selectFrom('sites').selectAll().where('id', '=', id).executeTakeFirst())
const entry = (id: SiteId) =>
  inIt((tx) => tx.selectFrom('registerEntries').selectAll().where('siteId', '=', id).executeTakeFirst())
const byOrder = () => ({ orderId: network.orderId, pointNumber: '3' })

test('a grant names its organisations in history and appears in the public register', async () => {
  const { ctx, territory } = network
  const [lead, second] = [await anOrganisation(base.db, territory), await anOrganisation(base.db, territory)]
  const siteId = newId<SiteId>()
  const facts = await inIt(async (tx) => {
    const given = await applyGrants(tx, ctx, [
      {
        siteId,
        organisationIds: [second, lead],
        leadOrganisationId: lead,
        theme: 'Одна программа двух школ',
        direction: null,
        from: '2021-09-01',
        to: '2024-08-31',
        regulationId: network.regulationId,
        lineId: network.lineId,
        orderId: network.orderId,
        pointNumber: '2',
      },
    ])
    await refreshRegisterEntries(tx, ctx, [siteId])
    return given
  })
  expect(facts).toMatchObject([{ kind: 'site.granted', siteId, facts: { theme: 'Одна программа двух школ', to: '2024-08-31' } }])
  const public_ = await entry(siteId)
  expect(public_).toMatchObject({ orderPoint: '2', orderPublished: false, kinds: ['school'], heads: [] })
  expect(public_!.fullNames).toHaveLength(2)
  expect(public_!.shortName).toMatch(/^Школа № \d+ и Школа № \d+$/)
})

test('the same theme given twice to one school is refused in words', async () => {
  const { ctx, territory } = network
  const school = await anOrganisation(base.db, territory)
  await aSite(base.db, network, { organisationIds: [school], theme: 'Смысловое чтение' })
  const again = await transact(ctx, async (tx) => {
    await applyGrants(tx, ctx, [
      {
        siteId: newId<SiteId>(),
        organisationIds: [school],
        leadOrganisationId: school,
        theme: 'СМЫСЛОВОЕ   ЧТЕНИЕ.',
        direction: null,
        from: '2022-01-01',
        to: '2022-12-31',
        regulationId: network.regulationId,
        lineId: network.lineId,
        orderId: network.orderId,
        pointNumber: '1',
      },
    ])
    return ok(null)
  })
  expect(again).toEqual({ ok: false, refusal: { code: 'rule', rule: 'site.statusGivenTwice' } })
})

test('an early end takes everything that hangs on the site with it', async () => {
  const { ctx, territory } = network
  const siteId = await aSite(base.db, network)
  const [school, later] = [await anOrganisation(base.db, territory), await anOrganisation(base.db, territory)]
  const head = await aPerson(base.db, territory)
  const ending = await newOrder('2022-03-01')
  await inIt(async (tx) => {
    await applyAttachments(tx, ctx, [
      { siteId, organisationIds: [school], from: '2021-02-01', to: '2023-08-31', ...byOrder() },
      { siteId, organisationIds: [later], from: '2022-09-01', to: null, ...byOrder() },
    ])
    await applyAppointment(tx, ctx, {
      personId: head,
      as: 'head',
      siteId,
      from: '2021-02-01',
      to: null,
      ground: null,
      ...byOrder(),
    })
    const facts = await applyEnd(tx, ctx, {
      siteId,
      on: '2022-03-31',
      ground: 'нет плана',
      reason: 'нет плана',
      orderId: ending,
      pointNumber: '1',
    })
    expect(facts).toMatchObject([{ kind: 'site.ended', facts: { on: '2022-03-31' } }])
    await refreshRegisterEntries(tx, ctx, [siteId])
  })
  expect(await siteRow(siteId)).toMatchObject({ endsOn: '2022-03-31', grantedUntil: '2023-08-31', endedByOrderId: ending })
  const ties = await inIt(async (tx) => ({
    attachments: await tx.selectFrom('attachments').select(['endsOn']).where('siteId', '=', siteId).execute(),
    appointments: await tx.selectFrom('appointments').select(['endsOn']).where('siteId', '=', siteId).execute(),
    organisations: await tx.selectFrom('siteOrganisations').select(['endsOn']).where('siteId', '=', siteId).execute(),
  }))
  expect(ties).toEqual({
    attachments: [{ endsOn: '2022-03-31' }],
    appointments: [{ endsOn: '2022-03-31' }],
    organisations: [{ endsOn: '2022-03-31' }],
  })
  expect((await entry(siteId))!.endOrder).toMatch(/^Приказ №.\d+ от 01\.03\.2022, п\..1$/)
})

test('a status is prolonged, and goes back when the prolonging order is revoked', async () => {
  const { ctx } = network
  const siteId = await aSite(base.db, network, { to: '2022-05-31' })
  const [prolonging, revoking] = [await newOrder('2022-05-01'), await newOrder('2022-05-20')]
  await inIt((tx) => applyExtension(tx, ctx, { siteId, to: '2023-05-31', orderId: prolonging, pointNumber: '1' }))
  expect((await siteRow(siteId))!.endsOn).toBe('2023-05-31')
  const undone = await inIt((tx) =>
    undoOrder(tx, ctx, { orderId: prolonging, on: '2022-05-20', byOrderId: revoking, pointNumber: '1' }),
  )
  expect(undone.siteIds).toEqual([siteId])
  expect((await siteRow(siteId))!.endsOn).toBe('2022-05-31')
})

describe('a prolonged status that another order ends early', () => {
  const twice = async (end: Day, prolongingRevoked: Day, endingRevoked: Day) => {
    const { ctx } = network
    const siteId = await aSite(base.db, network, { to: '2022-08-31' })
    const [prolonging, ending] = [await newOrder('2022-05-01'), await newOrder('2023-01-20')]
    const [first, second] = [await newOrder(prolongingRevoked), await newOrder(endingRevoked)]
    const early = { siteId, on: end, ground: 'нет плана', reason: 'нет плана', orderId: ending, pointNumber: '1' }
    return inIt(async (tx) => {
      await applyExtension(tx, ctx, { siteId, to: '2023-08-31', orderId: prolonging, pointNumber: '1' })
      await applyEnd(tx, ctx, early)
      const undo = (orderId: OrderId, on: Day, byOrderId: OrderId) =>
        undoOrder(tx, ctx, { orderId, on, byOrderId, pointNumber: '1' })
      const day = async () =>
        (await tx.selectFrom('sites').select(['endsOn', 'endedByOrderId']).where('id', '=', siteId).executeTakeFirst())!
      const one = { ...(await undo(prolonging, prolongingRevoked, first)), ...(await day()) }
      const two = { ...(await undo(ending, endingRevoked, second)), ...(await day()) }
      return [one, two].map(({ facts, endsOn, endedByOrderId }) => [
        endsOn,
        endedByOrderId === ending,
        facts.map(({ kind }) => kind),
      ])
    })
  }

  test('with both revoked it lasts until the prolongation was revoked, never less than it has worked', async () => {
    expect(await twice('2023-03-01', '2023-04-10', '2023-05-02')).toEqual([
      ['2023-03-01', true, []],
      ['2023-04-09', false, ['site.extended']],
    ])
  })

  test('a prolongation revoked before the early end ends it then, and the other order ends nothing any more', async () => {
    expect(await twice('2023-06-01', '2023-02-20', '2023-05-02')).toEqual([
      ['2023-02-19', false, ['site.ended']],
      ['2023-02-19', false, []],
    ])
  })
})

test('a revoked order ends what it began, forgets what has not begun, and leaves other orders alone', async () => {
  const { ctx, territory } = network
  const [revoked, revoking] = [await newOrder('2021-09-10'), await newOrder('2021-10-15')]
  const other = await aSite(base.db, network)
  const [running, future] = [
    await aSite(base.db, network, { orderId: revoked, from: '2021-09-15' }),
    await aSite(base.db, network, { orderId: revoked, from: '2022-01-01' }),
  ]
  const school = await anOrganisation(base.db, territory)
  await inIt(async (tx) => {
    await applyAttachments(tx, ctx, [
      { siteId: other, organisationIds: [school], from: '2021-09-15', to: null, orderId: revoked, pointNumber: '2' },
    ])
    const { facts, siteIds } = await undoOrder(tx, ctx, {
      orderId: revoked,
      on: '2021-10-15',
      byOrderId: revoking,
      pointNumber: '1',
    })
    expect(facts.map((fact) => fact.kind).sort()).toEqual(['organisation.detached', 'site.ended', 'site.ended'])
    expect(new Set(siteIds)).toEqual(new Set([other, running, future]))
    await refreshRegisterEntries(tx, ctx, siteIds)
  })
  expect(await siteRow(running)).toMatchObject({ endsOn: '2021-10-14', endedByOrderId: revoking })
  expect(await siteRow(future)).toBeUndefined()
  expect(await entry(future)).toBeUndefined()
  expect(await siteRow(other)).toMatchObject({ endsOn: '2023-08-31', endedByOrderId: null })
})

test('a site that has not begun is not forgotten while it has a plan: the refusal is in words', async () => {
  const { ctx, territory } = network
  const [revoked, revoking] = [await newOrder('2021-09-10'), await newOrder('2021-10-15')]
  const future = await aSite(base.db, network, { orderId: revoked, from: '2022-01-01' })
  await inIt((tx) =>
    tx
      .insertInto('plans')
      .values({
        territoryId: territory.id,
        id: newId(),
        siteId: future,
        period: periodKey('2021/22'),
        startsOn: '2021-09-01',
        createdAt: ctx.now,
      })
      .execute(),
  )
  const undone = await transact(ctx, async (tx) =>
    ok(await undoOrder(tx, ctx, { orderId: revoked, on: '2021-10-15', byOrderId: revoking, pointNumber: '1' })),
  )
  expect(undone).toEqual({ ok: false, refusal: { code: 'rule', rule: 'site.unbegunHasPapers' } })
  expect(await siteRow(future)).toMatchObject({ startsOn: '2022-01-01' })
})

test('a revoked ending gives everything back for as long as it was given', async () => {
  const { ctx, territory } = network
  const siteId = await aSite(base.db, network)
  const school = await anOrganisation(base.db, territory)
  const head = await aPerson(base.db, territory)
  const [ending, revoking] = [await newOrder('2022-03-01'), await newOrder('2022-04-01')]
  await inIt(async (tx) => {
    await applyAttachments(tx, ctx, [{ siteId, organisationIds: [school], from: '2021-02-01', to: '2022-12-31', ...byOrder() }])
    await applyAppointment(tx, ctx, {
      personId: head,
      as: 'head',
      siteId,
      from: '2021-02-01',
      to: null,
      ground: null,
      ...byOrder(),
    })
    await applyEnd(tx, ctx, {
      siteId,
      on: '2022-03-31',
      ground: 'нет плана',
      reason: 'нет плана',
      orderId: ending,
      pointNumber: '1',
    })
    const undone = await undoOrder(tx, ctx, { orderId: ending, on: '2022-04-01', byOrderId: revoking, pointNumber: '1' })
    expect(undone.siteIds).toEqual([siteId])
    expect(undone.facts).toMatchObject([{ kind: 'site.extended', facts: { to: '2023-08-31', restored: true } }])
  })
  expect(await siteRow(siteId)).toMatchObject({ endsOn: '2023-08-31', endedByOrderId: null, endGround: null })
  const ends = await inIt(async (tx) => [
    await tx.selectFrom('siteOrganisations').select('endsOn').where('siteId', '=', siteId).executeTakeFirst(),
    await tx.selectFrom('attachments').select('endsOn').where('siteId', '=', siteId).executeTakeFirst(),
    await tx.selectFrom('appointments').select('endsOn').where('siteId', '=', siteId).executeTakeFirst(),
  ])
  expect(ends).toEqual([{ endsOn: '2023-08-31' }, { endsOn: '2022-12-31' }, { endsOn: null }])
})

test('an attachment ends by an order on its last day', async () => {
  const { ctx, territory } = network
  const siteId = await aSite(base.db, network)
  const school = await anOrganisation(base.db, territory)
  const facts = await inIt(async (tx) => {
    await applyAttachments(tx, ctx, [{ siteId, organisationIds: [school], from: '2021-02-01', to: null, ...byOrder() }])
    return applyDetachments(tx, ctx, [{ siteId, organisationIds: [school], on: '2021-12-31', ...byOrder() }])
  })
  expect(facts).toMatchObject([{ kind: 'organisation.detached', subjectId: school, facts: { on: '2021-12-31' } }])
})

test('small numbers of partner schools never reach the public table', async () => {
  const { ctx, territory } = network
  const siteId = await aSite(base.db, network)
  const schools = await Promise.all(Array.from({ length: 6 }, () => anOrganisation(base.db, territory)))
  await inIt(async (tx) => {
    await applyAttachments(tx, ctx, [
      { siteId, organisationIds: schools.slice(0, 3), from: '2021-02-01', to: null, ...byOrder() },
      { siteId, organisationIds: schools.slice(3), from: '2021-09-01', to: null, ...byOrder() },
    ])
    await refreshRegisterEntries(tx, ctx, [siteId])
  })
  expect((await entry(siteId))!.partners).toEqual([
    { from: '2021-02-01', partners: null },
    { from: '2021-09-01', partners: 6 },
  ])
})

test('a hundred statuses and seven hundred attachments take no more questions than one of each', async () => {
  const { ctx, territory } = network
  const schools = await inIt(async (tx) => {
    const rows = Array.from({ length: 800 }, (_, index) => ({
      territoryId: territory.id,
      id: newId<OrganisationId>(),
      kind: 'school' as const,
      fullName: `МБОУ «Большая школа № ${index}»`,
      shortName: `Большая школа № ${index}`,
      createdAt: ctx.now,
    }))
    await tx.insertInto('organisations').values(rows).execute()
    return rows.map((row) => row.id)
  })
  const siteIds = Array.from({ length: 100 }, () => newId<SiteId>())
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await inIt(async (tx) => {
    const grants = siteIds.map((siteId, index) => ({
      siteId,
      organisationIds: [schools[index]!],
      leadOrganisationId: schools[index]!,
      theme: `Тема ${index}`,
      direction: null,
      from: '2021-09-01',
      to: '2022-05-31',
      regulationId: network.regulationId,
      lineId: network.lineId,
      orderId: network.orderId,
      pointNumber: '1',
    }))
    await applyGrants(tx, ctx, grants)
    const attachings = siteIds.map((siteId, index) => ({
      siteId,
      organisationIds: schools.slice(100 + index * 7, 107 + index * 7),
      from: '2021-09-01',
      to: '2022-05-31',
      ...byOrder(),
    }))
    expect(await applyAttachments(tx, ctx, attachings)).toHaveLength(700)
    await refreshRegisterEntries(tx, ctx, siteIds)
  })
  expect(sent.mock.calls.length).toBeLessThan(20)
  sent.mockRestore()
})
