import { describe, expect, test } from 'vitest'
import {
  asksNow,
  checksAfter,
  isOver,
  type Known,
  lastDayToAnswer,
  mayAnswer,
  mayDescribe,
  outcomeOf,
  waitsForGuide,
  waitsForTrainee,
  wrongAnswer,
  wrongIntroduction,
} from './rules.ts'

const rulesOf = (refusals: readonly { rule: string }[]) => refusals.map(({ rule }) => rule)
const introduced: Known = {
  state: 'introduced',
  introducedOn: '2022-01-10',
  firstCheckOn: '2022-02-09',
  secondCheckOn: '2022-04-10',
  firstOutcome: null,
  secondOutcome: null,
}
const checked: Known = { ...introduced, state: 'checked', firstOutcome: 'introduced' }
const didNotFit: Known = { ...introduced, state: 'checked', firstOutcome: 'didNotFit' }
const described: Known = { ...introduced, state: 'described', introducedOn: null, firstCheckOn: null, secondCheckOn: null }

test('the days of the questions are counted from the day it is written down; the second always comes after the first', () => {
  expect(checksAfter('2022-01-10', { first: 30, second: 90 })).toEqual({
    firstCheckOn: '2022-02-09',
    secondCheckOn: '2022-04-10',
  })
  expect(checksAfter('2022-01-10', { first: 30, second: 30 }).secondCheckOn).toBe('2022-02-10')
  expect(checksAfter('2022-01-10', { first: 30, second: 31 }).secondCheckOn).toBe('2022-02-10')
})

test('it is described from the first day of a traineeship that goes on or was finished', () => {
  const may = (state: Parameters<typeof mayDescribe>[0]['state'], startsOn = '2021-10-01') =>
    rulesOf(mayDescribe({ state, startsOn }, '2021-10-01'))
  for (const state of ['running', 'finished'] as const) expect(may(state)).toEqual([])
  for (const state of ['asked', 'offered', 'agreed', 'left', 'transferred', 'declined'] as const)
    expect(may(state)).toEqual(['adaptation.tooEarly'])
  expect(may('running', '2021-10-02')).toEqual(['adaptation.tooEarly'])
})

test('it is introduced between the first day of the traineeship and today', () => {
  const wrong = (on: string) => rulesOf(wrongIntroduction(on, { startsOn: '2021-10-01', today: '2022-01-10' }))
  expect(wrong('2021-10-01')).toEqual([])
  expect(wrong('2022-01-10')).toEqual([])
  expect(wrong('2021-09-30')).toEqual(['adaptation.introducedTooEarly'])
  expect(wrong('2022-01-11')).toEqual(['adaptation.introducedAhead'])
})

test('that it did not fit is said with why, anything else may be said without', () => {
  expect(rulesOf(wrongAnswer({ outcome: 'didNotFit', why: null }))).toEqual(['adaptation.noWhy'])
  expect(wrongAnswer({ outcome: 'didNotFit', why: 'Мало часов' })).toEqual([])
  expect(wrongAnswer({ outcome: 'introduced', why: null })).toEqual([])
  expect(wrongAnswer({ outcome: 'adapted', why: null })).toEqual([])
})

test('the last word counts', () => {
  expect(outcomeOf(introduced)).toBeNull()
  expect(outcomeOf(checked)).toBe('introduced')
  expect(outcomeOf({ ...checked, secondOutcome: 'adapted' })).toBe('adapted')
})

describe('the question that may be answered', () => {
  const asked = (one: Known, today: string) => asksNow(one, today)?.question ?? null

  test('is the first from its day, the second from its own, whether the first was answered or not', () => {
    expect(asked(described, '2022-05-01')).toBeNull()
    expect(asked(introduced, '2022-02-08')).toBeNull()
    expect(asked(introduced, '2022-02-09')).toBe('first')
    expect(asked(introduced, '2022-04-09')).toBe('first')
    expect(asked(introduced, '2022-04-10')).toBe('second')
    expect(asked(checked, '2022-04-09')).toBeNull()
    expect(asked(checked, '2022-04-10')).toBe('second')
  })

  test('is none once it is over', () => {
    expect(asked(didNotFit, '2022-04-10')).toBeNull()
    expect(asked({ ...checked, state: 'ended', secondOutcome: 'introduced' }, '2022-05-01')).toBeNull()
    expect([described, introduced, checked].map(isOver)).toEqual([false, false, false])
    expect([didNotFit, { ...described, state: 'takenBack' as const }].map(isOver)).toEqual([true, true])
  })

  test('falls away after thirty days, and whoever leads is asked to call for thirty more', () => {
    const waits = (one: Known, today: string) => [waitsForTrainee(one, today)?.question, waitsForGuide(one, today)?.question]
    expect(waits(introduced, '2022-03-10')).toEqual(['first', undefined])
    expect(lastDayToAnswer('2022-02-09')).toBe('2022-03-10')
    expect(waits(introduced, '2022-03-11')).toEqual([undefined, 'first'])
    expect(waits(introduced, '2022-04-09')).toEqual([undefined, 'first'])
    expect(waits(introduced, '2022-04-10')).toEqual(['second', undefined])
    expect(waits(introduced, '2022-05-09')).toEqual(['second', undefined])
    expect(waits(introduced, '2022-05-10')).toEqual([undefined, 'second'])
    expect(waits(introduced, '2022-06-08')).toEqual([undefined, 'second'])
    expect(waits(introduced, '2022-06-09')).toEqual([undefined, undefined])
    expect(asked(introduced, '2022-06-09'), 'it may be answered late all the same').toBe('second')
  })
})

test('before its day a question has no answer, after the second the first has none any more', () => {
  const may = (one: Known, question: 'first' | 'second', today: string) => rulesOf(mayAnswer(one, question, today))
  expect(may(introduced, 'first', '2022-02-08')).toEqual(['adaptation.notAskedYet'])
  expect(may(introduced, 'first', '2022-02-09')).toEqual([])
  expect(may(introduced, 'second', '2022-04-09')).toEqual(['adaptation.notAskedYet'])
  expect(may(introduced, 'second', '2022-04-10')).toEqual([])
  expect(may(introduced, 'first', '2022-04-10')).toEqual(['adaptation.askedAgain'])
  expect(may(didNotFit, 'second', '2022-04-10')).toEqual(['adaptation.isOver'])
})
