// Proves C-42, L-321, R-46, R-A3r, R-44.

import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { ownDatabase } from '../../../test/database.ts'
import {
  aDraft,
  anApprovedPlan,
  aPlanningSite,
  aRow,
  decidePlan,
  mustWork,
  type PlanningSite,
  passChain,
  versionNow,
} from '../../../test/factories/plans.ts'
import { ctxOf, historyOf, inScope } from '../../../test/factory.ts'
import { aStep } from '../../../test/regulations.ts'
import { academicYear, periodKey } from '../../kernel/periods.ts'
import type { PlanId } from '../../kernel/types.ts'
import { waitingFor } from '../procedures/waiting.ts'
import { recordExecution } from './commands/record-execution.ts'
import { startPlan } from './commands/start-plan.ts'
import { compare } from './comparison.ts'
import { dropVersion, startVersion } from './deeds/versions.ts'
import { saveAndSubmit, saveLines, submitPlan, withdrawPlan } from './deeds/write.ts'
import { linesOf, openPlan } from './store.ts'

const regulations = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))
const luga = regulations.get('luga')!
const database = ownDatabase()

const opened = (site: PlanningSite, planId: PlanId) =>
  inScope(site.db, site.territory.id, (tx) =>
    openPlan(tx, { territory: site.territory, today: site.territory.demoToday! }, planId),
  )
const lines = (site: PlanningSite, planId: PlanId, number: number) =>
  inScope(site.db, site.territory.id, async (tx) => {
    const plan = await openPlan(tx, { territory: site.territory, today: '2021-09-01' }, planId)
    return linesOf(tx, site.territory.id, plan!.versions.find((version) => version.number === number)!.id)
  })
const history = (planId: PlanId) => historyOf(database, planId)
const notices = async (planId: PlanId) =>
  (await database.adminPool.query('select person_id, kind from notices where subject_id = $1', [planId])).rows
const held = { outcome: 'held', heldOn: '2021-10-12', peopleCount: 16, note: null, base: 0, files: [] } as const

describe.each([...regulations])('the whole chain of %s', (_, regulation) => {
  test('a plan goes from the draft into force, and each deed is in history', async () => {
    const site = await aPlanningSite(database.db, regulation)
    const planId = await aDraft(site, [aRow(site, regulation)])
    await passChain(site, regulation, planId)
    const plan = (await opened(site, planId))!
    expect(plan.approved).toMatchObject({
      number: 1,
      state: 'approved',
      approvedOn: '2021-09-01',
    })
    expect(plan.open).toBeNull()
    const passed = regulation.plan.chain.slice(1).map(() => 'plan.stepPassed')
    expect(await history(planId)).toEqual(['plan.started', 'plan.changed', 'plan.submitted', ...passed, 'plan.approved'])
  })
})

