// Proves R-31.
import { beforeEach, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import {
  anApplicationUnderReview,
  aReviewText,
  asExpert,
  criteriaOf,
  declared,
  sent,
  someExperts,
} from '../../../test/factories/reviews.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import { tasksOf } from '../tasks/queries.ts'
import { declineReview } from './deeds/write.ts'
import { reviewNotices } from './reminders.ts'

const base = ownDatabase()
let there: ApplyingTerritory
let experts: PersonId[]

beforeEach(async () => {
  there = await anApplyingTerritory(base.db, lenobl)
  experts = await someExperts(there, 3)
})

const ofLeader = async (on?: Day) => {
  const ctx = await there.as('methodist', on)
  const tasks = await inScope(base.db, there.territory.id, (tx) => tasksOf(tx, ctx))
  return tasks.filter(({ key }) => /review|expert/i.test(key))
}

test('an expert is asked for the declaration, then for the conclusion, then for nothing', async () => {
  const { reviews } = await anApplicationUnderReview(there, experts)
  const tasks = async () => {
    const ctx = await asExpert(there, reviews[0]!)
    return inScope(base.db, there.territory.id, (tx) => tasksOf(tx, ctx))
  }
  expect(await tasks()).toMatchObject([{ action: 'Открыть', due: '2021-11-01', clause: '3.1', why: 'Приём заявок 2021 года' }])
  await declared(there, reviews[0]!)
  const [writing] = await tasks()
  expect(writing).toMatchObject({ action: 'Написать', what: 'Написать и отправить заключение: заявка № 1' })
})

test('those who lead are asked to share out, to find another expert, to hurry, and to settle a quarrel', async () => {
  await anApplication(there, { state: 'admitted' })
  expect(await ofLeader()).toMatchObject([{ what: 'Назначить экспертов: 1 заявка', action: 'Распределить' }])

  const { reviews } = await anApplicationUnderReview(there, experts)
  expect(await ofLeader()).toHaveLength(1)
  mustWork(await declineReview.run(await asExpert(there, reviews[0]!), { id: reviews[0]!.id, reason: 'Болею' }))
  expect((await ofLeader()).map(({ what }) => what)).toContain('Эксперт отказался, назначьте другого: заявка № 2')
  const late = (await ofLeader('2021-11-02')).filter(({ key }) => key.startsWith('lateReview'))
  expect(late).toHaveLength(2)
  expect(late[0]).toMatchObject({ due: '2021-11-01', action: 'Заменить' })
})

test('totals that lie too far apart ask for one more expert, close ones for nothing', async () => {
  const criteria = await criteriaOf(there)
  const { reviews } = await anApplicationUnderReview(there, experts)
  for (const [at, review] of reviews.entries()) await sent(there, review, aReviewText(criteria, at === 0 ? 0 : 3))
  expect(await ofLeader()).toMatchObject([{ what: 'Оценки разошлись, назначьте ещё одного эксперта: заявка № 1' }])
  const calm = await anApplicationUnderReview(there, experts)
  for (const review of calm.reviews) await sent(there, review, aReviewText(criteria, 2))
  expect(await ofLeader()).toHaveLength(1)
})

test('experts are reminded 7, 3 and 1 day before, on the day, and once after it; then also those who lead', async () => {
  const { reviews } = await anApplicationUnderReview(there, experts.slice(0, 1))
  const told = (after: Day, to: Day) =>
    inScope(base.db, there.territory.id, (tx) => reviewNotices(tx, there.territory.id, { after, to }))
  const kinds = (await told('2021-10-01', '2021-11-10')).map(({ personId, kind, onDay }) => [
    personId === experts[0] ? 'expert' : 'methodist',
    kind,
    onDay,
  ])
  expect(kinds).toEqual([
    ['expert', 'review.dueSoon', '2021-10-25'],
    ['expert', 'review.dueSoon', '2021-10-29'],
    ['expert', 'review.dueSoon', '2021-10-31'],
    ['expert', 'review.dueToday', '2021-11-01'],
    ['expert', 'review.overdue', '2021-11-02'],
    ['methodist', 'review.late', '2021-11-02'],
  ])
  await sent(there, reviews[0]!, aReviewText(await criteriaOf(there), 2))
  expect(await told('2021-10-01', '2021-11-10')).toEqual([])
})
