// Proves T-45, U-42.

import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { ownDatabase } from '../../../test/database.ts'
import { anApprovedPlan, aPlanningSite, aRow, mustWork, type PlanningSite, whoDecides } from '../../../test/factories/plans.ts'
import { aHeldLine, aReport, aSubmittedReport, decideReport, reportNow } from '../../../test/factories/reports.ts'
import { aTerritory, ctxOf, historyOf, inScope, type TestCtx } from '../../../test/factory.ts'
import { academicYear, academicYears, periodKey, periodOf } from '../../kernel/periods.ts'
import { label } from '../../regulation/people/questions.ts'
import { acceptorOf, reportKinds } from '../../regulation/work/questions.ts'
import { waitingFor } from '../procedures/waiting.ts'
import { reports, shownOf } from './case.ts'
import { saveAndSubmit, saveConclusions, startPracticeReport, startReport, submitReport, withdrawReport } from './deeds/write.ts'
import type { Assembled } from './model.ts'
import { reportsInHand, rowsOfPeriod, unsubmittedReports } from './queries.ts'

const regulations = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))
const chebula = regulations.get('chebula')!
const day = '2022-06-10'
const term = { from: '2021-08-24', to: '2022-08-31' }
const database = ownDatabase()

const aSite = (regulation = chebula, today = day) => aPlanningSite(database.db, regulation, today, term)
const versionOf = async (site: PlanningSite, reportId: string) => (await reportNow(site, reportId)).editVersion
const decide = async (
  site: PlanningSite,
  ctx: TestCtx,
  reportId: string,
  outcome: 'accepted' | 'returned',
  remark: string | null = null,
) => decideReport(ctx, { id: reportId, version: await versionOf(site, reportId), outcome, remark })
const shown = (site: PlanningSite, reportId: string, today = day): Promise<Assembled> =>
  inScope(site.db, site.territory.id, async (tx) => {
    const where = { territory: site.territory, today }
    return shownOf(tx, where, (await reports.open(tx, where, reportId))!)
  })
const kinds = (reportId: string) => historyOf(database, reportId)
const noticesOf = async (reportId: string) =>
  (await database.adminPool.query('select kind, person_id, params from notices where subject_id = $1', [reportId])).rows

describe.each([...regulations])('the whole way in %s', (_, regulation) => {
  test('the head hands in, whoever the regulation names accepts, everybody else is refused', async () => {
    const site = await aSite(regulation)
    const reportId = await aSubmittedReport(site, regulation, day)
    const acceptor = acceptorOf(reportKinds(regulation)[0]!)
    for (const other of ['methodist', 'official', 'coordinator', 'head', 'mentor', 'stranger'] as const)
      if (other !== whoDecides(acceptor))
        expect(await decide(site, await site.as(other, day), reportId, 'accepted')).toMatchObject({
          refusal: { code: 'forbidden' },
        })
    expect(await decide(site, await site.as(whoDecides(acceptor), day), reportId, 'accepted')).toMatchObject({
      value: { one: { state: 'accepted' } },
    })
    expect(await reportNow(site, reportId)).toMatchObject({ state: 'accepted', submittedOn: day, decidedOn: day })
    expect(await kinds(reportId)).toEqual(['report.started', 'report.changed', 'report.submitted', 'report.accepted'])
    const told = async (kind: string) =>
      (await noticesOf(reportId)).filter((notice) => notice.kind === kind).map((notice) => notice.person_id)
    expect(await told('report.awaitsDecision')).toContain(site.people[whoDecides(acceptor)])
    expect(await told('report.accepted')).toEqual([site.people.head])
  })
})

const year = (first: number) => periodOf(academicYear(first), academicYears, { from: '2019-01-01', to: null })

