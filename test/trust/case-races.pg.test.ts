// Proves.
import { describe, expect, test } from 'vitest'
import { asPool } from '../../src/db/pool.ts'
import type { Result } from '../../src/kernel/result.ts'
import type { ApplicationId, OrderId, PersonId } from '../../src/kernel/types.ts'
import { submitApplication, withdrawApplication } from '../../src/modules/applications/deeds/send.ts'
import { callById } from '../../src/modules/calls/queries.ts'
import { changeOrder } from '../../src/modules/orders/commands/change-order.ts'
import { signOrder } from '../../src/modules/orders/commands/sign-order.ts'
import { findOrder } from '../../src/modules/orders/queries.ts'
import { replaceExpert } from '../../src/modules/reviews/deeds/lead.ts'
import { sendReview } from '../../src/modules/reviews/deeds/write.ts'
import { decideDirectly } from '../../src/modules/submissions/commands/decide-directly.ts'
import { draftChoice } from '../../src/modules/submissions/deeds.ts'
import type { Written } from '../../src/modules/submissions/model.ts'
import { violationsIn } from '../../src/ops/invariants.ts'
import { ownDatabase } from '../database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from '../factories/applications.ts'
import { aCall } from '../factories/calls.ts'
import { checklistIn, pressCheck, verdicts, versionOf } from '../factories/checks.ts'
import { aPoint } from '../factories/orders.ts'
import { mustWork } from '../factories/plans.ts'
import {
  anApplicationUnderReview,
  anExpert,
  aReviewText,
  asExpert,
  criteriaOf,
  declared,
  reviewNow,
  reviewsIn,
  sent,
  someExperts,
} from '../factories/reviews.ts'
import {
  aDecidingTerritory,
  aDraftedDecision,
  applicationNow,
  aSentSubmission,
  someApplications,
  submissionNow,
  submitted,
} from '../factories/submissions.ts'
import { inScope, type TestCtx } from '../factory.ts'
import { chebula, lenobl } from '../regulations.ts'
import { cutEverywhere } from './dying.ts'
import { fingerprintOf } from './lived.ts'

const base = ownDatabase()

const times = <T>(count: number, work: (n: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, n) => work(n)))
const outcome = (result: Result<unknown>) =>
  result.ok ? 'done' : result.refusal.code === 'rule' ? result.refusal.rule : result.refusal.code
/** Of one deed pressed by several: what is left when one did it and the others are told that it is done, changed, or being done. */
const oneOf = (outcomes: readonly string[]) =>
  outcomes
    .toSorted((a, b) => Number(b === 'done') - Number(a === 'done'))
    .filter((word, n) => (n === 0 ? word !== 'done' : !['illegalMove', 'changedMeanwhile', 'busy'].includes(word)))
const told = (there: ApplyingTerritory, kind: string, subjectId: string) =>
  inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('history').select('id').where('kind', '=', kind).where('subjectId', '=', subjectId).execute(),
  )
const rounds = (there: ApplyingTerritory, applicationId: ApplicationId) =>
  inScope(there.db, there.territory.id, (tx) =>
    tx.selectFrom('applicationRounds').select('round').where('applicationId', '=', applicationId).execute(),
  )
/** The factories put calls and the first orders into the tables by hand, and bring applications to a decision without experts. */
const brokenIn = async (there: ApplyingTerritory) =>
  (await inScope(there.db, there.territory.id, (tx) => violationsIn(tx, 'here')))
    .map(({ name }) => name)
    .filter((name) => /^(application|review|submission|history)\./.test(name) && name !== 'review.isUnderWay')

