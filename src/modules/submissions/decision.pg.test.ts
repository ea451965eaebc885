// Proves R-31, C-33.

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { anApplication, moveOn } from '../../../test/factories/applications.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { anExpert, aReviewText, criteriaOf, reviewsIn, sent } from '../../../test/factories/reviews.ts'
import {
  aDecidingTerritory,
  aDraftedDecision,
  applicationNow,
  aSentSubmission,
  aSignedProtocol,
  signedBy,
  someApplications,
  submissionNow,
  submitted,
} from '../../../test/factories/submissions.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import { cutEverywhere } from '../../../test/trust/dying.ts'
import { asPool } from '../../db/pool.ts'
import type { ApplicationId, OperatorSubmissionId, OrganisationId, PersonId } from '../../kernel/types.ts'
import type { DraftPoint } from '../../kit/order/template.ts'
import { noChoices } from '../../kit/order/template.ts'
import { changeOrder } from '../orders/commands/change-order.ts'
import { draftOrder } from '../orders/commands/draft-order.ts'
import { deleteDraft } from '../orders/commands/move-order.ts'
import { signOrder } from '../orders/commands/sign-order.ts'
import type { Order, OrderContent } from '../orders/model.ts'
import { previewOrder } from '../orders/preview.ts'
import { assignExperts } from '../reviews/deeds/lead.ts'
import { decideDirectly } from './commands/decide-directly.ts'
import { startSubmission } from './commands/start-submission.ts'
import { chooseApplications, draftChoice, sendSubmission } from './deeds.ts'
import type { Written } from './model.ts'
import { noticesOf, orderOf, rows, rulesOf, statesOf } from './submissions.fixture.ts'

const database = ownDatabase()

const contentOf = (order: Order, points: readonly DraftPoint[]): OrderContent => ({
  title: order.title,
  preamble: order.preamble,
  signatoryId: order.signatoryId,
  controllerId: order.controllerId,
  acquaintance: order.acquaintance,
  publishOnSigning: false,
  appendices: [],
  points,
})

