import { describe, expect, test } from 'vitest'
import { lenobl } from '../../../test/regulations.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { EventState } from './machine.ts'
import {
  answerIsOpen,
  correctsFor,
  freePlaces,
  headsTheirs,
  holdsPlace,
  letGoBy,
  mayAnswer,
  mayBeAdded,
  mayCallOff,
  mayClose,
  mayCorrect,
  mayMark,
  mayPlanOn,
  mayPress,
  mayStillCome,
  mayTakePlace,
  mayWrite,
  movedUp,
  notElsewhere,
  noteWith,
  type Planned,
  placeFor,
  placeInQueue,
  retimed,
  takesNoPlace,
  wrongEvent,
  wrongWay,
} from './rules.ts'

const at = (time: string) => new Date(`2021-10-21T${time}:00Z`)
const places = (more: Partial<Parameters<typeof freePlaces>[0]> = {}) => ({
  ...{ places: 8, keptPlaces: 5, keptUntil: '2021-10-14', confirmed: 3, ofAttached: 0 },
  ...more,
})
const rules = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule)

describe('places', () => {
  test('kept ones are for the attached until the end of their day, then for everybody', () => {
    expect(freePlaces(places(), false, '2021-10-14')).toBe(0)
    expect(freePlaces(places(), false, '2021-10-15')).toBe(5)
    expect(freePlaces(places(), true, '2021-10-14')).toBe(5)
  })
  test('what the attached have taken is no longer kept', () => {
    expect(freePlaces(places({ confirmed: 6, ofAttached: 4 }), false, '2021-10-10')).toBe(1)
    expect(freePlaces(places({ confirmed: 7, ofAttached: 5 }), false, '2021-10-10')).toBe(1)
    expect(freePlaces(places({ confirmed: 8, ofAttached: 5 }), true, '2021-10-10')).toBe(0)
  })
  test('without a number there is room for everybody', () => {
    expect(
      freePlaces(places({ places: null, keptPlaces: null, keptUntil: null, confirmed: 900 }), false, '2021-10-10'),
    ).toBeNull()
    expect(placeFor(places({ places: null, keptPlaces: null, keptUntil: null }), false, '2021-10-10')).toBe('take')
  })
  test('the last one is taken, the next one waits', () => {
    expect(placeFor(places({ confirmed: 7, keptPlaces: null, keptUntil: null }), false, '2021-10-10')).toBe('take')
    expect(placeFor(places({ confirmed: 8, keptPlaces: null, keptUntil: null }), false, '2021-10-10')).toBe('queue')
  })
  test('the queue moves up in its order; who may not take a kept place lets the next one pass', () => {
    const queue = [
      { name: 'чужой', attached: false },
      { name: 'свой', attached: true },
      { name: 'второй чужой', attached: false },
    ]
    const one = places({ places: 4, keptPlaces: 1, keptUntil: '2021-10-14', confirmed: 3, ofAttached: 0 })
    expect(movedUp(one, queue, '2021-10-10').map(({ name }) => name)).toEqual(['свой'])
    expect(movedUp(one, queue, '2021-10-15').map(({ name }) => name)).toEqual(['чужой'])
    expect(movedUp({ ...one, places: 6 }, queue, '2021-10-15').map(({ name }) => name)).toEqual(['чужой', 'свой', 'второй чужой'])
    expect(movedUp({ ...one, places: 3 }, queue, '2021-10-15')).toEqual([])
  })
  test('one of the attached who moves up takes a kept place, so the next free one is not kept for them any more', () => {
    const two = places({ places: 5, keptPlaces: 1, keptUntil: '2021-10-14', confirmed: 3, ofAttached: 0 })
    const queue = [{ attached: true }, { attached: false }, { attached: false }]
    expect(movedUp(two, queue, '2021-10-10')).toEqual([queue[0], queue[1]])
    const others = [{ attached: false }, { attached: false }, { attached: true }]
    expect(movedUp(two, others, '2021-10-10')).toEqual([others[0], others[2]])
  })
  test('who has a place or waits for one holds it; who was asked, went away or was there does not', () => {
    const states = ['offered', 'confirmed', 'waiting', 'declined', 'withdrawn', 'came'] as const
    expect(states.filter(holdsPlace)).toEqual(['confirmed', 'waiting'])
  })
  test('a number in the queue counts those before and oneself', () => {
    expect(placeInQueue([{ number: 4 }, { number: 7 }, { number: 9 }], 7)).toBe(2)
  })
})

