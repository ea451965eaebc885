// Proves U-43: members of a site propose lines of its plan, its head takes or declines them.
import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aDraft, aPlanningSite, aRow, mustWork, type PlanningSite, passChain } from '../../../test/factories/plans.ts'
import { historyOf, inScope } from '../../../test/factory.ts'
import { chebula, ustishim } from '../../../test/regulations.ts'
import type { PlanId } from '../../kernel/types.ts'
import { noticeOf } from '../../web/notice.ts'
import { declineProposal, proposeLine, takeProposal, withdrawProposal } from './deeds/propose.ts'
import { linesOf, openPlan } from './store.ts'

const database = ownDatabase()
const client = aClient(database)

const propose = async (site: PlanningSite, planId: PlanId, activity: string, who: 'mentor' | 'head' | 'teacher' = 'mentor') =>
  proposeLine.run(await site.as(who), { id: planId, activity, form: null, startsOn: null, endsOn: null, why: null })
const lines = (site: PlanningSite, planId: PlanId) =>
  inScope(site.db, site.territory.id, async (tx) => {
    const plan = (await openPlan(tx, { territory: site.territory, today: '2021-09-01' }, planId))!
    return (await linesOf(tx, site.territory.id, plan.one.versionId)).map(({ activity }) => activity)
  })
const notices = async (personId: string) =>
  (
    await database.adminPool.query<{ kind: string }>(
      "select kind from notices where person_id = $1 and kind like 'plan.%ropos%' order by kind",
      [personId],
    )
  ).rows.map(({ kind }) => kind)

test('a member proposes on the page of the plan, the head finds it among what waits and takes it: it is a line of the draft', async () => {
  const site = await aPlanningSite(database.db, ustishim)
  const planId = await aDraft(site, [aRow(site, ustishim)])
  const member = client.as(site.people.mentor)
  expect((await member.get(`/plans/${planId}`)).text).toContain('Предложить мероприятие в план')
  const typed = { activity: 'Мастер-класс для малых школ', form: '', startsOn: '12.10.2030', endsOn: '', why: 'Просят соседи' }
  const wrong = await member.press('Предложить', typed)
  expect(wrong.status).toBe(422)
  for (const kept of ['Мастер-класс для малых школ', 'Просят соседи', '12.10.2030']) expect(wrong.text).toContain(kept)
  expect((await member.press('Предложить', { ...typed, startsOn: '12.10.2021' })).status).toBe(303)
  expect(await notices(site.people.head)).toEqual(['plan.lineProposed'])

  const head = client.as(site.people.head)
  const tasks = (await head.get('')).text
  expect(tasks).toContain('Решить о предложении в план: «Мастер-класс для малых школ»')
  const address = /\/plan-proposals\/[0-9a-f-]{36}/.exec(tasks)?.[0] ?? ''
  expect((await member.get(address)).text).not.toContain('Взять в план')
  expect((await head.get(address)).text).toContain('Просят соседи')
  expect((await head.press('Взять в план')).status).toBe(303)
  expect(await lines(site, planId)).toEqual(['Открытый урок: задачи на проценты', 'Мастер-класс для малых школ'])
  expect((await head.get('')).text).not.toContain('Решить о предложении')
  expect(await notices(site.people.mentor)).toEqual(['plan.proposalTaken'])
  expect((await member.get(`/plans/${planId}`)).text).toContain('Взято в план')
  expect(await historyOf(database, planId)).toEqual(['plan.started', 'plan.changed', 'plan.lineProposed', 'plan.proposalTaken'])
  expect((await client.as(site.people.stranger).get(address)).status).toBe(404)
})

test('whose days and form fit the plan no more is taken without them, and the head is told', async () => {
  const site = await aPlanningSite(database.db, ustishim)
  const planId = await aDraft(site, [aRow(site, ustishim)])
  const id = mustWork(await propose(site, planId, 'Выездное занятие'))
  await database.adminPool.query(
    "update plan_proposals set form = 'balloon', starts_on = '2020-01-10', ends_on = '2020-01-10' where id = $1",
    [id],
  )
  const head = client.as(site.people.head)
  const page = (await head.get(`/plan-proposals/${id}`)).text
  expect(page).toContain('Предложенные дни больше не подходят плану')
  expect(page).toContain('Предложенной формы работы в Положении больше нет')
  const taken = await head.press('Взять в план')
  expect(taken.status).toBe(303)
  expect(noticeOf(taken.headers.get('set-cookie') ?? undefined)).toContain('вошло в черновик плана без формы работы и дней')
  const line = await database.adminPool.query('select form, starts_on, ends_on from plan_lines where activity = $1', [
    'Выездное занятие',
  ])
  expect(line.rows).toEqual([{ form: null, starts_on: null, ends_on: null }])
})

test('declined it is with a reason that the member reads; taken back it waits no more; nobody decides twice', async () => {
  const site = await aPlanningSite(database.db, ustishim)
  const planId = await aDraft(site, [aRow(site, ustishim)])
  const [first, second] = [mustWork(await propose(site, planId, 'Первое')), mustWork(await propose(site, planId, 'Второе'))]
  const head = await site.as('head')
  mustWork(await declineProposal.run(head, { id: first, version: 1, reason: 'Такое уже есть' }))
  expect((await client.as(site.people.mentor).get(`/plan-proposals/${first}`)).text).toContain('Такое уже есть')
  expect(await notices(site.people.mentor)).toEqual(['plan.proposalDeclined'])
  expect(await withdrawProposal.run(head, { id: second, version: 1 })).toMatchObject({ refusal: { code: 'forbidden' } })
  mustWork(await withdrawProposal.run(await site.as('mentor'), { id: second, version: 1 }))
  for (const id of [first, second])
    expect(await takeProposal.run(head, { id, version: 2 })).toMatchObject({ refusal: { code: 'illegalMove' } })
  expect(await lines(site, planId)).toHaveLength(1)
})

test('a plan that is approved takes nothing in without a new version; the head is told what to do first', async () => {
  const site = await aPlanningSite(database.db, ustishim)
  const planId = await aDraft(site, [aRow(site, ustishim)])
  await passChain(site, ustishim, planId)
  const id = mustWork(await propose(site, planId, 'Ещё одно занятие'))
  expect(await takeProposal.run(await site.as('head'), { id, version: 1 })).toMatchObject({
    refusal: { rule: 'plan.proposalNeedsVersion' },
  })
  expect((await client.as(site.people.head).get(`/plan-proposals/${id}`)).text).toContain('Начните новую редакцию плана')
})

test('where the paper does not say it there is no button, and whoever is no member proposes nothing', async () => {
  const site = await aPlanningSite(database.db, chebula)
  const planId = await aDraft(site, [aRow(site, chebula)])
  expect((await client.as(site.people.mentor).get(`/plans/${planId}`)).text).not.toContain('Предложить')
  expect(await propose(site, planId, 'Урок')).toMatchObject({ refusal: { rule: 'plan.noProposals' } })
  const other = await aPlanningSite(database.db, ustishim)
  const theirs = await aDraft(other, [aRow(other, ustishim)])
  for (const who of ['head', 'teacher'] as const)
    expect(await propose(other, theirs, 'Урок', who)).toMatchObject({ refusal: { code: 'forbidden' } })
})