describe('the decision', () => {
  test('may differ from what was proposed, is kept, and becomes a draft order with both kinds of effects', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const [first, second] = applicationIds as [ApplicationId, ApplicationId]
    const official = await there.as('official')
    const items: Written[] = [
      { applicationId: first, verdict: 'include', reason: '' },
      { applicationId: second, verdict: 'exclude', reason: '' },
    ]
    mustWork(await chooseApplications.run(official, { id, version: 2, items }))
    expect((await submissionNow(there, id)).places.map((place) => place.decision)).toEqual(['include', 'exclude'])
    expect(rulesOf(await draftChoice.run(official, { id, version: 3, items }))).toEqual(['submission.reasonMissing'])
    const orderId = await aDraftedDecision(there, id)
    const { one: submission } = await submissionNow(there, id)
    expect([submission.state, submission.orderId]).toEqual(['drafted', orderId])
    const { order, points } = await orderOf(there, orderId)
    expect(order.kind).toBe('directive')
    expect(order.issuerId).toBe(there.network.authorityId)
    expect(order.preamble).toMatch(/по представлению .+ № 1 и по результатам экспертизы \(протокол от 20 ноября 2021 г\. № 1\)$/)
    expect(points.flatMap((point) => point.effects)).toMatchObject([
      { kind: 'grantStatus', applicationId: first, theme: 'Тема площадки 1', from: '2022-01-10', to: '2024-12-31' },
      { kind: 'declineApplication', applicationId: second, reason: 'Мало занятий по темам' },
    ])
    expect(points.map((point) => point.text).join(' ')).not.toContain('Мало занятий')
    const preview = await inScope(there.db, there.territory.id, (tx) => previewOrder(tx, official, { order, points }))
    expect(preview.refusals).toEqual([])
    expect(await statesOf(there, applicationIds)).toEqual(['proposed', 'proposed'])
  })

  test('two decisions at once: one wins, the other is told', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const official = await there.as('official')
    const items = applicationIds.map((applicationId): Written => ({ applicationId, verdict: 'exclude', reason: 'Мало занятий' }))
    const results = await Promise.all(Array.from({ length: 10 }, () => draftChoice.run(official, { id, version: 2, items })))
    expect(results.filter((one) => one.ok).length).toBe(1)
    expect([...new Set(results.flatMap(rulesOf))]).toEqual(['changedMeanwhile'])
    expect((await rows(there, sql`select id from orders where template_code = 'designateByApplications'`)).length).toBe(1)
  })

  test('takes effect with the signature: site, states, programme, words to all who applied', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const [first, second] = applicationIds as [ApplicationId, ApplicationId]
    const orderId = await aDraftedDecision(there, id)
    const official = await there.as('official')
    mustWork(await signedBy(official, orderId))
    const [granted, declined] = [await applicationNow(there, first), await applicationNow(there, second)]
    expect([granted.state, granted.decidedOn, granted.decidedByOrderId]).toEqual(['granted', '2021-12-01', orderId])
    expect([declined.state, declined.decisionReason]).toEqual(['declined', 'Мало занятий по темам'])
    const [site] = await rows<{ id: OperatorSubmissionId; programme: string }>(
      there,
      sql`select s.id, p.site_id as programme from sites s join programmes p on p.application_id = s.application_id where s.application_id = ${first}`,
    )
    expect([site!.id, site!.programme]).toEqual([granted.siteId, granted.siteId])
    const { one: submission, places } = await submissionNow(there, id)
    expect([submission.state, submission.orderId]).toEqual(['decided', orderId])
    expect(places.map((place) => place.decision)).toEqual(['include', 'exclude'])
    expect((await noticesOf(there, 'application.granted')).map((notice) => [notice.personId, notice.subjectId])).toEqual([
      [there.people.head, first],
    ])
    const [told] = await noticesOf(there, 'application.declined')
    expect([told!.personId, told!.params.reason, told!.params.order]).toEqual([
      there.people.head,
      'Мало занятий по темам',
      'распоряжение от 01.12.2021 № 1-о',
    ])
  })

  test('is open again when the draft is thrown away', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const orderId = await aDraftedDecision(there, id)
    const official = await there.as('official')
    mustWork(await deleteDraft(official, { orderId, version: 1 }))
    const { one: submission } = await submissionNow(there, id)
    expect([submission.state, submission.orderId]).toEqual(['sent', null])
    expect(await statesOf(there, applicationIds)).toEqual(['proposed', 'proposed'])
    mustWork(await signedBy(official, await aDraftedDecision(there, id)))
    expect(await statesOf(there, applicationIds)).toEqual(['granted', 'declined'])
  })

  test('what the signed order leaves out is still to be decided', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const official = await there.as('official')
    const orderId = await aDraftedDecision(there, id)
    const { order, points } = await orderOf(there, orderId)
    const rest = points.filter((point) => point.effects.every(({ kind }) => kind !== 'declineApplication'))
    mustWork(await changeOrder(official, { orderId, version: 1, content: contentOf(order, rest) }))
    const changed = await orderOf(there, orderId)
    const preview = await inScope(there.db, there.territory.id, (tx) => previewOrder(tx, official, changed))
    const warnings = preview.points.flatMap(({ changes }) => changes.flatMap(({ lines }) => lines.map(({ warning }) => warning)))
    expect(warnings.join()).toContain('Без решения остаются: заявка № 2')
    mustWork(await signedBy(official, orderId))
    const { one: submission } = await submissionNow(there, id)
    expect([submission.state, submission.orderId]).toEqual(['sent', null])
    expect(await statesOf(there, applicationIds)).toEqual(['granted', 'proposed'])
  })

  test('a revoked order puts everything back, and another one decides anew', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const official = await there.as('official')
    const orderId = await aDraftedDecision(there, id)
    mustWork(await signedBy(official, orderId))
    const issuerId = there.network.authorityId
    const revoking = mustWork(
      await draftOrder(official, { templateCode: 'revokeOrder', issuerId, choices: { ...noChoices, orderId } }),
    )
    mustWork(await signedBy(official, revoking.id))
    expect(await statesOf(there, applicationIds)).toEqual(['proposed', 'proposed'])
    const { one: submission } = await submissionNow(there, id)
    expect([submission.state, submission.orderId]).toEqual(['sent', null])
    expect((await rows(there, sql`select id from sites where application_id is not null`)).length).toBe(0)
    expect((await noticesOf(there, 'application.reopened')).length).toBe(2)
    mustWork(await signedBy(official, await aDraftedDecision(there, id)))
    expect(await statesOf(there, applicationIds)).toEqual(['granted', 'declined'])
  })

  test('an order is refused when its application is decided, somebody else’s or named twice', async () => {
    const there = await aDecidingTerritory(database.db, chebula)
    const [first, second] = (await someApplications(there, 2, 'admitted')) as [ApplicationId, ApplicationId]
    const official = await there.as('official')
    const decide = (applicationId: ApplicationId) =>
      decideDirectly(official, { items: [{ applicationId, verdict: 'include', reason: '' }] })
    const { orderId } = mustWork(await decide(first))
    expect(rulesOf(await decide(first))).toEqual(['submission.alreadyDrafted'])
    const { order, points } = await orderOf(there, orderId)
    const grant = points.flatMap((point) => point.effects).find(({ kind }) => kind === 'grantStatus')!
    if (grant.kind !== 'grantStatus') throw new Error('no grant')
    const wrong = { ...grant, organisationIds: [there.schools[1]], leadOrganisationId: there.schools[1], theme: 'Другая тема' }
    const decline = { kind: 'declineApplication' as const, applicationId: second, reason: 'Нет опыта' }
    const content = contentOf(order, [{ ...points[0]!, effects: [wrong, decline, decline] }])
    mustWork(await changeOrder(official, { orderId, version: 1, content }))
    expect(rulesOf(await signedBy(official, orderId)).filter((rule) => /pplica/.test(rule))).toEqual([
      'order.notTheApplicants',
      'order.applicationTwice',
      'order.applicationTwice',
    ])
  })

  test('two orders about one application signed at once: one decides, the other is told', async () => {
    const there = await aDecidingTerritory(database.db, chebula)
    const [first, second] = (await someApplications(there, 2, 'admitted')) as [ApplicationId, ApplicationId]
    const official = await there.as('official')
    const decline = (applicationId: ApplicationId) =>
      decideDirectly(official, { items: [{ applicationId, verdict: 'exclude', reason: 'Нет опыта' }] })
    const [one, other] = [mustWork(await decline(first)).orderId, mustWork(await decline(second)).orderId]
    const { order, points } = await orderOf(there, one)
    const both = {
      ...points[0]!,
      effects: [first, second].map((applicationId) => ({
        kind: 'declineApplication' as const,
        applicationId,
        reason: 'Нет опыта',
      })),
    }
    mustWork(await changeOrder(official, { orderId: one, version: 1, content: contentOf(order, [both]) }))
    const versions = [await submitted(official, one), await submitted(official, other)]
    const results = await Promise.all(
      [one, other].map((orderId, index) =>
        signOrder(official, { orderId, version: versions[index]!, number: null, effectiveOn: null }),
      ),
    )
    expect(results.filter((result) => result.ok).length).toBe(1)
    expect([...new Set(results.flatMap(rulesOf))]).toEqual(['order.applicationDecided'])
    expect((await statesOf(there, [second]))[0]).toBe('declined')
  })
})