describe('who decides', () => {
  const chebula = regulations.get('chebula')!
  test('at Chebula the plan is discussed at the operator first, and the head waits for it', async () => {
    const site = await aPlanningSite(database.db, chebula)
    const planId = await aDraft(site, [aRow(site, chebula)])
    const { editVersion } = await versionNow(site, planId)
    mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: editVersion, sameDay: true }))
    const { today } = await site.as('head')
    const waiting = await inScope(site.db, site.territory.id, (tx) => waitingFor(tx, { territory: site.territory, today }))
    expect(waiting).toMatchObject([{ caseId: planId, step: { by: 'operator', clause: ['4.2'] } }])
    expect(await notices(planId)).toEqual([{ person_id: site.people.methodist, kind: 'plan.awaitsDecision' }])
    const { editVersion: version } = await versionNow(site, planId)
    const decision = { id: planId, version, outcome: 'passed', remark: null } as const
    expect(await decidePlan(await site.as('head'), decision)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await decidePlan(await site.as('mentor'), decision)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(mustWork(await decidePlan(await site.as('methodist'), decision))).toMatchObject({ one: { state: 'submitted' } })
  })

  test('a council decides at a meeting: the office writes down its protocol, and a vote below the quorum is none', async () => {
    const vote = { members: 9, quorum: 6, majority: 'present' as const }
    const council = { code: 'body1', name: 'Совет', short: chebula.siteWords, vote }
    const step = aStep('approve', 'body1', { how: 'meeting', caption: 'Утверждает Совет' })
    const regulation = {
      ...chebula,
      bodies: { ...chebula.bodies, further: [council] },
      plan: { ...chebula.plan, chain: [step] },
    }
    const site = await aPlanningSite(database.db, regulation)
    const planId = await aDraft(site, [aRow(site, regulation)])
    mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay: true }))
    const met = {
      id: planId,
      version: 3,
      outcome: 'passed',
      remark: null,
      protocol: 'протокол № 3',
      present: 7,
      inFavour: 5,
    } as const
    expect(await decidePlan(await site.as('head'), met)).toMatchObject({ refusal: { code: 'forbidden' } })
    const methodist = await site.as('methodist')
    expect(await decidePlan(methodist, { ...met, present: 5 })).toMatchObject({
      refusal: { rule: 'procedure.noQuorum', clause: '4.2' },
    })
    expect(mustWork(await decidePlan(methodist, met))).toMatchObject({ one: { state: 'approved' } })
    const rows = await inScope(site.db, site.territory.id, (tx) =>
      tx.selectFrom('procedureVoices').select(['protocol', 'present', 'inFavour']).where('protocol', 'is not', null).execute(),
    )
    expect(rows).toContainEqual({ protocol: 'протокол № 3', present: 7, inFavour: 5 })
  })

  test('a return needs a remark, goes to the head and begins the chain anew', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [aRow(site, luga)])
    mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay: true }))
    const back = { id: planId, version: 3, outcome: 'returned' } as const
    const methodist = await site.as('methodist')
    expect(await decidePlan(methodist, { ...back, remark: null })).toMatchObject({
      refusal: { rule: 'procedure.returnNeedsRemark' },
    })
    mustWork(await decidePlan(methodist, { ...back, remark: 'Добавьте темы по физике' }))
    expect(await versionNow(site, planId)).toMatchObject({ state: 'draft' })
    expect(await notices(planId)).toContainEqual({ person_id: site.people.head, kind: 'plan.returned' })
  })

  test('two decide at once: one wins, the other is told that the plan has changed', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [aRow(site, luga)])
    mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay: true }))
    const methodist = await site.as('methodist')
    const both = await Promise.all([
      decidePlan(methodist, { id: planId, version: 3, outcome: 'passed', remark: null }),
      decidePlan(methodist, { id: planId, version: 3, outcome: 'returned', remark: 'Нет' }),
    ])
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(both.find((result) => !result.ok)).toEqual({ ok: false, refusal: { code: 'changedMeanwhile' } })
  })

  test('the head may take it back until it is approved', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [aRow(site, luga)])
    mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay: true }))
    expect(await withdrawPlan.run(await site.as('mentor'), { id: planId })).toMatchObject({ refusal: { code: 'forbidden' } })
    mustWork(await withdrawPlan.run(await site.as('head'), { id: planId }))
    expect(await versionNow(site, planId)).toMatchObject({ state: 'draft' })
    await passChain(site, luga, planId)
    expect(await withdrawPlan.run(await site.as('head'), { id: planId })).toMatchObject({ refusal: { code: 'illegalMove' } })
  })
})

