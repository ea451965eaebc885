// Proves L-O42, R-43.
import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { aPerson, inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Day, PairId, PersonId } from '../../kernel/types.ts'
import { declareDeficits } from '../deficits/commands/declare.ts'
import { openOf } from '../deficits/store.ts'
import { leavePost } from '../people/commands/posts.ts'
import { recordOf } from '../people/queries.ts'
import { applyEndAppointment } from '../sites/commands/apply-appointment.ts'
import { endEverythingOf } from '../sites/commands/apply-standing.ts'
import { tasksOf } from '../tasks/queries.ts'
import { pairs } from './case.ts'
import { consentDocument } from './consent-document.ts'
import { agreeAsMentee, agreeAsMentor, declinePair, passPair, proposePair } from './deeds.ts'
import { invariants } from './invariants.ts'
import { writeMeeting } from './meeting-deeds.ts'
import { pairRow } from './queries.ts'
import { withdrawMentor } from './withdrawal-deed.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
const scoped = <T>(of: LearningSite, work: Parameters<typeof inScope<T>>[2]) => inScope(base.db, of.site.territory.id, work)
const oneOf = async (of: LearningSite, id: PairId) => (await scoped(of, (tx) => pairs.open(tx, of.site as never, id)))!.one
const isLed = async (of: LearningSite, id: PairId, on: Day) => {
  const ctx = await of.site.as('head', on)
  return (await scoped(of, (tx) => pairRow(tx, ctx, id)))!.isLed
}
const broken = (of: LearningSite) =>
  scoped(of, async (tx: Tx) =>
    (await Promise.all(invariants.map(async (one) => ('broken' in one ? (await one.broken.execute(tx)).rows : [])))).flat(),
  )
/** Whether the head has to see to the pair that day. */
const isAsked = async (of: LearningSite, id: PairId, on: Day) => {
  const ctx = await of.site.as('head', on)
  return (await scoped(of, (tx) => tasksOf(tx, ctx))).some(({ key }) => key === `pair-orphan:${id}`)
}
const says = async (of: LearningSite, id: PairId, who: 'mentor' | 'mentee', on: Day = '2021-10-01'): Promise<Result<unknown>> => {
  const one = await oneOf(of, id)
  if (who === 'mentor') return agreeAsMentor.run(await of.as(one.mentorId, on), { id, version: one.editVersion })
  return agreeAsMentee.run(await of.as(one.menteeId, on), { id, version: one.editVersion, deficit: null })
}
/** A site with a pair at work from 1 October to 31 May, and a second mentor. */
async function aPair(agreed = true) {
  const of = await aLearningSite(base.db, luga)
  const { site, trainee } = of
  const { mentor } = site.people
  const second = await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } })
  await scoped(of, (tx) =>
    tx
      .insertInto('appointments')
      .values({
        ...{ territoryId: site.territory.id, id: newId(), personId: second, kind: 'mentor', siteId: site.siteId },
        ...{ startsOn: '2021-01-28', endsOn: '2023-08-31' },
      })
      .execute(),
  )
  const terms = { mentorId: mentor, menteeId: trainee, goal: 'Урок', startsOn: '2021-10-01', endsOn: '2022-05-31' }
  const id = mustWork(await proposePair.run(await site.as('head'), { id: site.siteId, ...terms })) as PairId
  if (agreed) for (const who of ['mentor', 'mentee'] as const) mustWork(await says(of, id, who))
  return { of, id, mentor, second, trainee }
}
const successorOf = async (id: PairId) =>
  (
    await base.adminPool.query<{ id: PairId }>('select id from pairs where came_from_id = $1 order by created_at desc, id desc', [
      id,
    ])
  ).rows[0]!.id
const appointmentOf = async (of: LearningSite, personId: PersonId) => {
  const ctx = await of.site.as('official')
  return (await scoped(of, (tx) => recordOf(tx, ctx, personId))).appointments[0]!
}
const leaves = async (of: LearningSite, personId: PersonId, endsOn: Day, heir: PersonId | null) => {
  const ctx = await of.site.as('official')
  const [post] = (await scoped(of, (tx) => recordOf(tx, ctx, personId))).posts
  const given = { personId, postId: post!.id, endsOn }
  const first = await leavePost(ctx, { ...given, settled: new Map() })
  const asked = JSON.stringify(first)
  if (first.ok) return { asked, done: first }
  const keys = [...asked.matchAll(/stands\.([a-z]+-[0-9a-f-]+)/g)].map(([, key]) => key!)
  const settled = new Map(keys.map((key) => [key, key.startsWith('mentee-') ? heir : null] as const))
  return { asked, done: await leavePost(ctx, { ...given, settled }) }
}

