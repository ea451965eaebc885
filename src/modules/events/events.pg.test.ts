import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aCheckedFile } from '../../../test/factories/files.ts'
import {
  anApprovedPlan,
  aPlanningSite,
  aRow,
  mustWork,
  type PlanningSite,
  passChain,
  versionNow,
} from '../../../test/factories/plans.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import { instantOf } from '../../kernel/clock.ts'
import type { EventId, PersonId, PlanId } from '../../kernel/types.ts'
import { violationsIn } from '../../ops/invariants.ts'
import { recordExecution } from '../plans/commands/record-execution.ts'
import { startVersion } from '../plans/deeds/versions.ts'
import { saveLines } from '../plans/deeds/write.ts'
import { executionsOf, linesOf, openPlan } from '../plans/queries.ts'
import { filesOf } from '../plans/sheet.ts'
import { tasksOf } from '../tasks/queries.ts'
import { events } from './case.ts'
import { giveUpPlace, offerPlace, releasePerson, takePlace } from './deeds/come.ts'
import { closeEvent, giveAnswers, markPresent, pressHere } from './deeds/hold.ts'
import { announceEvent, cancelEvent, changeEvent, planEvent } from './deeds/plan.ts'
import { openKeptPlaces } from './kept-places.ts'
import { answersOf } from './queries.ts'
import { placesOf } from './store.ts'

const base = ownDatabase()
let site: PlanningSite
let planId: PlanId
let lineKey: string
let teachers: PersonId[]

beforeAll(async () => {
  site = await aPlanningSite(base.db, luga, '2021-10-01')
  planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
  const opened = await inScope(base.db, site.territory.id, (tx) =>
    openPlan(tx, { territory: site.territory, today: '2021-10-01' }, planId),
  )
  const [line] = await inScope(base.db, site.territory.id, (tx) => linesOf(tx, site.territory.id, opened!.approved!.id))
  lineKey = line!.key
  teachers = []
  for (let n = 0; n < 12; n++)
    teachers.push(await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } }))
})

const hour = (day: string, time: string) => instantOf(day, `${time}:00`, site.territory.timeZone)
/** A person at a moment of the clock of the territory. */
async function as(person: PersonId, day = '2021-10-01', time = '12:00') {
  return { ...(await ctxOf(base.db, site.territory, person, day)), now: hour(day, time) }
}
const head = (day?: string, time?: string) => as(site.people.head, day, time)

const form = {
  ...{ title: 'Открытый урок', day: '2021-10-12', from: '10:20', until: '11:05', room: 'Каб. 12', link: null, audience: null },
  ...{ places: 2, keptPlaces: null, keptUntil: null, takesLessons: true },
}
async function anEvent(more: Partial<typeof form> | Record<string, unknown> = {}): Promise<EventId> {
  const input = { ...form, ...more } as never as typeof form
  const id = mustWork(await planEvent.run(await head(), { ...input, id: lineKey })) as EventId
  mustWork(await announceEvent.run(await head(), { ...input, id, version: 1 }))
  return id
}
const listOf = (id: EventId) => inScope(base.db, site.territory.id, (tx) => placesOf(tx, { territory: site.territory }, id))
const stateOf = async (id: EventId, person: PersonId) => (await listOf(id)).find(({ personId }) => personId === person)?.state
const refusal = (result: { ok: boolean; refusal?: unknown }) =>
  result.ok ? null : (result.refusal as { rule?: string; code: string })

