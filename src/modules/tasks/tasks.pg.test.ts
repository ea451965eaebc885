import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import {
  anOffice,
  aPoint,
  aSchool,
  aSigned,
  aSubmitted,
  done,
  onDay,
  sign,
  theRegulationOrder,
} from '../../../test/factories/orders.ts'
import { aDraft, aPlanningSite, aRow, mustWork, type PlanningSite, passChain, versionNow } from '../../../test/factories/plans.ts'
import { aReport, aSubmittedReport, decideReport, reportNow } from '../../../test/factories/reports.ts'
import { ctxOf, inScope, type TestCtx } from '../../../test/factory.ts'
import { chebula, turochak } from '../../../test/regulations.ts'
import { acknowledgeOrder } from '../orders/commands/acknowledge-order.ts'
import { acceptAssignment, reportAssignment } from '../orders/commands/execute-assignment.ts'
import { recordExecution } from '../plans/commands/record-execution.ts'
import { submitPlan } from '../plans/deeds/write.ts'
import { linesOf } from '../plans/queries.ts'
import { tasksOf } from './queries.ts'

const base = ownDatabase()

const tasks = (ctx: TestCtx) => inScope(base.db, ctx.territory.id, (tx) => tasksOf(tx, { ...ctx }))
/** The kinds of what waits: the first word of each key. */
const waits = async (ctx: TestCtx) => (await tasks(ctx)).map(({ key }) => key.split(':')[0])

describe('an order', () => {
  test('goes from the preparer to the signatory, to those it gives work, to the controller, and leaves each in turn', async () => {
    const there = await anOffice(base.db, '2021-01-28')
    await theRegulationOrder(there)
    const { headId } = await aSchool(there)
    const task = aPoint([], { isTask: true, text: 'Составить план.', assigneeIds: [headId], dueOn: '2021-02-10' })
    const orderId = await aSubmitted(there, [task], { controllerId: there.officialId })
    expect(await waits(there.signatory)).toEqual(['sign'])
    expect(await waits(there.official)).not.toContain('draft')

    done(await sign(there, orderId))
    expect(await waits(there.signatory)).toEqual([])
    const head = await ctxOf(base.db, there.territory, headId)
    expect((await waits(head)).sort()).toEqual(['assignment', 'read'])
    const own = (await tasks(head)).find(({ key }) => key.startsWith('assignment'))!
    expect(own).toMatchObject({ what: 'Составить план', due: '2021-02-10', who: expect.stringContaining('Готовая') })

    done(await acknowledgeOrder(head, { orderId }))
    const assignmentId = own.key.split(':')[1]!
    done(await reportAssignment(head, { assignmentId, note: 'План составлен' }))
    expect(await waits(head)).toEqual([])
    expect(await waits(there.official)).toContain('accept')
    done(await acceptAssignment(there.official, { assignmentId }))
    expect(await waits(there.official)).not.toContain('accept')
  })

  test('waits for everybody who has to read it, and for nobody else', async () => {
    const there = await anOffice(base.db, '2021-01-28')
    await theRegulationOrder(there)
    const [one, other] = [await aSchool(there), await aSchool(there)]
    await aSigned(there, [aPoint([], { isTask: true, assigneeIds: [one.headId], dueOn: null })])
    expect(await waits(await ctxOf(base.db, there.territory, one.headId))).toContain('read')
    expect(await waits(await ctxOf(base.db, there.territory, other.headId))).toEqual([])
    const later = await onDay(there, '2021-03-01')
    expect(await waits(later.signatory)).toEqual([])
  })
})

describe('a plan', () => {
  test('waits for the head, then along the chain of the regulation, and then its lines wait for their days', async () => {
    const site = await aPlanningSite(base.db, chebula, '2021-09-01')
    expect(await waits(await site.as('head'))).toContain('plan')
    const planId = await aDraft(site, [aRow(site, chebula, { personIds: [site.people.head, site.people.mentor] })])
    expect((await tasks(await site.as('head'))).find(({ key }) => key === `plan:${planId}`)?.what).toMatch(
      /^Закончить и отправить/,
    )

    const { editVersion: version } = await versionNow(site, planId)
    mustWork(await submitPlan.run(await site.as('head'), { id: planId, version, sameDay: true }))
    expect(await waits(await site.as('methodist'))).toContain('decide')
    expect(await waits(await site.as('official'))).not.toContain('decide')
    expect(await waits(await site.as('head'))).not.toContain('plan')
  })

  test('once in force it asks the site to report what was held, and a reported line leaves', async () => {
    const site = await aPlanningSite(base.db, chebula, '2021-09-01')
    const planId = await aDraft(site, [aRow(site, chebula, { personIds: [site.people.mentor] })])
    await passChain(site, chebula, planId)
    expect(await waits(await site.as('mentor', '2021-10-01'))).toEqual(['ahead'])

    const after = await site.as('head', '2021-10-13')
    expect(await waits(after)).toContain('line')
    expect(await waits(await site.as('methodist', '2021-10-20'))).toContain('behind')
    const { id } = await versionNow(site, planId)
    const [line] = await inScope(base.db, site.territory.id, (tx) => linesOf(tx, site.territory.id, id))
    const held = { outcome: 'held', heldOn: '2021-10-12', peopleCount: 12, note: null, base: 0, files: [] } as const
    mustWork(await recordExecution(after, { planId, lineKey: line!.key, ...held }))
    expect(await waits(after)).not.toContain('line')
    expect(await waits(await site.as('methodist', '2021-10-20'))).not.toContain('behind')
  })
})

