// Proves, C-33.
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aContract, aText, contractNow } from '../../../test/factories/contracts.ts'
import { done } from '../../../test/factories/orders.ts'
import { aCase, aLife, aPlanOf, type Life } from '../../../test/factories/status-cases.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import { noServices } from '../../authz/ctx.ts'
import type { Day } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { offerContract, signContract } from '../contracts/deeds.ts'
import { remind } from '../reminders/commands/remind.ts'
import { tasksOf } from '../tasks/queries.ts'
import { submitCase } from './deeds/decide.ts'
import { askExplanation, explainCase } from './deeds/hear.ts'

const database = ownDatabase()

const waits = async (life: Life, who: keyof Life['people'], on?: Day) => {
  const ctx = await life.as(who, on)
  const tasks = await inScope(database.db, ctx.territory.id, (tx) => tasksOf(tx, { ...ctx }))
  return tasks.filter(({ key }) => /^(expiry|statusCase|contract):/.test(key)).map(({ what }) => what)
}
const told = async (life: Life, kind: string) => {
  const { rows } = await database.adminPool.query(
    'select on_day, count(*)::int as people from notices where kind = $1 and territory_id = $2 group by on_day order by on_day',
    [kind, life.office.territory.id],
  )
  return rows.map((row) => [row.on_day, row.people])
}
/** The calendar of a territory up to a day. */
const live = (life: Life, after: Day, to: Day) =>
  inScope(database.db, life.office.territory.id, (tx) =>
    remind(
      tx,
      { territory: life.office.territory, today: to, now: new Date(`${to}T05:00:00Z`), services: noServices, actor: null },
      { after, to },
    ),
  )

test('a status that runs out is a task of the head, the director, the operator and the official until somebody asks to prolong it', async () => {
  const life = await aLife(database.db, chebula, { to: '2022-01-31' })
  const sentence = 'Статус площадки Школа-площадка кончается 31 января 2022 г.: продлите или дайте закончиться'
  expect(await waits(life, 'head', '2021-11-01')).toEqual([])
  for (const who of ['head', 'director', 'methodist', 'official'] as const)
    expect(await waits(life, who, '2021-11-03')).toEqual([sentence])
  expect(await waits(life, 'stranger', '2021-11-03')).toEqual([])
  await aCase(life, { kind: 'extension', onDay: '2022-08-31' }, await life.as('head', '2021-11-03'))
  expect(await waits(life, 'head', '2021-11-03')).toEqual([])
  expect(await waits(life, 'methodist', '2021-11-03')).toEqual(['Решить дело: продление статуса, Школа-площадка'])
})

test('warnings come 90, 30 and 7 days before the end and once the day after; a second run tells nothing twice', async () => {
  const life = await aLife(database.db, chebula, { to: '2022-01-31' })
  await live(life, '2021-10-31', '2021-12-15')
  await live(life, '2021-12-15', '2022-02-05')
  await live(life, '2021-12-15', '2022-02-05')
  expect(await told(life, 'status.endsSoon')).toEqual([
    ['2021-11-02', 4],
    ['2022-01-01', 4],
    ['2022-01-24', 4],
  ])
  expect(await told(life, 'status.over')).toEqual([['2022-02-01', 4]])
})

test('an explanation waits for the site, a submission for the operator, a decision for the authority', async () => {
  const life = await aLife(database.db, lenobl)
  const [methodist, head] = [await life.as('methodist', '2021-03-01'), await life.as('head', '2021-03-02')]
  const caseId = await aCase(life, { kind: 'termination', onDay: '2021-06-01', ground: 'mismatch' }, methodist)
  const about = 'прекращение статуса, Школа-площадка'
  const ofCase = async (who: keyof Life['people'], on: Day) => (await waits(life, who, on)).filter((what) => what.includes(about))
  expect(await ofCase('methodist', '2021-03-01')).toEqual([`Подготовить представление: ${about}`])
  expect(await ofCase('official', '2021-03-01')).toEqual([])
  done(await askExplanation.run(methodist, { id: caseId, version: 1, dueOn: '2021-03-10' }))
  expect(await ofCase('head', '2021-03-02')).toEqual([`Дать объяснение: ${about}`])
  expect(await ofCase('methodist', '2021-03-10')).toEqual([])
  expect(await ofCase('methodist', '2021-03-11')).toEqual([`Решить без объяснения: ${about}`])
  done(await explainCase.run(head, { id: caseId, version: 2, explanation: 'Перенесли', files: [] }))
  expect(await ofCase('head', '2021-03-02')).toEqual([])
  done(await submitCase.run(methodist, { id: caseId, version: 3, submissionText: 'Прошу' }))
  expect(await ofCase('official', '2021-03-02')).toEqual([`Решить по представлению: ${about}`])
  expect(await ofCase('methodist', '2021-03-02')).toEqual([])
})