describe('places', () => {
  test('two places: the third waits, and moves up when one is given up', async () => {
    const id = await anEvent({ day: '2021-10-11' })
    const [a, b, c, d] = teachers as [PersonId, PersonId, PersonId, PersonId]
    for (const one of [a, b, c, d]) mustWork(await takePlace.run(await as(one), { id }))
    expect(await Promise.all([a, b, c, d].map((one) => stateOf(id, one)))).toEqual([
      'confirmed',
      'confirmed',
      'waiting',
      'waiting',
    ])
    mustWork(await giveUpPlace.run(await as(a), { id }))
    expect(await Promise.all([a, b, c, d].map((one) => stateOf(id, one)))).toEqual([
      'withdrawn',
      'confirmed',
      'confirmed',
      'waiting',
    ])
    mustWork(await takePlace.run(await as(a), { id }))
    expect(await stateOf(id, a)).toBe('waiting')
    const notices = await base.adminPool.query(
      `select kind, person_id from notices where subject_id = $1 and kind = 'event.movedUp'`,
      [id],
    )
    expect(notices.rows).toEqual([{ kind: 'event.movedUp', person_id: c }])
    mustWork(await changeEvent.run(await head(), { ...form, day: '2021-10-11', places: 4, id, version: 3 }))
    expect(await Promise.all([a, d].map((one) => stateOf(id, one)))).toEqual(['confirmed', 'confirmed'])
  })

  test('all at once get exactly as many as there are, and the queue is whole', async () => {
    const id = await anEvent({ day: '2021-10-13' })
    const asked = await Promise.all(teachers.map(async (one) => takePlace.run(await as(one), { id })))
    expect(asked.filter(({ ok }) => !ok)).toEqual([])
    const list = await listOf(id)
    expect(list.filter(({ state }) => state === 'confirmed')).toHaveLength(2)
    expect(list.map(({ number }) => number)).toEqual(teachers.map((_, n) => n + 1))
  })

  test('kept places wait for the attached until their day; the day after the queue gets them by itself', async () => {
    const id = await anEvent({ day: '2021-10-20', places: 2, keptPlaces: 1, keptUntil: '2021-10-05' })
    const [a, b] = teachers as [PersonId, PersonId]
    for (const one of [a, b]) mustWork(await takePlace.run(await as(one), { id }))
    expect(await stateOf(id, b)).toBe('waiting')
    const byClock = async (day: string) => {
      const { pool, territory } = await head(day)
      await openKeptPlaces(pool, { territory, today: day, now: hour(day, '06:00') } as never)
    }
    await byClock('2021-10-05')
    expect(await stateOf(id, b)).toBe('waiting')
    await byClock('2021-10-06')
    expect(await stateOf(id, b)).toBe('confirmed')
  })

  test('asked twice by one person is one place', async () => {
    const id = await anEvent({ day: '2021-10-14' })
    const ctx = await as(teachers[0]!)
    for (const _ of [1, 2]) mustWork(await takePlace.run(ctx, { id }))
    expect(await listOf(id)).toHaveLength(1)
  })

  test('nobody is in two places, or comes after the beginning, or to what is not announced', async () => {
    const [first, second] = [
      await anEvent({ day: '2021-10-15' }),
      await anEvent({ day: '2021-10-15', from: '11:00', until: '12:00' }),
    ]
    mustWork(await takePlace.run(await as(teachers[0]!), { id: first }))
    expect(refusal(await takePlace.run(await as(teachers[0]!), { id: second }))?.rule).toBe('event.clash')
    expect(refusal(await takePlace.run(await as(teachers[1]!, '2021-10-15', '10:20'), { id: first }))?.rule).toBe(
      'event.hasBegun',
    )
    const draft = mustWork(await planEvent.run(await head(), { ...form, id: lineKey })) as EventId
    expect(refusal(await takePlace.run(await as(teachers[1]!), { id: draft }))?.rule).toBe('event.notOpen')
  })

  test('two events at one time asked for at once give one place', async () => {
    const [first, second] = [await anEvent({ day: '2021-10-16' }), await anEvent({ day: '2021-10-16' })]
    const ctx = await as(teachers[3]!)
    const asked = await Promise.all([first, second].map((id) => takePlace.run(ctx, { id })))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(asked.flatMap((one) => refusal(one)?.rule ?? [])).toEqual(['event.clash'])
  })

  test('the head of the school sends their own, whose own yes takes the place, and answers about lessons', async () => {
    const id = await anEvent({ day: '2021-10-18' })
    const teacher = teachers[5]!
    mustWork(await offerPlace.run(await head(), { id, personId: teacher }))
    expect(await stateOf(id, teacher)).toBe('offered')
    expect(refusal(await offerPlace.run(await head(), { id, personId: teacher }))?.rule).toBe('event.comesAlready')
    expect(refusal(await offerPlace.run(await head(), { id, personId: site.people.stranger }))?.rule).toBe('event.ownPeopleOnly')
    expect(refusal(await offerPlace.run(await as(teacher), { id, personId: teacher }))?.code).toBe('forbidden')
    const self = { id, personId: site.people.head }
    expect(refusal(await offerPlace.run(await head(), self))?.rule).toBe('event.sendsOthers')
    expect(refusal(await takePlace.run(await head(), { id }))?.rule).toBe('event.own')
    mustWork(await takePlace.run(await as(teacher), { id }))
    const place = (await listOf(id)).find(({ personId }) => personId === teacher)!
    expect(place).toMatchObject({ state: 'confirmed', released: true })
    mustWork(await releasePerson.run(await head(), { id, place: place.id, answer: 'no' }))
    expect((await listOf(id)).find(({ personId }) => personId === teacher)).toMatchObject({ state: 'confirmed', released: false })
  })

  test('a place freed at two events of one time at once goes to whoever waits for both at one of them', async () => {
    const day = '2021-10-23'
    const both = [await anEvent({ day, places: 1 }), await anEvent({ day, places: 1 })]
    const [a, b, c] = teachers as [PersonId, PersonId, PersonId]
    mustWork(await takePlace.run(await as(a), { id: both[0]! }))
    mustWork(await takePlace.run(await as(b), { id: both[1]! }))
    for (const id of both) mustWork(await takePlace.run(await as(c), { id }))
    // The first to give a place up has moved the one who waits up and is not over yet.
    const held = await base.adminPool.connect()
    await held.query('begin')
    await held.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`places ${site.territory.id} ${c}`])
    const gaveUp = [giveUpPlace.run(await as(a), { id: both[0]! }), giveUpPlace.run(await as(b), { id: both[1]! })]
    await new Promise((later) => setTimeout(later, 300))
    await held.query('rollback')
    held.release()
    for (const one of await Promise.all(gaveUp)) mustWork(one)
    expect((await Promise.all(both.map((id) => stateOf(id, c)))).toSorted()).toEqual(['confirmed', 'waiting'])
  })

  test('moved twice in a day, whoever comes is told of both times, and the last word is the last time', async () => {
    const id = await anEvent({ day: '2021-10-25' })
    mustWork(await takePlace.run(await as(teachers[0]!), { id }))
    for (const [at, from] of ['12:20', '14:20', '12:20'].entries())
      mustWork(await changeEvent.run(await head(), { ...form, day: '2021-10-25', from, until: '15:00', id, version: 3 + at }))
    const { rows } = await base.adminPool.query(
      `select params ->> 'when' as at from notices where subject_id = $1 and kind = 'event.moved' and person_id = $2 order by nth`,
      [id, teachers[0]],
    )
    expect(rows.map(({ at }) => at.slice(-11))).toEqual(['12:20–15:00', '14:20–15:00', '12:20–15:00'])
    await cancelEvent.run(await head(), { id, version: 6, cancelReason: 'проверка' })
  })

  test('called off, everybody who was to come is told, and nobody comes any more', async () => {
    const id = await anEvent({ day: '2021-10-19' })
    mustWork(await takePlace.run(await as(teachers[0]!), { id }))
    mustWork(await cancelEvent.run(await head(), { id, version: 3, cancelReason: 'карантин' }))
    const { rows } = await base.adminPool.query(
      `select person_id from notices where subject_id = $1 and kind = 'event.cancelled'`,
      [id],
    )
    expect(rows).toEqual([{ person_id: teachers[0] }])
    expect(refusal(await takePlace.run(await as(teachers[1]!), { id }))?.rule).toBe('event.isCancelled')
  })
})

