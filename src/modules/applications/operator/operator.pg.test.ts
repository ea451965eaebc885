import { lenobl, turochak } from '../../../../test/regulations.ts'
// Proves R-33, R-A1.

import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory, send } from '../../../../test/factories/applications.ts'
import { checked, checklistIn, pressCheck, returned, verdicts, versionOf } from '../../../../test/factories/checks.ts'
import { aCheckedFile } from '../../../../test/factories/files.ts'
import { mustWork } from '../../../../test/factories/plans.ts'
import {
  anApplicationUnderReview,
  aReviewText,
  criteriaOf,
  reviewsIn,
  sent,
  someExperts,
} from '../../../../test/factories/reviews.ts'
import { inScope, type TestCtx } from '../../../../test/factory.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { programmeOfApplication } from '../../programmes/queries.ts'
import { tasksOf } from '../../tasks/queries.ts'
import { withdrawApplication } from '../deeds/send.ts'
import { isFileOf } from '../evidence/file-queries.ts'
import { applicationById, roundsOf } from '../queries.ts'
import { answerInformation, askInformation, returnApplication, withdrawRequest } from './deeds.ts'
import { checksOf, programmeRemarks, remarksOf, requestsOf } from './queries.ts'
import { waitingForCheck } from './queue-queries.ts'
import { informationNotices } from './reminders.ts'
import { requestsDue, requestsFor } from './request-queries.ts'

// Proves R-33, C-31, C-41.

const base = ownDatabase()
let there: ApplyingTerritory
beforeAll(async () => {
  there = await anApplyingTerritory(base.db, lenobl)
})

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inScope(base.db, there.territory.id, work)
const stateOf = async (id: ApplicationId) => (await inTx((tx) => applicationById(tx, there, id)))!.state
const noticesOf = async (kind: string, subject: string) => {
  const { rows } = await base.adminPool.query<{ person_id: string; params: Record<string, unknown> }>(
    'select person_id, params from notices where kind = $1 and subject_id = $2',
    [kind, subject],
  )
  return rows
}
const historyOf = async (subject: string) => {
  const { rows } = await base.adminPool.query<{ kind: string }>('select kind from history where subject_id = $1 order by seq', [
    subject,
  ])
  return rows.map(({ kind }) => kind)
}
const check = async (id: ApplicationId, more: Partial<Parameters<typeof pressCheck>[1]> = {}) => {
  const { lines } = await checklistIn(there, id)
  const input = { id, version: await versionOf(there, id), verdicts: verdicts(lines), settled: [] }
  return pressCheck(await there.as('methodist'), { ...input, intent: 'admit', ...more })
}

