// Proves L-O1, L-O2, L-O3, C-O1, X-O.
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import {
  aDraft,
  aGrant,
  anOffice,
  aPoint,
  aSchool,
  aSigned,
  aSubmitted,
  aTermination,
  done,
  type Office,
  onDay,
  sign,
  theRegulationOrder,
} from '../../../test/factories/orders.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { steadyMs } from '../../kernel/clock.ts'
import { addDays } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrderId, OrganisationId, SiteId } from '../../kernel/types.ts'
import { changeOrder } from './commands/change-order.ts'
import { deleteDraft, publishOrder, sendBackOrder, submitOrder, withdrawOrder } from './commands/move-order.ts'
import { signOrder } from './commands/sign-order.ts'
import { findOrder, listOrders } from './queries.ts'

const database = ownDatabase()

const office = () => anOffice(database.db)
const ruleOf = (result: { ok: true } | { ok: false; refusal: { code: string; rule?: string } }) =>
  result.ok ? 'ok' : (result.refusal.rule ?? result.refusal.code)
const orderRow = (there: Office, id: OrderId) =>
  inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
const counterOf = (there: Office) =>
  inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('journals').select('lastNumber').where('kind', '=', 'order').executeTakeFirst(),
  )

describe('one order from draft to signature', () => {
  test('a draft without a signatory and without an assignee goes nowhere, and says both', async () => {
    const there = await office()
    const id = await aDraft(there, [aPoint([], { isTask: true })], { signatoryId: null })
    const refused = await submitOrder(there.official, { orderId: id, version: 2 })
    expect(refused).toMatchObject({ ok: false, refusal: { rule: 'order.noSignatory', also: [{ rule: 'order.noAssignee' }] } })
  })

  test('only somebody with the right to sign can be asked to', async () => {
    const there = await office()
    const id = await aDraft(there, [aPoint()], { signatoryId: there.officialId })
    expect(ruleOf(await submitOrder(there.official, { orderId: id, version: 2 }))).toBe('order.signatoryCannotSign')
  })

  test('sent back with a remark, it is a draft again and the remark is kept', async () => {
    const there = await office()
    const id = await aSubmitted(there, [aPoint()])
    expect(ruleOf(await sendBackOrder(there.signatory, { orderId: id, remark: ' ' }))).toBe('order.remarkMissing')
    done(await sendBackOrder(there.signatory, { orderId: id, remark: 'Укажите срок' }))
    expect(await orderRow(there, id)).toMatchObject({ state: 'draft', sentBackRemark: 'Укажите срок', number: null })
  })

  test('whoever prepared it takes it back until it is signed, nobody else', async () => {
    const there = await office()
    const id = await aSubmitted(there, [aPoint()])
    const other = await ctxOf(there.db, there.territory, await aPerson(there.db, there.territory, { roles: ['official'] }))
    const withVersion = (version: number) => ({ orderId: id, version })
    expect(ruleOf(await withdrawOrder(other, withVersion(3)))).toBe('forbidden')
    expect(ruleOf(await withdrawOrder(there.signatory, withVersion(3)))).toBe('forbidden')
    expect(ruleOf(await withdrawOrder(there.official, withVersion(2)))).toBe('changedMeanwhile')
    done(await withdrawOrder(there.official, withVersion(3)))
    expect(await orderRow(there, id)).toMatchObject({ state: 'draft', number: null })
    const facts = await inScope(there.db, there.territory.id, (tx) =>
      tx.selectFrom('history').select('kind').where('subjectId', '=', id).orderBy('seq', 'desc').execute(),
    )
    expect(facts[0]).toEqual({ kind: 'order.withdrawn' })
    expect(ruleOf(await signOrder(there.signatory, { orderId: id, version: 4, number: null, effectiveOn: null }))).toBe(
      'illegalMove',
    )
    done(await submitOrder(there.official, withVersion(4)))
    done(await signOrder(there.signatory, { orderId: id, version: 5, number: null, effectiveOn: null }))
    expect(ruleOf(await withdrawOrder(there.official, withVersion(6)))).toBe('illegalMove')
  })

  test('nobody but the chosen signatory signs', async () => {
    const there = await office()
    const id = await aSubmitted(there, [aPoint()])
    const other = await ctxOf(there.db, there.territory, await aPerson(there.db, there.territory, { roles: ['signatory'] }))
    const given = { orderId: id, version: 3, number: null, effectiveOn: null }
    expect(ruleOf(await signOrder(there.official, given))).toBe('forbidden')
    expect(ruleOf(await signOrder(other, given))).toBe('forbidden')
  })

  test('a teacher sees neither draft nor the order that waits for a signature', async () => {
    const there = await office()
    const id = await aSubmitted(there, [aPoint()])
    const teacher = await ctxOf(there.db, there.territory, await aPerson(there.db, there.territory))
    await inScope(there.db, there.territory.id, async (tx) => {
      expect(await findOrder(tx, teacher, id)).toBeUndefined()
      expect(await listOrders(tx, teacher, { state: null, year: null }).page(50, 0)).toEqual([])
      expect(await listOrders(tx, there.official, { state: null, year: null }).count()).toBe(1)
    })
    done(await sign(there, id))
    await inScope(there.db, there.territory.id, async (tx) => {
      expect((await findOrder(tx, teacher, id))?.order.numberText).toBe('1-о')
    })
  })

  test('two editors: the second is told and nothing is lost', async () => {
    const there = await office()
    const id = await aDraft(there, [aPoint()])
    const content = { ...(await contentOf(there, id)), title: 'Другое название' }
    done(await changeOrder(there.official, { orderId: id, version: 2, content }))
    expect(ruleOf(await changeOrder(there.official, { orderId: id, version: 2, content }))).toBe('changedMeanwhile')
  })

  test('while the journal is held, the next is told that another order is being signed; the day is the one on which it was free', async () => {
    const there = await office()
    done(await sign(there, await aSubmitted(there, [aPoint()])))
    const orderId = await aSubmitted(there, [aPoint()])
    const { editVersion: version } = await orderRow(there, orderId)
    const pressed = { orderId, version, number: null, effectiveOn: null }
    const other = await database.adminPool.connect()
    await other.query('begin')
    await other.query('select 1 from journals for update')
    expect(ruleOf(await signOrder(there.signatory, pressed))).toBe('order.othersSigned')
    await other.query('rollback')
    other.release()

    const day = 24 * 60 * 60_000
    const living = { ...there.signatory, territory: { ...there.territory, demoToday: null }, begun: steadyMs() - day }
    done(await signOrder(living, pressed))
    expect((await orderRow(there, orderId)).signedOn).toBe(addDays(there.signatory.today, 1))
  })

  test('a draft can be thrown away, a signed order cannot', async () => {
    const there = await office()
    const id = await aDraft(there, [aPoint()])
    done(await deleteDraft(there.official, { orderId: id, version: 2 }))
    const signed = await aSigned(there, [aPoint()])
    expect(ruleOf(await deleteDraft(there.official, { orderId: signed, version: 4 }))).toBe('illegalMove')
  })
})

