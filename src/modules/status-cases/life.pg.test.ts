// Proves R-35, C-71, C-33, R-35m.

import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aGrant, aPoint, aSchool, aSigned, aSubmitted, aTermination, done, sign } from '../../../test/factories/orders.ts'
import { aCase, aLife, aPlanOf, caseNow, type Life } from '../../../test/factories/status-cases.ts'
import { historyOf, inScope } from '../../../test/factory.ts'
import { chebula, lenobl, luga } from '../../../test/regulations.ts'
import { operatorsJournal, takeNumber } from '../../journals/journal.ts'
import { newId } from '../../kernel/ids.ts'
import { periodKey } from '../../kernel/periods.ts'
import type { Result } from '../../kernel/result.ts'
import type { Day, OrderId, PlanId, SiteId } from '../../kernel/types.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { deleteDraft, submitOrder } from '../orders/commands/move-order.ts'
import { signOrder } from '../orders/commands/sign-order.ts'
import { previewOrder } from '../orders/preview.ts'
import { findOrder } from '../orders/queries.ts'
import { recordExecution } from '../plans/commands/record-execution.ts'
import { startPlan } from '../plans/commands/start-plan.ts'
import { startReport } from '../reports/deeds/write.ts'
import { unsubmittedReports } from '../reports/queries.ts'
import { appointStaff } from '../sites/commands/appoint.ts'
import { siteById } from '../sites/queries.ts'
import { siteStateOn } from '../sites/rules.ts'
import { draftCaseOrder, dropCase, sendBackCase, submitCase } from './deeds/decide.ts'
import { addEvidence, askExplanation, explainCase } from './deeds/hear.ts'
import { startCase } from './deeds/start.ts'

const database = ownDatabase()

const ruleOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : result.refusal.code === 'rule' ? result.refusal.rule : result.refusal.code
const order = async (life: Life, day: Day, ...effects: Effect[]): Promise<OrderId> =>
  aSigned(
    await life.on(day),
    effects.map((effect) => aPoint([effect])),
  )
const suspend = (life: Life, from: Day, to: Day | null = null): Effect => ({
  kind: 'suspendStatus',
  siteId: life.siteId,
  from,
  to,
  reason: 'Ремонт здания',
  caseId: null,
})
const resume = (life: Life, on: Day): Effect => ({ kind: 'resumeStatus', siteId: life.siteId, on, caseId: null })

const stateOn = async (life: Life, day: Day) => {
  const ctx = await life.as('official', day)
  const site = await inScope(database.db, life.office.territory.id, (tx) => siteById(tx, ctx, life.siteId))
  return siteStateOn(site!, day)
}
const registered = async (life: Life) => {
  const { rows } = await database.adminPool.query('select suspensions from register_entries where site_id = $1', [life.siteId])
  return (rows[0].suspensions as { from: Day; to: Day | null }[]).map(({ from, to }) => [from, to])
}
const factsOf = (subjectId: string) => historyOf(database, subjectId)
const told = async (kind: string, subjectId: string) => {
  const { rows } = await database.adminPool.query('select person_id from notices where kind = $1 and subject_id = $2', [
    kind,
    subjectId,
  ])
  return rows.map((row) => row.person_id).sort()
}