describe('starting', () => {
  test('twice gives the same report', async () => {
    const site = await aSite()
    const head = await site.as('head', day)
    const [first, second] = await Promise.all([
      startReport.run(head, { id: site.siteId, kind: 'report', period: periodKey('2021/22') }),
      startReport.run(head, { id: site.siteId, kind: 'report', period: periodKey('2021/22') }),
    ])
    expect(mustWork(first)).toBe(mustWork(second))
    expect(await kinds(mustWork(first))).toEqual(['report.started'])
  })

  test('is refused outside the status, and to people who are not of the site', async () => {
    const site = await aSite()
    const head = await site.as('head', day)
    expect(await startReport.run(head, { id: site.siteId, kind: 'report', period: periodKey('2022/23') })).toMatchObject({
      refusal: { rule: 'report.siteNotAtWork', field: 'period' },
    })
    for (const who of ['methodist', 'official', 'teacher', 'stranger'] as const)
      expect(
        await startReport.run(await site.as(who, day), { id: site.siteId, kind: 'report', period: periodKey('2021/22') }),
      ).toMatchObject({
        refusal: { code: 'forbidden' },
      })
  })
})

describe('a report on a practice (п. 4.5)', () => {
  const turochak = regulations.get('turochak')!
  const aPractice = { practice: 'Чтение', from: '2021-10-12', to: '2021-10-12' }

  test('several in a year, each named by its practice; the same one is opened, not begun again', async () => {
    const site = await aSite(turochak, '2021-11-01')
    const planId = await anApprovedPlan(site, turochak, [
      aRow(site, turochak),
      aRow(site, turochak, { startsOn: '2022-02-01', endsOn: '2022-02-01' }),
    ])
    await aHeldLine(site, planId, '2021-10-12', 16)
    const head = await site.as('head', '2021-11-01')
    const begin = async (over: Partial<typeof aPractice> = {}) =>
      startPracticeReport.run(head, { id: site.siteId, ...aPractice, ...over })
    const first = mustWork(await begin())
    expect(mustWork(await begin())).toBe(first)
    expect(await begin({ from: '2021-10-20', to: '2021-10-20' })).toMatchObject({
      refusal: { rule: 'report.practiceNamed', field: 'practice', params: { of: '12.10.2021' } },
    })
    const second = mustWork(await begin({ practice: 'Счёт', from: '2021-10-20', to: '2021-10-21' }))
    expect(second).not.toBe(first)
    const assembled = await shown(site, first, '2021-11-01')
    expect(assembled.plan?.lines.map(({ outcome }) => outcome)).toEqual(['held'])
    expect((await shown(site, second, '2021-11-01')).plan?.lines).toEqual([])
    const listed = await inScope(site.db, site.territory.id, (tx) =>
      rowsOfPeriod(tx, { territory: site.territory, today: '2021-11-01', changes: null }, year(2021).key),
    )
    expect(listed.map(({ practice, state }) => [practice, state])).toEqual([
      ['Чтение', 'draft'],
      ['Счёт', 'draft'],
    ])
    expect(await begin({ practice: 'Лето', to: '2021-12-01' })).toMatchObject({
      refusal: { rule: 'report.practiceNotOver', clause: '4.5', field: 'to' },
    })
  })

  test('is begun nowhere else, and a report of a year is not begun here', async () => {
    const elsewhere = await aSite()
    expect(await startPracticeReport.run(await elsewhere.as('head', day), { id: elsewhere.siteId, ...aPractice })).toMatchObject({
      refusal: { rule: 'report.notAsked' },
    })
    const site = await aSite(turochak)
    expect(
      await startReport.run(await site.as('head', day), { id: site.siteId, kind: 'report', period: periodKey('2021/22') }),
    ).toMatchObject({ refusal: { rule: 'report.notAsked' } })
  })
})

