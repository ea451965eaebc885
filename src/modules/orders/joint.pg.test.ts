import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aThirdBody, withOffice } from '../../../test/factories/bodies.ts'
import { aDraft, aGrant, aPoint, aSchool, aSubmitted, done, onDay, sign } from '../../../test/factories/orders.ts'
import { ctxOf, historyOf, inScope, noticesTo } from '../../../test/factory.ts'
import type { OrderId } from '../../kernel/types.ts'
import { submitOrder } from './commands/move-order.ts'
import { signOrder } from './commands/sign-order.ts'
import { paperOf } from './paper.ts'
import { previewOrder } from './preview.ts'
import { findOrder, snapshotOf } from './queries.ts'

const database = ownDatabase()
const { as } = aClient(database)

type There = Awaited<ReturnType<typeof aJoint>>

/** A territory whose statuses its authority gives together with a council, the regulation in force. */
async function aJoint() {
  const there = await aThirdBody(database.db, { together: [{ by: 'body1', clause: ['1.4'] }] })
  await withOffice(as(there.keeper), there)
  done(await sign(there, await aSubmitted(there, [aPoint([{ kind: 'approveRegulation', regulationId: there.regulationId }])])))
  const { id: school } = await aSchool(there)
  const orderId = await aSubmitted(there, [aPoint([aGrant(school, { from: '2021-02-03' })])], { title: 'О статусе' })
  return { ...there, school, orderId }
}
const asChair = async (there: There, day = '2021-01-28') => ctxOf(there.db, there.territory, there.chair, day)
const signing = (orderId: OrderId) => ({ orderId, version: 3, number: null, effectiveOn: null })
const sites = (there: There) => inScope(there.db, there.territory.id, (tx) => tx.selectFrom('sites').select('id').execute())

describe('an order that several bodies sign', () => {
  test('changes nothing and takes no number until each has signed; then all at once, under the number of the first', async () => {
    const there = await aJoint()
    expect((await as(there.chair).get('')).text).toContain('Подписать «О статусе»')
    expect(await noticesTo(there, there.chair)).toContain('order.awaitingSignature')
    expect(done(await signOrder(await asChair(there), signing(there.orderId)))).toMatchObject({ number: null })
    expect(await sites(there)).toEqual([])
    expect((await as(there.chair).get('')).text).not.toContain('Подписать «О статусе»')
    expect(await signOrder(await asChair(there), signing(there.orderId))).toMatchObject({
      refusal: { rule: 'order.signedByYou' },
    })
    const page = (await as(there.signatoryId).get(`/orders/${there.orderId}`)).text
    expect(page).toContain('Подписывают вместе')
    expect(page).toContain('подпись от 28 января 2021 г.')

    const later = await onDay(there, '2021-02-02')
    expect(done(await sign({ ...there, ...later }, there.orderId)).numberText).toBe('2-о')
    expect(await sites(there)).toHaveLength(1)
    expect(await historyOf(database, there.orderId)).toEqual(
      expect.arrayContaining(['order.submitted', 'order.signedByOne', 'order.signed']),
    )
    const paper = await inScope(there.db, there.territory.id, (tx) => snapshotOf(tx, there.signatory, there.orderId))
    expect(paper).toMatchObject({ signedOn: '2021-02-02', enactingWord: 'приказываем:' })
    expect(paper?.signatures?.map(({ post, signedOn }) => [post, signedOn])).toEqual([
      ['Председатель комитета', '2021-02-02'],
      ['Председатель совета', '2021-01-28'],
    ])
  })

  test('the number and the day that the first gave are taken with the last signature', async () => {
    const there = await aJoint()
    const given = { number: 17, effectiveOn: '2021-02-01' }
    expect(done(await signOrder(there.signatory, { ...signing(there.orderId), ...given })).number).toBeNull()
    expect(done(await signOrder(await asChair(there, '2021-01-29'), signing(there.orderId))).numberText).toBe('17-о')
    const row = await inScope(there.db, there.territory.id, (tx) =>
      tx.selectFrom('orders').select('effectiveOn').where('id', '=', there.orderId).executeTakeFirst(),
    )
    expect(row?.effectiveOn).toBe('2021-02-01')
  })

  test('one that is sent back by any of them is a draft again, and no signature on it holds', async () => {
    const there = await aJoint()
    done(await sign(there, there.orderId))
    const chair = as(there.chair)
    await chair.get(`/orders/${there.orderId}`)
    expect((await chair.press('Вернуть с замечанием', { remark: 'Срок не наш' })).status).toBe(303)
    expect((await as(there.officialId).get(`/orders/${there.orderId}`)).text).toContain('Срок не наш')
    done(await submitOrder(there.official, { orderId: there.orderId, version: 4 }))
    expect((await as(there.signatoryId).get('')).text).toContain('Подписать «О статусе»')
  })

  test('has the line of each signature while it is a draft', async () => {
    const there = await aJoint()
    const id = await aDraft(there, [aPoint([aGrant(there.school, { from: '2021-02-03' })])])
    const paper = await inScope(there.db, there.territory.id, async (tx) => {
      const full = await findOrder(tx, there.official, id)
      return full && paperOf(tx, there.official, full)
    })
    expect(paper?.signatures?.map(({ post, signedOn }) => [post, signedOn])).toEqual([
      ['Председатель комитета', null],
      ['Председатель совета', null],
    ])
  })

  test('is not sent where nobody signs for one of them today', async () => {
    const there = await aJoint()
    await database.adminPool.query('update offices set signatory_id = null where issuer_id = $1', [there.councilId])
    const id = await aDraft(there, [aPoint([aGrant(there.school, { from: '2021-02-03' })])])
    expect(await submitOrder(there.official, { orderId: id, version: 2 })).toMatchObject({
      refusal: { rule: 'order.nobodySignsBeside', clause: '1.4' },
    })
    // Whoever prepares it reads so before sending.
    const preview = await inScope(there.db, there.territory.id, async (tx) => {
      const full = await findOrder(tx, there.official, id)
      return full && previewOrder(tx, there.official, full)
    })
    expect(preview?.refusals).toContainEqual(expect.objectContaining({ rule: 'order.nobodySignsBeside', clause: '1.4' }))
  })
})
