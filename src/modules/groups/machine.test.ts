import { expect, test } from 'vitest'
import { move } from '../../kernel/machine.ts'
import { machine } from './machine.ts'

test('a group is changed while it works, closed once, and never begins again', () => {
  for (const action of ['change', 'admit', 'release'] as const)
    expect(move(machine, 'atWork', action)).toEqual({ ok: true, value: 'atWork' })
  expect(move(machine, 'atWork', 'close')).toEqual({ ok: true, value: 'closed' })
  for (const action of ['change', 'admit', 'release', 'close'] as const) expect(move(machine, 'closed', action).ok).toBe(false)
})