test('a paper that asks for two reports of a year has both: one put together, one a card of figures with a day of its own', async () => {
  const [annual] = reportKinds(chebula)
  const figure = { code: 'trained', kind: 'number' as const, caption: 'Обучено', required: true, options: [], clause: ['6.1'] }
  const card = { ...annual!, code: 'card', title: 'Карта показателей', form: 'card' as const, criteria: [figure] }
  const due = { kind: 'on', day: '10-01', of: 'nextPeriod' } as const
  const site = await aSite({ ...chebula, report: { clause: ['4.3'], kinds: [annual!, { ...card, due }] } })
  const head = await site.as('head', day)
  const begun = { id: site.siteId, kind: 'card', period: periodKey('2021/22') }
  const cardId = mustWork(await startReport.run(head, begun))
  const annualId = mustWork(await startReport.run(head, { ...begun, kind: 'report' }))
  expect(annualId).not.toBe(cardId)
  expect(await reportNow(site, cardId)).toMatchObject({ title: 'Карта показателей', dueOn: '2022-10-01' })
  expect((await shown(site, cardId)).plan).toBeNull()
  expect(await submitReport.run(head, { id: cardId, version: 1 })).toMatchObject({
    refusal: { rule: 'report.needsFigure', field: 'conclusions.trained' },
  })
  const typed = (trained: string) => ({ id: cardId, version: 1, conclusions: { trained }, extra: null })
  expect(await saveAndSubmit.run(head, typed('много'))).toMatchObject({ refusal: { rule: 'field.noNumber' } })
  mustWork(await saveAndSubmit.run(head, typed('12')))
  const owed = await inScope(site.db, site.territory.id, (tx) => unsubmittedReports(tx, site.territory.id, '2022-06-20'))
  // The status touches the year before too, and that card is due in its autumn.
  expect(owed.map(({ title, dueOn }) => [title, dueOn])).toEqual([
    ['Карта показателей', '2021-10-01'],
    [null, '2022-06-15'],
  ])
})

describe('writing', () => {
  test('an incomplete draft is kept, yet not handed in', async () => {
    const site = await aSite()
    const mentor = await site.as('mentor', day)
    const reportId = mustWork(await startReport.run(mentor, { id: site.siteId, kind: 'report', period: periodKey('2021/22') }))
    const conclusions = { goals: 'Цели достигнуты' }
    mustWork(await saveConclusions.run(mentor, { id: reportId, version: 1, conclusions, extra: null }))
    const head = await site.as('head', day)
    expect(await submitReport.run(head, { id: reportId, version: 2 })).toMatchObject({
      refusal: { rule: 'report.needsConclusion', field: 'conclusions.dynamics', clause: '6.1' },
    })
    expect(await reportNow(site, reportId)).toMatchObject({ state: 'draft', conclusions, assembled: null })
  })

  test('saving and handing in is one deed: refused, nothing of it stays', async () => {
    const site = await aSite()
    const head = await site.as('head', day)
    const reportId = mustWork(await startReport.run(head, { id: site.siteId, kind: 'report', period: periodKey('2021/22') }))
    const half = { id: reportId, version: 1, conclusions: { goals: 'Да' }, extra: null }
    expect(await saveAndSubmit.run(head, half)).toMatchObject({ refusal: { rule: 'report.needsConclusion' } })
    expect(await reportNow(site, reportId)).toMatchObject({ state: 'draft', conclusions: {}, editVersion: 1 })
    mustWork(await saveAndSubmit.run(head, { ...half, conclusions: { goals: 'Да', dynamics: 'Растёт' } }))
    expect(await reportNow(site, reportId)).toMatchObject({ state: 'submitted', conclusions: { dynamics: 'Растёт' } })
  })

  test('staff write but do not hand in', async () => {
    const site = await aSite()
    const reportId = await aReport(site, chebula, day)
    const mentor = await site.as('mentor', day)
    expect(await submitReport.run(mentor, { id: reportId, version: 2 })).toMatchObject({
      refusal: { permission: 'report.submit' },
    })
    const conclusions = { goals: 'а', dynamics: 'б' }
    expect(await saveAndSubmit.run(mentor, { id: reportId, version: 2, conclusions, extra: null })).toMatchObject({
      refusal: { permission: 'report.submit' },
    })
  })

  test('the same text saved again is no change: neither version nor history', async () => {
    const site = await aSite()
    const reportId = await aReport(site, chebula, day)
    const { conclusions, extra, editVersion: version } = await reportNow(site, reportId)
    mustWork(await saveConclusions.run(await site.as('head', day), { id: reportId, version, conclusions, extra }))
    expect(await versionOf(site, reportId)).toBe(version)
    expect(await kinds(reportId)).toEqual(['report.started', 'report.changed'])
  })

  test('of two editors the second is told', async () => {
    const site = await aSite()
    const reportId = await aReport(site, chebula, day)
    const save = async (who: 'head' | 'mentor', goals: string) =>
      saveConclusions.run(await site.as(who, day), { id: reportId, version: 2, conclusions: { goals }, extra: null })
    const results = await Promise.all([save('head', 'Первый'), save('mentor', 'Второй')])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, refusal: { code: 'changedMeanwhile' } })
  })

  test('nothing is written into a report that lies with the acceptor', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, day)
    const version = await versionOf(site, reportId)
    expect(
      await saveConclusions.run(await site.as('head', day), { id: reportId, version, conclusions: {}, extra: null }),
    ).toEqual({
      ok: false,
      refusal: { code: 'illegalMove', from: 'submitted', action: 'change' },
    })
  })
})