describe('the check', () => {
  test('admits a whole application, tells the applicants what follows and keeps the list', async () => {
    const id = await anApplication(there)
    expect(await checked(there, id)).toBe('admitted')
    expect(await stateOf(id)).toBe('admitted')
    const told = await noticesOf('application.admitted', id)
    expect(told.map(({ person_id }) => person_id)).toEqual([there.people.head])
    expect(told[0]!.params).toMatchObject({ next: 'Дальше заявку читают эксперты' })
    const [made] = await inTx((tx) => checksOf(tx, there, id))
    expect([made?.outcome, made?.items.every(({ passed }) => passed)]).toEqual(['passed', true])
    expect(await historyOf(id)).toContain('application.admitted')
  })

  test('returns with a list: remarks at their items, the programme open again, the round as it was', async () => {
    const id = await anApplication(there)
    const before = await inTx((tx) => roundsOf(tx, there, id))
    expect(
      await checked(there, id, {
        'evidence.resources': 'Страница не открывается',
        'programme.note': 'Допишите цель',
        'item.legalAddress': 'Без индекса',
      }),
    ).toBe('returned')
    expect(await stateOf(id)).toBe('returned')
    expect((await inTx((tx) => remarksOf(tx, there, id, 1))).map(({ section, text }) => [section, text])).toEqual([
      ['organisations', '2. Юридический адрес. Без индекса'],
      ['eligibility', 'Страница не открывается'],
      ['programme.note', 'Допишите цель'],
    ])
    expect((await inTx((tx) => programmeOfApplication(tx, there, id)))?.state).toBe('draft')
    expect((await inTx((tx) => programmeRemarks(tx, there, id))).map(({ section }) => section)).toEqual(['programme.note'])
    expect(await inTx((tx) => roundsOf(tx, there, id))).toEqual(before)
    expect((await noticesOf('application.returned', id))[0]?.params).toMatchObject({
      remarks: 3,
      first: 'Организации: 2. Юридический адрес. Без индекса',
    })
  })

  test('what was put right is settled in the next check, what was not comes back', async () => {
    const id = await anApplication(there)
    await checked(there, id, { theme: 'Сузьте тему', head: 'Приложите протокол' })
    await send(there, id)
    const { lines, open } = await checklistIn(there, id)
    expect(open).toHaveLength(2)
    const first = { verdicts: verdicts(lines), settled: [open[0]!.id] }
    expect(await check(id, first)).toMatchObject({ refusal: { rule: 'check.notWhole' } })
    mustWork(await check(id, { ...first, intent: 'return' }))
    const all = await inTx((tx) => remarksOf(tx, there, id))
    expect(all.map(({ round, settledAt, text }) => [round, settledAt !== null, text])).toEqual([
      [1, true, open[0]!.text],
      [1, false, open[1]!.text],
      [2, false, open[1]!.text],
    ])
    await send(there, id)
    expect((await checklistIn(there, id)).open).toHaveLength(1)
    expect(await checked(there, id)).toBe('admitted')
  })

  test('only by the operator, only of what was seen, only once', async () => {
    const id = await anApplication(there)
    const { lines } = await checklistIn(there, id)
    const input = {
      id,
      version: await versionOf(there, id),
      verdicts: verdicts(lines),
      settled: [],
      intent: 'admit' as const,
    }
    for (const who of ['head', 'official', 'stranger'] as const)
      expect(await pressCheck(await there.as(who), input)).toMatchObject({ refusal: { code: 'forbidden' } })
    const methodist = await there.as('methodist')
    const both = await Promise.all([
      pressCheck(methodist, input),
      pressCheck(methodist, { ...input, intent: 'return', verdicts: verdicts(lines, { theme: 'Сузьте' }) }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'changedMeanwhile' } })
    expect(await inTx((tx) => checksOf(tx, there, id))).toHaveLength(1)
    const other = await anApplyingTerritory(base.db, turochak)
    expect(await pressCheck(await other.as('methodist'), input)).toMatchObject({ refusal: { code: 'notFound' } })
  })

  test('the queue has the oldest first and loses what was checked', async () => {
    const ctx = await there.as('methodist', '2021-10-09')
    const queue = async () => inTx((tx) => waitingForCheck(tx, ctx, there.callId).page(50, 0))
    const id = await anApplication(there)
    const row = (await queue()).find((one) => one.id === id)
    expect(row).toMatchObject({ days: 8, round: 1, callTitle: 'Приём заявок 2021 года', organisations: 1 })
    await checked(there, id)
    expect((await queue()).some((one) => one.id === id)).toBe(false)
  })
})

describe('return for revision', () => {
  test('under review: what is being written is closed with the reason, what was sent stays with its round', async () => {
    const { applicationId: id, reviews } = await anApplicationUnderReview(there, await someExperts(there, 3))
    await sent(there, reviews[0]!, aReviewText(await criteriaOf(there), 2))
    await returned(there, id)
    expect(await stateOf(id)).toBe('returned')
    expect((await reviewsIn(there, id)).map(({ state, closeReason }) => [state, closeReason])).toEqual([
      ['sent', null],
      ['closed', 'Заявка возвращена на доработку'],
      ['closed', 'Заявка возвращена на доработку'],
    ])
    await send(there, id)
    expect(await checked(there, id)).toBe('admitted')
  })

  test('needs a remark at a place that is there, and a state from which it may be returned', async () => {
    const id = await anApplication(there, { state: 'admitted' })
    const methodist = await there.as('methodist')
    const input = { id, version: await versionOf(there, id), remarks: [] }
    expect(await returnApplication.run(methodist, input)).toMatchObject({ refusal: { rule: 'return.needsRemark' } })
    const stray = [{ section: 'programme.topic.0', text: 'Допишите' }]
    expect(await returnApplication.run(methodist, { ...input, remarks: stray })).toMatchObject({
      refusal: { rule: 'return.unknownPlace' },
    })
    expect(await returnApplication.run(await there.as('official'), input)).toMatchObject({ refusal: { code: 'forbidden' } })
    await returned(there, id)
    const again = { ...input, version: await versionOf(there, id), remarks: [{ section: 'theme', text: 'Сузьте' }] }
    expect(await returnApplication.run(methodist, again)).toMatchObject({ refusal: { code: 'illegalMove', from: 'returned' } })
  })
})