describe('the mentor', () => {
  test('whose appointment is ended leaves the pair nobody’s the same day: the head names another, both answer, the goal goes on', async () => {
    const { of, id, mentor, second } = await aPair()
    const official = await of.site.as('official', '2021-11-15')
    const { id: appointmentId } = await appointmentOf(of, mentor)
    expect(await isAsked(of, id, '2021-11-16')).toBe(false)
    await scoped(of, (tx) =>
      applyEndAppointment(tx, official, { appointmentId: appointmentId as never, on: '2021-11-15', orderId: null }),
    )
    expect([await isLed(of, id, '2021-11-15'), await isLed(of, id, '2021-11-16')]).toEqual([true, false])
    expect([await isAsked(of, id, '2021-11-15'), await isAsked(of, id, '2021-11-16')]).toEqual([false, true])
    const page = await client(of.site.people.head).get(`/t/${of.site.territory.code}/pairs/${id}`)
    expect(page.status).toBe(200)

    const pass = async (who: Parameters<typeof of.site.as>[0], mentorId: PersonId) =>
      passPair.run(await of.site.as(who, '2021-11-16'), { id, mentorId })
    expect(await pass('teacher', second)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await pass('head', of.trainee)).toMatchObject({ refusal: { rule: 'pair.oneself', field: 'mentorId' } })
    mustWork(await pass('head', second))
    expect(await pass('head', second)).toMatchObject({ refusal: { rule: 'pair.isPassed' } })
    expect(await isAsked(of, id, '2021-11-16')).toBe(false)

    const declined = await successorOf(id)
    mustWork(await declinePair.run(await of.as(second, '2021-11-16'), { id: declined, version: 1, outcome: 'Не успею' }))
    expect(await isAsked(of, id, '2021-11-16')).toBe(true)
    mustWork(await pass('head', second))
    const next = await successorOf(id)
    expect(await oneOf(of, next)).toMatchObject({ goal: 'Урок', startsOn: '2021-11-16', endsOn: '2022-05-31', state: 'proposed' })
    mustWork(await says(of, next, 'mentor', '2021-11-17'))
    expect((await oneOf(of, id)).state).toBe('running')
    mustWork(await says(of, next, 'mentee', '2021-11-17'))
    // The outcome is printed on papers and names nobody; whom it concerns is told who goes on.
    expect(await oneOf(of, id)).toMatchObject({
      ...{ state: 'ended', closedOn: '2021-11-16', outcome: 'Пару дальше ведёт другой человек' },
    })
    const told = await base.adminPool.query<{ personId: string; params: { outcome: string } }>(
      `select person_id as "personId", params from notices where subject_id = $1 and kind = 'pair.ended'`,
      [id],
    )
    expect(told.rows.map(({ personId }) => personId)).toEqual([mentor])
    for (const { params } of told.rows) expect(params.outcome).toMatch(/^Пару дальше ведёт .+\s\S\.\s\S\.$/)
    expect((await oneOf(of, next)).state).toBe('running')
    expect(await isAsked(of, id, '2021-11-18')).toBe(false)
    expect(await broken(of)).toEqual([])
  })

  test('whose appointment runs out by its own term does too; another guiding role keeps the pair', async () => {
    const { of, id, mentor, second } = await aPair()
    await scoped(of, (tx) =>
      tx.updateTable('appointments').set({ endsOn: '2021-12-31' }).where('personId', '=', mentor).execute(),
    )
    expect([await isAsked(of, id, '2021-12-31'), await isAsked(of, id, '2022-01-01')]).toEqual([false, true])
    await scoped(of, (tx) => tx.updateTable('appointments').set({ kind: 'curator' }).where('personId', '=', mentor).execute())
    expect(await isAsked(of, id, '2021-12-31')).toBe(false)
    await scoped(of, (tx) => tx.updateTable('appointments').set({ kind: 'member' }).where('personId', '=', mentor).execute())
    expect(await isAsked(of, id, '2021-12-31')).toBe(true)
    // On its last day somebody may still be named, after it there is nothing to pass on.
    const names = async (on: Day) => passPair.run(await of.site.as('head', on), { id, mentorId: second })
    expect(await names('2022-06-01')).toMatchObject({ refusal: { rule: 'pair.passedTooLate' } })
    mustWork(await names('2022-05-31'))
  })

  test('who leaves the last post sees the pair in the list before it is written: it is handed over, or stays nobody’s', async () => {
    const { of, id, mentor, second } = await aPair()
    const { asked, done } = await leaves(of, mentor, '2021-10-20', second)
    expect(asked).toContain('ведёт наставническую пару')
    mustWork(done)
    const next = await successorOf(id)
    expect(await oneOf(of, next)).toMatchObject({ mentorId: second, startsOn: '2021-10-21', state: 'proposed' })
    for (const who of ['mentor', 'mentee'] as const) mustWork(await says(of, next, who, '2021-10-05'))
    // Until then the pair goes on as it was.
    expect(await oneOf(of, id)).toMatchObject({ state: 'running', endsOn: '2021-10-20' })

    const other = await aPair()
    mustWork((await leaves(other.of, other.mentor, '2021-10-20', null)).done)
    expect(await isAsked(other.of, other.id, '2021-10-20')).toBe(false)
    expect(await isAsked(other.of, other.id, '2021-10-21')).toBe(true)

    const stranger = await aPair()
    expect((await leaves(stranger.of, stranger.mentor, '2021-10-20', stranger.of.director)).done).toMatchObject({
      refusal: { rule: 'pair.mentorHasNoRole', field: `stands.mentee-${stranger.id}` },
    })
  })

  test('who leaves before the pair is agreed lets it fall', async () => {
    const { of, id, mentor } = await aPair(false)
    mustWork((await leaves(of, mentor, '2021-10-20', null)).done)
    expect((await oneOf(of, id)).state).toBe('declined')
  })
})