test('without a submission the office that gives statuses decides at once', async () => {
  const there = await aDecidingTerritory(database.db, chebula)
  const ids = await someApplications(there, 3, 'admitted')
  const [first, second, third] = ids as [ApplicationId, ApplicationId, ApplicationId]
  const items: Written[] = [
    { applicationId: first, verdict: 'include', reason: '' },
    { applicationId: second, verdict: 'exclude', reason: 'Нет опыта' },
    { applicationId: third, verdict: 'later', reason: '' },
  ]
  expect(rulesOf(await decideDirectly(await there.as('head'), { items }))).toEqual(['forbidden'])
  const { orderId } = mustWork(await decideDirectly(await there.as('official'), { items }))
  const { order } = await orderOf(there, orderId)
  expect([order.issuerId, order.kind]).toEqual([there.operatorId, 'order'])
  mustWork(await signedBy(await there.as('official'), orderId))
  expect(await statesOf(there, ids)).toEqual(['granted', 'declined', 'admitted'])
})

test('cut at any moment, sending and signing leave nothing half done', async () => {
  const there = await aDecidingTerritory(database.db, lenobl)
  const applicationIds = await someApplications(there, 2, 'reviewed')
  await aSignedProtocol(there)
  const [methodist, official] = [await there.as('methodist'), await there.as('official')]
  const { id } = mustWork(await startSubmission(methodist, { callId: there.callId }))
  const sendingCuts = await cutEverywhere(
    database,
    (db) => sendSubmission.run({ ...methodist, pool: asPool(db) }, { id, version: 1 }),
    async () => {
      expect(await statesOf(there, applicationIds)).toEqual(['reviewed', 'reviewed'])
      expect((await submissionNow(there, id)).one.state).toBe('draft')
      expect(await noticesOf(there, 'submission.awaitsDecision')).toEqual([])
    },
  )
  const orderId = await aDraftedDecision(there, id)
  const version = await submitted(official, orderId)
  const signingCuts = await cutEverywhere(
    database,
    (db) => signOrder({ ...official, pool: asPool(db) }, { orderId, version, number: null, effectiveOn: null }),
    async () => {
      expect(await statesOf(there, applicationIds)).toEqual(['proposed', 'proposed'])
      expect((await orderOf(there, orderId)).order.state).toBe('awaitingSignature')
      expect((await submissionNow(there, id)).one.state).toBe('drafted')
      expect(await rows(there, sql`select id from sites where order_id = ${orderId}`)).toEqual([])
      expect(await noticesOf(there, 'application.granted')).toEqual([])
    },
    2,
  )
  expect(sendingCuts).toBeGreaterThan(5)
  expect(signingCuts).toBeGreaterThan(10)
  expect(await statesOf(there, applicationIds)).toEqual(['granted', 'declined'])
})

