import { describe, expect, test } from 'vitest'
import { returning, wrongMeeting } from './rules.ts'

test('a return says what to mend', () => {
  expect([null, ' '].flatMap((remark) => returning(remark, 'план'))).toMatchObject(
    Array(2).fill({ rule: 'procedure.returnNeedsRemark', field: 'remark' }),
  )
  expect(returning('Добавьте выводы', 'отчёт')).toEqual([])
})

describe('a meeting of a body', () => {
  const council = { name: 'Совет', vote: { members: 9, quorum: 6, majority: 'present' as const } }
  const rules = (
    present: number | null,
    inFavour: number | null,
    wanted: 'passed' | 'returned' = 'passed',
    protocol: string | null = '№ 3',
  ) =>
    wrongMeeting(council, { present, inFavour, protocol }, wanted, '4.7').map(({ rule, field, clause }) => [rule, field, clause])

  test('needs its protocol and its figures, and figures that can be', () => {
    expect(rules(7, 5, 'passed', null)).toEqual([['procedure.meetingNeedsProtocol', 'protocol', undefined]])
    expect(rules(null, 5)).toEqual([['procedure.meetingNeedsProtocol', 'present', undefined]])
    expect(rules(10, 5)).toEqual([['procedure.tooManyPresent', 'present', undefined]])
    expect(rules(7, 8)).toEqual([['procedure.tooManyInFavour', 'inFavour', undefined]])
  })
  test('decides nothing without its quorum, by the clause of the step', () =>
    expect(rules(5, 5)).toEqual([['procedure.noQuorum', 'present', '4.7']]))
  test('has decided what its vote says, whichever button is pressed', () => {
    expect(rules(7, 4)).toEqual([])
    expect(rules(6, 3)).toEqual([['procedure.meetingWasAgainst', 'inFavour', '4.7']])
    expect(rules(6, 3, 'returned')).toEqual([])
    expect(rules(7, 4, 'returned')).toEqual([['procedure.meetingWasInFavour', 'inFavour', '4.7']])
  })
})
