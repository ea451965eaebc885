import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Acting, deadEnds, outcomeOfMeeting, type Step, type Vote, voteProblems } from './procedure.ts'

test('a meeting decides nothing below its quorum and by its own majority above it', () => {
  const vote = { members: 9, quorum: 6 }
  expect(outcomeOfMeeting({ ...vote, majority: 'present' }, { present: 5, inFavour: 5 })).toBe('nothing')
  expect(outcomeOfMeeting({ ...vote, majority: 'present' }, { present: 6, inFavour: 4 })).toBe('passed')
  expect(outcomeOfMeeting({ ...vote, majority: 'present' }, { present: 6, inFavour: 3 })).toBe('returned')
  expect(outcomeOfMeeting({ ...vote, majority: 'members' }, { present: 6, inFavour: 4 })).toBe('returned')
  expect(outcomeOfMeeting({ ...vote, majority: 'members' }, { present: 6, inFavour: 5 })).toBe('passed')
  expect(outcomeOfMeeting({ ...vote, majority: 'twoThirds' }, { present: 6, inFavour: 4 })).toBe('passed')
  expect(outcomeOfMeeting({ ...vote, majority: 'twoThirds' }, { present: 7, inFavour: 4 })).toBe('returned')
})

const council: Vote = { members: 9, quorum: 6, majority: 'present' }
const parties: Readonly<Record<string, Acting>> = {
  authority: { name: 'Управление', vote: null },
  council: { name: 'Совет', vote: council },
}
const partyOf = (code: string): Acting | null => parties[code] ?? null
const step = (more: Partial<Step> = {}): Step => ({
  ...{ by: 'authority', how: 'one', caption: 'Согласует', clause: ['1'] },
  ...more,
})

test('a dead end is named with its step', () => {
  expect(deadEnds([step({ how: 'meeting' })], partyOf)).toEqual([
    'шаг 1 «Согласует»: Управление решает на заседании, а сколько членов и какой нужен кворум, не сказано',
  ])
  expect(deadEnds([step(), step({ by: 'council' })], partyOf)).toEqual(['шаг 2 «Согласует»: Совет решает только на заседании'])
  expect(deadEnds([step({ by: 'council', how: 'meeting' }), step()], partyOf)).toEqual([])
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
      expect(outcomeOfMeeting(vote, all)).toBe(canGather ? 'passed' : 'nothing')
      expect(outcomeOfMeeting(vote, { ...all, inFavour: 0 })).toBe(canGather ? 'returned' : 'nothing')
    }),
  )
})