test('whoever is named for a pair reads of the deficit when whoever learns has agreed, not before', async () => {
  const { of, id, second, trainee } = await aPair()
  const own = await of.as(trainee)
  mustWork(await declareDeficits(own, { competences: [], words: 'Работа в группах' }))
  const [deficit] = await scoped(of, (tx) => openOf(tx, own, trainee))
  await scoped(of, (tx) => tx.updateTable('pairs').set({ deficitId: deficit!.id }).where('id', '=', id).execute())
  mustWork(await passPair.run(await of.site.as('head'), { id, mentorId: second }))
  const next = await successorOf(id)
  const reads = async (who: PersonId) =>
    (await client(who).get(`/t/${of.site.territory.code}/pairs/${next}`)).text.includes('Работа в группах')
  const { methodist, head } = of.site.people
  const all = async () => Promise.all([trainee, methodist, second, head].map(reads))
  expect(await all()).toEqual([true, true, false, false])
  mustWork(await says(of, next, 'mentee'))
  expect(await all()).toEqual([true, true, true, false])
  mustWork(await declinePair.run(await of.as(second), { id: next, version: 2, outcome: null }))
  expect(await all()).toEqual([true, true, false, false])
})

describe('a mentor who withdraws', () => {
  test('says so three working days before, leads on until then, and the head sees to it the same day; the paper says what was agreed', async () => {
    const { of, id, mentor, second } = await aPair()
    // Whoever directs the school of the site may not open its pairs, and gets no letter of them.
    const { head, coordinator } = of.site.people
    await scoped(of, (tx) => tx.updateTable('posts').set({ kind: 'teacher' }).where('personId', '=', head).execute())
    await aPerson(base.db, of.site.territory, { post: { organisationId: of.site.organisationId, kind: 'head' } })
    const withdraws = async (who: PersonId, leadsUntil: Day) =>
      withdrawMentor.run(await of.as(who, '2021-10-07'), {
        id,
        version: (await oneOf(of, id)).editVersion,
        leadsUntil,
        withdrawal: null,
      })
    expect(await withdraws(of.trainee, '2021-10-12')).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await withdraws(mentor, '2021-10-11')).toMatchObject({ refusal: { rule: 'pair.noticeIsShort', field: 'leadsUntil' } })
    mustWork(await withdraws(mentor, '2021-10-12'))
    expect(await withdraws(mentor, '2021-10-13')).toMatchObject({ refusal: { rule: 'pair.isWithdrawn' } })
    expect(await isAsked(of, id, '2021-10-07')).toBe(true)
    expect([await isLed(of, id, '2021-10-12'), await isLed(of, id, '2021-10-13')]).toEqual([true, false])
    const told = await base.adminPool.query<{ id: string }>(
      `select person_id as id from notices where subject_id = $1 and kind = 'pair.withdrawn'`,
      [id],
    )
    const people = told.rows.map((one) => one.id)
    expect(people.toSorted()).toEqual([of.trainee, head, coordinator].toSorted())
    for (const who of people) expect((await client(who).get(`/t/${of.site.territory.code}/pairs/${id}`)).status).toBe(200)
    mustWork(await passPair.run(await of.site.as('head', '2021-10-07'), { id, mentorId: second }))
    const next = await successorOf(id)
    expect((await oneOf(of, next)).startsOn).toBe('2021-10-13')
    for (const who of ['mentor', 'mentee'] as const) mustWork(await says(of, next, who, '2021-10-08'))
    expect(await oneOf(of, id)).toMatchObject({ state: 'running', endsOn: '2021-10-12' })

    const at = `/t/${of.site.territory.code}/pairs/${id}/consent`
    for (const who of [mentor, of.site.people.head]) expect((await client(who).get(`${at}/docx`)).status).toBe(200)
    for (const who of [of.trainee, of.site.people.stranger])
      expect((await client(who).get(`${at}/pdf`)).status).toBeGreaterThanOrEqual(403)
    const said = async (day: Day) => {
      const ctx = await of.as(mentor, day)
      const doc = await scoped(of, async (tx) => {
        const found = (await pairs.open(tx, ctx, id))!
        return consentDocument({ ...found, one: { ...found.one, mentorAgreedAt: null } }, { tx, ctx })
      })
      return JSON.stringify(doc)
    }
    expect(await said('2021-10-07')).toContain('Урок')
    expect(await said('2021-10-07')).not.toContain('351.8')
    expect(await said('2025-03-01')).toContain('351.8')
  })
})

