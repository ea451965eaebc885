// Proves R-31, C-33.

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import {
  aDecidingTerritory,
  aSentSubmission,
  aSignedProtocol,
  someApplications,
  submissionNow,
} from '../../../test/factories/submissions.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import { newId } from '../../kernel/ids.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { decideDirectly } from './commands/decide-directly.ts'
import { startSubmission } from './commands/start-submission.ts'
import { dropSubmission, editSubmission, returnSubmission, sendSubmission } from './deeds.ts'
import type { Written } from './model.ts'
import { noticesOf, rows, rulesOf, statesOf } from './submissions.fixture.ts'

const database = ownDatabase()

describe('the operator’s submission', () => {
  test('is started ranked and reasoned, once at a time, by the operator alone', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const methodist = await there.as('methodist')
    expect(rulesOf(await startSubmission(methodist, { callId: there.callId }))).toEqual(['submission.nothingReady'])
    const ids = await someApplications(there, 4, 'reviewed')
    expect(rulesOf(await startSubmission(await there.as('official'), { callId: there.callId }))).toEqual(['forbidden'])
    const both = await Promise.all([1, 2].map(() => startSubmission(methodist, { callId: there.callId })))
    expect(both.map(rulesOf).sort()).toEqual([[], ['submission.alreadyOpen']])
    const started = both.find((one) => one.ok)!
    const { one: submission, places } = await submissionNow(there, mustWork(started).id)
    expect([submission.number, submission.year, submission.state]).toEqual([1, 2021, 'draft'])
    expect(places.map((place) => [place.candidate.number, place.proposal])).toEqual([
      [1, 'include'],
      [2, 'include'],
      [3, 'include'],
      [4, 'exclude'],
    ])
    expect(places[3]!.proposalReason).toBe('Число статусов, объявленное приёмом, распределено между другими заявками.')
    expect(await statesOf(there, ids)).toEqual(['reviewed', 'reviewed', 'reviewed', 'reviewed'])
  })

  test('is reordered and reasoned; an unknown application, no reason and a stale page are refused', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const [first, second] = (await someApplications(there, 2, 'reviewed')) as [ApplicationId, ApplicationId]
    const methodist = await there.as('methodist')
    const { id } = mustWork(await startSubmission(methodist, { callId: there.callId }))
    const edit = (items: Written[], version = 1) => editSubmission.run(methodist, { id, version, text: 'Просим решить', items })
    const include = (applicationId: ApplicationId): Written => ({ applicationId, verdict: 'include', reason: '' })
    expect(rulesOf(await edit([include(newId<ApplicationId>())]))).toEqual(['submission.unknownApplication'])
    expect(rulesOf(await edit([include(first), include(first)]))).toEqual(['submission.listedTwice'])
    expect(rulesOf(await edit([include(first), { applicationId: second, verdict: 'exclude', reason: ' ' }]))).toEqual([
      'submission.reasonMissing',
    ])
    mustWork(await edit([{ applicationId: second, verdict: 'exclude', reason: 'Нет часов' }, include(first)]))
    expect(rulesOf(await edit([include(first)]))).toEqual(['changedMeanwhile'])
    const { places } = await submissionNow(there, id)
    expect(places.map((place) => [place.applicationId, place.proposal])).toEqual([
      [second, 'exclude'],
      [first, 'include'],
    ])
    mustWork(await edit([include(first), { ...include(second), verdict: 'later' }], 2))
    const after = await submissionNow(there, id)
    expect(after.others.map((other) => other.id)).toEqual([second])
    mustWork(await dropSubmission.run(methodist, { id, version: 3 }))
    expect(rulesOf(await dropSubmission.run(methodist, { id, version: 3 }))).toEqual(['notFound'])
  })

  test('thrown away unsent gives its number back while it is the last; what was sent or numbered over keeps it', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    await someApplications(there, 1, 'reviewed')
    await aSignedProtocol(there)
    const [methodist, official] = [await there.as('methodist'), await there.as('official')]
    const started = async () => {
      const { id } = mustWork(await startSubmission(methodist, { callId: there.callId }))
      return { id, number: (await submissionNow(there, id)).one.number }
    }
    const first = await started()
    mustWork(await dropSubmission.run(methodist, { id: first.id, version: 1 }))
    const second = await started()
    expect([first.number, second.number]).toEqual([1, 1])
    await rows(there, sql`update journals set last_number = 2 where kind = 'submission'`) // a submission about a status took the next one
    mustWork(await dropSubmission.run(methodist, { id: second.id, version: 1 }))
    const third = await started()
    expect(third.number).toBe(3)
    mustWork(await sendSubmission.run(methodist, { id: third.id, version: 1 }))
    mustWork(await returnSubmission.run(official, { id: third.id, version: 2, remark: 'Назовите основания' }))
    mustWork(await dropSubmission.run(methodist, { id: third.id, version: 3 }))
    expect((await started()).number).toBe(4)
  })

  test('is sent only with a signed protocol; its applications are proposed and whoever decides is told', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const ids = await someApplications(there, 2, 'reviewed')
    const methodist = await there.as('methodist')
    const { id } = mustWork(await startSubmission(methodist, { callId: there.callId }))
    expect(rulesOf(await sendSubmission.run(methodist, { id, version: 1 }))).toEqual(['submission.noProtocol'])
    await aSignedProtocol(there)
    const twice = await Promise.all([1, 2].map(() => sendSubmission.run(methodist, { id, version: 1 })))
    expect(twice.map(rulesOf).sort()).toEqual([[], ['changedMeanwhile']])
    expect(await statesOf(there, ids)).toEqual(['proposed', 'proposed'])
    const told = await noticesOf(there, 'submission.awaitsDecision')
    expect(told.map((notice) => [notice.personId, notice.params.include])).toEqual([[there.people.official, 2]])
  })

  test('comes back with a remark: applications stand where they stood, the operator is told and sends it anew', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id, applicationIds } = await aSentSubmission(there)
    const official = await there.as('official')
    expect(rulesOf(await returnSubmission.run(official, { id, version: 2, remark: ' ' }))).toEqual(['submission.remarkMissing'])
    expect(rulesOf(await returnSubmission.run(await there.as('methodist'), { id, version: 2, remark: 'Мало' }))).toEqual([
      'forbidden',
    ])
    mustWork(await returnSubmission.run(official, { id, version: 2, remark: 'Назовите основания' }))
    expect(await statesOf(there, applicationIds)).toEqual(['reviewed', 'reviewed'])
    expect((await noticesOf(there, 'submission.returned')).map((notice) => notice.personId)).toEqual([there.people.methodist])
    mustWork(await sendSubmission.run(await there.as('methodist'), { id, version: 3 }))
    expect(await statesOf(there, applicationIds)).toEqual(['proposed', 'proposed'])
  })

  test('has no place where the regulation knows none', async () => {
    const there = await aDecidingTerritory(database.db, chebula)
    const methodist = await there.as('methodist')
    expect(rulesOf(await startSubmission(methodist, { callId: null }))).toEqual(['submission.noSubmissionHere'])
    const lenoblThere = await aDecidingTerritory(database.db, lenobl)
    expect(rulesOf(await decideDirectly(await lenoblThere.as('official'), { items: [] }))).toEqual([
      'submission.decidedBySubmission',
    ])
  })
})