describe('what others have done meanwhile', () => {
  test('a list that was open while somebody pressed keeps their press; nobody is taken beyond the places by coming', async () => {
    const id = await anEvent({ day: '2021-10-22', places: 2 })
    const [a, b, c] = teachers as [PersonId, PersonId, PersonId]
    for (const one of [a, b]) mustWork(await takePlace.run(await as(one), { id }))
    const shown = (await listOf(id)).map((place) => place.id)
    const ctx = await head('2021-10-22', '10:40')
    const { pressKey } = await inScope(base.db, site.territory.id, async (tx) => (await events.open(tx, ctx, id))!.one)
    for (const one of [b, c]) mustWork(await pressHere.run(await as(one, '2021-10-22', '10:30'), { id, key: pressKey }))
    mustWork(await markPresent.run(ctx, { id, shown, paper: [], was: [], present: shown.slice(0, 1), reason: null }))
    expect((await listOf(id)).map(({ state, present }) => [state, present])).toEqual([
      ['confirmed', true],
      ['confirmed', true],
      ['came', true],
    ])
    mustWork(await changeEvent.run(ctx, { ...form, day: '2021-10-22', places: 2, room: 'Актовый зал', id, version: 3 }))
    const off = { id, version: 4, cancelReason: 'проверка' }
    expect(refusal(await cancelEvent.run(ctx, off))?.rule).toBe('event.someWereThere')
    await base.adminPool.query('update event_places set present = null, known_by = null where event_id = $1', [id])
    mustWork(await cancelEvent.run(ctx, off))
    const late = await markPresent.run(ctx, { id, shown, paper: [], was: [], present: shown, reason: null })
    expect(refusal(late)?.rule).toBe('event.markCancelled')
  })

  test('whoever accepts an offer late stands after those who queued; who has gone elsewhere meanwhile is not moved up', async () => {
    const id = await anEvent({ day: '2021-10-26', places: 1 })
    const [a, b, c] = teachers as [PersonId, PersonId, PersonId]
    mustWork(await offerPlace.run(await head(), { id, personId: c }))
    for (const one of [a, b, c]) mustWork(await takePlace.run(await as(one), { id }))
    const other = await anEvent({ day: '2021-10-26', places: 1 })
    mustWork(await takePlace.run(await as(b), { id: other }))
    mustWork(await giveUpPlace.run(await as(a), { id }))
    expect(await Promise.all([b, c].map((one) => stateOf(id, one)))).toEqual(['waiting', 'confirmed'])
    for (const one of [id, other])
      mustWork(await cancelEvent.run(await head(), { id: one, version: 3, cancelReason: 'проверка' }))
  })
})