describe('coming', () => {
  const open = { state: 'open' as const, startsAt: at('03:20'), endsAt: at('04:05') }
  test('is possible until the beginning of what is announced', () => {
    expect(mayStillCome(open, at('03:19'))).toEqual([])
    expect(rules(mayStillCome(open, at('03:20')))).toEqual(['event.hasBegun'])
    expect(rules(mayStillCome({ ...open, state: 'draft' }, at('03:00')))).toEqual(['event.notOpen'])
    expect(rules(mayStillCome({ ...open, state: 'cancelled' }, at('03:00')))).toEqual(['event.isCancelled'])
    expect(rules(mayStillCome({ ...open, state: 'closed' }, at('03:00')))).toEqual(['event.isOver'])
  })
  test('is for others than whoever heads the site', () => {
    expect(rules(mayTakePlace(true))).toEqual(['event.own'])
    expect(mayTakePlace(false)).toEqual([])
  })
  test('nor is whoever heads it added to the list', () => {
    expect(rules(mayBeAdded(true))).toEqual(['event.headsIts'])
    expect(mayBeAdded(false)).toEqual([])
  })
  test('lessons are answered about by whoever heads the organisation of the place', () => {
    const [own, other] = ['own', 'other'] as unknown as OrganisationId[]
    const ctx = { actor: { headsOrganisations: [own!] } }
    expect([own!, other!, null].map((organisationId) => headsTheirs(ctx, { organisationId }))).toEqual([true, false, false])
  })
  test('an order of the school is about those who have a place and were let go by whoever makes it', () => {
    const [own, other] = ['own', 'other'] as unknown as OrganisationId[]
    const ctx = { actor: { headsOrganisations: [own!] } }
    const place = { organisationId: own!, state: 'confirmed', released: true } as const
    expect(letGoBy(ctx, place)).toBe(true)
    expect(letGoBy(ctx, { ...place, released: null })).toBe(false)
    expect(letGoBy(ctx, { ...place, released: false })).toBe(false)
    expect(letGoBy(ctx, { ...place, state: 'waiting' })).toBe(false)
    expect(letGoBy(ctx, { ...place, organisationId: other! })).toBe(false)
  })
  test('at another hour is another time, in another room is not', () => {
    expect(retimed(open, open)).toBe(false)
    expect(retimed(open, { ...open, endsAt: at('04:06') })).toBe(true)
    expect(retimed(open, { ...open, startsAt: at('03:21') })).toBe(true)
  })
  test('is refused where one is elsewhere at that time', () => {
    expect(notElsewhere([])).toEqual([])
    expect(notElsewhere([{ title: 'Семинар' }])[0]).toMatchObject({ rule: 'event.clash', params: { title: 'Семинар' } })
  })
  test('one’s own press counts from half an hour before until an hour after', () => {
    expect(rules(mayPress(open, at('02:49')))).toEqual(['event.pressTooEarly'])
    expect(mayPress(open, at('02:50'))).toEqual([])
    expect(mayPress(open, at('05:05'))).toEqual([])
    expect(rules(mayPress(open, at('05:06')))).toEqual(['event.pressTooLate'])
    expect(rules(mayPress({ ...open, state: 'closed' }, at('04:00')))).toEqual(['event.isOver'])
  })
  test('a list is taken from half an hour before, however late it comes from a telephone, but not of what was called off', () => {
    expect(rules(mayMark(open, at('02:49')))).toEqual(['event.markTooEarly'])
    expect(mayMark(open, at('02:50'))).toEqual([])
    expect(mayMark({ ...open, state: 'closed' }, at('23:00'))).toEqual([])
    expect(rules(mayMark({ ...open, state: 'cancelled' }, at('04:00')))).toEqual(['event.markCancelled'])
    expect(rules(mayMark({ ...open, state: 'draft' }, at('04:00')))).toEqual(['event.notOpen'])
  })
})

