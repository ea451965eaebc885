import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import type { OrderId, SiteId } from '../../src/kernel/types.ts'
import { acknowledgeOrder } from '../../src/modules/orders/commands/acknowledge-order.ts'
import { recordExecution } from '../../src/modules/plans/commands/record-execution.ts'
import { submitPlan } from '../../src/modules/plans/deeds/write.ts'
import { executionsOf, linesOf, openPlan } from '../../src/modules/plans/store.ts'
import { checkInvariants } from '../../src/ops/invariants.ts'
import { aClient } from '../client.ts'
import { ownDatabase } from '../database.ts'
import { aGrant, anOffice, aPoint, aSchool, aSigned, aSubmitted, sign, theRegulationOrder } from '../factories/orders.ts'
import { aDraft, anApprovedPlan, aPlanningSite, aRow, decidePlan, versionNow, whoDecides } from '../factories/plans.ts'
import { aSubmittedReport, decideReport, reportNow } from '../factories/reports.ts'
import { ctxOf, inScope } from '../factory.ts'
import { luga } from '../regulations.ts'
import { theWorld, type World } from './world.ts'

const base = ownDatabase()
let world: World
beforeAll(async () => {
  world = await theWorld()
}, 120_000)
afterAll(async () => {
  await world.base.drop()
})

const outcome = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'done' : result.refusal.code)
const tally = (outcomes: readonly string[]) =>
  Object.fromEntries([...new Set(outcomes)].sort().map((one) => [one, outcomes.filter((other) => other === one).length]))
/** What the others are told: that it is done already, or that it is being done. */
const told = ['illegalMove', 'changedMeanwhile', 'busy']
const times = <T>(count: number, work: (n: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, n) => work(n)))

test('ten signatures of one order: it is signed once', async () => {
  const there = await anOffice(base.db)
  const id = await aSubmitted(there, [aPoint()])
  const outcomes = (await times(10, () => sign(there, id))).map(outcome)
  expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
  expect(outcomes.filter((one) => one !== 'done' && !told.includes(one))).toEqual([])
})

test('thirty orders give the same school the same status at once: one does, no number is lost or given twice', async () => {
  const there = await anOffice(base.db)
  await theRegulationOrder(there)
  const school = await aSchool(there)
  const ids = await times(30, () => aSubmitted(there, [aPoint([aGrant(school.id, { siteId: newId<SiteId>() })])]))
  const outcomes = (await Promise.all(ids.map((id) => sign(there, id)))).map(outcome)
  expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
  const numbers = await inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('orders').select('number').where('number', 'is not', null).orderBy('number').execute(),
  )
  expect(numbers.map((row) => row.number)).toEqual([1, 2])
})

test('fifty presses on thirty orders through the web: each answer is a signature, or says that others sign and to press again', async () => {
  const there = await anOffice(base.db)
  const ids = await times(30, () => aSubmitted(there, [aPoint()]))
  const rows = await inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('orders').select(['id', 'editVersion']).execute(),
  )
  const versions = new Map(rows.map((row) => [row.id, String(row.editVersion)]))
  const signatory = aClient(base).as(there.signatoryId)
  const press = (id: OrderId) =>
    signatory.post(`/orders/${id}/signatures`, { numbering: 'next', read: 'yes', _version: versions.get(id) ?? '' })
  const answers = await times(50, (n) => press(ids[n % 30]!))
  expect(answers.filter(({ status }) => ![303, 409, 503].includes(status)).map(({ status, text }) => [status, text])).toEqual([])
  for (const { text } of answers.filter(({ status }) => status === 409))
    expect(text).toMatch(/Сейчас подписывают другой приказ.*нажмите ещё раз|изменил|уже/s)
  // Whoever was told to press again presses again.
  for (const id of ids) expect([303, 409]).toContain((await press(id)).status)
  const signed = await inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('orders').select('number').where('state', '=', 'signed').orderBy('number').execute(),
  )
  expect(signed.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
}, 120_000)