describe('what waits', () => {
  const waits = async (person: PersonId, day?: string, time?: string) => {
    const ctx = await as(person, day, time)
    return (await inScope(base.db, site.territory.id, (tx) => tasksOf(tx, ctx)))
      .map(({ what }) => what)
      .filter((what) => what.includes('Встреча'))
  }

  test('a place, the queue, an offer, lessons, marking and the three questions each wait on whom they concern', async () => {
    const id = await anEvent({ title: 'Встреча', day: '2021-10-04', places: 1 })
    const [a, b, c] = teachers.slice(8) as [PersonId, PersonId, PersonId]
    expect(await waits(a)).toEqual(['Можно прийти: «Встреча»'])
    for (const one of [a, b]) mustWork(await takePlace.run(await as(one), { id }))
    mustWork(await offerPlace.run(await head(), { id, personId: c }))
    expect(await waits(a)).toEqual(['Прийти: «Встреча»'])
    expect(await waits(b)).toEqual(['Вы в очереди: «Встреча»'])
    expect(await waits(c)).toEqual(['Решить, придёте ли: «Встреча»'])
    expect(await waits(site.people.head)).toEqual(['Провести: «Встреча»'])
    expect(await waits(site.people.head, '2021-10-04', '13:00')).toEqual(['Отметить, кто был, и закрыть: «Встреча»'])
  })
})

