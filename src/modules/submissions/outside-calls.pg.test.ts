// Proves R-31.
import { beforeEach, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { anApplicationUnderReview, aReviewText, sent, someExperts } from '../../../test/factories/reviews.ts'
import { applicationNow } from '../../../test/factories/submissions.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import type { PersonId } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'
import { openReviewing } from '../reviews/reviewing.ts'
import { wantingExperts } from '../reviews/task-queries.ts'
import { assessmentsOf } from './case.ts'
import { directCounts } from './queries.ts'

const criterion = { weight: 1, most: 5, clause: ['3.1'] }
/** Applications on any day, two experts who give points by the criteria of the paper, a mark, and the decision at once. */
const regulation: typeof lenobl = {
  ...lenobl,
  calls: null,
  status: { ...lenobl.status, steps: ['application', 'expertReview', 'order'], onSubmissionOfOperator: false },
  expertReview: {
    ...lenobl.expertReview!,
    ...{ way: 'points', comment: 'free', aggregate: 'mean', pass: 6, panel: 2, divergence: 100 },
    criteria: [
      { ...criterion, code: 'aim', text: 'Цель', least: null },
      { ...criterion, code: 'means', text: 'Ресурсы', least: 3 },
    ],
  },
}

const base = ownDatabase()
const { as } = aClient(base)
let there: ApplyingTerritory
let experts: PersonId[]

beforeEach(async () => {
  there = await anApplyingTerritory(base.db, regulation)
  experts = await someExperts(there, 2)
})
const ask = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(base.db, there.territory.id, work)
const here = () => ({ ...there, today: '2021-10-01' as const })

describe('an application that stands in no call', () => {
  test('waits for experts as a task, is read by as many as the paper says, and is decided', async () => {
    expect(there.callId).toBeNull()
    const id = await anApplication(there, { state: 'admitted' })
    expect(
      await ask((tx) => wantingExperts(tx, there, 10, { outside: { expertsPerApplication: 2, spreadLimit: 100 }, line: null })),
    ).toMatchObject([{ id, callId: null, missing: 2 }])
    const methodist = as(there.people.methodist)
    expect((await methodist.get('')).text).toContain('Назначить экспертов: заявка № 1')
    expect(await methodist.get(paths.applicationReviews({ territory: there.territory.code, application: id }))).toMatchObject({
      status: 200,
    })
    const reviewing = await ask((tx) => openReviewing(tx, here(), id))
    expect(reviewing!.call).toMatchObject({ id: null, expertsPerApplication: 2 })
    expect(reviewing!.call.criteria.map(({ code, levels }) => [code, levels.length])).toEqual([
      ['aim', 6],
      ['means', 6],
    ])
  })

  test('shows on the page of the decision whether it passes, by which clause', async () => {
    const { applicationId: id, reviews } = await anApplicationUnderReview(there, experts)
    const { criteria } = (await ask((tx) => openReviewing(tx, here(), id)))!.call
    for (const review of reviews) await sent(there, review, aReviewText(criteria, 3))
    expect((await applicationNow(there, id)).state).toBe('reviewed')
    expect(await ask((tx) => directCounts(tx, here()))).toMatchObject([{ count: 1 }])
    const official = as(there.people.official)
    const page = await official.get(paths.directDecisions({ territory: there.territory.code }))
    expect(page.text.replaceAll('\u00a0', ' ')).toContain('Итог 6 при проходном 6: проходит')
  })

  test('does not pass with one criterion below its own mark', async () => {
    const { applicationId: id, reviews } = await anApplicationUnderReview(there, experts)
    const { criteria } = (await ask((tx) => openReviewing(tx, here(), id)))!.call
    for (const review of reviews) {
      const text = aReviewText(criteria, 5)
      const scores = text.scores.map((score) => (score.code === 'means' ? { ...score, points: 2 } : score))
      await sent(there, review, { ...text, scores })
    }
    const assessed = await ask((tx) => assessmentsOf(tx, here(), { ids: [id], callId: null, regulation }))
    expect(assessed.get(id)?.score).toMatchObject({ value: 7, passes: false, below: [{ text: 'Ресурсы', value: 2, least: 3 }] })
  })
})