describe('planning', () => {
  const given: Planned = {
    ...{ day: '2021-10-21', startsAt: at('03:20'), endsAt: at('04:05'), room: 'Каб. 12', link: null },
    ...{ places: 8, keptPlaces: 5, keptUntil: '2021-10-14' },
  }
  const about = { within: { from: '2021-09-01', to: '2022-08-31' }, confirmed: 0, today: '2021-10-01' }
  const wrong = (more: Partial<Planned>, where: Partial<typeof about> = {}) =>
    rules(wrongEvent({ ...given, ...more }, { ...about, ...where }))

  test('a whole one is right', () => expect(wrong({})).toEqual([]))
  test('lies within the plan', () => {
    expect(wrong({ day: '2021-08-31', keptPlaces: null, keptUntil: null }, { today: '2021-08-31' })).toEqual([
      'event.outsidePlan',
    ])
    expect(wrong({ day: '2022-09-01' })).toEqual(['event.outsidePlan'])
    expect(wrong({ day: '2022-08-31' })).toEqual([])
    expect(rules(wrongEvent(given, { ...about, within: null }))).toEqual(['event.outsidePlan'])
    const said = (within: { from: string; to: string | null } | null) =>
      wrongEvent({ ...given, day: '2021-08-01', keptPlaces: null, keptUntil: null }, { ...about, within, today: '2021-08-01' })
    const outside = (from: string, to: string) => [{ rule: 'event.outsidePlan', field: 'day', params: { from, to } }]
    expect(said(about.within)).toMatchObject(outside('01.09.2021', '31.08.2022'))
    expect(said({ from: '2021-09-01', to: null })).toMatchObject(outside('01.09.2021', ''))
    expect(said(null)).toMatchObject(outside('', ''))
  })
  test('ends after it begins, somewhere', () => {
    expect(wrong({ endsAt: at('03:20') })).toEqual(['event.endsBeforeStart'])
    expect(wrong({ room: null })).toEqual(['event.needsPlace'])
    expect(wrong({ room: null, link: 'https://example.org' })).toEqual([])
  })
  test('has places for those who have one, keeps no more than there are, and not to the day itself', () => {
    expect(wrong({}, { confirmed: 8 })).toEqual([])
    expect(wrong({}, { confirmed: 9 })).toEqual(['event.placesBelowTaken'])
    expect(wrong({ keptPlaces: 9 })).toEqual(['event.keptAbovePlaces'])
    expect(wrong({ places: null })).toEqual(['event.keptAbovePlaces'])
    const lacking = (more: Partial<Planned>) => wrongEvent({ ...given, ...more }, about)
    expect(lacking({ keptUntil: null })).toMatchObject([{ rule: 'event.keptNeedsDay', field: 'keptUntil' }])
    expect(lacking({ keptPlaces: null })).toMatchObject([{ rule: 'event.keptNeedsDay', field: 'keptPlaces' }])
    expect(wrong({ keptUntil: '2021-10-21' })).toEqual(['event.keptTooLong'])
    expect(wrong({ keptUntil: '2021-10-20' })).toEqual([])
  })
  test('may be written down a fortnight after', () => {
    expect(wrong({}, { today: '2021-11-04' })).toEqual([])
    expect(wrong({}, { today: '2021-11-05' })).toEqual(['event.longAgo'])
  })
})

describe('afterwards', () => {
  const held = { endsAt: at('03:20'), places: 8 }
  test('it is closed when it is over, with somebody there', () => {
    const one = { present: 7, guests: 0, guestsAgain: false }
    expect(rules(mayClose(held, one, at('03:19')))).toEqual(['event.notOver'])
    expect(mayClose(held, one, at('03:20'))).toEqual([])
    expect(rules(mayClose(held, { ...one, present: 0 }, at('04:00')))).toEqual(['event.nobodyMarked'])
    expect(mayClose(held, { ...one, present: 0, guests: 1 }, at('04:00'))).toEqual([])
  })
  test('more guests than three times the places are asked about once more', () => {
    const many = { present: 7, guests: 25, guestsAgain: false }
    expect(rules(mayClose(held, many, at('04:00')))).toEqual(['event.manyGuests'])
    expect(mayClose(held, { ...many, guests: 24 }, at('04:00'))).toEqual([])
    expect(mayClose(held, { ...many, guestsAgain: true }, at('04:00'))).toEqual([])
    expect(mayClose({ ...held, places: null }, many, at('04:00'))).toEqual([])
  })
  test('the list is corrected for a fortnight, with a reason', () => {
    expect(mayCorrect(null, '2021-10-21')).toEqual([])
    expect(mayCorrect('2021-10-21', '2021-11-04')).toEqual([])
    expect(rules(mayCorrect('2021-10-21', '2021-11-05'))).toEqual(['event.correctedTooLate'])
    expect(correctsFor(null, null)).toEqual([])
    expect(rules(correctsFor('2021-10-21', ' '))).toEqual(['event.correctionNeedsReason'])
    expect(correctsFor('2021-10-21', 'не та строка')).toEqual([])
  })
  test('only those who were there answer, once', () => {
    expect(mayAnswer({ present: true, answered: false })).toEqual([])
    expect(rules(mayAnswer({ present: null, answered: false }))).toEqual(['event.answersOfThosePresent'])
    expect(rules(mayAnswer({ present: false, answered: false }))).toEqual(['event.answersOfThosePresent'])
    expect(rules(mayAnswer({ present: true, answered: true }))).toEqual(['event.answeredAlready'])
  })
})

