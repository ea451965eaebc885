import fs from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import {
  aDraft,
  aPlanningSite,
  aRow,
  decidePlan,
  mustWork,
  type PlanningSite,
  versionNow,
} from '../../../test/factories/plans.ts'
import { aReport, decideReport, reportNow } from '../../../test/factories/reports.ts'
import { ctxOf, historyOf, inScope } from '../../../test/factory.ts'
import { aStep, luga } from '../../../test/regulations.ts'
import { noServices } from '../../authz/ctx.ts'
import { asPool } from '../../db/pool.ts'
import type { Day, PlanId } from '../../kernel/types.ts'
import type { Step } from '../../regulation/procedure.ts'
import { submitPlan, withdrawPlan } from '../plans/deeds/write.ts'
import { submitReport } from '../reports/deeds/write.ts'
import { voicesOf } from './procedure-queries.ts'
import { reminders } from './reminders.ts'
import { applySilence } from './silence.ts'
import { waitingFor } from './waiting.ts'

const database = ownDatabase()

type PlanStep = (typeof luga.plan.chain)[number]
const underSteps = (...chain: PlanStep[]) => ({ ...luga, plan: { ...luga.plan, chain } })

/** A plan sent on 1 September 2021 along these steps. */
async function aSentPlan(...chain: PlanStep[]): Promise<{ site: PlanningSite; planId: PlanId }> {
  const regulation = underSteps(...chain)
  const site = await aPlanningSite(database.db, regulation)
  const planId = await aDraft(site, [aRow(site, regulation)])
  mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay: true }))
  return { site, planId }
}
const say = async ({ site, planId }: Sent, who: Parameters<PlanningSite['as']>[0], outcome: 'passed' | 'returned' = 'passed') =>
  decidePlan(await site.as(who), {
    ...{ id: planId, version: (await versionNow(site, planId)).editVersion, outcome },
    remark: outcome === 'returned' ? 'Нет сроков' : null,
  })
type Sent = Awaited<ReturnType<typeof aSentPlan>>
const stands = ({ site }: Sent, today: Day = '2021-09-01') =>
  inScope(site.db, site.territory.id, async (tx) =>
    (await waitingFor(tx, { territory: site.territory, today })).map(({ step, dueOn }) => [step.caption, dueOn]),
  )
const comes = ({ site }: Pick<Sent, 'site'>, today: Day) =>
  applySilence(asPool(site.db), {
    territory: site.territory,
    today,
    now: new Date(`${today}T04:00:00Z`),
    services: noServices,
    actor: null,
  })
const due = { count: 10, unit: 'day' } as const

describe('silence', () => {
  test('that is consent passes a step the day after its last one and is told with its clause; where the paper gives it no meaning one waits', async () => {
    const sent = await aSentPlan(
      aStep('agree', 'operator', { caption: 'Согласует ИМЦ', due, silence: 'consent' }),
      aStep('approve', 'authority', { caption: 'Утверждает Управление', due }),
    )
    const { site, planId } = sent
    expect(await stands(sent)).toEqual([['Согласует ИМЦ', '2021-09-11']])
    await comes(sent, '2021-09-11')
    expect(await stands(sent)).toEqual([['Согласует ИМЦ', '2021-09-11']])
    await comes(sent, '2021-12-01')
    expect(await stands(sent)).toEqual([['Утверждает Управление', '2021-09-22']])
    await comes(sent, '2022-01-01')
    expect(await stands(sent)).toHaveLength(1)
    const { rows } = await database.adminPool.query(
      'select kind, facts, person_id from history where subject_id = $1 order by seq desc limit 1',
      [planId],
    )
    expect(rows).toEqual([
      {
        kind: 'plan.stepPassed',
        facts: { version: 1, step: 'Согласует ИМЦ: в срок не ответили, это согласие, п. 4.2', remark: null },
        person_id: null,
      },
    ])
    const voices = await inScope(site.db, site.territory.id, (tx) => voicesOf(tx, site, planId))
    expect(voices).toMatchObject([{ step: 0, outcome: 'passed', person: null, on: '2021-09-12' }])
  })

  test('of every step puts the plan in force, each day counted from the one before', async () => {
    const silent: Partial<Step> = { due, silence: 'consent' }
    const sent = await aSentPlan(aStep('agree', 'operator', silent), aStep('approve', 'authority', silent))
    await comes(sent, '2022-05-01')
    expect(await versionNow(sent.site, sent.planId)).toMatchObject({ state: 'approved', approvedOn: '2021-09-23' })
    expect(await stands(sent)).toEqual([])
  })

  test('that is a refusal returns it, and the day is gone when it is sent again', async () => {
    const sent = await aSentPlan(aStep('approve', 'authority', { due, silence: 'refusal' }))
    await comes(sent, '2021-09-12')
    expect(await versionNow(sent.site, sent.planId)).toMatchObject({ state: 'draft' })
    expect(await historyOf(database, sent.planId)).toContain('plan.returned')
    expect(await stands(sent)).toEqual([])
  })

  test('of something taken back means nothing', async () => {
    const sent = await aSentPlan(aStep('approve', 'authority', { due, silence: 'consent' }))
    mustWork(await withdrawPlan.run(await sent.site.as('head'), { id: sent.planId }))
    await comes(sent, '2022-05-01')
    expect(await versionNow(sent.site, sent.planId)).toMatchObject({ state: 'draft' })
  })

  test('waits for a site that may not work, and comes once it works again', async () => {
    const sent = await aSentPlan(aStep('approve', 'authority', { due, silence: 'consent' }))
    const { site, planId } = sent
    await database.adminPool.query(
      `insert into suspensions (territory_id, id, site_id, starts_on, ends_on, reason, order_id, point_number)
        values ($1, gen_random_uuid(), $2, '2021-09-10', '2021-09-20', 'Ремонт', $3, '1')`,
      [site.territory.id, site.siteId, site.network.orderId],
    )
    await comes(sent, '2021-09-20')
    expect(await versionNow(site, planId)).toMatchObject({ state: 'submitted' })
    await comes(sent, '2021-09-21')
    expect(await versionNow(site, planId)).toMatchObject({ state: 'approved', approvedOn: '2021-09-21' })
  })

  test('is warned of: whoever has to decide hears of the day before it comes', async () => {
    const { site } = await aSentPlan(aStep('approve', 'operator', { due, silence: 'consent' }))
    const told = await inScope(site.db, site.territory.id, (tx) =>
      reminders[0]!(tx, site.territory.id, { after: '2021-09-01', to: '2021-09-30' }),
    )
    expect(told.map(({ kind, onDay, personId }) => [kind, onDay, personId])).toEqual(
      [
        ['procedure.dueSoon', '2021-09-08'],
        ['procedure.dueToday', '2021-09-11'],
        ['procedure.overdue', '2021-09-12'],
      ].map((one) => [...one, site.people.methodist]),
    )
  })
})

