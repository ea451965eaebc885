// Proves L-O4, L-O5, U-O3.

import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { anOffice, aPoint, aSchool, aSigned, done, type Office } from '../../../test/factories/orders.ts'
import { ctxOf, inScope } from '../../../test/factory.ts'
import type { Acting } from '../../authz/ctx.ts'
import { acknowledgeOrder } from './commands/acknowledge-order.ts'
import { acceptAssignment, reportAssignment, returnAssignment } from './commands/execute-assignment.ts'
import { acquaintanceSheet, controlView } from './execution-queries.ts'
import { tasks } from './tasks.ts'

const database = ownDatabase()

async function aTask(due: string | null = '2021-02-10') {
  const there = await anOffice(database.db)
  const school = await aSchool(there, 'Школа')
  const other = await aSchool(there, 'Другая')
  const orderId = await aSigned(there, [aPoint([], { assigneeIds: [school.headId], dueOn: due })], {
    controllerId: there.officialId,
  })
  const head = await ctxOf(there.db, there.territory, school.headId)
  const [assignment] = await waiting(there, head)
  return { there, school, other, orderId, head, assignmentId: assignment!.key.slice('assignment:'.length) }
}
/** What waits for somebody in orders. */
const waiting = async (there: Office, ctx: Acting) =>
  (await inside(there, (tx) => Promise.all(tasks.map(({ find }) => find({ tx, ctx, regulations: [] }))))).flat()
const inside = <T>(there: Office, work: Parameters<typeof inScope<T>>[2]) => inScope(there.db, there.territory.id, work)

test('a task goes from its assignee to the controller, back with a remark, and is accepted at last', async () => {
  const { there, head, assignmentId, orderId } = await aTask()
  expect(await reportAssignment(head, { assignmentId, note: '' })).toMatchObject({ refusal: { rule: 'assignment.noteMissing' } })
  done(await reportAssignment(head, { assignmentId, note: 'Дорожная карта составлена' }))
  expect((await waiting(there, there.official)).map(({ key }) => key)).toContain(`accept:${assignmentId}`)
  expect(await returnAssignment(there.official, { assignmentId, remark: '' })).toMatchObject({
    refusal: { rule: 'assignment.remarkMissing' },
  })
  done(await returnAssignment(there.official, { assignmentId, remark: 'Нет сроков' }))
  done(await reportAssignment(head, { assignmentId, note: 'Сроки добавлены' }))
  done(await acceptAssignment(there.official, { assignmentId }))
  const [line] = await inside(there, (tx) => controlView(tx, there.official, orderId))
  expect(line).toMatchObject({
    state: 'accepted',
    note: 'Сроки добавлены',
    acceptedOn: '2021-01-28',
    pointNumber: '1',
    isOverdue: false,
  })
  expect(await acceptAssignment(there.official, { assignmentId })).toMatchObject({ refusal: { code: 'illegalMove' } })
  expect((await waiting(there, there.official)).map(({ key }) => key)).not.toContain(`accept:${assignmentId}`)
})

test('only the assignee reports, only the controller or a signatory decides', async () => {
  const { there, head, other, assignmentId } = await aTask()
  const stranger = await ctxOf(there.db, there.territory, other.headId)
  expect(await reportAssignment(stranger, { assignmentId, note: 'Готово' })).toMatchObject({ refusal: { code: 'forbidden' } })
  done(await reportAssignment(head, { assignmentId, note: 'Готово' }))
  expect(await acceptAssignment(head, { assignmentId })).toMatchObject({ refusal: { code: 'forbidden' } })
  done(await acceptAssignment(there.signatory, { assignmentId }))
})

test('two decide at once: one wins', async () => {
  const { there, head, assignmentId } = await aTask()
  done(await reportAssignment(head, { assignmentId, note: 'Готово' }))
  const both = await Promise.all([
    acceptAssignment(there.official, { assignmentId }),
    returnAssignment(there.signatory, { assignmentId, remark: 'Нет' }),
  ])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
})

test('a task is overdue from the day after its due day, by the territory’s own day', async () => {
  const { there, school, orderId } = await aTask('2021-02-10')
  const overdueOn = async (day: string) => {
    const head = await ctxOf(there.db, there.territory, school.headId, day)
    return (await inside(there, (tx) => controlView(tx, head, orderId)))[0]!.isOverdue
  }
  expect([await overdueOn('2021-02-10'), await overdueOn('2021-02-11')]).toEqual([false, true])
})

test('the acquaintance sheet shows who has read the order and who has not', async () => {
  const { there, head, school, other, orderId } = await aTask()
  const toRead = async () => (await waiting(there, head)).filter(({ key }) => key === `read:${orderId}`).length
  expect(await toRead()).toBe(1)
  done(await acknowledgeOrder(head, { orderId }))
  done(await acknowledgeOrder(head, { orderId }))
  expect(await toRead()).toBe(0)
  const sheet = await inside(there, (tx) => acquaintanceSheet(tx, there.official, orderId))
  // The official who wrote it, and controls it, is not asked to read it.
  expect(sheet.map((line) => [line.personId, line.confirmedAt !== null])).toEqual([[school.headId, true]])
  expect(sheet.find((line) => line.personId === school.headId)).toMatchObject({ post: 'директор', organisation: 'Школа' })
  const stranger = await ctxOf(there.db, there.territory, other.headId)
  expect(await acknowledgeOrder(stranger, { orderId })).toMatchObject({ refusal: { code: 'forbidden' } })
})

test('another territory sees no task of this one', async () => {
  const { orderId, assignmentId } = await aTask()
  const elsewhere = await anOffice(database.db)
  await inside(elsewhere, async (tx) => {
    expect(await controlView(tx, elsewhere.official, orderId)).toEqual([])
    expect(await acquaintanceSheet(tx, elsewhere.official, orderId)).toEqual([])
  })
  expect(await acceptAssignment(elsewhere.signatory, { assignmentId })).toMatchObject({ refusal: { code: 'notFound' } })
})