async function contentOf(there: Office, id: OrderId) {
  const full = await inScope(there.db, there.territory.id, (tx) => findOrder(tx, there.official, id))
  const { title, preamble, appendices, signatoryId, controllerId, acquaintance, publishOnSigning } = full!.order
  return { title, preamble, appendices, signatoryId, controllerId, acquaintance, publishOnSigning, points: full!.points }
}

describe('a signed order never changes', () => {
  test('not through the command', async () => {
    const there = await office()
    const id = await aSigned(there, [aPoint()])
    const result = await changeOrder(there.official, { orderId: id, version: 4, content: await contentOf(there, id) })
    expect(ruleOf(result)).toBe('illegalMove')
  })

  test.each([
    ['its text', `update orders set title = 'Другое' where id = $1`],
    ['its number', 'update orders set number = 100 where id = $1'],
    ['its state back to a draft', `update orders set state = 'draft' where id = $1`],
    ['the order itself', 'delete from orders where id = $1'],
    ['a point', `update order_points set text = 'Другое' where order_id = $1`],
    ['its points', 'delete from order_points where order_id = $1'],
    ['its effects', `update order_effects set effect = '{}' where order_id = $1`],
    ['an assignee', 'delete from order_point_assignees where point_id in (select id from order_points where order_id = $1)'],
  ])('not by SQL: %s', async (_, statement) => {
    const there = await office()
    const school = await aSchool(there)
    const id = await aSigned(there, [
      aPoint([{ kind: 'approveRegulation', regulationId: there.regulationId }], { assigneeIds: [school.headId] }),
    ])
    const client = await database.ownerPool.connect()
    await client.query(`select set_config('app.territory_id', $1, false)`, [there.territory.id])
    await expect(client.query(statement, [id])).rejects.toMatchObject({ code: 'PL001' })
    client.release(true)
  })
})