describe('deciding', () => {
  test('returned with a remark, mended, handed in again, accepted; the first day counts', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, day)
    const methodist = await site.as('methodist', day)
    expect(await decide(site, methodist, reportId, 'returned')).toMatchObject({
      refusal: { rule: 'procedure.returnNeedsRemark', field: 'remark' },
    })
    mustWork(await decide(site, methodist, reportId, 'returned', 'Добавьте измерения'))
    expect(await reportNow(site, reportId)).toMatchObject({ state: 'returned', remark: 'Добавьте измерения' })
    expect((await noticesOf(reportId)).find(({ kind }) => kind === 'report.returned')).toMatchObject({
      person_id: site.people.head,
      params: { remark: 'Добавьте измерения' },
    })

    const later = await site.as('head', '2022-06-20')
    const version = await versionOf(site, reportId)
    const conclusions = { goals: 'Достигнуты', dynamics: 'Было 40, стало 62' }
    mustWork(await saveAndSubmit.run(later, { id: reportId, version, conclusions, extra: null }))
    expect(await reportNow(site, reportId)).toMatchObject({ state: 'submitted', submittedOn: day })
    mustWork(await decide(site, methodist, reportId, 'accepted'))
    expect(await kinds(reportId)).toEqual([
      'report.started',
      'report.changed',
      'report.submitted',
      'report.returned',
      'report.changed',
      'report.submitted',
      'report.accepted',
    ])
  })

  test('of two who decide at once one wins', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, day)
    const version = await versionOf(site, reportId)
    const methodist = await site.as('methodist', day)
    const results = await Promise.all([
      decideReport(methodist, { id: reportId, version, outcome: 'accepted', remark: null }),
      decideReport(methodist, { id: reportId, version, outcome: 'returned', remark: 'Поправьте' }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, refusal: { code: 'changedMeanwhile' } })
    expect((await kinds(reportId)).filter((kind) => kind === 'report.accepted' || kind === 'report.returned')).toHaveLength(1)
  })

  test('an accepted report cannot be changed, withdrawn or decided about again', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, day)
    const methodist = await site.as('methodist', day)
    mustWork(await decide(site, methodist, reportId, 'accepted'))
    const before = await reportNow(site, reportId)
    const head = await site.as('head', day)
    const input = { id: reportId, version: before.editVersion }
    for (const result of [
      await saveConclusions.run(head, { ...input, conclusions: {}, extra: null }),
      await submitReport.run(head, input),
      await withdrawReport.run(head, input),
      await decideReport(methodist, { ...input, outcome: 'returned', remark: 'Нет' }),
    ])
      expect(result).toMatchObject({ refusal: { code: 'illegalMove', from: 'accepted' } })
    expect(await reportNow(site, reportId)).toEqual(before)
  })

  test('taken back before a decision it is a draft again and not handed in', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, day)
    const version = await versionOf(site, reportId)
    mustWork(await withdrawReport.run(await site.as('head', day), { id: reportId, version }))
    expect(await reportNow(site, reportId)).toMatchObject({ state: 'draft', submittedOn: null, assembled: null })
    expect((await noticesOf(reportId)).map(({ kind }) => kind)).toContain('report.withdrawn')
  })
})