describe('the table of a draft', () => {
  test('is kept half-typed, with people, and comes back in order', async () => {
    const site = await aPlanningSite(database.db, luga)
    const blank = aRow(site, luga, { activity: '', form: null, startsOn: null, endsOn: null, personIds: [] })
    const planId = await aDraft(site, [
      aRow(site, luga, { activity: 'Вторая мысль', startsOn: null, endsOn: null }),
      blank,
      aRow(site, luga, { personIds: [site.people.mentor, site.people.teacher] }),
    ])
    expect((await lines(site, planId, 1)).map(({ activity, personIds }) => [activity, personIds.length])).toEqual([
      ['Вторая мысль', 1],
      ['Открытый урок: задачи на проценты', 2],
    ])
  })

  test('two editors: the second is told, and nothing of the first is lost', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [aRow(site, luga)])
    const [head, mentor] = [await site.as('head'), await site.as('mentor')]
    const save = (ctx: typeof head, activity: string) =>
      saveLines.run(ctx, { id: planId, version: 2, lines: [aRow(site, luga, { activity })], reason: null, sameDay: false })
    const both = await Promise.all([save(head, 'Первый'), save(mentor, 'Второй')])
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(both.find((result) => !result.ok)).toEqual({ ok: false, refusal: { code: 'changedMeanwhile' } })
    expect((await lines(site, planId, 1)).map(({ activity }) => activity)).toEqual([both[0].ok ? 'Первый' : 'Второй'])
  })

  test('sent on incomplete it is refused at the fields and nothing is saved', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [aRow(site, luga)])
    const rows = [aRow(site, luga, { activity: 'Новое', form: null }), aRow(site, luga, { personIds: [] })]
    const result = await saveAndSubmit.run(await site.as('head'), {
      id: planId,
      version: 2,
      lines: rows,
      reason: null,
      sameDay: false,
    })
    expect(result).toMatchObject({
      refusal: { rule: 'plan.needsForm', field: 'lines.0.form', also: [{ rule: 'plan.needsPerson', field: 'lines.1.people.0' }] },
    })
    expect(await lines(site, planId, 1)).toHaveLength(1)
    expect(await versionNow(site, planId)).toMatchObject({ state: 'draft', editVersion: 2 })
  })

  test('one person at two activities of one day is a question before the plan goes on; meant so, it goes', async () => {
    const site = await aPlanningSite(database.db, luga)
    const rows = [aRow(site, luga, { activity: 'Урок' }), aRow(site, luga, { activity: 'Семинар' })]
    const planId = await aDraft(site, rows)
    const send = async (sameDay: boolean) => submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay })
    const refusal = { rule: 'plan.sameDay', field: 'sameDay', params: { activities: '«Урок», «Семинар»' } }
    expect(await send(false)).toMatchObject({ refusal })
    const both = { id: planId, version: 2, lines: rows, reason: null, sameDay: false }
    expect(await saveAndSubmit.run(await site.as('head'), both)).toMatchObject({ refusal })
    expect((await send(true)).ok).toBe(true)
  })

  test('an empty plan is not sent', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [])
    expect(await submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay: true })).toMatchObject({
      refusal: { rule: 'plan.noLines' },
    })
  })

  test('a person of another organisation cannot answer for a line', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await aDraft(site, [])
    const rows = [aRow(site, luga, { personIds: [site.people.stranger] })]
    expect(
      await saveLines.run(await site.as('head'), { id: planId, version: 2, lines: rows, reason: null, sameDay: false }),
    ).toMatchObject({
      refusal: { rule: 'plan.unknownPerson', field: 'lines.0.people.0' },
    })
  })

  test('one year has one plan, and a year without the site has none', async () => {
    const site = await aPlanningSite(database.db, luga)
    await aDraft(site, [])
    const head = await site.as('head')
    const start = (year: number) => startPlan(head, { siteId: site.siteId, period: academicYear(year), copyFrom: null })
    expect(await start(2021)).toMatchObject({ refusal: { rule: 'plan.periodTaken', field: 'period' } })
    expect(await start(2024)).toMatchObject({ refusal: { rule: 'plan.siteNotAtWork', clause: '2.2' } })
    expect(
      await startPlan(await site.as('stranger'), { siteId: site.siteId, period: periodKey('2022/23'), copyFrom: null }),
    ).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  test('last year’s plan comes along a year later', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
    const head = await site.as('head', '2022-09-01')
    const next = mustWork(await startPlan(head, { siteId: site.siteId, period: periodKey('2022/23'), copyFrom: planId }))
    expect(await lines(site, next, 1)).toMatchObject([
      { startsOn: '2022-10-12', endsOn: '2022-10-12', personIds: [site.people.head] },
    ])
  })
})

