// Proves C-12, R-A2c.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aPlanningSite, mustWork } from '../../../test/factories/plans.ts'
import { aSite } from '../../../test/factories/sites.ts'
import { aFixedProgramme, aLearningSite, aTraineeship, type LearningSite, terms } from '../../../test/factories/traineeships.ts'
import { anOrganisation, aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { chebula, lenobl, luga } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId, TraineeshipId } from '../../kernel/types.ts'
import { leavePost, takePost } from '../people/commands/posts.ts'
import { recordOf } from '../people/queries.ts'
import { endEverythingOf } from '../sites/commands/apply-standing.ts'
import { tasksOf } from '../tasks/queries.ts'
import { traineeships } from './case-queries.ts'
import { acceptOffer, admitTrainee, declineOffer } from './deeds/answer.ts'
import { askTraineeship, offerTraineeship, sendTrainee } from './deeds/begin.ts'
import { beginTraineeship, changeTraineeship, finishTraineeship, leaveTraineeship, transferTrainee } from './deeds/run.ts'
import { invariants } from './invariants.ts'
import { finishedTraineeships, traineeshipRow } from './queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
let mentor: PersonId
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
  mentor = there.site.people.mentor
})

const scoped = <T>(work: Parameters<typeof inScope<T>>[2], of = there) => inScope(base.db, of.site.territory.id, work)
const stateOf = async (id: TraineeshipId, of = there) =>
  (await scoped((tx) => traineeships.open(tx, of.site as never, id), of))?.one.state
/** What breaks an invariant of the module. */
const broken = async (tx: Tx) =>
  (await Promise.all(invariants.map(async (one) => ('broken' in one ? (await one.broken.execute(tx)).rows : [])))).flat()
const rule = (rule: string) => ({ refusal: { rule } })
const head = (on?: string) => there.site.as('head', on)
const offer = (more: Record<string, unknown> = {}) => ({
  ...terms(there),
  id: there.site.siteId,
  personId: there.trainee,
  guide: null,
  ...more,
})
const toldOf = async (id: string) =>
  (await base.adminPool.query<{ kind: string }>('select kind from notices where subject_id = $1 order by id', [id])).rows.map(
    ({ kind }) => kind,
  )
const whatWaits = async (person: PersonId, of = there) => {
  const ctx = await of.as(person)
  return (await scoped((tx) => tasksOf(tx, ctx), of)).map(({ what }) => what)
}

describe('both have to say yes', () => {
  test('the site offers: nothing goes on until the teacher agrees, and the plan is written out of the programme', async () => {
    const trainee = await there.another()
    const id = mustWork(
      await offerTraineeship.run(await head(), offer({ personId: trainee, guide: mentor }) as never),
    ) as TraineeshipId
    expect(await stateOf(id)).toBe('offered')
    expect(await whatWaits(trainee)).toContain('Решить, пойдёте ли на стажировку «Урок для каждого»')
    expect(await acceptOffer.run(await head(), { id, version: 1 })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await beginTraineeship.run(await head(), { id, version: 1 })).toMatchObject({ refusal: { code: 'illegalMove' } })
    mustWork(await acceptOffer.run(await there.as(trainee), { id, version: 1 }))
    expect(await stateOf(id)).toBe('agreed')
    const row = await scoped((tx) => traineeshipRow(tx, there.site as never, id))
    expect(row).toMatchObject({ planned: 36, given: 0, guideId: mentor, atHost: false })
    expect(await whatWaits(mentor)).toContain(`Отметить, что стажёр начал: ${row!.person}`)
    mustWork(await beginTraineeship.run(await there.as(mentor), { id, version: 2 }))
    expect((await toldOf(id)).toSorted()).toEqual([
      ...['traineeship.accepted', 'traineeship.accepted', 'traineeship.led', 'traineeship.offered'],
    ])
  })

  test('a teacher asks: the site answers, and says no with a word', async () => {
    const trainee = await there.another()
    const own = await there.as(trainee)
    const asked = { ...terms(there), id: there.site.siteId }
    const id = mustWork(await askTraineeship.run(own, asked)) as TraineeshipId
    expect(await stateOf(id)).toBe('asked')
    expect(await admitTrainee.run(own, { id, version: 1, guide: null })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await askTraineeship.run(own, asked)).toMatchObject(rule('traineeship.twice'))
    mustWork(await declineOffer.run(await head(), { id, version: 1, endReason: 'Мест до января нет' }))
    expect(await stateOf(id)).toBe('declined')
    const again = mustWork(await askTraineeship.run(own, asked)) as TraineeshipId
    mustWork(await admitTrainee.run(await head(), { id: again, version: 1, guide: mentor }))
    expect(await stateOf(again)).toBe('agreed')
  })

  test('the head of the school sends: the teacher answers, then the site; somebody else is not sent', async () => {
    const trainee = await there.another()
    const director = await there.as(there.director)
    const sent = { ...terms(there), id: there.site.siteId, personId: trainee }
    expect(await sendTrainee.run(director, { ...sent, personId: there.site.people.teacher })).toMatchObject(
      rule('traineeship.ownPeopleOnly'),
    )
    const id = mustWork(await sendTrainee.run(director, sent)) as TraineeshipId
    expect(await acceptOffer.run(director, { id, version: 1 })).toMatchObject({ refusal: { code: 'forbidden' } })
    mustWork(await acceptOffer.run(await there.as(trainee), { id, version: 1 }))
    expect(await stateOf(id)).toBe('asked')
    mustWork(await admitTrainee.run(await head(), { id, version: 2, guide: null }))
    expect(await stateOf(id)).toBe('agreed')
    const page = await client(there.director).get(`/t/${there.site.territory.code}/traineeships/${id}`)
    expect(page.status).toBe(200)
  })
})