describe('who decides', () => {
  test('each of a role: one yes is heard, said once, and the last one passes; a single no returns', async () => {
    const sent = await aSentPlan(aStep('agree', 'mentor', { how: 'all' }), aStep('approve', 'authority'))
    const { site } = sent
    await database.adminPool.query(
      `insert into appointments (territory_id, id, person_id, kind, site_id, starts_on) values ($1, gen_random_uuid(), $2, 'mentor', $3, '2021-01-01')`,
      [site.territory.id, site.people.teacher, site.siteId],
    )
    expect(mustWork(await say(sent, 'mentor'))).toMatchObject({ made: { what: 'voiced' }, one: { state: 'submitted' } })
    expect(await say(sent, 'mentor')).toMatchObject({ refusal: { rule: 'procedure.saidAlready' } })
    expect(mustWork(await say(sent, 'teacher'))).toMatchObject({ made: { what: 'passed', next: 1 } })
    expect(await stands(sent)).toEqual([['authority: approve', null]])
    expect(await historyOf(database, sent.planId)).toEqual(expect.arrayContaining(['plan.voiced', 'plan.stepPassed']))
  })

  test('each, where one of them leaves: the clock passes it when all who are left have spoken, and calls nobody silent', async () => {
    const sent = await aSentPlan(aStep('agree', 'mentor', { how: 'all' }), aStep('approve', 'authority'))
    const { site, planId } = sent
    await database.adminPool.query(
      `insert into appointments (territory_id, id, person_id, kind, site_id, starts_on, ends_on)
        select $1, gen_random_uuid(), person, 'mentor', $4, '2021-01-01', '2021-09-05' from unnest(array[$2, $3]::uuid[]) person`,
      [site.territory.id, site.people.teacher, site.people.stranger, site.siteId],
    )
    mustWork(await say(sent, 'mentor'))
    mustWork(await say(sent, 'teacher'))
    await comes(sent, '2021-09-05')
    expect(await stands(sent)).toEqual([['mentor: agree', null]])
    await comes(sent, '2021-09-06')
    expect(await stands(sent, '2021-09-06')).toEqual([['authority: approve', null]])
    const { rows } = await database.adminPool.query('select facts from history where subject_id = $1 order by seq desc limit 1', [
      planId,
    ])
    expect(rows).toEqual([{ facts: { version: 1, step: 'mentor: agree', remark: null } }])
  })

  test('one who has spoken and left does not take the place of one who has not', async () => {
    const sent = await aSentPlan(aStep('agree', 'mentor', { how: 'all' }))
    const { site } = sent
    await database.adminPool.query(
      `insert into appointments (territory_id, id, person_id, kind, site_id, starts_on)
        select $1, gen_random_uuid(), person, 'mentor', $4, '2021-01-01' from unnest(array[$2, $3]::uuid[]) person`,
      [site.territory.id, site.people.teacher, site.people.stranger, site.siteId],
    )
    mustWork(await say(sent, 'mentor'))
    await database.adminPool.query('delete from appointments where person_id = $1', [site.people.mentor])
    expect(mustWork(await say(sent, 'teacher'))).toMatchObject({ made: { what: 'voiced' } })
    expect(mustWork(await say(sent, 'stranger'))).toMatchObject({ one: { state: 'approved' } })
  })

  test('what was said before a plan was last sent, or at an earlier step, as the upgrade wrote it down: nobody is taken as having spoken', async () => {
    const same = [aStep('agree', 'operator'), aStep('approve', 'operator')] as const
    const [returned, further] = [await aSentPlan(...same), await aSentPlan(...same)]
    mustWork(await say(returned, 'methodist', 'returned'))
    const head = await returned.site.as('head', '2021-09-03')
    const { editVersion: version } = await versionNow(returned.site, returned.planId)
    mustWork(await submitPlan.run(head, { id: returned.planId, version, sameDay: true }))
    mustWork(await say(further, 'methodist'))
    await database.adminPool.query('update procedures set round = 1')
    await database.adminPool.query('update procedure_voices set round = 1')
    for (const one of [returned, further])
      expect(await say(one, 'methodist')).toMatchObject({ refusal: { rule: 'procedure.saidAlready' } })
    const migration = path.join(import.meta.dirname, '../../db/migrations/0121_voices_of_a_round.sql')
    await database.ownerPool.query(await fs.readFile(migration, 'utf8'))
    expect(mustWork(await say(returned, 'methodist'))).toMatchObject({ made: { what: 'passed' } })
    expect(mustWork(await say(further, 'methodist'))).toMatchObject({ one: { state: 'approved' } })
  })

  test('a refusal leads back to the step the paper names, and from there on again', async () => {
    const sent = await aSentPlan(aStep('agree', 'operator'), aStep('approve', 'authority', { onRefusal: 1 }))
    mustWork(await say(sent, 'methodist'))
    expect(mustWork(await say(sent, 'official', 'returned'))).toMatchObject({
      made: { what: 'returned', next: 0 },
      one: { state: 'submitted' },
    })
    expect(await stands(sent)).toEqual([['operator: agree', null]])
    mustWork(await say(sent, 'methodist'))
    expect(mustWork(await say(sent, 'official'))).toMatchObject({ one: { state: 'approved' } })
  })
})

