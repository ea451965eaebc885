import { expect, test } from 'vitest'
import { hostsRaised } from './hosts.ts'

test('a rule nothing acted on goes with its notes, a criterion gets the clause of its rule, no category is none', () => {
  const older = {
    legalForm: { clause: ['1.5'], unchanged: true },
    provisions: { legalForm: { state: 'said', sentence: 'Так' }, joint: { state: 'forbidden', clause: ['2'] } },
    eligibility: { clause: ['3'], all: [{ code: 'a', text: 'Опыт', evidence: 'file' }], atLeast: null },
    examples: [
      { kind: 'head', category: 'none' },
      { kind: 'head', category: 'first' },
    ],
  }
  const today = {
    provisions: { joint: { state: 'forbidden', clause: ['2'] } },
    eligibility: { clause: ['3'], all: [{ code: 'a', text: 'Опыт', evidence: 'file', clause: ['3'] }], atLeast: null },
    examples: [
      { kind: 'head', category: null },
      { kind: 'head', category: 'first' },
    ],
  }
  expect(hostsRaised(older)).toEqual(today)
  expect(hostsRaised(today)).toEqual(today)
  expect([hostsRaised(null), hostsRaised([1])]).toEqual([null, [1]])
})