test('fifty reports of the same activity at once: one stands, the others are told', async () => {
  const site = await aPlanningSite(base.db, luga)
  const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
  const head = await site.as('head', '2021-10-12')
  const lineKey = await inScope(base.db, site.territory.id, async (tx) => {
    const opened = (await openPlan(tx, { territory: site.territory, today: '2021-10-12' }, planId))!
    return (await linesOf(tx, site.territory.id, opened.approved!.id))[0]!.key
  })
  const given = { planId, lineKey, outcome: 'held', heldOn: '2021-10-12', note: null, base: 0, files: [] } as const
  const outcomes = (await times(50, (n) => recordExecution(head, { ...given, peopleCount: n + 1 }))).map(outcome)
  expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
  expect(outcomes.filter((one) => one !== 'done' && !told.includes(one))).toEqual([])
  const kept = await inScope(base.db, site.territory.id, (tx) => executionsOf(tx, site.territory.id, planId))
  expect(kept.size).toBe(1)
  expect(kept.get(lineKey)?.editVersion).toBe(1)
})

test('twenty decisions of a step at once, half yes and half no: one counts', async () => {
  const site = await aPlanningSite(base.db, luga)
  const planId = await aDraft(site, [aRow(site, luga)])
  const { editVersion } = await versionNow(site, planId)
  expect(outcome(await submitPlan.run(await site.as('head'), { id: planId, version: editVersion, sameDay: true }))).toBe('done')
  const { editVersion: version } = await versionNow(site, planId)
  const decider = await site.as(whoDecides(luga.plan.chain[0]!.by))
  const outcomes = await times(20, (n) =>
    decidePlan(decider, { id: planId, version, outcome: n % 2 ? 'passed' : 'returned', remark: n % 2 ? null : 'Нет сроков' }),
  )
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
  const rows = await inScope(base.db, site.territory.id, (tx) => tx.selectFrom('procedureVoices').selectAll().execute())
  expect(rows).toHaveLength(1)
})

test('twenty decisions about a report at once: one counts', async () => {
  const site = await aPlanningSite(base.db, luga)
  await anApprovedPlan(site, luga, [aRow(site, luga)])
  const reportId = await aSubmittedReport(site, luga, '2022-06-01')
  const { editVersion: version } = await reportNow(site, reportId)
  const deciders = await Promise.all((['methodist', 'official', 'coordinator'] as const).map((who) => site.as(who, '2022-06-02')))
  const outcomes = await times(21, (n) =>
    decideReport(deciders[n % 3]!, { id: reportId, version, outcome: n % 2 ? 'accepted' : 'returned', remark: 'Нет выводов' }),
  )
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
})

test('an order is read twice at once: confirmed once', async () => {
  const there = await anOffice(base.db)
  const school = await aSchool(there)
  const orderId = await aSigned(there, [aPoint([], { isTask: true, assigneeIds: [school.headId], dueOn: '2021-05-31' })])
  const reader = await ctxOf(there.db, there.territory, school.headId)
  const outcomes = (await times(10, () => acknowledgeOrder(reader, { orderId }))).map(outcome)
  expect(outcomes.filter((one) => one === 'done').length).toBeGreaterThan(0)
  const told = await inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('history').select('id').where('kind', '=', 'order.acknowledged').execute(),
  )
  expect(told).toHaveLength(1)
})

test('the same form pressed thirty times through the web is one deed, and all presses lead to the same page', async () => {
  const official = await world.as(world.people.find(({ label }) => label === 'luga: методист центра') ?? world.people[0]!)
  const key = official.newKey()
  const form = { kind: 'school', fullName: 'МОУ «Школа тридцати нажатий»', shortName: 'Школа нажатий' }
  const answers = await times(30, () => official.post('/t/luga/organisations/new', form, key))
  expect(tally(answers.map((answer) => `${answer.status}`))).toEqual({ 303: 30 })
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  const { rows } = await world.base.adminPool.query(`select 1 from organisations where full_name = $1`, [form.fullName])
  expect(rows).toHaveLength(1)
}, 60_000)

test('after all of it every invariant of the web’s territories holds', async () => {
  expect(await checkInvariants(world.base.db)).toEqual([])
})
