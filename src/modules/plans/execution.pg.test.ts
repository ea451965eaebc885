// Proves R-A3r, R-44.

import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aDraft, anApprovedPlan, aPlanningSite, aRow, mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { historyOf, inScope } from '../../../test/factory.ts'
import { read } from '../../db/transact.ts'
import { newId } from '../../kernel/ids.ts'
import { academicYears, periodKey, periodOf } from '../../kernel/periods.ts'
import type { PlanId, SiteId } from '../../kernel/types.ts'
import { recordExecution } from './commands/record-execution.ts'
import { linesAwaitingReport, overdueLines, planFact, plansOfPeriod, upcomingLinesOf } from './queries.ts'
import { executionsOf, linesOf, openPlan } from './store.ts'

const regulations = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))
const luga = regulations.get('luga')!
const database = ownDatabase()

const lines = (site: PlanningSite, planId: PlanId, number: number) =>
  inScope(site.db, site.territory.id, async (tx) => {
    const plan = await openPlan(tx, { territory: site.territory, today: '2021-09-01' }, planId)
    return linesOf(tx, site.territory.id, plan!.versions.find((version) => version.number === number)!.id)
  })
const history = (planId: PlanId) => historyOf(database, planId)
const held = { outcome: 'held', heldOn: '2021-10-12', peopleCount: 16, note: null, base: 0, files: [] } as const

describe('execution', () => {
  test('is told by the site, corrected, and told from two sides only once', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
    const lineKey = (await lines(site, planId, 1))[0]!.key
    const input = { planId, lineKey, ...held }
    expect(await recordExecution(await site.as('mentor', '2021-10-11'), input)).toMatchObject({
      refusal: { rule: 'plan.heldInFuture', field: 'heldOn' },
    })
    const mentor = await site.as('mentor', '2021-10-12')
    expect(await recordExecution(await site.as('methodist', '2021-10-12'), input)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const both = await Promise.all([recordExecution(mentor, input), recordExecution(mentor, { ...input, peopleCount: 20 })])
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    mustWork(await recordExecution(mentor, { ...input, outcome: 'cancelled', note: 'Карантин', base: 1 }))
    const executions = await inScope(site.db, site.territory.id, (tx) => executionsOf(tx, site.territory.id, planId))
    expect(executions.get(lineKey)).toEqual({
      outcome: 'cancelled',
      heldOn: null,
      peopleCount: null,
      cameFrom: null,
      note: 'Карантин',
      editVersion: 2,
    })
    expect((await history(planId)).slice(-2)).toEqual(['activity.held', 'execution.corrected'])
  })

  test('is asked only of a plan in force', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [aRow(site, luga)])
    const lineKey = (await lines(site, planId, 1))[0]!.key
    expect(await recordExecution(await site.as('head', '2021-10-12'), { planId, lineKey, ...held })).toMatchObject({
      refusal: { code: 'notFound' },
    })
  })
})

test('what waits: overdue lines, lines to report on, what lies ahead of a person, plan against fact', async () => {
  const site = await aPlanningSite(database.db, luga, '2021-11-01')
  const rows = [
    aRow(site, luga, { activity: 'Прошло' }),
    aRow(site, luga, { activity: 'Идёт', startsOn: '2021-10-25', endsOn: '2021-11-05' }),
    aRow(site, luga, { activity: 'Будет', startsOn: '2021-11-10', endsOn: '2021-11-10', personIds: [site.people.mentor] }),
    aRow(site, luga, { activity: 'Провели', startsOn: '2021-09-14', endsOn: '2021-09-14' }),
  ]
  const planId = await anApprovedPlan(site, luga, rows)
  const heldKey = (await lines(site, planId, 1)).find(({ activity }) => activity === 'Провели')!.key
  mustWork(await recordExecution(await site.as('head'), { planId, lineKey: heldKey, ...held, heldOn: '2021-09-14' }))
  const ctx = await site.as('head')
  const listed = async (rows: Awaited<ReturnType<typeof plansOfPeriod>>) => ({
    rows: await rows.page(50, 0),
    total: await rows.count(),
  })
  const found = await read(site.db, ctx.scope, async (tx) => ({
    overdue: (await overdueLines(tx, ctx, null)).map(({ activity }) => activity),
    elsewhere: await overdueLines(tx, ctx, [newId<SiteId>()]),
    awaiting: (await linesAwaitingReport(tx, ctx, [site.siteId])).map(({ activity }) => activity),
    upcoming: (await upcomingLinesOf(tx, ctx, site.people.mentor, '2021-11-15')).map(({ activity }) => activity),
    fact: await planFact(tx, ctx.territory.id, site.siteId, periodKey('2021/22'), ctx.today),
    list: await listed(
      await plansOfPeriod(tx, ctx, periodOf(periodKey('2021/22'), academicYears, { from: '2021-09-01', to: null })),
    ),
  }))
  expect(found.overdue).toEqual(['Прошло'])
  expect(found.elsewhere).toEqual([])
  expect(found.awaiting).toEqual(['Прошло', 'Идёт'])
  expect(found.upcoming).toEqual(['Будет'])
  expect(found.fact).toMatchObject({ planId, tally: { total: 4, held: 1, overdue: 1, soon: 2, ahead: 0 } })
  expect(found.list).toMatchObject({ total: 1, rows: [{ id: planId, approved: 1, open: null, lines: 4, held: 1, overdue: 1 }] })
})