describe('whoever learns', () => {
  test('leaves the last post: the pair ends with it, now or that day, and both are told', async () => {
    const later = await aPair()
    const { asked, done } = await leaves(later.of, later.trainee, '2021-11-30', null)
    expect(asked).toContain('наставническая пара')
    mustWork(done)
    expect(await oneOf(later.of, later.id)).toMatchObject({ state: 'running', endsOn: '2021-11-30' })

    const now = await aPair()
    mustWork((await leaves(now.of, now.trainee, '2021-10-01', null)).done)
    expect(await oneOf(now.of, now.id)).toMatchObject({ state: 'ended', closedOn: '2021-10-01' })
    const told = await base.adminPool.query(`select from notices where subject_id = $1 and kind = 'pair.ended'`, [now.id])
    expect(told.rowCount).toBe(2)
    for (const { of } of [later, now]) expect(await broken(of)).toEqual([])
  })

  test('goes over to another post: the pair goes on', async () => {
    const { of, id, trainee } = await aPair()
    await scoped(of, (tx) =>
      tx
        .insertInto('posts')
        .values({
          ...{ territoryId: of.site.territory.id, id: newId(), personId: trainee, organisationId: of.site.organisationId },
          ...{ kind: 'teacher', title: 'учитель', startsOn: '2021-10-10' },
        })
        .execute(),
    )
    mustWork((await leaves(of, trainee, '2021-10-20', null)).done)
    expect(await oneOf(of, id)).toMatchObject({ state: 'running', endsOn: '2022-05-31' })
    expect(await broken(of)).toEqual([])
  })
})

describe('the site', () => {
  test('whose status ends ends the pairs: cut to its last day, over when that has come', async () => {
    const { of, id } = await aPair()
    const ctx = await of.site.as('official')
    const cut = (on: Day) =>
      scoped(of, async (tx) => {
        await endEverythingOf(tx, ctx, { siteId: of.site.siteId, on, orderId: of.site.network.orderId })
        await tx.updateTable('sites').set({ endsOn: on }).where('id', '=', of.site.siteId).execute()
      })
    await cut('2021-12-31')
    expect(await oneOf(of, id)).toMatchObject({ state: 'running', endsOn: '2021-12-31' })
    expect(await broken(of)).toEqual([])
    await cut('2021-10-01')
    expect(await oneOf(of, id)).toMatchObject({ state: 'ended', closedOn: '2021-10-01' })
  })

  test('that is suspended lets nothing begin nor be written; the pair waits and goes on after it', async () => {
    const { of, id, mentor } = await aPair()
    await scoped(of, (tx) =>
      tx
        .insertInto('suspensions')
        .values({
          ...{
            territoryId: of.site.territory.id,
            id: newId(),
            siteId: of.site.siteId,
            orderId: of.site.network.orderId,
            pointNumber: '1',
          },
          ...{ startsOn: '2021-11-01', endsOn: '2021-11-30', reason: 'ремонт' },
        } as never)
        .execute(),
    )
    const met = async (on: Day) => writeMeeting.run(await of.as(mentor, on), { id, heldOn: on, minutes: 45, line: 'Урок' })
    expect(await met('2021-11-30')).toMatchObject({ refusal: { rule: 'site.suspended' } })
    mustWork(await met('2021-12-01'))
    expect((await oneOf(of, id)).state).toBe('running')
    // Nobody can be named meanwhile, so that nobody is asked to.
    await scoped(of, (tx) => tx.updateTable('appointments').set({ kind: 'member' }).where('personId', '=', mentor).execute())
    expect([await isAsked(of, id, '2021-10-31'), await isAsked(of, id, '2021-11-01')]).toEqual([true, false])
    expect([await isAsked(of, id, '2021-11-30'), await isAsked(of, id, '2021-12-01')]).toEqual([false, true])
  })
})