test('a guide appointed after the first day may lead from today; whoever leads no longer when the trainee agrees is left out', async () => {
  const { site } = there
  const lately = await aPerson(base.db, site.territory, { post: { organisationId: there.schoolId, kind: 'teacher' } })
  const appointed = (endsOn: string | null) =>
    base.adminPool.query(
      `insert into appointments (territory_id, id, person_id, kind, site_id, starts_on, ends_on)
       select territory_id, $1, $2, 'mentor', site_id, '2021-11-01', coalesce($3::date, ends_on) from appointments where person_id = $4 and kind = 'mentor'
       on conflict (territory_id, id) do update set ends_on = excluded.ends_on`,
      ['00000000-0000-4000-8000-00000000a001', lately, endsOn, mentor],
    )
  await appointed(null)
  const trainee = await there.another()
  const id = mustWork(
    await offerTraineeship.run(await head('2021-11-10'), offer({ personId: trainee, guide: lately }) as never),
  ) as TraineeshipId
  await appointed('2021-11-12')
  mustWork(await acceptOffer.run(await there.as(trainee, '2021-11-15'), { id, version: 1 }))
  expect(await scoped((tx) => traineeshipRow(tx, site as never, id))).toMatchObject({ state: 'agreed', guideId: null })
  expect(await toldOf(id)).not.toContain('traineeship.led')
})