describe('a new version', () => {
  test('leaves the approved one in force until it is approved itself, and shows what changed', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await anApprovedPlan(site, luga, [aRow(site, luga), aRow(site, luga, { activity: 'Второе' })])
    const head = await site.as('head')
    mustWork(await startVersion.run(head, { id: planId, reason: 'Карантин в 8 классе' }))
    expect(await startVersion.run(head, { id: planId, reason: 'Ещё' })).toMatchObject({ refusal: { rule: 'plan.versionIsOpen' } })

    const [first, second] = await lines(site, planId, 2)
    const rows = [{ ...first!, startsOn: '2021-11-12', endsOn: '2021-11-12' }, aRow(site, luga, { activity: 'Третье' })]
    mustWork(await saveLines.run(head, { id: planId, version: 1, lines: rows, reason: 'Карантин', sameDay: false }))
    expect((await opened(site, planId))!.approved).toMatchObject({ number: 1 })
    expect(compare(await lines(site, planId, 1), await lines(site, planId, 2))).toMatchObject([
      { kind: 'changed', fields: ['dates'] },
      { kind: 'added', line: { activity: 'Третье' } },
      { kind: 'removed', line: { key: second!.key } },
    ])
    await passChain(site, luga, planId)
    expect((await opened(site, planId))!.versions.map(({ number, state, reason }) => [number, state, reason])).toEqual([
      [2, 'approved', 'Карантин'],
      [1, 'superseded', null],
    ])
  })

  test('needs no reason where the paper asks for none', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
    mustWork(await startVersion.run(await site.as('head'), { id: planId, reason: null }))
    expect((await opened(site, planId))!.versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, null],
      [1, null],
    ])
  })

  test('may be given up', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
    const head = await site.as('head')
    mustWork(await startVersion.run(head, { id: planId, reason: 'Карантин' }))
    mustWork(await dropVersion.run(head, { id: planId, version: 1 }))
    expect((await opened(site, planId))!.versions.map(({ number }) => number)).toEqual([1])
    const { editVersion: version } = await versionNow(site, planId)
    expect(await dropVersion.run(head, { id: planId, version })).toMatchObject({ refusal: { rule: 'plan.nothingToDrop' } })
  })

  test('does not touch what has been held', async () => {
    const site = await aPlanningSite(database.db, luga)
    const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
    const head = await site.as('head', '2021-10-12')
    const [line] = await lines(site, planId, 1)
    mustWork(await recordExecution(head, { planId, lineKey: line!.key, ...held }))
    mustWork(await startVersion.run(head, { id: planId, reason: 'Дополнение' }))
    mustWork(
      await saveLines.run(head, {
        id: planId,
        version: 1,
        lines: [{ ...line!, activity: 'Подменили' }, aRow(site, luga)],
        reason: null,
        sameDay: false,
      }),
    )
    expect((await lines(site, planId, 2)).map(({ activity }) => activity)).toEqual([line!.activity, line!.activity])
    expect((await lines(site, planId, 2))[0]!.key).toBe(line!.key)
  })
})

test('another territory sees no plan and can change none', async () => {
  const site = await aPlanningSite(database.db, luga)
  const other = await aPlanningSite(database.db, luga)
  const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
  const foreign = await other.as('head')
  expect(
    await inScope(other.db, other.territory.id, (tx) => openPlan(tx, { territory: site.territory, today: '2021-09-01' }, planId)),
  ).toBeNull()
  expect(await startVersion.run(foreign, { id: planId, reason: 'Чужое' })).toEqual({ ok: false, refusal: { code: 'notFound' } })
  expect(await withdrawPlan.run(foreign, { id: planId })).toEqual({ ok: false, refusal: { code: 'notFound' } })
  // A context of a foreign person with this territory's name in it still sees nothing: the database keeps the border itself.
  const forged = { ...foreign, territory: site.territory }
  expect(await startVersion.run(forged, { id: planId, reason: 'Чужое' })).toEqual({ ok: false, refusal: { code: 'notFound' } })
  await expect(ctxOf(site.db, site.territory, other.people.head)).rejects.toThrow()
})