describe('an application', () => {
  test('sent twenty times at once is one: one number, one round, one record', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const applicationId = await anApplication(there, { state: 'complete' })
    const head = await there.as('head')
    const { editVersion: version } = await applicationNow(there, applicationId)
    const outcomes = (await times(20, () => submitApplication.run(head, { id: applicationId, version }))).map(outcome)
    expect(oneOf(outcomes)).toEqual([])
    expect(await rounds(there, applicationId)).toHaveLength(1)
    expect(await told(there, 'application.submitted', applicationId)).toHaveLength(1)
    expect((await applicationNow(there, applicationId)).number).toBe(1)
  })

  test('twelve of a call sent at once are numbered one after another', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const ids: ApplicationId[] = []
    for (let n = 1; n <= 12; n++) ids.push(await anApplication(there, { state: 'complete', theme: `Тема ${n}` }))
    const head = await there.as('head')
    // Who is told that others are writing presses again, as the sentence asks.
    const sendOne = async (id: ApplicationId): Promise<string> => {
      const { editVersion: version } = await applicationNow(there, id)
      const word = outcome(await submitApplication.run(head, { id, version }))
      return word === 'busy' ? sendOne(id) : word
    }
    expect([...new Set(await Promise.all(ids.map(sendOne)))]).toEqual(['done'])
    const numbers = await Promise.all(ids.map(async (id) => (await applicationNow(there, id)).number!))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    expect(await brokenIn(there)).toEqual([])
  })

  test('sent anew and withdrawn at once: it is one of both, and stays whole', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    for (let n = 0; n < 5; n++) {
      const applicationId = await anApplication(there, { state: 'returned', theme: `Тема ${n}` })
      const head = await there.as('head')
      const { editVersion: version } = await applicationNow(there, applicationId)
      const [sending, withdrawal] = await Promise.all([
        submitApplication.run(head, { id: applicationId, version }),
        withdrawApplication.run(head, { id: applicationId, reason: 'Школа на ремонте' }),
      ])
      // Whoever withdraws second withdraws what has just been sent; whoever sends second is told.
      expect(outcome(withdrawal)).toBe('done')
      expect(['done', 'changedMeanwhile']).toContain(outcome(sending))
      expect((await applicationNow(there, applicationId)).state).toBe('withdrawn')
      expect(await rounds(there, applicationId)).toHaveLength(sending.ok ? 2 : 1)
    }
    expect(await brokenIn(there)).toEqual([])
  })

  test('admitted, returned and withdrawn at once: one of the checks counts, or none', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const applicationId = await anApplication(there, { state: 'submitted' })
    const { lines } = await checklistIn(there, applicationId)
    const methodist = await there.as('methodist')
    const version = await versionOf(there, applicationId)
    const check = (intent: 'admit' | 'return') =>
      pressCheck(methodist, {
        id: applicationId,
        version,
        intent,
        verdicts: verdicts(lines, intent === 'return' ? { [lines[0]!.code]: 'Поправьте' } : {}),
        settled: [],
      })
    const results = await times(10, (n) => check(n % 2 ? 'admit' : 'return'))
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    expect(['admitted', 'returned']).toContain((await applicationNow(there, applicationId)).state)
    const checks = await inScope(there.db, there.territory.id, (tx) =>
      tx.selectFrom('applicationChecks').select('id').where('applicationId', '=', applicationId).execute(),
    )
    expect(checks).toHaveLength(1)
  })

  test('at the very second of closing is in time, one second later is late; a revised one has no such hour', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const call = (await inScope(there.db, there.territory.id, (tx) => callById(tx, there, there.callId!)))!
    const head = await there.as('head')
    const at = (moment: Date): TestCtx => ({ ...head, now: moment })
    const late = at(new Date(call.closesAt.getTime() + 1000))
    const sendAs = async (ctx: TestCtx, applicationId: ApplicationId) =>
      submitApplication.run(ctx, { id: applicationId, version: (await applicationNow(there, applicationId)).editVersion })
    const first = await anApplication(there, { state: 'complete', theme: 'Тема первая' })
    const second = await anApplication(there, { state: 'complete', theme: 'Тема вторая' })
    const early = at(new Date(call.opensAt.getTime() - 1000))
    expect(outcome(await sendAs(early, first))).toBe('call.notOpenYet')
    const refused = await sendAs(late, second)
    expect(refused).toMatchObject({ ok: false, refusal: { rule: 'call.closed' } })
    expect(JSON.stringify(refused)).toMatch(/18:00 \d+ октября 2021/)
    expect(outcome(await sendAs(at(call.closesAt), first))).toBe('done')
    expect((await applicationNow(there, second)).state).toBe('draft')
    const returned = await anApplication(there, { state: 'returned', theme: 'Тема после возврата' })
    expect(outcome(await sendAs(late, returned))).toBe('done')
  })
})

