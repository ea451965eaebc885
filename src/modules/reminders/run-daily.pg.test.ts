import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { anAccount } from '../../../test/factories/accounts.ts'
import {
  anOffice,
  aPoint,
  aSchool,
  aSigned,
  done,
  type Office,
  onDay,
  theRegulationOrder,
} from '../../../test/factories/orders.ts'
import { aDraft, aPlanningSite, aRow, mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { aReport, aSubmittedReport } from '../../../test/factories/reports.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { aStep, chebula, luga } from '../../../test/regulations.ts'
import type { Services, Territory } from '../../authz/ctx.ts'
import { noServices } from '../../authz/ctx.ts'
import { keepFilesIn } from '../../files/store.ts'
import { markFrom } from '../../history/mark.ts'
import { record } from '../../history/record.ts'
import { verifyHistory } from '../../history/verify.ts'
import { instantOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { periodKey } from '../../kernel/periods.ts'
import type { Day, OrderId, PersonId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import { advanceClock } from '../clock/commands/advance-clock.ts'
import { acknowledgeOrder } from '../orders/commands/acknowledge-order.ts'
import { reportAssignment } from '../orders/commands/execute-assignment.ts'
import { submitPlan } from '../plans/deeds/write.ts'
import { runDaily } from './commands/run-daily.ts'

const base = ownDatabase()
const folder = fs.mkdtempSync(path.join(tmpdir(), 'daily-'))
beforeAll(async () => {
  keepFilesIn(folder)
  await base.adminPool.query('insert into installation (demo, created_at) values (true, now())')
})
afterAll(async () => {
  fs.rmSync(folder, { recursive: true })
})

const zone = 'Asia/Novokuznetsk'
const at = (day: Day, time = '09:00:00') => instantOf(day, time, zone)

/** From now on the territory lives by the clock on the wall and was last told on a day. */
async function onTheWall(territory: Territory, lastDayRun: Day | null): Promise<void> {
  await base.adminPool.query('update territories set demo_today = null, last_day_run = $2 where id = $1', [
    territory.id,
    lastDayRun,
  ])
}
const lastRun = async ({ id }: Territory): Promise<Day> =>
  (await base.adminPool.query<{ last_day_run: Day }>('select last_day_run from territories where id = $1', [id])).rows[0]!
    .last_day_run

type Told = { person_id: string; kind: string; on_day: Day; subject_id: string }
/** What people were told by the calendar, in order of days. */
async function told({ id }: Territory): Promise<Told[]> {
  const { rows } = await base.adminPool.query<Told>(
    `select person_id, kind, on_day, subject_id from notices where territory_id = $1
      and (kind ~ '^(control\\.|assignment\\.(due|overdue)|report\\.(due|overdue|notReceived))' or kind = 'order.notRead') order by on_day, kind, person_id`,
    [id],
  )
  return rows
}
const kindsByDay = async (territory: Territory) => (await told(territory)).map(({ on_day, kind }) => `${on_day} ${kind}`)

describe('reports', () => {
  const site = (): Promise<PlanningSite> => aPlanningSite(base.db, chebula, '2022-05-01')

  test('the head is told on the days of the regulation, then the operator too', async () => {
    const { territory, people, siteId } = await site()
    await onTheWall(territory, '2022-05-15')
    await runDaily(base.db, noServices, at('2022-06-20'))
    expect(await told(territory)).toEqual(
      [
        { person_id: people.head, kind: 'report.dueSoon', on_day: '2022-05-16' },
        { person_id: people.head, kind: 'report.dueSoon', on_day: '2022-06-08' },
        { person_id: people.head, kind: 'report.dueToday', on_day: '2022-06-15' },
        { person_id: people.methodist, kind: 'report.notReceived', on_day: '2022-06-16' },
        { person_id: people.head, kind: 'report.overdue', on_day: '2022-06-16' },
      ].map((row) => ({ ...row, subject_id: siteId })),
    )
    expect(await lastRun(territory)).toBe('2022-06-20')
  })

  test('comes also where the clock could not do a thing by itself; that is thrown at the end', async () => {
    const chain = [aStep('approve', 'authority', { due: { count: 10, unit: 'day' }, silence: 'consent' })]
    const there = await aPlanningSite(base.db, { ...chebula, plan: { ...chebula.plan, chain } }, '2022-06-01')
    const planId = await aDraft(there, [aRow(there, chebula)])
    mustWork(await submitPlan.run(await there.as('head'), { id: planId, version: 2, sameDay: true }))
    await onTheWall(there.territory, '2022-06-14')
    await base.adminPool.query("alter table procedure_voices add constraint nobody check (on_day < '2022-06-01') not valid")
    await expect(runDaily(base.db, noServices, at('2022-06-15'))).rejects.toThrow('1 places')
    await base.adminPool.query('alter table procedure_voices drop constraint nobody')
    expect(await kindsByDay(there.territory)).toEqual(['2022-06-15 report.dueToday'])
    expect(await lastRun(there.territory)).toBe('2022-06-15')
  })

  test('run twice, and again every hour, it tells once', async () => {
    const { territory } = await site()
    await onTheWall(territory, '2022-06-14')
    await Promise.all([runDaily(base.db, noServices, at('2022-06-15')), runDaily(base.db, noServices, at('2022-06-15'))])
    await runDaily(base.db, noServices, at('2022-06-15', '10:05:00'))
    expect(await kindsByDay(territory)).toEqual(['2022-06-15 report.dueToday'])
  })

  test('before seven in the morning the day has not begun', async () => {
    const { territory } = await site()
    await onTheWall(territory, '2022-06-14')
    await runDaily(base.db, noServices, at('2022-06-15', '06:05:00'))
    expect([await told(territory), await lastRun(territory)]).toEqual([[], '2022-06-14'])
  })

  test('a draft is still owed and the notice leads to it; a report handed in is not spoken of', async () => {
    const [writing, ready] = [await site(), await site()]
    const reportId = await aReport(writing, chebula, '2022-05-01')
    await aSubmittedReport(ready, chebula, '2022-05-01')
    for (const { territory } of [writing, ready]) await onTheWall(territory, '2022-06-14')
    await runDaily(base.db, noServices, at('2022-06-15'))
    expect(await told(ready.territory)).toEqual([])
    const { rows } = await base.adminPool.query(
      "select params from notices where territory_id = $1 and kind = 'report.dueToday'",
      [writing.territory.id],
    )
    expect(rows).toMatchObject([
      { params: { site: expect.any(String), period: periodKey('2021/22'), dueOn: '2022-06-15', clause: '4.3', reportId } },
    ])
  })

  test('a regulation without a day reminds nobody', async () => {
    const { territory } = await aPlanningSite(base.db, luga, '2022-05-01')
    await onTheWall(territory, '2022-05-01')
    await runDaily(base.db, noServices, at('2022-06-20'))
    expect(await told(territory)).toEqual([])
  })

  test('a site whose status has ended is still reminded of the report it owes', async () => {
    const { territory, people } = await aPlanningSite(base.db, chebula, '2022-05-01', { from: '2021-01-28', to: '2022-06-10' })
    await onTheWall(territory, '2022-06-09')
    await runDaily(base.db, noServices, at('2022-06-10'))
    await runDaily(base.db, noServices, at('2022-06-11'))
    expect((await told(territory)).filter((row) => row.person_id === people.head).map((row) => row.kind)).toEqual([
      'report.dueToday',
      'report.overdue',
    ])
  })
})

describe('orders', () => {
  type Given = { there: Office; heads: readonly [PersonId, PersonId]; orderId: OrderId }

  /** On 28 January 2021 two heads get a point to do until 10 February and the order to read. */
  async function anOrder(): Promise<Given> {
    const there = await anOffice(base.db, '2021-01-28')
    await theRegulationOrder(there)
    const heads = [(await aSchool(there)).headId, (await aSchool(there)).headId] as const
    const task = aPoint([], { isTask: true, text: 'Составить план.', assigneeIds: heads, dueOn: '2021-02-10' })
    const orderId = await aSigned(there, [task], { controllerId: there.officialId })
    await onTheWall(there.territory, '2021-01-28')
    return { there, heads, orderId }
  }
  const assignmentOf = async ({ there, orderId }: Given, personId: PersonId): Promise<string> =>
    (
      await base.adminPool.query<{ id: string }>(
        'select id from assignments where territory_id = $1 and order_id = $2 and person_id = $3',
        [there.territory.id, orderId, personId],
      )
    ).rows[0]!.id

  test('those who have to do a point are told a week before, on the day and after; the controller once for all of them', async () => {
    const { there } = await anOrder()
    await runDaily(base.db, noServices, at('2021-02-20'))
    const days = (await kindsByDay(there.territory)).filter((line) => !line.endsWith('order.notRead'))
    expect(days).toEqual(
      ['2021-02-03 dueSoon', '2021-02-10 dueToday', '2021-02-11 overdue'].flatMap((line) => {
        const [day, what] = line.split(' ')
        return [`${day} assignment.${what}`, `${day} assignment.${what}`, `${day} control.${what}`]
      }),
    )
  })

  test('who has reported is left alone, and the controller reads how many are left', async () => {
    const given = await anOrder()
    const { there, heads } = given
    const ctx = await ctxOf(base.db, there.territory, heads[0] as never, '2021-02-01')
    done(await reportAssignment(ctx, { assignmentId: await assignmentOf(given, heads[0]), note: 'План составлен' }))
    await runDaily(base.db, noServices, at('2021-02-03'))
    const { rows } = await base.adminPool.query(
      "select person_id, kind, params ->> 'open' as open from notices where territory_id = $1 and kind ~ 'dueSoon' order by kind",
      [there.territory.id],
    )
    expect(rows).toEqual([
      { person_id: heads[1], kind: 'assignment.dueSoon', open: null },
      { person_id: there.officialId, kind: 'control.dueSoon', open: '1' },
    ])
  })

  test('who has not read an order for a week is told once', async () => {
    const { there, heads, orderId } = await anOrder()
    const ctx = await ctxOf(base.db, there.territory, heads[0] as never, '2021-01-30')
    done(await acknowledgeOrder(ctx, { orderId }))
    await runDaily(base.db, noServices, at('2021-02-04'))
    await runDaily(base.db, noServices, at('2021-02-05'))
    const reading = (await told(there.territory)).filter((row) => row.kind === 'order.notRead')
    // Whoever prepared the order has read it.
    expect(reading.map(({ person_id, on_day }) => `${on_day} ${person_id}`)).toEqual([`2021-02-04 ${heads[1]}`])
  })

  test('moving the day of a demonstration tells the days passed at once', async () => {
    const there = await anOffice(base.db, '2021-01-28')
    await theRegulationOrder(there)
    const { headId } = await aSchool(there)
    await aSigned(there, [aPoint([], { isTask: true, assigneeIds: [headId], dueOn: '2021-02-10' })])
    const { official } = await onDay(there, '2021-01-28')
    done(await advanceClock(official, { move: 'to', to: '2021-02-10' }))
    expect(await kindsByDay(there.territory)).toEqual([
      '2021-02-03 assignment.dueSoon',
      '2021-02-03 control.dueSoon',
      '2021-02-04 order.notRead',
      '2021-02-10 assignment.dueToday',
      '2021-02-10 control.dueToday',
    ])
    expect(await lastRun(there.territory)).toBe('2021-02-10')
    await runDaily(base.db, noServices, at('2026-01-01'))
    expect(await kindsByDay(there.territory)).toHaveLength(5)
  })
})

describe('letters', () => {
  async function aWritingSite() {
    const letters: Parameters<Services['mail']>[1][] = []
    const services: Services = {
      ...noServices,
      mail: async (_tx, letter) => void letters.push(letter),
      origin: 'https://primer.ru',
      sendsMail: true,
    }
    const site = await aPlanningSite(base.db, chebula, '2022-06-01')
    const territory = { ...site.territory, demoToday: null }
    await onTheWall(territory, '2022-06-07')
    const email = `${territory.code}@primer.ru`
    await anAccount(base.db, email, [{ territory, personId: site.people.head }])
    return { letters, services, site, territory, email }
  }

  test('one letter a day holds what was told since yesterday and is not read yet', async () => {
    const { letters, services, site, territory, email } = await aWritingSite()
    const told = (kind: 'report.accepted' | 'report.withdrawn', onDay: Day) =>
      inScope(base.db, territory.id, (tx) =>
        tell(tx, { territory, today: onDay, now: at(onDay), services, actor: null }, [
          { personId: site.people.head, kind, subjectId: newId(), params: { site: 'Школа', period: periodKey('2020/21') } },
        ]),
      )
    await told('report.accepted', '2022-06-07')
    await told('report.withdrawn', '2022-05-01')
    await runDaily(base.db, services, at('2022-06-08'))
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ to: email, subject: `${territory.shortName}: 2 уведомления` })
    expect(letters[0]!.text).toContain('Принят отчёт за 2020/21 учебный год')
    expect(letters[0]!.text).toContain('Сдайте отчёт за 2021/22 учебный год до 15 июня 2022 г.')
    expect(letters[0]!.text).not.toContain('Отозван')

    await runDaily(base.db, services, at('2022-06-09'))
    expect(letters).toHaveLength(1)
  })

  test('who answers for the territory reads the head of its history too, and can hold it against the database', async () => {
    const { letters, services, territory } = await aWritingSite()
    const officialId = await aPerson(base.db, territory, { roles: ['official'] })
    await anAccount(base.db, `o-${territory.code}@primer.ru`, [{ territory, personId: officialId }])
    const recording = { territory, now: at('2022-06-08'), actor: null }
    await inScope(base.db, territory.id, (tx) =>
      record(tx, recording, { kind: 'territory.loaded', subjectId: territory.id, facts: { name: 'Район' } }),
    )
    await inScope(base.db, territory.id, (tx) =>
      tell(tx, { territory, today: '2022-06-08', now: at('2022-06-08'), services, actor: null }, [
        {
          personId: officialId,
          kind: 'report.accepted',
          subjectId: newId(),
          params: { site: 'Школа', period: periodKey('2020/21') },
        },
      ]),
    )
    await runDaily(base.db, services, at('2022-06-08'))
    const textTo = (to: string) => letters.find((letter) => letter.to === to)?.text ?? ''
    const mark = markFrom(/Контрольная строка истории: (\S+)/.exec(textTo(`o-${territory.code}@primer.ru`))?.[1] ?? '')
    expect(mark).toMatchObject({ territory: territory.code, head: expect.stringMatching(/^01[0-9a-f]{18}$/) })
    expect((await verifyHistory(base.db, mark ? [mark] : [])).damages).toEqual([])
    expect(textTo(`${territory.code}@primer.ru`)).toContain('отчёт')
    expect(textTo(`${territory.code}@primer.ru`)).not.toContain('Контрольная строка')
  })

  test('the last day of a report is written about at once and not again in the letter of the day', async () => {
    const { letters, services, territory, email } = await aWritingSite()
    await base.adminPool.query('update territories set last_day_run = $2 where id = $1', [territory.id, '2022-06-14'])
    await runDaily(base.db, services, at('2022-06-15'))
    const own = letters.filter(({ to }) => to === email)
    expect(own.map(({ subject }) => subject)).toEqual(['Сегодня последний день: отчёт за 2021/22 учебный год'])
  })
})

test('keys of forms are kept for a week', async () => {
  const key = async (name: string, day: Day) =>
    base.adminPool.query("insert into submissions (account_id, key, request_hash, at) values ('a', $1, '', $2)", [name, at(day)])
  await key('old', '2022-06-01')
  await key('new', '2022-06-10')
  await runDaily(base.db, noServices, at('2022-06-12'))
  const { rows } = await base.adminPool.query('select key from submissions')
  expect(rows).toEqual([{ key: 'new' }])
})

test('files of deeds that failed are swept a day later, and so is what requests left behind', async () => {
  const { territory } = await aPlanningSite(base.db, chebula, '2022-05-01')
  const places = [path.join(folder, territory.id, newId()), path.join(folder, '.incoming', newId())]
  for (const place of places) {
    fs.mkdirSync(path.dirname(place), { recursive: true })
    fs.writeFileSync(place, 'x')
    fs.utimesSync(place, at('2022-06-20'), at('2022-06-20'))
  }
  await runDaily(base.db, noServices, at('2022-06-21', '09:00:00'))
  expect(places.map((place) => fs.existsSync(place))).toEqual([true, true])
  await runDaily(base.db, noServices, at('2022-06-21', '10:01:00'))
  expect(places.map((place) => fs.existsSync(place))).toEqual([true, true]) // not the hour
  await runDaily(base.db, noServices, at('2022-06-21', '09:01:00'))
  expect(places.map((place) => fs.existsSync(place))).toEqual([false, false])
})
