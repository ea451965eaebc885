// Proves X-E1: of each true change people are told, also of several on one day.
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { ctxOf } from '../../../test/factory.ts'
import type { EventId, PersonId } from '../../kernel/types.ts'
import { giveUpPlace, offerPlace, releasePerson, takePlace } from './deeds/come.ts'

const base = ownDatabase()
const here = eventsOfASite(base)
const { as, at, head, anEvent, aTeacher } = here

const by = async (person: PersonId) => ({ ...(await ctxOf(base.db, here.site.territory, person, '2021-10-01')), now: here.now() })
const take = async (id: EventId, person: PersonId) => mustWork(await takePlace.run(await by(person), { id }))
const leave = async (id: EventId, person: PersonId) => mustWork(await giveUpPlace.run(await by(person), { id }))
const told = async (id: EventId, person: PersonId) =>
  (
    await base.adminPool.query<{ kind: string }>(
      'select kind from notices where subject_id = $1 and person_id = $2 order by id',
      [id, person],
    )
  ).rows.map(({ kind }) => kind.replace('event.', ''))

test('let go, not let go and let go again: three answers are told, one given twice is told once', async () => {
  at('2021-10-01', '12:00')
  const [id, person] = [await anEvent(), await aTeacher()]
  await take(id, person)
  const { rows } = await base.adminPool.query<{ id: string }>('select id from event_places where event_id = $1', [id])
  for (const answer of ['yes', 'yes', 'no', 'yes'] as const)
    mustWork(await releasePerson.run(await head(), { id, version: 2, place: rows[0]!.id as never, answer }))
  expect(await told(id, person)).toEqual(['released', 'notReleased', 'released'])
})

test('sent again after a no, a person is told again', async () => {
  at('2021-10-01', '12:00')
  const [id, personId] = [await anEvent({ day: '2021-10-13' }), await aTeacher()]
  for (const _ of [1, 2]) {
    mustWork(await offerPlace.run(await head(), { id, version: 2, personId }))
    await leave(id, personId)
  }
  expect(await told(id, personId)).toEqual(['offered', 'offered'])
})

test('whoever moves up, gives the place up, waits and moves up again is told of both', async () => {
  at('2021-10-01', '12:00')
  const id = await anEvent({ day: '2021-10-14', places: 1 })
  const [first, second] = [await aTeacher(), await aTeacher()]
  await take(id, first)
  await take(id, second)
  await leave(id, first)
  await take(id, first)
  await leave(id, second)
  await take(id, second)
  await leave(id, first)
  expect(await told(id, second)).toEqual(['movedUp', 'movedUp'])
  expect(await told(id, first)).toEqual(['movedUp'])
})

test('a full event says on its own page that only the queue is left', async () => {
  at('2021-10-01', '12:00')
  const id = await anEvent({ day: '2021-10-15', places: 1 })
  const [first, second] = [await aTeacher(), await aTeacher()]
  const state = async () => /Открыта запись|Запись в очередь/.exec((await as(second).get(`/events/${id}`)).text)?.[0]
  expect(await state()).toBe('Открыта запись')
  await take(id, first)
  expect(await state()).toBe('Запись в очередь')
})