describe('a report', () => {
  const term = { from: '2021-09-01', to: '2023-08-31' }
  const site = (): Promise<PlanningSite> => aPlanningSite(base.db, chebula, '2022-06-01', term)
  const ofReports = async (ctx: TestCtx) =>
    (await tasks(ctx)).filter(({ key }) => /^(report|mend|decide|receive):/.test(key)).map(({ what, due }) => [what, due])

  test('is asked of the head from two months before its day, until it is handed in', async () => {
    const own = await site()
    expect(await ofReports(await own.as('head', '2022-04-15'))).toEqual([])
    expect(await ofReports(await own.as('head', '2022-04-16'))).toEqual([['Сдать отчёт за 2021/22', '2022-06-15']])
    await aReport(own, chebula, '2022-06-01')
    expect((await tasks(await own.as('head', '2022-06-20'))).find(({ key }) => key.startsWith('report:'))).toMatchObject({
      clause: '4.3',
      action: 'Открыть',
      why: expect.stringMatching(/отчёт начат, но не отправлен$/),
    })
  })

  test('late, it is asked of the head and awaited by the operator', async () => {
    const own = await site()
    expect(await ofReports(await own.as('methodist', '2022-06-15'))).toEqual([])
    const late = await ofReports(await own.as('methodist', '2022-06-16'))
    expect(late).toEqual([[expect.stringMatching(/^Получить отчёт за 2021\/22: Школа №/), '2022-06-15']])
    expect(await ofReports(await own.as('teacher', '2022-06-16'))).toEqual([])
  })

  test('handed in, it waits for the one who accepts it; returned, for the head with the remark; accepted, for nobody', async () => {
    const own = await site()
    const reportId = await aSubmittedReport(own, chebula, '2022-06-01')
    expect(await ofReports(await own.as('head'))).toEqual([])
    expect(await ofReports(await own.as('methodist'))).toEqual([[expect.stringMatching(/^Принять отчёт за 2021\/22: /), null]])
    expect(await ofReports(await own.as('official'))).toEqual([])

    const { editVersion: version } = await reportNow(own, reportId)
    mustWork(await decideReport(await own.as('methodist'), { id: reportId, version, outcome: 'returned', remark: 'Нет выводов' }))
    expect(await ofReports(await own.as('methodist'))).toEqual([])
    const [mend] = await tasks(await own.as('head')).then((all) => all.filter(({ key }) => key.startsWith('mend:')))
    expect(mend).toMatchObject({ why: 'Возвращён с замечанием: Нет выводов', clause: '4.3' })
  })

  test('where the coordinator accepts it, it waits for the coordinator of that site only', async () => {
    const own = await aPlanningSite(base.db, turochak, '2022-06-01', term)
    const reportId = await aSubmittedReport(own, turochak, '2022-06-01')
    expect(await ofReports(await own.as('coordinator'))).toHaveLength(1)
    expect(await ofReports(await own.as('methodist'))).toEqual([])
    const { editVersion: version } = await reportNow(own, reportId)
    mustWork(await decideReport(await own.as('coordinator'), { id: reportId, version, outcome: 'accepted', remark: null }))
    expect(await ofReports(await own.as('coordinator'))).toEqual([])
  })
})

test('nothing waits on a stranger, and a task of one territory is not seen in another', async () => {
  const [one, other] = [await aPlanningSite(base.db, chebula, '2022-06-20'), await aPlanningSite(base.db, chebula, '2022-06-20')]
  expect(await tasks(await one.as('stranger'))).toEqual([])
  const keys = (await tasks(await one.as('methodist'))).map(({ key }) => key)
  const others = (await tasks(await other.as('methodist'))).map(({ key }) => key)
  expect(keys.length).toBeGreaterThan(0)
  expect(keys.filter((key) => others.includes(key))).toEqual([])
})
