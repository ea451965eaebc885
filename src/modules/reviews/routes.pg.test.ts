// Proves R-31.
import { beforeEach, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { council } from '../../../test/factories/bodies.ts'
import {
  anApplicationUnderReview,
  anExpert,
  aReviewText,
  criteriaOf,
  declared,
  reviewNow,
  reviewsIn,
  sent,
} from '../../../test/factories/reviews.ts'
import { anOrganisation, aPerson, inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import type { ReviewCriterion } from '../calls/model.ts'
import type { Review } from './model.ts'

const theme = 'Читаем на каждом уроке'
const reason = 'Тайное обоснование эксперта'
const database = ownDatabase()
const { as } = aClient(database)
let there: ApplyingTerritory
let criteria: readonly ReviewCriterion[]

beforeEach(async () => {
  there = await anApplyingTerritory(database.db, lenobl)
  criteria = await criteriaOf(there)
})

const at = (path: string) => `/t/${there.territory.code}${path}`
const two = async () => [await anExpert(there), await anExpert(there)] as const
const fieldsOf = (review: Review, level: number) => ({
  _version: String(review.editVersion),
  conclusion: 'Принять',
  recommendation: 'support',
  ...Object.fromEntries(
    criteria.flatMap(({ code, levels }) => [
      [`scores.${code}.points`, String(levels[level]!.points)],
      [`scores.${code}.comment`, reason],
    ]),
  ),
})

describe('an expert', () => {
  test('sees before the declaration only whose application it is', async () => {
    const experts = await two()
    const { reviews } = await anApplicationUnderReview(there, experts)
    const { status, text } = await as(experts[0]).get(`/reviews/${reviews[0]!.id}`)
    expect(status).toBe(200)
    expect(text).toContain('Проверочная школа')
    expect(text).toContain('Заявить и открыть заявку')
    expect(text).not.toContain(theme)
    expect(text).not.toContain('Орлова')
    const list = await as(experts[0]).get('/reviews')
    expect(list.status).toBe(200)
    expect(list.text).toContain('Ждёт вашего заявления')
    expect(list.text).not.toContain(theme)
    for (const [path, wanted] of [
      ['edit', 303],
      ['programme/pdf', 404],
      ['document/pdf', 404],
    ] as const)
      expect((await as(experts[0]).get(`/reviews/${reviews[0]!.id}/${path}`)).status, path).toBe(wanted)
  })

  test('opens the application by the declaration', async () => {
    const experts = await two()
    const { reviews } = await anApplicationUnderReview(there, experts)
    const path = `/reviews/${reviews[0]!.id}`
    expect((await as(experts[0]).post(`${path}/declarations`, {})).to).toBe(at(path))
    const { text } = await as(experts[0]).get(path)
    expect(text).toContain(theme)
    expect(text).toContain('Орлова')
    expect(text).toContain('конфликта интересов нет')
    expect((await as(experts[0]).get(`${path}/edit`)).text).toContain('Экспертное заключение')
    const paper = await as(experts[0]).get(`${path}/programme/docx`)
    expect(paper.status).toBe(200)
    expect(paper.headers.get('content-type')).toContain('wordprocessingml')
  })

  test('never sees an application not given to them, nor one taken away', async () => {
    const experts = await two()
    const third = await anExpert(there)
    const { reviews } = await anApplicationUnderReview(there, experts)
    await declared(there, reviews[0]!)
    for (const path of ['', '/edit', '/programme/pdf', '/document/pdf', `/files/${reviews[0]!.id}`])
      for (const who of [third, experts[1], there.people.head, there.people.stranger])
        expect((await as(who).get(`/reviews/${reviews[0]!.id}${path}`)).status, `${who} ${path}`).toBe(404)
    const replaced = await as(there.people.methodist).post(`/reviews/${reviews[0]!.id}/replacements`, {
      personId: third,
      dueOn: '01.11.2021',
      reason: 'Не успевает',
    })
    expect(replaced.status).toBe(303)
    const { text } = await as(experts[0]).get(`/reviews/${reviews[0]!.id}`)
    expect(text).toContain('Заявка передана другому эксперту')
    expect(text).not.toContain(theme)
    expect((await as(experts[0]).get(`/reviews/${reviews[0]!.id}/programme/pdf`)).status).toBe(404)
  })

  test('keeps a draft, is led back with every fault, and sends', async () => {
    const experts = await two()
    const { reviews } = await anApplicationUnderReview(there, experts)
    const open = await declared(there, reviews[0]!)
    const path = `/reviews/${open.id}`
    const draft = await as(experts[0]).post(`${path}/edit`, {
      _version: String(open.editVersion),
      conclusion: 'Пока так',
      _stay: 'yes',
    })
    expect(draft.to).toBe(at(`${path}/edit`))
    expect((await as(experts[0]).get(`${path}/edit`)).text).toContain('Пока так')

    const now = await reviewNow(there, open.id)
    const { recommendation: _, ...whole } = fieldsOf(now, 3)
    const refused = await as(experts[0]).post(`${path}/sendings`, { ...whole, 'scores.relevance.comment': '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Критерий 1: напишите обоснование')
    expect(refused.text).toContain('п. 3.1 Положения')
    expect(refused.text).toContain('Выберите рекомендацию')
    expect(refused.text).toContain(reason)

    const late = await as(experts[0]).post(`${path}/sendings`, { ...fieldsOf(now, 2), _version: String(open.editVersion) })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Пока вы правили')
    expect(late.text).toContain('Пока так')

    const odd = await as(experts[0]).post(`${path}/sendings`, { ...fieldsOf(now, 3), recommendation: 'reject' })
    expect([odd.status, odd.text.includes('name="sure"'), odd.text.includes('100 %')]).toEqual([422, true, true])
    expect((await as(experts[0]).post(`${path}/sendings`, fieldsOf(now, 2))).to).toBe(at(path))
    expect((await reviewNow(there, open.id)).state).toBe('sent')
    expect((await as(experts[0]).get(`${path}/edit`)).status).toBe(303)
    expect((await as(experts[0]).get(`${path}/document/pdf`)).status).toBe(200)
  })

  test('reads the others only when all have sent, and their names only after the decision', async () => {
    const experts = await two()
    const { applicationId, reviews } = await anApplicationUnderReview(there, experts)
    const other = await declared(there, reviews[1]!)
    expect((await as(experts[1]).post(`/reviews/${other.id}/edit`, fieldsOf(other, 2))).status).toBe(303)
    await sent(there, reviews[0]!, aReviewText(criteria, 2))
    const path = `/reviews/${reviews[0]!.id}`
    const before = await as(experts[0]).get(path)
    expect(before.text).toContain('ждём ещё 1')
    expect(before.text).not.toContain(reason)

    const draft = await reviewNow(there, other.id)
    await as(experts[1]).post(`/reviews/${other.id}/sendings`, fieldsOf(draft, 2))
    const after = await as(experts[0]).get(path)
    expect(after.text).toContain(reason)
    expect(after.text).toContain('Другой эксперт, 1')
    expect(after.text).not.toMatch(/Эксперт Экспертова/)

    await inScope(there.db, there.territory.id, (tx) =>
      tx
        .updateTable('applications')
        .set({ state: 'declined', decidedOn: '2021-12-01', decisionReason: 'Мало занятий' })
        .where('id', '=', applicationId)
        .execute(),
    )
    const decided = await as(experts[0]).get(path)
    expect(decided.text).toMatch(/Эксперт Экспертова/)
    expect(decided.text).toContain('Заявка отклонена 1 декабря 2021 г.')
    expect(decided.text).toContain('Мало занятий')
  })

  test('declines with a reason', async () => {
    const experts = await two()
    const { applicationId, reviews } = await anApplicationUnderReview(there, experts)
    const path = `/reviews/${reviews[0]!.id}/refusals`
    const empty = await as(experts[0]).post(path, { reason: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Напишите причину')
    expect((await as(experts[0]).post(path, { reason: 'Работали вместе' })).to).toBe(at('/reviews'))
    const page = await as(there.people.methodist).get(`/applications/${applicationId}/reviews`)
    expect(page.text).toContain('Работали вместе')
    expect(page.text).toContain('Заменить')
  })
})

describe('those who lead the review', () => {
  test('share the applications of a call out by a proposal they may edit', async () => {
    const experts = [...(await two()), await anExpert(there), await anExpert(there)]
    const works = await anExpert(there, {
      personId: await aPerson(there.db, there.territory, { familyName: 'Своякова' }),
      employerOrganisationId: there.schools[0],
    })
    const ids = [await anApplication(there, { state: 'admitted' }), await anApplication(there, { state: 'admitted' })]
    const path = `/calls/${there.callId}/proposed-reviewers`
    const { text } = await as(there.people.methodist).get(path)
    for (const id of ids) expect(text.match(new RegExp(`name="experts.${id}\\[\\]"[^>]* checked`, 'g'))).toHaveLength(3)
    expect(text).toContain('не предлагаем: 1,')
    expect(text.match(new RegExp(`value="${works}"`))).toBeNull()

    const chosen = Object.fromEntries(ids.map((id) => [`experts.${id}[]`, experts.slice(0, 3)]))
    const { to } = await as(there.people.methodist).post(path, { dueOn: '01.11.2021', ...chosen })
    expect(to).toBe(at(`/calls/${there.callId}/reviews`))
    for (const id of ids) expect(await reviewsIn(there, id)).toHaveLength(3)
    expect((await as(there.people.methodist).get(`/calls/${there.callId}/reviews`)).text).toContain('Ждать заключений')
  })

  test('see who may not read an application, and why', async () => {
    const [free] = await two()
    await anExpert(there, { personId: there.people.head })
    const id = await anApplication(there, { state: 'admitted' })
    const { text } = await as(there.people.methodist).get(`/applications/${id}/reviews`)
    expect(text).toContain(`value="${free}"`)
    expect(text).toContain('Работает в организации-заявителе')
    expect(text).not.toContain(`value="${there.people.head}"`)
    const assigned = await as(there.people.methodist).post(`/applications/${id}/reviews`, {
      'experts[]': free,
      dueOn: '01.11.2021',
    })
    expect(assigned.status).toBe(303)
    const refused = await as(there.people.methodist).post(`/applications/${id}/reviews`, {
      'experts[]': there.people.head,
      dueOn: '01.11.2021',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Выберите другого эксперта')
  })

  test('read the summary with reasons by application and by criterion, sort it and take it away', async () => {
    const experts = await two()
    const { applicationId, reviews } = await anApplicationUnderReview(there, experts)
    for (const [at, review] of reviews.entries())
      await sent(there, review, { ...aReviewText(criteria, at * 3), conclusion: reason })
    const path = `/calls/${there.callId}/summary`
    const plain = await as(there.people.official).get(path)
    expect(plain.text).toContain('100 п. п.')
    expect(plain.text).toContain('50 %')
    expect(plain.text).not.toContain(reason)
    expect((await as(there.people.official).get(`${path}?open=${applicationId}`)).text).toContain(reason)
    expect((await as(there.people.official).get(`${path}?criterion=relevance&sort=spread&down=yes`)).text).toContain(
      'Обосновано в программе',
    )
    const csv = await as(there.people.official).get(`${path}.csv`)
    expect(csv.text).toContain('Медиана, %')
    expect(csv.text).toContain('100;да')
    for (const who of [experts[0], there.people.head]) expect((await as(who).get(path)).status).toBe(403)
  })

  test('write a protocol from the figures and sign it for good', async () => {
    const experts = await two()
    const { applicationId, reviews } = await anApplicationUnderReview(there, experts)
    for (const review of reviews) await sent(there, review, aReviewText(criteria, 2))
    await as(there.people.methodist).post(`/applications/${applicationId}/review-endings`, {
      reason: 'Двух заключений достаточно',
    })
    const [methodist, official] = [there.people.methodist, there.people.official]
    const started = await as(methodist).post(`/calls/${there.callId}/protocols`, {
      heldOn: '01.10.2021',
      place: 'Санкт-Петербург',
      chairId: official,
      secretaryId: methodist,
    })
    expect(started.status).toBe(303)
    const path = started.to!
    const draft = await as(methodist).get(path)
    expect(draft.text).toContain('Рекомендовать присвоить статус')
    const fields = {
      _version: '1',
      heldOn: '01.10.2021',
      place: 'Санкт-Петербург',
      chairId: official,
      secretaryId: official,
      note: '',
      [`decisions.${applicationId}`]: 'Рекомендовать единогласно',
    }
    const refused = await as(methodist).post(`${path}/signatures`, fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Отметьте хотя бы одного члена комиссии')
    expect(refused.text).toContain('Рекомендовать единогласно')
    const signed = await as(methodist).post(`${path}/signatures`, { ...fields, secretaryId: methodist, 'members[]': experts[0] })
    expect(signed.to).toBe(path)
    expect((await as(official).get(path)).text).toContain('Рекомендовать единогласно')
    expect((await as(methodist).post(path, { ...fields, _version: '2' })).status).toBe(409)
    for (const format of ['pdf', 'docx']) expect((await as(official).get(`${path}/document/${format}`)).status).toBe(200)
    expect((await as(experts[0]).get(path)).status).toBe(403)
  })

  test('find a person by name and take them into the pool', async () => {
    const personId = await aPerson(there.db, there.territory, { familyName: 'Небывалова' })
    const methodist = there.people.methodist
    expect((await as(methodist).get('/experts/new?q=небывалова')).text).toContain(personId)
    const fields = { personId, employerOrganisationId: '', employer: '', startsOn: '01.10.2021' }
    const refused = await as(methodist).post('/experts/new', fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('впишите место работы')
    expect(refused.text).toContain('Небывалова')
    expect((await as(methodist).post('/experts/new', { ...fields, employer: 'Институт' })).to).toBe(at('/experts'))
    expect((await as(methodist).get('/experts')).text).toContain('Небывалова')
    expect((await as(there.people.head).get('/experts')).status).toBe(403)
  })
})

test('whoever works in the further body that judges finds the pages of the review from the call, and no way to the pool', async () => {
  const judging = await anApplyingTerritory(database.db, {
    ...lenobl,
    bodies: { ...lenobl.bodies, further: [council] },
    expertReview: { ...lenobl.expertReview!, by: 'body1' },
  })
  const councilId = await anOrganisation(database.db, judging.territory)
  const post = { organisationId: councilId, kind: 'specialist' as const, title: 'секретарь совета' }
  const secretary = await aPerson(database.db, judging.territory, { post })
  await inScope(database.db, judging.territory.id, (tx) =>
    tx.updateTable('organisations').set({ body: 'body1' }).where('id', '=', councilId).execute(),
  )
  await anApplication(judging, { state: 'admitted' })
  const call = `/calls/${judging.callId}`
  const read = async (path: string, who = secretary) => (await as(who).get(path)).text
  const page = await read(call)
  for (const part of ['reviews', 'summary', 'protocols']) expect(page).toContain(`${call}/${part}`)
  const experts = await read(`${call}/reviews`)
  expect(experts).toContain(`${call}/summary`)
  expect(experts).toContain('Распределить заявки поровну')
  expect(experts).not.toContain('Список экспертов')
  expect(await read(`${call}/reviews`, judging.people.methodist)).toContain('Список экспертов')
  expect(await read(call, judging.people.head)).not.toContain(`${call}/summary`)
})
