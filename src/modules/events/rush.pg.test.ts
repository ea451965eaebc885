// Who presses at once is decided in one transaction, as if each came after the one before.
import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { anAccount } from '../../../test/factories/accounts.ts'
import { aPlannedLine } from '../../../test/factories/certificates.ts'
import { aPlanningSite, mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import type { Submission } from '../../db/transact.ts'
import { instantOf } from '../../kernel/clock.ts'
import type { AccountId, EventId, PersonId } from '../../kernel/types.ts'
import { violationsIn } from '../../ops/invariants.ts'
import { notFound } from '../../web/route.ts'
import { giveUpPlace, offerPlace, takePlace } from './deeds/come.ts'
import { announceEvent, planEvent } from './deeds/plan.ts'
import { placesOf } from './store.ts'

const base = ownDatabase()
/** The activity of sites is published: how the places are taken is seen by everybody. */
const toldToAll = {
  ...luga,
  publication: {
    clause: ['1.1'],
    things: [{ what: 'activity' as const, where: ['authoritySite' as const], clause: ['1.1'] }],
  },
}
let site: PlanningSite
let lineKey: string
let teachers: PersonId[]
let account: AccountId

beforeAll(async () => {
  site = await aPlanningSite(base.db, toldToAll, '2021-10-01')
  lineKey = (await aPlannedLine(site)).lineKey
  teachers = []
  for (let n = 0; n < 10; n++)
    teachers.push(await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } }))
  account = await anAccount(base.db, 'rush@example.org')
})

async function as(person: PersonId, submission: Submission | null = null) {
  const now = instantOf('2021-10-01', '12:00:00', site.territory.timeZone)
  return { ...(await ctxOf(base.db, site.territory, person, '2021-10-01')), now, submission }
}

async function anEvent(day: string, more: Record<string, unknown> = {}): Promise<EventId> {
  const form = {
    ...{ title: 'Открытый урок', day, from: '10:20', until: '11:05', room: 'Каб. 12', link: null, audience: null },
    ...{ places: 3, keptPlaces: null, keptUntil: null, takesLessons: false, ...more },
  }
  const id = mustWork(await planEvent.run(await as(site.people.head), { ...form, id: lineKey })) as EventId
  mustWork(await announceEvent.run(await as(site.people.head), { ...form, id, version: 1 }))
  return id
}

type Press = Awaited<ReturnType<typeof as>>
/** The first is answered alone; all the others while they wait for it, together. */
const atOnce = (id: EventId, all: readonly Press[]) => Promise.all(all.map((ctx) => takePlace.run(ctx, { id })))
const listOf = (id: EventId) => inScope(base.db, site.territory.id, (tx) => placesOf(tx, site, id))
const said = (results: Awaited<ReturnType<typeof atOnce>>) =>
  results.map((one) => (one.ok ? one.value.made.state : one.refusal.code === 'rule' ? one.refusal.rule : one.refusal.code))
const aForm = (key: string): Submission => ({
  ...{ accountId: account, key, requestHash: 'the same', claimed: false },
  whereTo: () => ({ to: '/there', notice: 'Место за вами' }),
})
const keysKept = async () =>
  (
    await base.db.selectFrom('submissions').select(['key', 'location']).where('accountId', '=', account).orderBy('key').execute()
  ).map(({ key, location }) => `${key} ${location}`)
const factsOf = async (id: EventId) =>
  (
    await base.adminPool.query('select kind, person_id from history where subject_id = $1 and kind in ($2, $3) order by seq', [
      ...[id, 'event.placeTaken', 'event.queued'],
    ])
  ).rows

