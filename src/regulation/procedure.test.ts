import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../kernel/types.ts'
import {
  type Acting,
  type Decision,
  deadEnds,
  dueOn,
  ofSilence,
  outcomeOf,
  outcomeOfMeeting,
  placeAfter,
  type Step,
  timeWords,
  type Vote,
  voteProblems,
} from './procedure.ts'

test('one speaks for all, each is asked, more than half decide', () => {
  const of = (how: Step['how'], asked: number, yes: number, no: number) => outcomeOf(how, { asked, yes, no })
  expect([of('one', 3, 0, 0), of('one', 3, 1, 0), of('one', 3, 0, 1)]).toEqual([null, 'passed', 'returned'])
  expect([of('all', 3, 2, 0), of('all', 3, 3, 0), of('all', 3, 2, 1)]).toEqual([null, 'passed', 'returned'])
  expect([of('majority', 4, 2, 0), of('majority', 4, 3, 0), of('majority', 4, 1, 1)]).toEqual([null, 'passed', null])
  expect([of('majority', 4, 1, 2), of('majority', 3, 0, 1), of('majority', 3, 0, 2)]).toEqual(['returned', null, 'returned'])
  expect(of('majority', 0, 0, 0)).toBeNull()
})

test('a meeting decides nothing below its quorum and by its own majority above it', () => {
  const vote = { members: 9, quorum: 6 }
  expect(outcomeOfMeeting({ ...vote, majority: 'present' }, { present: 5, inFavour: 5 })).toBeNull()
  expect(outcomeOfMeeting({ ...vote, majority: 'present' }, { present: 6, inFavour: 4 })).toBe('passed')
  expect(outcomeOfMeeting({ ...vote, majority: 'present' }, { present: 6, inFavour: 3 })).toBe('returned')
  expect(outcomeOfMeeting({ ...vote, majority: 'members' }, { present: 6, inFavour: 4 })).toBe('returned')
  expect(outcomeOfMeeting({ ...vote, majority: 'members' }, { present: 6, inFavour: 5 })).toBe('passed')
  expect(outcomeOfMeeting({ ...vote, majority: 'twoThirds' }, { present: 6, inFavour: 4 })).toBe('passed')
  expect(outcomeOfMeeting({ ...vote, majority: 'twoThirds' }, { present: 7, inFavour: 4 })).toBe('returned')
})

const council: Vote = { members: 9, quorum: 6, majority: 'present' }
const parties: Readonly<Record<string, Acting>> = {
  authority: { name: 'Управление', people: false, vote: null },
  council: { name: 'Совет', people: false, vote: council },
  organisation: { name: 'руководитель организации', people: false, vote: null },
  mentor: { name: 'наставник', people: true, vote: null },
}
const partyOf = (code: string): Acting | null => parties[code] ?? null
const step = (more: Partial<Step> = {}): Step => ({
  ...{ act: 'agree', by: 'authority', how: 'one', caption: 'Согласует', clause: ['1'] },
  ...{ due: null, silence: 'nothing', onRefusal: null },
  ...more,
})

test('a day of a step is counted in days, in working days, in months; without one there is none', () => {
  const from: Day = '2021-12-30'
  const of = (count: number, unit: 'day' | 'workingDay' | 'month') => dueOn(step({ due: { count, unit } }), from)
  expect([of(5, 'day'), of(1, 'workingDay'), of(2, 'month')]).toEqual(['2022-01-04', '2022-01-10', '2022-02-28'])
  expect(dueOn(step(), from)).toBeNull()
  expect(timeWords(step())).toBe('')
  expect(timeWords(step({ due: { count: 10, unit: 'workingDay' }, silence: 'consent' }))).toBe(
    'срок — 10 рабочих дней, молчание — согласие',
  )
  expect(timeWords(step({ due: { count: 1, unit: 'month' } }))).toBe('срок — 1 месяц')
})

test('a yes leads on and at last to the end, a refusal back to whoever prepares or to the step the paper names', () => {
  const steps = [step(), step(), step({ onRefusal: 1 })]
  expect([0, 1, 2].map((at) => placeAfter(steps, at, 'passed'))).toEqual([1, 2, 'end'])
  expect([0, 2].map((at) => placeAfter(steps, at, 'returned'))).toEqual(['back', 0])
})

