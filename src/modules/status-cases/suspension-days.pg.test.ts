import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aPoint, aSigned } from '../../../test/factories/orders.ts'
import { aLife, type Life } from '../../../test/factories/status-cases.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula } from '../../../test/regulations.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { siteStanding } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'

const database = ownDatabase()
const { as } = aClient(database)
const stopping = { ...chebula, suspension: { clause: ['7.1'], months: null, stopsTerm: true } }

const order = async (life: Life, day: Day, ...effects: Effect[]) =>
  aSigned(
    await life.on(day),
    effects.map((effect) => aPoint([effect])),
  )
const suspend = ({ siteId }: Life): Effect => ({
  ...{ kind: 'suspendStatus', siteId, from: '2021-02-10', to: '2021-02-19', reason: 'Ремонт здания', caseId: null },
})
const standing = (life: Life) =>
  inScope(database.db, life.office.territory.id, async (tx) => {
    const found = await siteStanding(tx, life.office.territory.id, life.siteId)
    return {
      to: found!.to,
      prolonged: found!.prolonged,
      open: found && ['2021-02-19', '2021-02-20'].map((day) => siteIsOpen(found, day).ok),
    }
  })

describe('a suspension with a last day', () => {
  test('the site works again by itself on the day after; where the paper says so the term moves by as many days, and a revocation moves it back', async () => {
    const life = await aLife(database.db, stopping)
    const orderId = await order(life, '2021-02-01', suspend(life))
    expect(await standing(life)).toEqual({ to: '2022-09-10', prolonged: 0, open: [false, true] })
    await order(life, '2021-02-15', { kind: 'revoke', orderId })
    expect(await standing(life)).toEqual({ to: '2022-08-31', prolonged: 0, open: [true, true] })
  })

  test('resumed before its last day it gives back the days that were not needed; a revocation of that takes them again', async () => {
    const life = await aLife(database.db, stopping)
    await order(life, '2021-02-01', suspend(life))
    const orderId = await order(life, '2021-02-12', { kind: 'resumeStatus', siteId: life.siteId, on: '2021-02-15', caseId: null })
    const open = (day: Day) =>
      inScope(database.db, life.office.territory.id, async (tx) => {
        const found = await siteStanding(tx, life.office.territory.id, life.siteId)
        return siteIsOpen(found!, day).ok
      })
    expect([await open('2021-02-14'), await open('2021-02-15')]).toEqual([false, true])
    // Five days of ten were needed.
    expect(await standing(life)).toMatchObject({ to: '2022-09-05', prolonged: 0 })
    await order(life, '2021-02-14', { kind: 'revoke', orderId })
    expect(await standing(life)).toEqual({ to: '2022-09-10', prolonged: 0, open: [false, true] })
  })

  test('revoked after work was resumed early it takes all its days back, and what gave some of them back; a later revocation of that changes nothing', async () => {
    const life = await aLife(database.db, stopping)
    const suspended = await order(life, '2021-02-01', suspend(life))
    const resumed = await order(life, '2021-02-12', { kind: 'resumeStatus', siteId: life.siteId, on: '2021-02-15', caseId: null })
    await order(life, '2021-02-16', { kind: 'revoke', orderId: suspended })
    expect(await standing(life)).toEqual({ to: '2022-08-31', prolonged: 0, open: [true, true] })
    await order(life, '2021-02-17', { kind: 'revoke', orderId: resumed })
    expect(await standing(life)).toEqual({ to: '2022-08-31', prolonged: 0, open: [true, true] })
  })

  test('revoked after another suspension it leaves the days of that one alone', async () => {
    const life = await aLife(database.db, stopping)
    const first = await order(life, '2021-02-01', suspend(life))
    const suspended = { kind: 'suspendStatus', reason: 'Ремонт здания', caseId: null } as const
    await order(life, '2021-03-01', { ...suspended, siteId: life.siteId, from: '2021-03-10', to: '2021-03-14' })
    await order(life, '2021-03-02', { kind: 'revoke', orderId: first })
    expect(await standing(life)).toMatchObject({ to: '2022-09-05' })
  })

  test('one order may resume a site and suspend it again: what is not needed of the second time is given back too', async () => {
    const life = await aLife(database.db, stopping)
    const { siteId } = life
    const suspended = { kind: 'suspendStatus', siteId, reason: 'Ремонт здания', caseId: null } as const
    await order(life, '2021-02-01', { ...suspended, from: '2021-02-10', to: '2021-02-19' })
    const { to: before } = await standing(life)
    const again: Effect = { ...suspended, from: '2021-03-01', to: '2021-03-05' }
    await order(life, '2021-02-12', { kind: 'resumeStatus', siteId, on: '2021-02-15', caseId: null }, again)
    const { to } = await standing(life)
    // Five of ten days are taken back, five are added: the last day is where it was before.
    expect(to).toBe(before)
    await order(life, '2021-03-02', { kind: 'resumeStatus', siteId, on: '2021-03-04', caseId: null })
    expect((await standing(life)).to).toBe(addDays(to ?? '', -2))
  })

  test('days that are added are no extension: one the paper lets be is still offered', async () => {
    const life = await aLife(database.db, {
      ...stopping,
      extension: { clause: ['7.1'], times: 1, months: 12, daysBefore: null, conditions: [] },
    })
    await order(life, '2021-02-01', suspend(life))
    const page = (await as(life.people.head).get(`/sites/${life.siteId}/status`)).text
    expect(page).toContain('Продление статуса: открыть дело')
    expect(page).toContain('Срок статуса продлён на дни приостановки')
  })

  test('an order that prolongs a status and suspends it prolongs it once', async () => {
    const life = await aLife(database.db, stopping)
    const extend: Effect = { kind: 'extendStatus', siteId: life.siteId, to: '2023-08-31', caseId: null }
    await order(life, '2021-02-01', extend, suspend(life))
    expect(await standing(life)).toMatchObject({ prolonged: 1 })
  })
})