test('a line reported by hand as held takes no events; one that was put off, or held by lists, does', () => {
  expect(rules(mayPlanOn({ outcome: 'held', heldByLists: false }))).toEqual(['event.lineIsReported'])
  expect(mayPlanOn({ outcome: 'held', heldByLists: true })).toEqual([])
  expect(mayPlanOn({ outcome: 'cancelled', heldByLists: false })).toEqual([])
  expect(mayPlanOn({ outcome: null, heldByLists: false })).toEqual([])
})

test('the note of an event is said once in the report of its line', () => {
  expect(noteWith(null, null)).toBeNull()
  expect(noteWith('Были все', null)).toBe('Были все')
  expect(noteWith(null, 'Прошло в актовом зале')).toBe('Прошло в актовом зале')
  expect(noteWith('Были все', 'Прошло в актовом зале')).toBe('Были все. Прошло в актовом зале')
  expect(noteWith('Были все. Прошло в актовом зале', 'Были все')).toBe('Были все. Прошло в актовом зале')
})

test('whoever comes keeps the place they have; everybody else is written down as having come', () => {
  expect((['confirmed', 'came', 'waiting', 'offered', 'declined', 'withdrawn', undefined] as const).map(takesNoPlace)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    true,
  ])
})

test('what somebody was at is closed, not called off', () => {
  expect(mayCallOff(0)).toEqual([])
  expect(mayCallOff(1)).toEqual([{ code: 'rule', rule: 'event.someWereThere', params: { present: 1 } }])
})

test('the page of an answer is there until the beginning, for whoever has a place until the end', () => {
  const [startsAt, endsAt] = [new Date('2021-10-12T07:20:00Z'), new Date('2021-10-12T08:05:00Z')]
  const open = (state: 'draft' | 'open' | 'cancelled', place: 'offered' | 'confirmed', now: string) =>
    answerIsOpen({ state, startsAt, endsAt }, place, new Date(`2021-10-12T${now}Z`))
  expect([open('open', 'offered', '07:19:59'), open('open', 'offered', '07:20:00')]).toEqual([true, false])
  expect([open('open', 'confirmed', '08:04:59'), open('open', 'confirmed', '08:05:00')]).toEqual([true, false])
  expect([open('cancelled', 'confirmed', '07:19:59'), open('cancelled', 'confirmed', '07:20:00')]).toEqual([true, false])
  expect(open('draft', 'confirmed', '07:00:00')).toBe(false)
})

describe('at a distance (R-22v)', () => {
  const only = { ...lenobl, remoteWork: { ...lenobl.remoteWork!, only: true } }
  const webinar = only.forms.catalogue.find(({ remote }) => remote)!.code
  const link = 'https://example.org'
  const way = (form: string | null, room: string | null, at: string | null, regulation: Regulation = only) =>
    wrongWay(regulation, form, { room, link: at }).map(({ rule, field }) => [rule, field])

  test('where sites work at a distance alone an event has a link and no room; elsewhere either', () => {
    expect(way(webinar, null, link)).toEqual([])
    expect(way(webinar, 'Каб. 12', link)).toEqual([['event.onlyRemote', 'room']])
    expect(way(webinar, null, null)).toEqual([['event.onlyRemote', 'link']])
    expect(way(null, 'Каб. 12', null)).toEqual([])
    expect(way(webinar, 'Каб. 12', null, lenobl)).toEqual([])
  })

  test('the site writes to those who come where the paper knows work at a distance, once there is anything to come to', () => {
    const rules = (state: EventState, regulation: Regulation = lenobl) => mayWrite(state, regulation).map(({ rule }) => rule)
    expect([rules('open'), rules('closed')]).toEqual([[], []])
    expect([rules('draft'), rules('cancelled')]).toEqual([['event.notOpen'], ['event.isCancelled']])
    expect(rules('open', { ...lenobl, remoteWork: null })).toEqual(['event.noLetters'])
  })
})