describe('numbers', () => {
  test('the number the journal has given is kept, and the next one follows it', async () => {
    const there = await office()
    expect(done(await sign(there, await aSubmitted(there, [aPoint()]), 37))).toMatchObject({ number: 37, numberText: '37-о' })
    expect(done(await sign(there, await aSubmitted(there, [aPoint()])))).toMatchObject({ number: 38, numberText: '38-о' })
  })

  test('a number already taken is refused and nothing is signed', async () => {
    const there = await office()
    await aSigned(there, [aPoint()])
    const id = await aSubmitted(there, [aPoint()])
    expect(await sign(there, id, 1)).toMatchObject({ ok: false, refusal: { rule: 'order.numberTaken', params: { number: 1 } } })
    expect((await orderRow(there, id)).state).toBe('awaitingSignature')
  })

  test('each year begins anew', async () => {
    const there = await office()
    await aSigned(there, [aPoint()])
    const nextYear = await onDay(there, '2022-01-10')
    expect(done(await sign(nextYear, await aSubmitted(nextYear, [aPoint()])))).toMatchObject({ number: 1 })
  })

  test('have no gaps under twenty signatures at once, of which some are refused and some are killed', async () => {
    const there = await office()
    await theRegulationOrder(there)
    const good = await Promise.all(Array.from({ length: 20 }, () => aSubmitted(there, [aPoint()])))
    const nobody = newId() as never
    const bad = await Promise.all(
      Array.from({ length: 6 }, () =>
        aSubmitted(there, [aPoint([aTermination(nobody, { ground: 'programme', on: '2021-02-01' })])]),
      ),
    )
    const pending = [...good, ...bad].map((id) => sign(there, id).catch(() => 'killed' as const))
    for (let kill = 0; kill < 5; kill++) {
      await database.adminPool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'ploshchadka_app'
         and state <> 'idle' order by random() limit 1`,
      )
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    await Promise.all(pending)
    for (let tries = 0; tries < 5; tries++)
      for (const id of good) if ((await orderRow(there, id)).state !== 'signed') await sign(there, id).catch(() => null)

    const rows = await inScope(there.db, there.territory.id, (tx) =>
      tx.selectFrom('orders').select('number').where('state', '=', 'signed').orderBy('number').execute(),
    )
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
    expect((await counterOf(there))?.lastNumber).toBe(21)
  })
})

test('two people sign at once: one wins, the other is told that it is signed', async () => {
  const there = await office()
  const id = await aSubmitted(there, [aPoint()])
  const both = await Promise.all([sign(there, id), sign(there, id)])
  expect(both.map(ruleOf).sort()).toEqual(['illegalMove', 'ok'])
  expect((await counterOf(there))?.lastNumber).toBe(1)
})

test('two orders give one school the same status at once: one is signed, the other refused, no number is lost', async () => {
  const there = await office()
  await theRegulationOrder(there)
  const school = await aSchool(there)
  const [one, other] = await Promise.all([
    aSubmitted(there, [aPoint([aGrant(school.id)])]),
    aSubmitted(there, [aPoint([aGrant(school.id)])]),
  ])
  const both = await Promise.all([sign(there, one), sign(there, other)])
  expect(both.map(ruleOf).sort()).toEqual(['ok', 'order.statusGivenTwice'])
  expect((await counterOf(there))?.lastNumber).toBe(2)
})

test('four years of status are refused with the clause', async () => {
  const there = await anOffice(database.db, '2021-09-01', lenobl)
  const school = await aSchool(there)
  const points = [
    aPoint([{ kind: 'approveRegulation', regulationId: there.regulationId }]),
    aPoint([aGrant(school.id, { from: '2021-09-01', to: '2025-08-31' })]),
  ]
  const refused = await sign(there, await aSubmitted(there, points))
  expect(refused).toMatchObject({
    ok: false,
    refusal: { rule: 'order.termTooLong', clause: '3.2', field: 'points.1.effects.0', params: { point: '2' } },
  })
})

test('publication puts the order on the public site without the list of weak schools', async () => {
  const there = await office()
  const [host, weak] = [await aSchool(there), await aSchool(there, 'Слабая школа')]
  const siteId = newId<SiteId>()
  const id = await aSigned(
    there,
    [
      aPoint([{ kind: 'approveRegulation', regulationId: there.regulationId }]),
      aPoint([aGrant(host.id, { siteId })]),
      aPoint([{ kind: 'attachOrganisations', siteId, organisationIds: [weak.id], from: '2021-01-28', to: '2023-08-31' }]),
    ],
    { appendices: [{ title: 'Сетевое партнёрство', content: 'attachments' }] },
  )
  expect(JSON.stringify((await orderRow(there, id)).snapshot)).toContain('Слабая школа')
  done(await publishOrder(there.official, { orderId: id }))
  expect(ruleOf(await publishOrder(there.official, { orderId: id }))).toBe('illegalMove')
  const row = await there.db.selectFrom('publishedOrders').selectAll().where('orderId', '=', id).executeTakeFirstOrThrow()
  expect(row.numberText).toBe('1-о')
  expect(JSON.stringify(row.snapshot)).not.toContain('Слабая школа')
  const entry = await there.db
    .selectFrom('registerEntries')
    .select('orderPublished')
    .where('siteId', '=', siteId)
    .executeTakeFirst()
  expect(entry?.orderPublished).toBe(true)
})

test('another territory does not see, change or sign the order', async () => {
  const [there, elsewhere] = [await office(), await office()]
  const id = await aSubmitted(there, [aPoint()])
  expect(ruleOf(await sign(elsewhere, id))).toBe('notFound')
  expect(ruleOf(await sendBackOrder(elsewhere.signatory, { orderId: id, remark: 'нет' }))).toBe('notFound')
  await inScope(there.db, elsewhere.territory.id, async (tx) => {
    expect(await findOrder(tx, elsewhere.official, id)).toBeUndefined()
    expect(await tx.selectFrom('orders').select('id').execute()).toEqual([])
    expect(await tx.selectFrom('orderPoints').select('id').execute()).toEqual([])
    expect((await tx.selectFrom('offices').select('issuerId').execute()).map((row) => row.issuerId)).toEqual([elsewhere.issuerId])
  })
})

test('an order that opens 100 sites and attaches 700 schools is signed in as few statements as a small one', async () => {
  const there = await office()
  const ids = Array.from({ length: 800 }, () => newId<OrganisationId>())
  await inScope(there.db, there.territory.id, (tx) =>
    tx
      .insertInto('organisations')
      .values(
        ids.map((id, index) => ({
          territoryId: there.territory.id,
          id,
          kind: 'school',
          fullName: `Школа большого района № ${index}`,
          shortName: `Школа № ${index}`,
          createdAt: new Date('2020-01-01T00:00:00Z'),
        })),
      )
      .execute(),
  )
  const grants = ids.slice(0, 100).map((id) => aGrant(id as never))
  const attachments = grants.map(({ siteId }, index) => ({
    kind: 'attachOrganisations' as const,
    siteId,
    organisationIds: ids.slice(100 + index * 7, 107 + index * 7) as never,
    from: '2021-01-28',
    to: '2023-08-31',
  }))
  const id = await aSubmitted(there, [
    aPoint([{ kind: 'approveRegulation', regulationId: there.regulationId }]),
    aPoint(grants),
    aPoint(attachments),
  ])
  const statements = vi.spyOn(pg.Client.prototype, 'query')
  done(await sign(there, id))
  const used = statements.mock.calls.length
  statements.mockRestore()
  const counts = await inScope(there.db, there.territory.id, async (tx) => [
    (await tx.selectFrom('sites').select('id').execute()).length,
    (await tx.selectFrom('attachments').select('id').execute()).length,
  ])
  expect(counts).toEqual([100, 700])
  expect(used).toBeLessThan(70)
})