describe('suspension and resumption', () => {
  test('from its first day on the site may only be read, the register says since when, everybody is told', async () => {
    const life = await aLife(database.db, luga)
    await order(life, '2021-03-01', suspend(life, '2021-03-10'))
    expect([await stateOn(life, '2021-03-09'), await stateOn(life, '2021-03-10')]).toEqual(['active', 'suspended'])
    expect(await registered(life)).toEqual([['2021-03-10', null]])
    expect(await told('status.suspended', life.siteId)).toEqual(
      [life.people.head, life.people.director, life.people.methodist, life.people.official].sort(),
    )

    const deeds = async (day: Day) => {
      const [head, methodist] = [await life.as('head', day), await life.as('methodist', day)]
      return [
        ruleOf(await startPlan(head, { siteId: life.siteId, period: periodKey('2020/21'), copyFrom: null })),
        ruleOf(await startReport.run(head, { id: life.siteId, kind: 'report', period: periodKey('2020/21') })),
        ruleOf(
          await appointStaff(methodist, {
            siteId: life.siteId,
            kind: 'mentor',
            personId: life.people.stranger,
            startsOn: day,
            endsOn: null,
            ground: null,
          }),
        ),
      ]
    }
    expect(await deeds('2021-03-10')).toEqual(['site.suspended', 'site.suspended', 'site.suspended'])
    await order(life, '2021-04-01', resume(life, '2021-04-05'))
    expect([await stateOn(life, '2021-04-04'), await stateOn(life, '2021-04-05')]).toEqual(['suspended', 'active'])
    expect(await deeds('2021-04-05')).toEqual(['ok', 'ok', 'ok'])
    expect(await factsOf(life.siteId)).toEqual(['site.granted', 'site.suspended', 'site.resumed'])
  })

  test('what cannot be is refused: earlier than the order, twice, resuming what goes on, by another body', async () => {
    const life = await aLife(database.db, luga)
    const there = await life.on('2021-03-01')
    const ask = async (...effects: Effect[]) => {
      const result = await sign(
        there,
        await aSubmitted(
          there,
          effects.map((effect) => aPoint([effect])),
        ),
      )
      return result.ok
        ? []
        : result.refusal.code === 'rule'
          ? [result.refusal, ...(result.refusal.also ?? [])].map((one) => one.rule)
          : []
    }
    expect(await ask(suspend(life, '2021-02-28'))).toEqual(['order.standingBeforeOrder'])
    expect(await ask(suspend(life, '2023-01-01'))).toEqual(['order.statusEnded'])
    expect(await ask(resume(life, '2021-03-05'))).toEqual(['order.notSuspended'])
    expect(await ask(suspend(life, '2021-03-02'), suspend(life, '2021-03-03'))).toEqual([
      'order.suspendedAlready',
      'order.suspendedAlready',
    ])
    expect(await ask(suspend(life, '2021-03-02'))).toEqual([])
    expect(await ask(suspend(life, '2021-05-02'))).toEqual(['order.suspendedAlready'])
    expect(await ask(resume(life, '2021-03-02'))).toEqual(['order.resumedTooEarly'])

    await database.adminPool.query('update organisations set is_authority = false where id = $1', [life.office.issuerId])
    expect(await ask(resume(life, '2021-03-20'))).toEqual(['order.standingDecidedByAnother'])
  })

  test('revoked, a suspension is over from that day; a revoked resumption lets it go on', async () => {
    const life = await aLife(database.db, luga)
    const suspending = await order(life, '2021-03-01', suspend(life, '2021-03-10'))
    const resuming = await order(life, '2021-04-01', resume(life, '2021-04-05'))
    await order(life, '2021-04-03', { kind: 'revoke', orderId: resuming })
    expect(await registered(life)).toEqual([['2021-03-10', null]])
    await order(life, '2021-04-20', { kind: 'revoke', orderId: suspending })
    expect(await registered(life)).toEqual([['2021-03-10', '2021-04-19']])
    expect(await stateOn(life, '2021-04-20')).toBe('active')

    const unbegun = await order(life, '2021-05-01', suspend(life, '2021-05-10'))
    await order(life, '2021-05-05', { kind: 'revoke', orderId: unbegun })
    expect(await registered(life)).toEqual([['2021-03-10', '2021-04-19']])
  })
})

const outcomes = async (planId: PlanId) => {
  const { rows } = await database.adminPool.query('select outcome, note from executions where plan_id = $1', [planId])
  return rows.map((row) => row.outcome)
}

