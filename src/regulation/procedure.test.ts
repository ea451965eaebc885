import { expect, test } from 'vitest'
import { type Acting, deadEnds, type Step } from './procedure.ts'

const parties: Readonly<Record<string, Acting>> = {
  authority: { name: 'Управление', people: false, vote: null },
  council: { name: 'Совет', people: false, vote: { members: 9, quorum: 6, majority: 'present' } },
  mentor: { name: 'наставник', people: true, vote: null },
}
const partyOf = (code: string): Acting | null => parties[code] ?? null
const step = (more: Partial<Step> = {}): Step => ({
  ...{ by: 'authority', how: 'one', caption: 'Согласует', due: null, silence: 'nothing', onRefusal: null, clause: ['1'] },
  ...more,
})

test('a dead end is named with its step', () => {
  expect(deadEnds([step({ how: 'meeting' })], partyOf)).toHaveLength(1)
  expect(deadEnds([step({ by: 'council', how: 'meeting' })], partyOf)).toEqual([])
  expect(deadEnds([step({ how: 'all' })], partyOf)).toHaveLength(1)
  expect(deadEnds([step({ by: 'mentor', how: 'all' })], partyOf)).toEqual([])
  expect(deadEnds([step({ silence: 'consent' })], partyOf)).toHaveLength(1)
  expect(deadEnds([step({ onRefusal: 1 })], partyOf)).toHaveLength(1)
  expect(deadEnds([step(), step({ onRefusal: 1 })], partyOf)).toEqual([])
})
