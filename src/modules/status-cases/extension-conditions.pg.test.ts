// Proves C-33: conditions of the paper are asked when a case begins, when its order is written and when it is signed.
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aDraft, aGrant, aPoint, aSchool, aSigned, aSubmitted, sign } from '../../../test/factories/orders.ts'
import { aCase, aLife } from '../../../test/factories/status-cases.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula } from '../../../test/regulations.ts'
import type { Result } from '../../kernel/result.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { loadRegisters } from '../orders/effects/load-registers.ts'
import { findOrder } from '../orders/queries.ts'
import { draftCaseOrder } from './deeds/decide.ts'
import { addEvidence } from './deeds/hear.ts'
import { startCase } from './deeds/start.ts'

const database = ownDatabase()
const { as } = aClient(database)
type Condition = NonNullable<Regulation['extension']>['conditions'][number]
const under = (...conditions: Condition[]): Regulation => ({
  ...chebula,
  extension: { clause: ['3.3'], times: null, months: 12, daysBefore: null, conditions },
})
const refusalOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : result.refusal.code === 'rule' ? [result.refusal.rule, result.refusal.clause] : result.refusal.code

test('while a report is not accepted no case of extension begins, its link stands with the reason, and no order is signed', async () => {
  const life = await aLife(database.db, under({ checked: { kind: 'reportsAccepted' }, clause: ['6.2'] }))
  const wish = { id: life.siteId, kind: 'extension', onDay: '2023-08-31', untilDay: null, ground: null } as const
  const more = { reason: 'Программа не завершена', attachTo: null, planFate: null }
  expect(refusalOf(await startCase.run(await life.as('head', '2022-07-01'), { ...wish, ...more }))).toEqual([
    'case.extensionCondition',
    '6.2',
  ])
  await database.adminPool.query(`update territories set demo_today = '2022-07-01'`)
  const page = (await as(life.people.head).get(`/sites/${life.siteId}/status`)).text
  expect(page).not.toContain('Продление статуса: открыть дело')
  expect(page.replaceAll('\u00a0', ' ')).toContain('Продлить нельзя: статус продлевают, если приняты все отчёты')
  const office = await life.on('2022-07-01')
  const point = aPoint([{ kind: 'extendStatus', siteId: life.siteId, to: '2023-08-31', caseId: null }])
  const signed = await sign(office, await aSubmitted(office, [point]))
  expect(JSON.stringify(signed)).toContain('приняты все отчёты')
})

test('a document that the paper asks for stands in the case before its order is written', async () => {
  const life = await aLife(database.db, under({ checked: { kind: 'document', name: 'Заключение совета' }, clause: ['3.4'] }))
  const id = await aCase(life, { kind: 'extension', onDay: '2023-08-31' })
  const methodist = await life.as('methodist')
  expect(refusalOf(await draftCaseOrder.run(methodist, { id, version: 1 }))).toEqual(['case.extensionCondition', '3.4'])
  expect((await as(life.people.methodist).get(`/status-cases/${id}`)).text.replaceAll('\u00a0', ' ')).toContain(
    'Без документа «Заключение совета» статус не продлят',
  )
  const link = 'https://primer.ru/zaklyuchenie'
  const added = { id, version: 1, evidenceText: 'Заключение совета, 12 мая', evidenceLink: link, evidenceFiles: [], lines: [] }
  expect(refusalOf(await addEvidence.run(methodist, added))).toBe('ok')
  expect(refusalOf(await draftCaseOrder.run(methodist, { id, version: 1 }))).toBe('ok')
})

/** What an order that prolongs one status asks the database, and one that prolongs five; and of how many sites the record is known. */
async function askedOf(regulation: Regulation): Promise<{ asked: number[]; known: number[] }> {
  const { office, siteId } = await aLife(database.db, regulation)
  const grants = await Promise.all(
    Array.from({ length: 4 }, async () => aGrant((await aSchool(office)).id, { to: '2022-08-31' })),
  )
  await aSigned(office, [aPoint(grants)])
  const sites = [siteId, ...grants.map((grant) => grant.siteId)]
  const found = []
  for (const own of [sites.slice(0, 1), sites]) {
    const orderId = await aDraft(
      office,
      own.map((id) => aPoint([{ kind: 'extendStatus', siteId: id, to: '2023-08-31', caseId: null }])),
    )
    const ctx = office.official
    const seen = await inScope(database.db, office.territory.id, async (tx) => {
      const full = (await findOrder(tx, ctx, orderId))!
      const sent = vi.spyOn(pg.Client.prototype, 'query')
      const { records } = await loadRegisters(tx, ctx, full, { day: '2021-02-01', effectiveOn: '2021-02-01' })
      const asked = sent.mock.calls.length
      sent.mockRestore()
      return { asked, known: records.size }
    })
    found.push(seen)
  }
  return { asked: found.map(({ asked }) => asked), known: found.map(({ known }) => known) }
}

test('where the paper has no conditions an order that prolongs five statuses asks no more than one that prolongs one', async () => {
  const { asked, known } = await askedOf(under())
  expect(known).toEqual([0, 0])
  expect(asked[1]).toBe(asked[0])
  expect((await askedOf(under({ checked: { kind: 'planHeld', percent: 50 }, clause: ['6.2'] }))).known).toEqual([1, 5])
})
