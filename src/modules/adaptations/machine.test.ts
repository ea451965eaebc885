import { expect, test } from 'vitest'
import { actionsFrom, statesOf } from '../../kernel/machine.ts'
import { machine } from './machine.ts'

test('what was introduced is not taken back, and what has ended goes no further', () => {
  expect(Object.fromEntries(statesOf(machine).map((state) => [state, actionsFrom(machine, state).toSorted()]))).toEqual({
    described: ['change', 'introduce', 'takeBack'],
    introduced: ['answerFirst', 'answerSecond'],
    checked: ['answerSecond'],
    ended: [],
    takenBack: [],
  })
})
