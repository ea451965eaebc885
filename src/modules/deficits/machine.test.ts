import { expect, test } from 'vitest'
import { move } from '../../kernel/machine.ts'
import { machine, states } from './machine.ts'

test('what is open is closed by a fact or taken back; what has ended is not opened again', () => {
  expect(machine.initial).toBe('open')
  const to = (state: (typeof states)[number], action: 'close' | 'takeBack') => {
    const moved = move(machine, state, action)
    return moved.ok ? moved.value : null
  }
  expect(states.map((state) => [to(state, 'close'), to(state, 'takeBack')])).toEqual([
    ['closed', 'takenBack'],
    [null, null],
    [null, null],
  ])
})