test('a contract is made by the operator, signed by both, warned of before it ends', async () => {
  const life = await aLife(database.db, lenobl)
  expect(await waits(life, 'methodist')).toEqual(['Заключить договор: Школа-площадка'])
  const contractId = await aContract(life)
  expect(await waits(life, 'methodist')).toEqual([])
  const methodist = await life.as('methodist')
  done(await offerContract.run(methodist, { id: contractId, version: 1, ...aText() }))
  for (const who of ['methodist', 'director', 'head'] as const)
    expect(await waits(life, who)).toEqual(['Подписать договор: Школа-площадка'])
  const { version } = await contractNow(life, contractId)
  const sign = { id: contractId, signedOn: '2021-01-28', files: [] }
  done(await signContract.run(await life.as('director'), { ...sign, version, side: 'site' }))
  expect([await waits(life, 'director'), (await waits(life, 'methodist')).length]).toEqual([[], 1])
  done(await signContract.run(methodist, { ...sign, version: version + 1, side: 'operator' }))
  expect(await waits(life, 'methodist')).toEqual([])
  expect(await waits(life, 'methodist', '2022-01-02')).toEqual(['Договор с площадкой Школа-площадка кончается'])
  await live(life, '2021-12-30', '2022-01-26')
  expect((await told(life, 'contract.endsSoon')).map(([day]) => day)).toEqual(['2022-01-01', '2022-01-24'])
})

describe('what a paper says follows from a missed day', () => {
  const rule = { missed: 'report' as const, times: 1, days: 10, follows: 'termination' as const, clause: ['7.1'] }
  const ground = 'программа выполнена, так рекомендовал ЦИМС'
  const strict: Regulation = { ...chebula, consequences: { clause: ['7.1'], list: [{ ...rule, ground }] } }
  const proposed = async (life: Life, who: keyof Life['people'], on: Day) => {
    const ctx = await life.as(who, on)
    const tasks = await inScope(database.db, ctx.territory.id, (tx) => tasksOf(tx, { ...ctx }))
    return tasks.filter(({ key }) => key.startsWith('propose:')).map(({ what, why, clause }) => [what, why, clause])
  }

  test('is a task of whoever decides from that day on, with the facts and the clause, and never done by itself', async () => {
    const life = await aLife(database.db, strict, { today: '2021-09-01' })
    expect(await proposed(life, 'methodist', '2022-06-24')).toEqual([])
    expect(await proposed(life, 'methodist', '2022-06-25')).toEqual([
      [
        'Решить, начать ли дело: прекращение статуса, Школа-площадка',
        'Отчёт за 2021/22 учебный год: срок 15 июня 2022 г., опоздание 10 дней',
        '7.1',
      ],
    ])
    for (const who of ['head', 'director', 'stranger'] as const) expect(await proposed(life, who, '2022-06-25')).toEqual([])
    const { rows } = await database.adminPool.query('select count(*)::int as n from status_cases where territory_id = $1', [
      life.office.territory.id,
    ])
    expect(rows).toEqual([{ n: 0 }])
  })

  test('goes once somebody begins the case, whatever becomes of it; is nothing where the paper is silent', async () => {
    const life = await aLife(database.db, strict, { today: '2021-09-01' })
    const wish = { kind: 'termination', onDay: '2022-08-31', ground: 'completedByOperator' } as const
    await aCase(life, wish, await life.as('methodist', '2022-06-25'))
    expect(await proposed(life, 'methodist', '2022-06-26')).toEqual([])
    expect(await proposed(await aLife(database.db, chebula), 'methodist', '2022-06-25')).toEqual([])
  })

  test('is nothing for a suspended site, for a plan that waits for the authority, and where no such case can be begun', async () => {
    const suspendedFrom = (life: Life, day: Day) =>
      database.adminPool.query(
        `insert into suspensions (territory_id, id, site_id, starts_on, reason, order_id, point_number)
          select territory_id, gen_random_uuid(), id, $2, 'Ремонт', order_id, '1' from sites where id = $1`,
        [life.siteId, day],
      )
    const suspended = await aLife(database.db, strict, { today: '2021-09-01' })
    await suspendedFrom(suspended, '2022-06-01')
    expect(await proposed(suspended, 'methodist', '2022-06-25')).toEqual([])

    const ofPlan = (follows: 'termination' | 'suspension'): Regulation => ({
      ...strict,
      consequences: { clause: ['7.1'], list: [{ ...rule, missed: 'plan', days: 1, follows, ground }] },
    })
    const life = await aLife(database.db, ofPlan('termination'), { today: '2021-09-01' })
    expect(await proposed(life, 'methodist', '2021-10-01')).toHaveLength(1)
    await aPlanOf(life, [])
    await database.adminPool.query("update plan_versions set state = 'submitted' where territory_id = $1", [
      life.office.territory.id,
    ])
    expect(await proposed(life, 'methodist', '2021-10-01')).toEqual([])

    const soon = await aLife(database.db, ofPlan('suspension'), { today: '2021-09-01' })
    expect(await proposed(soon, 'official', '2021-10-01')).toHaveLength(1)
    await suspendedFrom(soon, '2021-11-01')
    expect(await proposed(soon, 'official', '2021-10-01')).toEqual([])
  })
})
