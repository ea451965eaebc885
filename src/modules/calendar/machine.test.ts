import { expect, test } from 'vitest'
import { actionsFrom, statesOf } from '../../kernel/machine.ts'
import { machine } from './machine.ts'

test('what is in the calendar is changed or taken out; what was taken out may only be put back', () => {
  expect(Object.fromEntries(statesOf(machine).map((state) => [state, actionsFrom(machine, state)]))).toEqual({
    kept: ['change', 'remove'],
    removed: ['putBack'],
  })
})