describe('a review', () => {
  test('given to two experts at once has one of them; the other is not left with it', async () => {
    const there = await anApplyingTerritory(base.db, lenobl, '2021-10-01')
    const [one, other] = await someExperts(there, 2)
    const { reviews, applicationId } = await anApplicationUnderReview(there, await someExperts(there, 3))
    const methodist = await there.as('methodist')
    const replace = (personId: PersonId) =>
      replaceExpert.run(methodist, { id: reviews[0]!.id, personId, dueOn: '2021-11-01', reason: 'Молчит' })
    const outcomes = (await Promise.all([replace(one!), replace(other!)])).map(outcome)
    expect(oneOf(outcomes)).toEqual([])
    const standing = (await reviewsIn(there, applicationId)).filter(({ state }) => state !== 'replaced')
    expect(standing).toHaveLength(3)
    expect(await brokenIn(there)).toEqual([])
  })

  test('sent while it is taken away: it is sent, or somebody else has it, never both', async () => {
    const there = await anApplyingTerritory(base.db, lenobl, '2021-10-01')
    const text = aReviewText(await criteriaOf(there), 2)
    for (let n = 0; n < 4; n++) {
      const { reviews } = await anApplicationUnderReview(there, await someExperts(there, 3))
      const review = await declared(there, reviews[0]!)
      const personId = await anExpert(there)
      const expert = await asExpert(there, review)
      const [sending, taking] = await Promise.all([
        sendReview.run(expert, { id: review.id, version: review.editVersion, sure: false, ...text }),
        replaceExpert.run(await there.as('methodist'), { id: review.id, personId, dueOn: '2021-11-01', reason: 'Молчит' }),
      ])
      expect([sending.ok, taking.ok].filter(Boolean)).toHaveLength(1)
      expect((await reviewNow(there, review.id)).state).toBe(sending.ok ? 'sent' : 'replaced')
    }
    expect(await brokenIn(there)).toEqual([])
  })

  test('pressed ten times is one', async () => {
    const there = await anApplyingTerritory(base.db, lenobl, '2021-10-01')
    const text = aReviewText(await criteriaOf(there), 1)
    const { reviews } = await anApplicationUnderReview(there, await someExperts(there, 3))
    const { id: reviewId, editVersion: version, expertId } = await declared(there, reviews[0]!)
    const expert = await asExpert(there, { expertId })
    const outcomes = (await times(10, () => sendReview.run(expert, { id: reviewId, version, sure: false, ...text }))).map(outcome)
    expect(outcomes.filter((word) => word === 'done')).toHaveLength(1)
    expect(await told(there, 'review.sent', reviewId)).toHaveLength(1)
  })
})