describe('questions', () => {
  const ask = async (id: ApplicationId, dueOn: string | null = '2021-10-10') =>
    askInformation.run(await there.as('official'), { id, question: 'Сколько учителей прошли стажировку?', dueOn })

  test('asked and answered with a file beside the course of the case', async () => {
    const id = await anApplication(there, { state: 'admitted' })
    const requestId = mustWork(await ask(id)).made
    expect(await stateOf(id)).toBe('admitted')
    expect((await noticesOf('information.asked', requestId)).map(({ person_id }) => person_id)).toEqual([there.people.head])
    const head = await there.as('head')
    expect(await inTx((tx) => requestsFor(tx, head, 10))).toMatchObject([{ id: requestId, dueOn: '2021-10-10' }])
    expect(await inTx(async (tx) => requestsFor(tx, await there.as('elsewhere'), 10))).toEqual([])
    expect(await inTx((tx) => requestsDue(tx, there.territory.id, { from: '2021-10-10', to: '2021-10-10' }))).toHaveLength(1)

    mustWork(await answerInformation.run(head, { id, request: requestId, answer: 'Двенадцать', files: [await aCheckedFile()] }))
    const [answered] = await inTx((tx) => requestsOf(tx, there, id))
    expect(answered).toMatchObject({ state: 'answered', answer: 'Двенадцать', files: [{ name: 'явка.pdf' }] })
    expect(await inTx((tx) => isFileOf(tx, there, id, answered!.files[0]!.id))).toBe(true)
    expect((await noticesOf('information.answered', requestId)).map(({ person_id }) => person_id)).toEqual([
      there.people.official,
    ])
    expect(await stateOf(id)).toBe('admitted')
    expect(await historyOf(id)).toEqual(expect.arrayContaining(['application.asked', 'application.answered']))
    expect(await answerInformation.run(head, { id, request: requestId, answer: 'Ещё', files: [] })).toMatchObject({
      refusal: { rule: 'information.closed' },
    })
  })

  test('people are reminded of what waits: the check to the operator, the question to the applicants and, too late, to whoever asked', async () => {
    const id = await anApplication(there, { theme: 'Ждёт проверки' })
    const requestId = mustWork(await ask(id)).made
    const [methodist, head] = [await there.as('methodist', '2021-10-09'), await there.as('head', '2021-10-09')]
    const tasks = (ctx: TestCtx) => inTx((tx) => tasksOf(tx, ctx))
    const toCheck = (await tasks(methodist)).find(({ key }) => key === `check:${id}:1`)
    expect(toCheck).toMatchObject({ due: '2021-10-08', action: 'Проверить' })
    expect(await tasks(methodist)).not.toContainEqual(expect.objectContaining({ key: `answer:${requestId}` }))
    expect((await tasks(head)).find(({ key }) => key === `answer:${requestId}`)).toMatchObject({ due: '2021-10-10' })

    const notices = await inTx((tx) => informationNotices(tx, there.territory.id, { after: '2021-10-07', to: '2021-10-11' }))
    const own = notices.filter(({ subjectId }) => subjectId === requestId)
    expect(own.map(({ kind, onDay, personId }) => [kind, onDay, personId])).toEqual([
      ['information.dueSoon', '2021-10-08', there.people.head],
      ['information.dueToday', '2021-10-10', there.people.head],
      ['information.overdue', '2021-10-11', there.people.head],
      ['information.notAnswered', '2021-10-11', there.people.official],
    ])
    mustWork(await withdrawRequest.run(await there.as('official'), { id, request: requestId }))
    expect(
      (await inTx((tx) => informationNotices(tx, there.territory.id, { after: '2021-10-07', to: '2021-10-11' }))).some(
        ({ subjectId }) => subjectId === requestId,
      ),
    ).toBe(false)
  })

  test('an answer and a withdrawal at once: one of them', async () => {
    const id = await anApplication(there)
    const requestId = mustWork(await ask(id, null)).made
    const [head, official] = [await there.as('head'), await there.as('official')]
    const both = await Promise.all([
      answerInformation.run(head, { id, request: requestId, answer: 'Двенадцать', files: [] }),
      withdrawRequest.run(official, { id, request: requestId }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('not of a draft, not after the end, not by or to strangers', async () => {
    const draft = await anApplication(there, { state: 'draft' })
    expect(await ask(draft)).toMatchObject({ refusal: { rule: 'information.notNow' } })
    const id = await anApplication(there)
    const requestId = mustWork(await ask(id)).made
    expect(await ask(id, '2021-09-30')).toMatchObject({ refusal: { rule: 'information.dueInPast', field: 'dueOn' } })
    const asked = { id, question: 'Почему?', dueOn: null }
    expect(await askInformation.run(await there.as('head'), asked)).toMatchObject({ refusal: { code: 'forbidden' } })
    const answer = { id, request: requestId, answer: 'Нет', files: [] }
    for (const who of ['elsewhere', 'methodist'] as const)
      expect(await answerInformation.run(await there.as(who), answer)).toMatchObject({ refusal: { code: 'forbidden' } })
    const head = await there.as('head')
    mustWork(await withdrawApplication.run(head, { id, reason: 'Передумали' }))
    expect(await ask(id)).toMatchObject({ refusal: { rule: 'information.notNow' } })
    expect(await inTx((tx) => requestsFor(tx, head, 50))).not.toContainEqual(expect.objectContaining({ id: requestId }))
  })
})