describe('who presses at once', () => {
  test('gets a place or a number in the order they came; each is recorded under their own name', async () => {
    const id = await anEvent('2021-10-12')
    const results = await atOnce(id, await Promise.all(teachers.map((one) => as(one))))
    expect(said(results)).toEqual(teachers.map((_, n) => (n < 3 ? 'confirmed' : 'waiting')))
    expect((await listOf(id)).map(({ number, personId, state }) => [number, personId, state])).toEqual(
      teachers.map((one, n) => [n + 1, one, n < 3 ? 'confirmed' : 'waiting']),
    )
    const facts = teachers.map((one, n) => ({ kind: n < 3 ? 'event.placeTaken' : 'event.queued', person_id: one }))
    expect(await factsOf(id)).toEqual(facts)
    const shown = await base.db.selectFrom('publicEvents').select('taken').where('eventId', '=', id).executeTakeFirst()
    expect(shown?.taken).toBe(3)
    const broken = await inScope(base.db, site.territory.id, (tx) => violationsIn(tx, site.territory.code))
    expect(broken.filter(({ name }) => name.startsWith('event.'))).toEqual([])
  })

  test('one who is refused leaves the others theirs, and may press the same form again', async () => {
    const [there, id] = [await anEvent('2021-10-13'), await anEvent('2021-10-13')]
    const [a, b, c, d] = teachers as [PersonId, PersonId, PersonId, PersonId]
    mustWork(await takePlace.run(await as(b), { id: there }))
    const results = await atOnce(id, [
      ...[await as(a), await as(b, aForm('clash')), await as(site.people.head, aForm('own')), await as(c, aForm('once'))],
      ...[await as(c, aForm('once')), await as(c), await as(d), await as(b, aForm('clash'))],
      await as(b, { ...aForm('clash'), requestHash: 'another' }),
    ])
    expect(said(results)).toEqual([
      ...['confirmed', 'event.clash', 'event.own', 'confirmed', 'repeated', 'confirmed', 'confirmed'],
      ...['event.clash', 'repeated'],
    ])
    expect((await listOf(id)).map(({ number, personId }) => [number, personId])).toEqual([
      [1, a],
      [2, c],
      [3, d],
    ])
    expect(await keysKept()).toEqual(['once /there'])
  })

  test('who went away comes back to the end; who waits goes before them when a place is free, and is told once', async () => {
    const id = await anEvent('2021-10-14', { places: 1 })
    const [a, b, c, d] = teachers as [PersonId, PersonId, PersonId, PersonId]
    for (const one of [a, b]) mustWork(await takePlace.run(await as(one), { id }))
    mustWork(await giveUpPlace.run(await as(b), { id }))
    expect(said(await atOnce(id, [await as(c), await as(b), await as(d)]))).toEqual(['waiting', 'waiting', 'waiting'])
    expect((await listOf(id)).map(({ number, personId }) => [number, personId])).toEqual([
      [1, a],
      [3, c],
      [4, b],
      [5, d],
    ])
    await base.adminPool.query('update events set places = 2 where id = $1', [id])
    const [e, f] = [teachers[4]!, teachers[5]!]
    expect(said(await atOnce(id, [await as(e), await as(f), await as(c)]))).toEqual(['waiting', 'waiting', 'confirmed'])
    const { rows } = await base.adminPool.query(
      "select person_id from notices where kind = 'event.movedUp' and subject_id = $1",
      [id],
    )
    expect(rows).toEqual([{ person_id: c }])
  })

  test('where everybody is refused nobody moves up: who is refused writes nothing', async () => {
    const [there, id] = [await anEvent('2021-10-15'), await anEvent('2021-10-15', { places: 1 })]
    const [a, b, c, d, e] = teachers as [PersonId, PersonId, PersonId, PersonId, PersonId]
    for (const one of [a, b]) mustWork(await takePlace.run(await as(one), { id }))
    for (const one of [c, d, e]) mustWork(await takePlace.run(await as(one), { id: there }))
    await base.adminPool.query('update events set places = 2 where id = $1', [id])
    expect(said(await atOnce(id, [await as(c), await as(d), await as(e)]))).toEqual(['event.clash', 'event.clash', 'event.clash'])
    expect((await listOf(id)).map(({ personId, state }) => [personId, state])).toEqual([
      [a, 'confirmed'],
      [b, 'waiting'],
    ])
    const f = teachers[5]!
    expect(said(await atOnce(id, [await as(c), await as(d), await as(f)]))).toEqual(['event.clash', 'event.clash', 'waiting'])
    const { rows } = await base.adminPool.query(
      "select person_id from notices where kind = 'event.movedUp' and subject_id = $1",
      [id],
    )
    expect(rows).toEqual([{ person_id: b }])
  })

  test('of each of their teachers the head is told, also of several on one day', async () => {
    const id = await anEvent('2021-10-18', { takesLessons: true })
    const [a, b, c, d] = teachers as [PersonId, PersonId, PersonId, PersonId]
    for (const one of [a, b]) mustWork(await takePlace.run(await as(one), { id }))
    for (const personId of [c, d]) mustWork(await offerPlace.run(await as(site.people.head), { id, personId }))
    for (const one of [c, d]) mustWork(await giveUpPlace.run(await as(one), { id }))
    const { rows } = await base.adminPool.query(
      `select kind, count(*)::int as told, count(distinct params)::int as of_people from notices
        where subject_id = $1 and person_id = $2 group by kind order by kind`,
      [id, site.people.head],
    )
    expect(rows).toEqual(['event.asksRelease', 'event.declined'].map((kind) => ({ kind, told: 2, of_people: 2 })))
  })

  test('by the button of the page as well: six presses are two transactions', async () => {
    const id = await anEvent('2021-10-20')
    const { act } = takePlace.route(() => notFound)
    const all = await Promise.all(teachers.slice(0, 6).map((one) => as(one)))
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const params = { territory: site.territory.code, event: id }
    const results = await Promise.all(all.map((ctx) => act({ ctx, params, form: {}, files: {}, version: 0 })))
    const begun = sent.mock.calls.filter(([text]) => text === 'begin')
    sent.mockRestore()
    expect(results.map(({ ok }) => ok)).toEqual(all.map(() => true))
    expect(begun).toHaveLength(2)
    expect(await listOf(id)).toHaveLength(6)
  })
})