describe('an end before the term', () => {
  test('is shown with numbers before signing; schools go to another site, the rest of the plan is cancelled, revocation takes it back', async () => {
    const life = await aLife(database.db, luga)
    const [heir, ...schools] = [await aSchool(life.office), await aSchool(life.office), await aSchool(life.office)]
    const heirSite = newId<SiteId>()
    await order(life, '2021-01-28', aGrant(heir!.id, { siteId: heirSite, theme: 'Другая тема', to: '2022-05-31' }))
    await order(life, '2021-01-28', {
      kind: 'attachOrganisations',
      siteId: life.siteId,
      organisationIds: schools.map((one) => one.id),
      from: '2021-02-01',
      to: '2022-08-31',
    })
    const { planId, keys } = await aPlanOf(life, ['2021-03-10', '2021-04-10', '2021-05-10'])
    const ending = aTermination(life.siteId, { on: '2021-04-01', attachTo: heirSite, plan: 'cancelRest' })
    const there = await life.on('2021-03-15')
    const id = await aSubmitted(there, [aPoint([ending])])

    const lines = await inScope(database.db, life.office.territory.id, async (tx) => {
      const full = (await findOrder(tx, there.official, id))!
      return (await previewOrder(tx, there.official, full)).points[0]!.changes.flatMap((change) => change.lines)
    })
    const said = lines.map(({ what, before, after }) => `${what}: ${before} → ${after}`)
    expect(said).toContainEqual(expect.stringMatching(/^Закреплённые школы: .*2 школы → с 2 апреля 2021 г\. перейдут .*2 школы$/))
    expect(said).toContainEqual(expect.stringMatching(/^Люди площадки: назначены: 1 человек/))
    expect(said).toContainEqual(
      expect.stringMatching(/^План: после 01\.04\.2021 впереди 2 мероприятия → будут отмечены отменёнными/),
    )
    expect(said).toContainEqual(expect.stringMatching(/^Отчёт за 2020\/21 учебный год: не сдан/))

    done(await sign(there, id))
    expect(await outcomes(planId)).toEqual(['cancelled', 'cancelled'])
    const attached = async (siteId: SiteId) => {
      const { rows } = await database.adminPool.query(
        'select starts_on, ends_on from attachments where site_id = $1 order by ends_on, organisation_id',
        [siteId],
      )
      return rows.map((row) => [row.starts_on, row.ends_on])
    }
    expect(await attached(life.siteId)).toEqual([
      ['2021-02-01', '2021-04-01'],
      ['2021-02-01', '2021-04-01'],
    ])
    expect(await attached(heirSite)).toEqual([
      ['2021-04-02', '2022-05-31'],
      ['2021-04-02', '2022-05-31'],
    ])

    // What was held before the end is still recorded; after the end nothing is.
    const head = await life.as('head', '2021-04-20')
    const held = { planId, lineKey: keys[0]!, outcome: 'held', peopleCount: 5, note: null, base: 0, files: [] } as const
    expect(ruleOf(await recordExecution(head, { ...held, heldOn: '2021-04-02' }))).toBe('plan.heldAfterEnd')
    expect(ruleOf(await recordExecution(head, { ...held, heldOn: '2021-03-10' }))).toBe('ok')
    expect(ruleOf(await startPlan(head, { siteId: life.siteId, period: periodKey('2021/22'), copyFrom: null }))).toBe('site.over')

    await order(life, '2021-04-21', { kind: 'revoke', orderId: id })
    expect(await outcomes(planId)).toEqual(['held'])
    expect(await stateOn(life, '2021-04-21')).toBe('active')
    expect(await attached(life.siteId)).toEqual([
      ['2021-02-01', '2022-08-31'],
      ['2021-02-01', '2022-08-31'],
    ])
    expect((await attached(heirSite)).every(([, to]) => to === '2021-04-20')).toBe(true)
  })

  test('whoever headed the site to its last day owes and hands in its report, for a year', async () => {
    const life = await aLife(database.db, chebula)
    await order(life, '2021-03-01', aTermination(life.siteId, { ground: 'completedByOperator', on: '2021-04-01' }))
    const after = await life.as('head', '2021-05-01')
    expect(after.actor.headsSites).toEqual([life.siteId])
    const owed = await inScope(database.db, life.office.territory.id, (tx) =>
      unsubmittedReports(tx, life.office.territory.id, '2021-05-01'),
    )
    expect(owed).toMatchObject([{ siteId: life.siteId, period: periodKey('2020/21'), dueOn: '2021-04-01', rest: -30 }])
    expect(ruleOf(await startReport.run(after, { id: life.siteId, kind: 'report', period: periodKey('2020/21') }))).toBe('ok')
    expect((await life.as('head', '2022-04-03')).actor.headsSites).toEqual([])
  })
})

