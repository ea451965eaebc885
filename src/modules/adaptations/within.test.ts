import { expect, test } from 'vitest'
import { adaptationsOf } from './within.ts'

const none = {
  introducedOn: null,
  firstOutcome: null,
  firstWhy: null,
  firstOn: null,
  secondOutcome: null,
  secondWhy: null,
  secondOn: null,
}
const began = { ...none, introducedOn: '2022-01-10' }
const first = { ...began, firstOutcome: 'adapted' as const, firstWhy: 'Короче', firstOn: '2022-02-09' }
const second = { ...first, secondOutcome: 'didNotFit' as const, secondWhy: 'Мало часов', secondOn: '2022-04-10' }

test('of these days the last answer counts, and only what happened in them', () => {
  const of = (from: string, to: string) => adaptationsOf([began, first, second], { from, to })
  expect(of('2022-01-10', '2022-04-10')).toEqual({
    introduced: 3,
    outcomes: { introduced: 0, adapted: 1, didNotFit: 1 },
    reasons: ['Мало часов'],
  })
  expect(of('2022-01-11', '2022-04-09')).toEqual({
    introduced: 0,
    outcomes: { introduced: 0, adapted: 2, didNotFit: 0 },
    reasons: [],
  })
  expect(of('2022-04-11', '2022-05-01')).toBeNull()
  expect(adaptationsOf([{ ...none }], { from: '2022-01-01', to: null })).toBeNull()
})