test('a report nobody has answered on comes back, where the paper says that silence is a refusal, and says so', async () => {
  const [kind] = luga.report!.kinds
  const chain = [aStep('accept', 'operator', { caption: 'Принимает ИМЦ', due, silence: 'refusal' })]
  const regulation = { ...luga, report: { ...luga.report!, kinds: [{ ...kind!, chain }] } }
  const site = await aPlanningSite(database.db, regulation)
  const id = await aReport(site, regulation, '2022-06-01')
  const { editVersion: version } = await reportNow(site, id)
  mustWork(await submitReport.run(await site.as('head', '2022-06-01'), { id, version }))
  await comes({ site }, '2022-06-12')
  const remark = 'Принимает ИМЦ: в срок не ответили, это отказ, п. 4.2'
  expect(await reportNow(site, id)).toMatchObject({ state: 'returned', remark })
})

test('a report defended in public before a council: the office writes its protocol down, and silence accepts nothing', async () => {
  const vote = { members: 9, quorum: 6, majority: 'members' as const }
  const council = { code: 'body1', name: 'Совет', short: luga.siteWords, vote }
  const regulation = {
    ...luga,
    bodies: { ...luga.bodies, further: [council] },
    report: {
      ...luga.report!,
      kinds: [
        {
          ...luga.report!.kinds[0]!,
          chain: [
            aStep('consider', 'operator'),
            aStep('defend', 'body1', { how: 'meeting', caption: 'Публичная защита в Совете' }),
          ],
        },
      ],
    },
  }
  const site = await aPlanningSite(database.db, regulation)
  const day = '2022-06-01'
  const id = await aReport(site, regulation, day)
  const version = async () => (await reportNow(site, id)).editVersion
  mustWork(await submitReport.run(await site.as('head', day), { id, version: await version() }))
  const methodist = await ctxOf(site.db, site.territory, site.people.methodist, day)
  const yes = { id, outcome: 'accepted', remark: null } as const
  expect(mustWork(await decideReport(methodist, { ...yes, version: await version() }))).toMatchObject({
    one: { state: 'submitted' },
  })
  expect(await decideReport(methodist, { ...yes, version: await version() })).toMatchObject({
    refusal: { rule: 'procedure.meetingNeedsProtocol', field: 'protocol' },
  })
  const met = { ...yes, version: await version(), protocol: 'протокол № 4', present: 8 }
  expect(await decideReport(methodist, { ...met, inFavour: 4 })).toMatchObject({
    refusal: { rule: 'procedure.meetingWasAgainst', clause: '4.2' },
  })
  expect(mustWork(await decideReport(methodist, { ...met, inFavour: 5 }))).toMatchObject({
    one: { state: 'accepted', decidedOn: day },
  })
})