describe('a case of Leningrad Region', () => {
  const end = { kind: 'termination', onDay: '2021-06-01', ground: 'mismatch', reason: 'Отчёт не сходится с делом' } as const

  test('evidence, explanation, submission, order; the signature closes it', async () => {
    const life = await aLife(database.db, lenobl)
    const { keys } = await aPlanOf(life, ['2021-02-01'])
    const [methodist, head, official] = [
      await life.as('methodist', '2021-03-01'),
      await life.as('head', '2021-03-02'),
      await life.as('official', '2021-03-20'),
    ]
    const caseId = await aCase(life, end, methodist)
    expect(await told('statusCase.started', caseId)).toEqual(
      [life.people.head, life.people.director, life.people.official].sort(),
    )
    done(await addEvidence.run(methodist, { id: caseId, evidenceText: null, evidenceLink: null, lines: keys, files: [] }))
    expect(ruleOf(await askExplanation.run(methodist, { id: caseId, version: 1, dueOn: '2021-03-01' }))).toBe('case.dueTooSoon')
    done(await askExplanation.run(methodist, { id: caseId, version: 1, dueOn: '2021-03-10' }))
    expect(ruleOf(await submitCase.run(methodist, { id: caseId, version: 2, submissionText: 'Прекратить' }))).toBe(
      'case.explanationAwaited',
    )
    expect(ruleOf(await explainCase.run(methodist, { id: caseId, version: 2, explanation: 'Нет', files: [] }))).toBe('forbidden')
    done(await explainCase.run(head, { id: caseId, version: 2, explanation: 'Перенесли на май', files: [] }))

    expect(ruleOf(await draftCaseOrder.run(official, { id: caseId, version: 3 }))).toBe('case.needsSubmission')
    done(await submitCase.run(methodist, { id: caseId, version: 3, submissionText: 'Прошу прекратить' }))
    done(await sendBackCase.run(official, { id: caseId, version: 4, remark: 'Приложите выписку' }))
    expect(await caseNow(life, caseId)).toMatchObject({
      state: 'open',
      submittedAt: null,
      remark: 'Приложите выписку',
      submissionNumber: 1,
    })
    done(await submitCase.run(methodist, { id: caseId, version: 5, submissionText: 'Прошу прекратить, выписка приложена' }))
    expect(await caseNow(life, caseId)).toMatchObject({ state: 'proposed', submissionNumber: 1, submissionYear: 2021 })
    // Submissions about applications go into the same journal.
    expect(
      await inScope(database.db, life.office.territory.id, (tx) =>
        takeNumber(tx, methodist, operatorsJournal(methodist, 'submission')),
      ),
    ).toBe(2)

    const { orderId } = done(await draftCaseOrder.run(official, { id: caseId, version: 6 })).made
    expect(await caseNow(life, caseId)).toMatchObject({ state: 'drafted', orderId })
    done(await deleteDraft(official, { orderId, version: 1 }))
    expect(await caseNow(life, caseId)).toMatchObject({ state: 'proposed', orderId: null })
    const again = done(await draftCaseOrder.run(official, { id: caseId, version: 8 })).made
    done(await submitOrder(official, { orderId: again.orderId, version: 1 }))
    const signatory = await life.as('signatory', '2021-03-25')
    done(await signOrder(signatory, { orderId: again.orderId, version: 2, number: null, effectiveOn: null }))
    expect(await caseNow(life, caseId)).toMatchObject({ state: 'decided', orderId: again.orderId })
    expect(await stateOn(life, '2021-06-02')).toBe('terminated')
    expect(await factsOf(caseId)).toEqual([
      'statusCase.started',
      'statusCase.evidenceAdded',
      'statusCase.explanationAsked',
      'statusCase.explained',
      'statusCase.proposed',
      'statusCase.sentBack',
      'statusCase.proposed',
      'statusCase.drafted',
      'statusCase.reopened',
      'statusCase.drafted',
      'statusCase.decided',
    ])
    const { rows } = await database.adminPool.query('select kind, side, text from status_case_evidence where case_id = $1', [
      caseId,
    ])
    expect(rows).toEqual([{ kind: 'register', side: 'accusing', text: expect.stringContaining('отметки о проведении нет') }])
  })

  test('without a submission no order ends a status, whoever writes it', async () => {
    const life = await aLife(database.db, lenobl)
    const there = await life.on('2021-03-01')
    const alone = await sign(there, await aSubmitted(there, [aPoint([aTermination(life.siteId, { ground: 'mismatch' })])]))
    expect(ruleOf(alone)).toBe('order.terminationNeedsSubmission')
    const caseId = await aCase(life, end)
    const own = aTermination(life.siteId, { ground: 'mismatch', caseId })
    expect(ruleOf(await sign(there, await aSubmitted(there, [aPoint([own])])))).toBe('order.terminationNeedsSubmission')
  })

  test('the end of a status drops what else was being decided about it', async () => {
    const life = await aLife(database.db, luga)
    const extension = await aCase(life, { kind: 'extension', onDay: '2023-08-31' })
    await order(life, '2021-03-01', aTermination(life.siteId))
    expect(await caseNow(life, extension)).toMatchObject({ state: 'dropped', dropReason: expect.stringContaining('прекращён') })
  })
})