describe('being there', () => {
  test('the list becomes the report on the line: nobody types the number', async () => {
    await base.adminPool.query(
      `update events set state = 'cancelled', cancel_reason = 'проверка' where state in ('draft', 'open')`,
    )
    const id = await anEvent({ places: 10 })
    for (const one of teachers.slice(0, 6)) mustWork(await takePlace.run(await as(one), { id }))
    const day = '2021-10-12'
    const shown = (await listOf(id)).map((place) => place.id)
    const ctx = await head(day, '11:10')
    const sent = { id, shown, paper: [], was: [], present: shown.slice(0, 5), reason: null }
    expect(refusal(await markPresent.run(await head(day, '09:30'), sent))?.rule).toBe('event.markTooEarly')
    for (const twice of await Promise.all([1, 2].map(() => markPresent.run(ctx, sent)))) mustWork(twice)
    const pressed = await as(teachers[6]!, day, '10:30')
    const { pressKey } = await inScope(base.db, site.territory.id, async (tx) => (await events.open(tx, ctx, id))!.one)
    expect(refusal(await pressHere.run(pressed, { id, key: 'чужой' }))?.rule).toBe('event.wrongCode')
    for (const _ of [1, 2]) mustWork(await pressHere.run(pressed, { id, key: pressKey }))
    expect(await stateOf(id, teachers[6]!)).toBe('came')
    const early = { planId, lineKey, base: 0, outcome: 'held' as const, heldOn: day, peopleCount: 11, note: null, files: [] }
    expect(refusal(await recordExecution(await head(day, '12:00'), early))?.rule).toBe('plan.hasOpenEvents')
    expect(
      refusal(await closeEvent.run(await head(day, '10:00'), { id, version: 3, guests: null, guestsAgain: false, note: null }))
        ?.rule,
    ).toBe('event.notOver')
    mustWork(
      await closeEvent.run(ctx, {
        id,
        version: 3,
        guests: 3,
        guestsAgain: false,
        note: null,
        files: [await aCheckedFile('лист.pdf')],
      }),
    )
    const execution = () =>
      inScope(base.db, site.territory.id, async (tx) => (await executionsOf(tx, site.territory.id, planId)).get(lineKey))
    const from = { organisations: 1, schools: 1 }
    expect(await execution()).toMatchObject({ outcome: 'held', heldOn: day, peopleCount: 9, cameFrom: { ...from, people: 6 } })
    const papers = await inScope(base.db, site.territory.id, (tx) => filesOf(tx, site, planId, lineKey))
    expect(papers.map(({ name }) => name)).toEqual(['лист.pdf'])

    const typed = { planId, lineKey, base: 1, outcome: 'held' as const, heldOn: day, peopleCount: 11, note: null, files: [] }
    expect(refusal(await recordExecution(await head(day, '12:00'), typed))?.rule).toBe('plan.peopleAreCounted')
    const off = { ...typed, outcome: 'cancelled' as const, note: 'карантин' }
    expect(refusal(await recordExecution(await head(day, '12:00'), off))?.rule).toBe('plan.peopleAreCounted')

    const later = await head('2021-10-20', '12:00')
    expect(refusal(await markPresent.run(later, { ...sent, was: shown.slice(0, 5), present: shown.slice(0, 4) }))?.rule).toBe(
      'event.correctionNeedsReason',
    )
    mustWork(
      await markPresent.run(later, { ...sent, was: shown.slice(0, 5), present: shown.slice(0, 4), reason: 'не та строка' }),
    )
    expect(await execution()).toMatchObject({ peopleCount: 8, cameFrom: { ...from, people: 5 } })
    const noted = { ...typed, base: 2, peopleCount: 8, note: 'было тесно' }
    mustWork(await recordExecution(later, noted))
    expect(await execution()).toMatchObject({ note: 'было тесно', cameFrom: { ...from, people: 5 } })
    expect(refusal(await markPresent.run(await head('2021-10-27'), { ...sent, reason: 'поздно' }))?.rule).toBe(
      'event.correctedTooLate',
    )

    const answer = { id, useful: '4' as const, tries: 'yes' as const, words: null }
    const there = await as((await listOf(id)).find(({ present }) => present === true)!.personId, '2021-10-13')
    mustWork(await giveAnswers.run(there, answer))
    expect(refusal(await giveAnswers.run(there, answer))?.rule).toBe('event.answeredAlready')
    const away = await as((await listOf(id)).find(({ present }) => present === false)!.personId, '2021-10-13')
    expect(refusal(await giveAnswers.run(away, answer))?.rule).toBe('event.answersOfThosePresent')
    expect(await inScope(base.db, site.territory.id, (tx) => answersOf(tx, ctx, id))).toEqual([
      { useful: 4, tries: 'yes', words: null },
    ])
    const broken = await inScope(base.db, site.territory.id, (tx) => violationsIn(tx, site.territory.code))
    expect(broken.flatMap(({ name, ids }) => (name.startsWith('event.') && ids.length > 0 ? [name] : []))).toEqual([])
  })

  test('what was held by a line is told although a later version of the plan has dropped the line; a line reported by hand takes no events', async () => {
    const other = await aPlanningSite(base.db, luga, '2021-10-01')
    const ctx = async (day: string, time: string) => ({
      ...(await ctxOf(base.db, other.territory, other.people.head, day)),
      now: hour(day, time),
    })
    const plan = await anApprovedPlan(other, luga, [aRow(other, luga), aRow(other, luga, { activity: 'Встреча' })])
    const { rows } = await base.adminPool.query<{ key: string }>(
      `select l.line_key as key from plan_lines l join plan_versions v on v.id = l.version_id where v.plan_id = $1 order by l.position`,
      [plan],
    )
    const [dropped, byHand] = rows.map(({ key }) => key) as [string, string]
    const input = { ...form, places: null }
    const id = mustWork(await planEvent.run(await ctx('2021-10-01', '12:00'), { ...input, id: dropped })) as EventId
    mustWork(await announceEvent.run(await ctx('2021-10-01', '12:00'), { ...input, id, version: 1 }))
    const author = await other.as('head')
    mustWork(await startVersion.run(author, { id: plan, reason: null }))
    const { editVersion: version } = await versionNow(other, plan)
    const rest = [aRow(other, luga, { key: byHand, activity: 'Встреча' })]
    mustWork(await saveLines.run(author, { id: plan, version, lines: rest, reason: null, sameDay: false }))
    await passChain(other, luga, plan)
    mustWork(
      await closeEvent.run(await ctx('2021-10-12', '12:00'), { id, version: 3, guests: 4, guestsAgain: false, note: null }),
    )
    const told = await inScope(base.db, other.territory.id, (tx) => executionsOf(tx, other.territory.id, plan))
    expect(told.get(dropped)).toMatchObject({ outcome: 'held', peopleCount: 4 })
    const typed = {
      planId: plan,
      lineKey: byHand,
      base: 0,
      outcome: 'held' as const,
      heldOn: '2021-10-01',
      peopleCount: 5,
      note: null,
      files: [],
    }
    mustWork(await recordExecution(await ctx('2021-10-01', '12:00'), typed))
    expect(refusal(await planEvent.run(await ctx('2021-10-01', '12:00'), { ...input, id: byHand }))?.rule).toBe(
      'event.lineIsReported',
    )
  })
})