describe('a decision', () => {
  const choice = (applicationIds: readonly ApplicationId[], included: number): Written[] =>
    applicationIds.map((applicationId, n) =>
      n === included
        ? { applicationId, verdict: 'include', reason: '' }
        : { applicationId, verdict: 'exclude', reason: 'Мало занятий' },
    )

  test('about one submission by ten people at once makes one draft order', async () => {
    const there = await aDecidingTerritory(base.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const { one: submission } = await submissionNow(there, id)
    const official = await there.as('official')
    const outcomes = (
      await times(10, (n) =>
        draftChoice.run(official, { id, version: submission.editVersion, items: choice(applicationIds, n % 2) }),
      )
    ).map(outcome)
    expect(oneOf(outcomes)).toEqual([])
    const drafts = await inScope(there.db, there.territory.id, (tx) =>
      tx.selectFrom('orders').select('id').where('state', '=', 'draft').execute(),
    )
    expect(drafts).toHaveLength(1)
    expect(await brokenIn(there)).toEqual([])
  })

  test('two orders that grant one application, signed at once: one site, the other signatory is told', async () => {
    const there = await aDecidingTerritory(base.db, chebula)
    const [first, second] = (await someApplications(there, 2, 'admitted')) as [ApplicationId, ApplicationId]
    const official = await there.as('official')
    const decide = async (applicationId: ApplicationId) =>
      mustWork(await decideDirectly(official, { items: [{ applicationId, verdict: 'include', reason: '' }] })).orderId
    const [one, other] = [await decide(first), await decide(second)]
    await regranted(official, other, first)
    const versions = [await submitted(official, one), await submitted(official, other)]
    const results = await Promise.all(
      [one, other].map((orderId, n) => signOrder(official, { orderId, version: versions[n]!, number: null, effectiveOn: null })),
    )
    expect(results.map(outcome).sort()).toEqual(['done', 'order.applicationDecided'])
    const app = await applicationNow(there, first)
    expect([app.state, app.decidedByOrderId]).toEqual(['granted', results[0]!.ok ? one : other])
    const sites = await inScope(there.db, there.territory.id, (tx) => tx.selectFrom('sites').select('id').execute())
    expect(sites).toHaveLength(1)
    expect(await brokenIn(there)).toEqual([])
  })

  test('signed while the application is withdrawn: granted, or withdrawn and the signatory is told', async () => {
    const there = await aDecidingTerritory(base.db, chebula)
    const official = await there.as('official')
    for (let n = 0; n < 4; n++) {
      const applicationId = await anApplication(there, { state: 'admitted', theme: `Тема отзыва ${n}` })
      const { orderId } = mustWork(
        await decideDirectly(official, { items: [{ applicationId, verdict: 'exclude', reason: 'Нет опыта' }] }),
      )
      const version = await submitted(official, orderId)
      const [signing, withdrawal] = await Promise.all([
        signOrder(official, { orderId, version, number: null, effectiveOn: null }),
        withdrawApplication.run(await there.as('head'), { id: applicationId, reason: 'Передумали' }),
      ])
      expect([signing.ok, withdrawal.ok].filter(Boolean)).toHaveLength(1)
      expect((await applicationNow(there, applicationId)).state).toBe(signing.ok ? 'declined' : 'withdrawn')
    }
    expect(await brokenIn(there)).toEqual([])
  })
})

/** Another draft is changed so that it grants this application too. */
async function regranted(ctx: TestCtx, orderId: OrderId, applicationId: ApplicationId): Promise<void> {
  const { order, points } = (await inScope(ctx.db, ctx.territory.id, (tx) => findOrder(tx, ctx, orderId)))!
  const effects = points.map((point) => ({
    ...point,
    effects: point.effects.map((effect) => (effect.kind === 'grantStatus' ? { ...effect, applicationId } : effect)),
  }))
  const { title, preamble, signatoryId, controllerId, acquaintance } = order
  const content = { title, preamble, signatoryId, controllerId, acquaintance, publishOnSigning: false, appendices: [] }
  mustWork(await changeOrder(ctx, { orderId, version: order.version, content: { ...content, points: effects } }))
}

describe('a connection cut before any one of the queries', () => {
  test('of a submission leaves nothing of it, and the next attempt sends it once', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const applicationId = await anApplication(there, { state: 'complete' })
    const head = await there.as('head')
    const { editVersion: version } = await applicationNow(there, applicationId)
    const before = await fingerprintOf(base.adminPool, there.territory.id)
    const cuts = await cutEverywhere(
      base,
      (db) => submitApplication.run({ ...head, pool: asPool(db) }, { id: applicationId, version }),
      async () => expect(await fingerprintOf(base.adminPool, there.territory.id)).toEqual(before),
    )
    expect(cuts).toBeGreaterThan(20)
    expect(await rounds(there, applicationId)).toHaveLength(1)
    expect(await told(there, 'application.submitted', applicationId)).toHaveLength(1)
    expect(await brokenIn(there)).toEqual([])
  }, 120_000)

  test('of a signature that grants, declines and opens a call leaves nothing of it, and the next attempt signs once', async () => {
    const there = await aDecidingTerritory(base.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const orderId = await aDraftedDecision(there, id)
    const official = await there.as('official')
    await withACall(official, orderId)
    const version = await submitted(official, orderId)
    const before = await fingerprintOf(base.adminPool, there.territory.id)
    const cuts = await cutEverywhere(
      base,
      (db) => signOrder({ ...official, pool: asPool(db) }, { orderId, version, number: null, effectiveOn: null }),
      async () => expect(await fingerprintOf(base.adminPool, there.territory.id)).toEqual(before),
      2,
    )
    expect(cuts).toBeGreaterThan(20)
    const states = await Promise.all(applicationIds.map(async (one) => (await applicationNow(there, one)).state))
    expect(states).toEqual(['granted', 'declined'])
    expect(await told(there, 'order.signed', orderId)).toHaveLength(1)
    const calls = await inScope(there.db, there.territory.id, (tx) =>
      tx.selectFrom('calls').select('id').where('orderId', '=', orderId).execute(),
    )
    expect(calls).toHaveLength(1)
    expect(await brokenIn(there)).toEqual([])
  }, 120_000)

  test('of the last review of an application neither loses it nor ends the review twice', async () => {
    const there = await anApplyingTerritory(base.db, lenobl, '2021-10-01')
    const text = aReviewText(await criteriaOf(there), 2)
    const { reviews, applicationId } = await anApplicationUnderReview(there, await someExperts(there, 3))
    for (const review of reviews.slice(1)) await sent(there, review, text)
    const { id: reviewId, editVersion: version, expertId } = await declared(there, reviews[0]!)
    const expert = await asExpert(there, { expertId })
    const before = await fingerprintOf(base.adminPool, there.territory.id)
    await cutEverywhere(
      base,
      (db) => sendReview.run({ ...expert, pool: asPool(db) }, { id: reviewId, version, sure: false, ...text }),
      async () => expect(await fingerprintOf(base.adminPool, there.territory.id)).toEqual(before),
    )
    expect((await applicationNow(there, applicationId)).state).toBe('reviewed')
    expect(await told(there, 'application.reviewed', applicationId)).toHaveLength(1)
  }, 120_000)
})

/** The same order opens the next call. */
async function withACall(ctx: TestCtx, orderId: OrderId): Promise<void> {
  const { order, points } = (await inScope(ctx.db, ctx.territory.id, (tx) => findOrder(tx, ctx, orderId)))!
  const call = aCall({ opensOn: '2022-01-10', closesOn: '2022-02-10', reviewDueOn: '2022-03-10', title: 'Следующий приём' })
  const { title, preamble, signatoryId, controllerId, acquaintance } = order
  const content = { title, preamble, signatoryId, controllerId, acquaintance, publishOnSigning: false, appendices: [] }
  mustWork(
    await changeOrder(ctx, { orderId, version: order.version, content: { ...content, points: [...points, aPoint([call])] } }),
  )
}