describe('who may do what', () => {
  test('one open case of a kind; two at once are one; strangers see nothing to start', async () => {
    const life = await aLife(database.db, chebula)
    const input = {
      id: life.siteId,
      kind: 'extension',
      onDay: '2023-08-31',
      ground: null,
      reason: 'Год ещё нужен',
      untilDay: null,
      attachTo: null,
      planFate: null,
    } as const
    const [head, methodist] = [await life.as('head'), await life.as('methodist')]
    const both = await Promise.all([startCase.run(head, input), startCase.run(methodist, input)])
    expect(both.map(ruleOf).sort()).toEqual(['case.alreadyOpen', 'ok'])
    expect(ruleOf(await startCase.run(await life.as('stranger'), input))).toBe('forbidden')
    expect(ruleOf(await startCase.run(head, { ...input, onDay: '2024-09-01' }))).toBe('case.termTooLong')
  })

  test('a wish is taken back by its own side; the office drops any, with a reason', async () => {
    const life = await aLife(database.db, chebula)
    const [head, methodist] = [await life.as('head'), await life.as('methodist')]
    const own = await aCase(life, { kind: 'extension', onDay: '2023-08-31' }, head)
    done(await dropCase.run(head, { id: own, version: 1, dropReason: 'Передумали' }))
    const theirs = await aCase(life, { kind: 'suspension', onDay: '2021-03-01' }, methodist)
    expect(ruleOf(await dropCase.run(head, { id: theirs, version: 1, dropReason: 'Не надо' }))).toBe('forbidden')
    expect(ruleOf(await dropCase.run(methodist, { id: theirs, version: 2, dropReason: 'Ошибка' }))).toBe('changedMeanwhile')
    done(await dropCase.run(methodist, { id: theirs, version: 1, dropReason: 'Ошибка' }))
    expect(
      ruleOf(
        await addEvidence.run(methodist, {
          id: theirs,
          evidenceText: 'Письмо',
          evidenceLink: 'https://primer.ru',
          lines: [],
          files: [],
        }),
      ),
    ).toBe('case.closed')
  })

  test('another territory has no such case', async () => {
    const [life, other] = [await aLife(database.db, chebula), await aLife(database.db, luga)]
    const caseId = await aCase(life, { kind: 'extension', onDay: '2023-08-31' })
    const foreign = await other.as('methodist')
    expect(ruleOf(await dropCase.run(foreign, { id: caseId, version: 1, dropReason: 'Чужое' }))).toBe('notFound')
    expect(ruleOf(await draftCaseOrder.run(foreign, { id: caseId, version: 1 }))).toBe('notFound')
  })

  test('an extension goes by an order of the operator at Chebula and lengthens the term', async () => {
    const life = await aLife(database.db, chebula)
    const caseId = await aCase(life, { kind: 'extension', onDay: '2023-08-31' }, await life.as('head'))
    const official = await life.as('official')
    const { orderId } = done(await draftCaseOrder.run(official, { id: caseId, version: 1 })).made
    done(await submitOrder(official, { orderId, version: 1 }))
    done(await signOrder(await life.as('signatory'), { orderId, version: 2, number: null, effectiveOn: null }))
    expect(await caseNow(life, caseId)).toMatchObject({ state: 'decided' })
    expect(await stateOn(life, '2023-08-31')).toBe('expiring')
  })
})