test('a dead end is named with its step', () => {
  const found = (more: Partial<Step>) => deadEnds([step(more)], partyOf)
  expect(found({ how: 'meeting' })).toEqual([
    'шаг 1 «Согласует»: Управление решает на заседании, а сколько членов и какой нужен кворум, не сказано',
  ])
  expect(deadEnds([step(), step({ by: 'council' })], partyOf)).toEqual(['шаг 2 «Согласует»: Совет решает только на заседании'])
  expect(found({ how: 'majority' })).toEqual([
    'шаг 1 «Согласует»: Управление — одна сторона: спросить «каждого» или «большинство» некого',
  ])
  expect(found({ onRefusal: 1 })).toEqual([
    'шаг 1 «Согласует»: при отказе возвращают на шаг 1, а вернуть можно только на более ранний',
  ])
  expect(found({ silence: 'consent' })).toEqual([
    'шаг 1 «Согласует»: сказано, что значит молчание, а срока, после которого оно наступает, нет',
  ])
  expect(found({ by: 'mentor', how: 'all' })).toEqual([])
  expect(found({ by: 'organisation', how: 'all' })).toEqual([])
  expect(deadEnds([step({ by: 'council', how: 'meeting' }), step({ onRefusal: 1 })], partyOf)).toEqual([])
})

test('whatever body can gather can decide either way, so that no step without a dead end is one', () => {
  const votes = fc.record({
    members: fc.integer({ min: 1, max: 40 }),
    quorum: fc.integer({ min: 1, max: 45 }),
    majority: fc.constantFrom('present' as const, 'members' as const, 'twoThirds' as const),
  })
  fc.assert(
    fc.property(votes, (vote) => {
      const all = { present: vote.members, inFavour: vote.members }
      const canGather = voteProblems(vote).length === 0
      expect(outcomeOfMeeting(vote, all)).toBe(canGather ? 'passed' : null)
      expect(outcomeOfMeeting(vote, { ...all, inFavour: 0 })).toBe(canGather ? 'returned' : null)
    }),
  )
})

const anyStep = fc
  .record({
    by: fc.constantFrom(...Object.keys(parties)),
    how: fc.constantFrom('one' as const, 'all' as const, 'majority' as const, 'meeting' as const),
    due: fc.option(
      fc.record({ count: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom('day' as const, 'workingDay' as const) }),
    ),
    silence: fc.constantFrom('nothing' as const, 'consent' as const, 'refusal' as const),
    onRefusal: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  .map(step)
/** What the people of a step say, one after another, or that they say nothing. */
const mood = fc.constantFrom('yes' as const, 'no' as const, 'nothing' as const)

/** What a step comes to when its people are of one mind; null where it waits for ever, which only silence without a meaning does. */
function decided(at: Step, said: 'yes' | 'no' | 'nothing', people: number): Decision | null {
  if (said === 'nothing') return at.due === null ? null : ofSilence(at)
  if (at.how === 'meeting') {
    const { vote } = parties[at.by]!
    return vote && outcomeOfMeeting(vote, { present: vote.members, inFavour: said === 'yes' ? vote.members : 0 })
  }
  for (let voices = 1; voices <= people; voices++) {
    const outcome = outcomeOf(at.how, { asked: people, yes: said === 'yes' ? voices : 0, no: said === 'no' ? voices : 0 })
    if (outcome) return outcome
  }
  return null
}

test('a random procedure is refused with its step and a reason, or its parties walk it to its end, whatever was said and left unsaid before', () => {
  const ways = fc.record({
    steps: fc.array(anyStep, { minLength: 1, maxLength: 5 }),
    moods: fc.array(mood, { maxLength: 30 }),
    people: fc.integer({ min: 1, max: 7 }),
  })
  let walked = 0
  fc.assert(
    fc.property(ways, ({ steps, moods, people }) => {
      const refused = deadEnds(steps, partyOf)
      if (refused.length > 0) {
        for (const reason of refused) expect(reason).toMatch(/^шаг [1-5] «Согласует»: .{10,}/)
        return
      }
      walked++
      let place: number | 'end' | 'back' = 0
      const say = (said: 'yes' | 'no' | 'nothing') => {
        if (place === 'end') return
        // Whoever prepares sends it again.
        const at: number = place === 'back' ? 0 : place
        const outcome = decided(steps[at]!, said, people)
        place = outcome === null ? at : placeAfter(steps, at, outcome)
        if (typeof place === 'number') expect(steps[place]).toBeDefined()
      }
      for (const said of moods) say(said)
      for (let left = 0; left <= steps.length; left++) say('yes')
      expect(place).toBe('end')
    }),
    { numRuns: 2000 },
  )
  expect(walked).toBeGreaterThan(20)
})