describe('what is shown', () => {
  test('a draft follows the facts; what was sent stays as it was', async () => {
    const site = await aSite(chebula, '2021-09-01')
    const rows = [
      aRow(site, chebula),
      aRow(site, chebula, { activity: 'Круглый стол', startsOn: '2022-05-19', endsOn: '2022-05-19' }),
    ]
    const planId = await anApprovedPlan(site, chebula, rows)
    const reportId = await aReport(site, chebula, day)
    expect((await shown(site, reportId)).plan!.numbers).toMatchObject({ planned: 2, held: 0, notHeld: 2 })
    await aHeldLine(site, planId, '2021-10-12', 16)
    expect((await shown(site, reportId)).plan!.numbers).toMatchObject({ held: 1, notHeld: 1, attendances: 16 })

    const version = await versionOf(site, reportId)
    mustWork(await submitReport.run(await site.as('head', day), { id: reportId, version }))
    const sent = await shown(site, reportId)
    expect(sent.plan!.lines.map((line) => [line.outcome, line.people])).toEqual([
      ['held', 16],
      ['notHeld', null],
    ])
    await aHeldLine(site, planId, '2022-05-19', 20)
    mustWork(await decide(site, await site.as('methodist', day), reportId, 'accepted'))
    expect(await shown(site, reportId, '2022-08-01')).toEqual(sent)
  })

  test('people, the order behind the status and plan versions are in it', async () => {
    const site = await aSite(chebula, '2021-09-01')
    await anApprovedPlan(site, chebula, [aRow(site, chebula)])
    const reportId = await aReport(site, chebula, day)
    const report = await shown(site, reportId)
    expect(report.people[0]).toMatchObject({ kind: 'head', role: label(chebula, 'head'), id: site.people.head })
    expect(report.site.order.text).toMatch(/^приказ от 01\.09\.2020 № \d+, п\. 1$/)
    expect(report.plan!.versions).toMatchObject([{ number: 1, approvedOn: '2021-09-01', reason: null, added: 0 }])
    expect(report.plan!.lines[0]!.responsible[0]).toMatch(/^Пробная\d+\sА\.\sИ\.$/)
  })
})

describe('the territory', () => {
  test('sees who is late, by how many days, and what waits for whom', async () => {
    const site = await aSite(chebula, '2022-06-18')
    const where = { territory: site.territory, today: '2022-06-18', changes: null }
    const ask = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(site.db, site.territory.id, work)
    const overdue = await ask((tx) => unsubmittedReports(tx, site.territory.id, where.today))
    expect(overdue).toMatchObject([
      {
        siteId: site.siteId,
        period: periodKey('2021/22'),
        reportId: null,
        dueOn: '2022-06-15',
        rest: -3,
        clause: '4.3',
        acceptor: 'operator',
      },
    ])
    expect(await ask((tx) => rowsOfPeriod(tx, where, year(2021).key))).toMatchObject([{ state: 'none', late: 3, overdue: true }])

    const reportId = await aSubmittedReport(site, chebula, '2022-06-18')
    expect((await ask((tx) => unsubmittedReports(tx, site.territory.id, where.today))).filter(({ rest }) => rest < 0)).toEqual([])
    expect(await ask((tx) => waitingFor(tx, where))).toMatchObject([
      { caseId: reportId, step: { by: 'operator', clause: ['4.3'] } },
    ])
    expect(await ask((tx) => rowsOfPeriod(tx, { ...where, today: '2022-09-01' }, year(2021).key))).toMatchObject([
      { state: 'submitted', late: 3, overdue: false },
    ])
    mustWork(await decide(site, await site.as('methodist', where.today), reportId, 'returned', 'Поправьте'))
    expect(await ask((tx) => reportsInHand(tx, site.territory.id))).toMatchObject([{ reportId, remark: 'Поправьте' }])
    expect(await ask((tx) => rowsOfPeriod(tx, where, year(2019).key))).toEqual([])
  })

  test('of another territory neither sees nor touches it', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, day)
    const neighbour = await aSite()
    const methodist = await neighbour.as('methodist', day)
    const input = { id: reportId, version: await versionOf(site, reportId) }
    expect(await decideReport(methodist, { ...input, outcome: 'accepted', remark: null })).toEqual({
      ok: false,
      refusal: { code: 'notFound' },
    })
    expect(await withdrawReport.run(await neighbour.as('head', day), input)).toEqual({ ok: false, refusal: { code: 'notFound' } })
    const seen = await inScope(neighbour.db, neighbour.territory.id, (tx) => tx.selectFrom('reports').select('id').execute())
    expect(seen).toEqual([])
    const elsewhere = await aTerritory(database.db)
    await expect(ctxOf(database.db, elsewhere, site.people.head)).rejects.toThrow()
  })
})