test('schools that applied together get one site, its head by their protocol, and each is told; experts hear the outcome', async () => {
  const there = await aDecidingTerritory(database.db, lenobl)
  const expert = await anExpert(there)
  const joint = await anApplication(there, { state: 'admitted', joint: true })
  mustWork(await assignExperts.run(await there.as('methodist'), { id: joint, experts: [expert], dueOn: '2021-12-20' }))
  const [review] = await reviewsIn(there, joint)
  await sent(there, review!, aReviewText(await criteriaOf(there), 3))
  await moveOn(there, joint, 'finishReview')
  await aSignedProtocol(there)
  const methodist = await there.as('methodist')
  const { id } = mustWork(await startSubmission(methodist, { callId: there.callId }))
  const started = await submissionNow(there, id)
  expect([started.places[0]!.assessment?.median, started.places[0]!.proposal]).toEqual([100, 'include'])
  mustWork(await sendSubmission.run(methodist, { id, version: 1 }))
  mustWork(await signedBy(await there.as('official'), await aDraftedDecision(there, id)))
  const { siteId } = await applicationNow(there, joint)
  const hosts = await rows<{ organisationId: OrganisationId }>(
    there,
    sql`select organisation_id from site_organisations where site_id = ${siteId} order by position`,
  )
  expect(hosts.map((row) => row.organisationId)).toEqual([...there.schools])
  const [head] = await rows<{ personId: PersonId; ground: string }>(
    there,
    sql`select person_id, ground from appointments where site_id = ${siteId} and kind = 'head'`,
  )
  expect(head).toEqual({ personId: there.people.head, ground: 'протокол от 20 сентября 2021 г. № 3' })
  expect((await noticesOf(there, 'application.granted')).map((notice) => notice.personId).sort()).toEqual(
    [there.people.head, there.people.otherHead].sort(),
  )
  expect((await noticesOf(there, 'review.outcomeKnown')).map((notice) => [notice.personId, notice.params.granted])).toEqual([
    [expert, true],
  ])
})