describe('what is refused', () => {
  test('a period beyond the status or the post, a guide without the role, a programme that is not agreed', async () => {
    const ctx = await head()
    const trainee = await there.another()
    const given = { ...offer(), personId: trainee } as never as Parameters<typeof offerTraineeship.run>[1]
    expect(await offerTraineeship.run(ctx, { ...given, endsOn: '2023-09-01' })).toMatchObject(rule('traineeship.outsideStatus'))
    expect(await offerTraineeship.run(ctx, { ...given, guide: there.site.people.teacher })).toMatchObject(
      rule('traineeship.guideHasNoRole'),
    )
    const stranger = await aPerson(base.db, there.site.territory, {})
    expect(await offerTraineeship.run(ctx, { ...given, personId: stranger })).toMatchObject(rule('traineeship.noPost'))
    const psychologist = await aPerson(base.db, there.site.territory, {
      post: { organisationId: there.schoolId, kind: 'psychologist' },
    })
    expect(await offerTraineeship.run(ctx, { ...given, personId: psychologist })).toMatchObject(
      rule('traineeship.outsideContingent'),
    )
    expect(await offerTraineeship.run(await there.as(trainee), given)).toMatchObject({ refusal: { code: 'forbidden' } })
    const other = await aPlanningSite(base.db, { ...chebula, application: null })
    const { programmeId } = there
    expect(
      await offerTraineeship.run(await other.as('head'), {
        ...given,
        id: other.siteId,
        personId: other.people.teacher,
        programmeId,
      }),
    ).toMatchObject(rule('traineeship.programmeNotFixed'))
  })

  test('a limit of the paper counts everybody, also those who agree at the same moment', async () => {
    const limits = { clause: ['3.1'], list: [{ what: 'trainees' as const, least: null, most: 2, clause: ['3.1'] }] }
    const few = await aLearningSite(base.db, { ...luga, limits })
    const people = await Promise.all([1, 2, 3, 4].map(() => few.another()))
    const ctx = await few.site.as('head')
    const ids: TraineeshipId[] = []
    for (const personId of people)
      ids.push(
        mustWork(await offerTraineeship.run(ctx, { ...terms(few), id: few.site.siteId, personId, guide: null })) as TraineeshipId,
      )
    const answers = await Promise.all(ids.map(async (id, n) => acceptOffer.run(await few.as(people[n]!), { id, version: 1 })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(rule('traineeship.limit'))
  })
})

describe('how it ends', () => {
  test('finished with its hours; who leaves says the day and why, and may go on elsewhere with the hours', async () => {
    const [a, b] = [await there.another(), await there.another()]
    const first = await aTraineeship(there, { trainee: a, guide: mentor })
    await base.adminPool.query(
      `update traineeship_rows set held_on = '2021-10-05', held_by = $2 where traineeship_id = $1 and position <= 2`,
      [first, mentor],
    )
    expect(await finishTraineeship.run(await there.as(a), { id: first, version: 3, endedOn: '2021-10-01' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    mustWork(await finishTraineeship.run(await there.as(mentor, '2022-05-31'), { id: first, version: 3, endedOn: '2022-05-31' }))
    const done = await scoped((tx) => finishedTraineeships(tx, there.site as never, { personId: a }).page(10, 0))
    expect(done).toMatchObject([{ id: first, given: 10, planned: 36, endedOn: '2022-05-31', title: 'Урок для каждого' }])

    const second = await aTraineeship(there, { trainee: b })
    await base.adminPool.query(
      `update traineeship_rows set held_on = '2021-10-01', held_by = $2 where traineeship_id = $1 and position = 1`,
      [second, mentor],
    )
    const left = { id: second, version: 3, leftOn: '2021-10-01', endReason: 'Болею' }
    expect(await leaveTraineeship.run(await there.as(a), left)).toMatchObject({ refusal: { code: 'forbidden' } })
    mustWork(await leaveTraineeship.run(await there.as(b), left))
    expect(await stateOf(second)).toBe('left')

    const { network, territory } = there.site
    const organisationId = await anOrganisation(base.db, territory)
    const siteId = await aSite(base.db, network, {
      ...{ organisationIds: [organisationId], from: '2021-01-28', to: '2023-08-31' },
    })
    const elsewhere = await aPerson(base.db, territory, { post: { organisationId, kind: 'head' } })
    await inScope(base.db, territory.id, (tx) =>
      tx
        .insertInto('appointments')
        .values({
          territoryId: territory.id,
          id: crypto.randomUUID(),
          personId: elsewhere,
          kind: 'head',
          siteId,
          startsOn: '2021-01-28',
          endsOn: '2023-08-31',
        })
        .execute(),
    )
    const as = async (who: string, on?: string) =>
      who === 'head' ? ctxOf(base.db, territory, elsewhere, on) : there.site.as(who as 'head', on)
    const to = await aFixedProgramme({ ...there.site, siteId, as } as typeof there.site, luga, 'Другая программа')
    const moved = {
      id: second,
      version: 4,
      to,
      startsOn: '2021-10-01',
      endsOn: '2022-05-31',
      ...{ why: 'Ближе к дому', format: null, licenceHolder: null },
    }
    mustWork(await transferTrainee.run(await there.site.as('methodist'), moved))
    const nextOf = async (id: TraineeshipId) =>
      (
        await scoped((tx) =>
          tx.selectFrom('traineeships').selectAll().where('cameFromId', '=', id).where('state', '<>', 'declined').execute(),
        )
      )[0]!
    const next = await nextOf(second)
    expect(next).toMatchObject({ state: 'offered', siteId, begunBy: 'transfer', hoursBefore: '0.00' })
    mustWork(await acceptOffer.run(await there.as(b), { id: next.id, version: 1 }))
    expect(await stateOf(next.id)).toBe('asked')
    expect(await stateOf(second)).toBe('left')
    mustWork(await admitTrainee.run(await ctxOf(base.db, territory, elsewhere), { id: next.id, version: 2, guide: null }))
    expect(await scoped((tx) => traineeshipRow(tx, there.site as never, next.id))).toMatchObject({ given: 6 })
    expect(await stateOf(second)).toBe('transferred')

    const c = await there.another()
    const third = await aTraineeship(there, { trainee: c, guide: mentor })
    const again = (version: number) => ({ ...moved, id: third, version })
    mustWork(await transferTrainee.run(await there.site.as('methodist'), again(3)))
    expect(await transferTrainee.run(await there.site.as('methodist'), again(4))).toMatchObject(rule('traineeship.transferWaits'))
    const page = async () => (await client(c).get(`/t/${territory.code}/traineeships/${third}`)).text
    expect(await page()).toContain('Стажёру предложено перейти на другую площадку')
    mustWork(await declineOffer.run(await there.as(c), { id: (await nextOf(third)).id, version: 1, endReason: null }))
    expect(await stateOf(third)).toBe('running')
    expect(await page()).not.toContain('предложено перейти')
    mustWork(await transferTrainee.run(await there.site.as('methodist'), again(4)))
    const goes = await nextOf(third)
    mustWork(await acceptOffer.run(await there.as(c), { id: goes.id, version: 1 }))
    mustWork(await admitTrainee.run(await ctxOf(base.db, territory, elsewhere), { id: goes.id, version: 2, guide: null }))
    expect(await stateOf(third)).toBe('transferred')
    expect(await toldOf(third)).toContain('traineeship.ended')
    expect(await scoped((tx) => broken(tx))).toEqual([])
  })

  test('the post ends: it is listed before, and ends in the same step; a new post holds it', async () => {
    const ended = await aLearningSite(base.db, lenobl)
    const { trainee, director, as, site } = ended
    const id = await aTraineeship(ended)
    const ctx = await as(director)
    const [post] = (await scoped((tx) => recordOf(tx, ctx, trainee), ended)).posts
    const leaves = { personId: trainee, postId: post!.id, endsOn: '2021-10-01', settled: new Map<string, null>() }
    expect(await leavePost(ctx, leaves)).toMatchObject({
      refusal: { rule: 'person.standsOnPost', params: { what: expect.stringContaining('Урок для каждого') } },
    })
    mustWork(await leavePost(ctx, { ...leaves, settled: new Map([[`traineeship-${id}`, null]]) }))
    expect(await stateOf(id, ended)).toBe('left')

    const other = await ended.another()
    const second = await aTraineeship(ended, { trainee: other })
    const official = await site.as('official')
    const next = await anOrganisation(base.db, site.territory)
    const details = {
      organisationId: next,
      kind: 'teacher',
      title: 'учитель',
      subject: null,
      startsOn: '2021-10-02',
      endsOn: null,
    }
    mustWork(await takePost(official, { personId: other, post: details }))
    const own = (await scoped((tx) => recordOf(tx, ctx, other), ended)).posts.find(
      ({ organisationId }) => organisationId === ended.schoolId,
    )
    mustWork(await leavePost(ctx, { personId: other, postId: own!.id, endsOn: '2021-10-01', settled: new Map() }))
    expect(await stateOf(second, ended)).toBe('running')
  })

  test('whoever leads leaves: somebody else with the role goes on, or the head does', async () => {
    const led = await aLearningSite(base.db, luga)
    const guide = led.site.people.mentor
    const id = await aTraineeship(led, { guide })
    const official = await led.site.as('official')
    const [post] = (await scoped((tx) => recordOf(tx, official, guide), led)).posts
    const keys = { appointment: '', trainee: `trainee-${id}` }
    const open = await leavePost(official, { personId: guide, postId: post!.id, endsOn: '2021-10-01', settled: new Map() })
    const listed = JSON.stringify(open)
    expect(listed).toContain(keys.trainee)
    const appointment = /stands\.(appointment-[0-9a-f-]+)/.exec(listed)![1]!
    const settle = (heir: PersonId | null) =>
      leavePost(official, {
        ...{ personId: guide, postId: post!.id, endsOn: '2021-10-01' },
        settled: new Map([
          [appointment, null],
          [keys.trainee, heir],
        ]),
      })
    expect(await settle(led.site.people.teacher)).toMatchObject(rule('traineeship.guideHasNoRole'))
    mustWork(await settle(null))
    expect(await scoped((tx) => traineeshipRow(tx, led.site as never, id), led)).toMatchObject({
      guideId: null,
      state: 'running',
    })
  })

  test('the status ends: whoever learns there is told and keeps the hours; the database holds the same', async () => {
    const closing = await aLearningSite(base.db, lenobl)
    const id = await aTraineeship(closing)
    const { site } = closing
    const ctx = await site.as('official')
    const { orderId } = site.network
    await expect(base.adminPool.query(`update sites set ends_on = '2021-12-31' where id = $1`, [site.siteId])).rejects.toThrow(
      'outlasts its site',
    )
    const cut = (on: string) =>
      scoped(async (tx) => {
        const facts = await endEverythingOf(tx, ctx, { siteId: site.siteId, on, orderId })
        await tx.updateTable('sites').set({ endsOn: on }).where('id', '=', site.siteId).execute()
        return facts
      }, closing)
    expect(await cut('2021-12-31')).toMatchObject([{ kind: 'traineeship.left', subjectId: id }])
    expect(await scoped((tx) => traineeshipRow(tx, ctx, id), closing)).toMatchObject({ state: 'running', endsOn: '2021-12-31' })
    await cut('2021-10-01')
    expect(await scoped((tx) => traineeshipRow(tx, ctx, id), closing)).toMatchObject({ state: 'left', endedOn: '2021-10-01' })
    expect(await toldOf(id)).toContain('traineeship.ended')
  })

  test('the days change within the same bounds', async () => {
    const trainee = await there.another()
    const id = await aTraineeship(there, { trainee })
    const given = {
      id,
      version: 3,
      startsOn: '2021-10-01',
      endsOn: '2022-06-30',
      format: null,
      licenceHolder: null,
      guide: mentor,
    }
    expect(await changeTraineeship.run(await head(), { ...given, endsOn: '2024-01-01' })).toMatchObject(
      rule('traineeship.outsideStatus'),
    )
    mustWork(await changeTraineeship.run(await head(), given))
    expect(await scoped((tx) => traineeshipRow(tx, there.site as never, id))).toMatchObject({
      endsOn: '2022-06-30',
      guideId: mentor,
    })
  })
})

test('who may know: the person, the site, whoever leads, the office; nobody else finds it', async () => {
  const trainee = await there.another()
  const id = await aTraineeship(there, { trainee, guide: mentor })
  const at = `/t/${there.site.territory.code}/traineeships/${id}`
  const { people, siteId } = there.site
  const seen = async (person: PersonId) => (await client(person).get(at)).status
  expect(await Promise.all([trainee, mentor, people.head, people.methodist, people.coordinator].map(seen))).toEqual([
    200, 200, 200, 200, 200,
  ])
  expect(await Promise.all([there.director, people.teacher, await there.another()].map(seen))).toEqual([404, 404, 404])
  const list = `/t/${there.site.territory.code}/sites/${siteId}/trainees`
  expect((await client(people.head).get(list)).text).toContain('Стажёры площадки')
  expect((await client(people.head).get(`${list}.csv`)).text).toContain('Часов дано')
  expect((await client(trainee).get(list)).status).toBe(403)
  expect((await client(trainee).get(`/t/${there.site.territory.code}/traineeships`)).text).toContain('Урок для каждого')
  expect((await client(there.director).get(`/t/${there.site.territory.code}/traineeships`)).text).not.toContain(id)
})
