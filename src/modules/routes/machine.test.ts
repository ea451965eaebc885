import { expect, test } from 'vitest'
import { move } from '../../kernel/machine.ts'
import { machine, states } from './machine.ts'

test('steps are written in a draft alone, gone through when both have agreed, and a route ends once', () => {
  const from = (
    action:
      | Parameters<typeof move<(typeof states)[number], 'change'>>[2]
      | 'agree'
      | 'activate'
      | 'reopen'
      | 'note'
      | 'finish'
      | 'stop',
  ) => states.filter((state) => move(machine, state, action as 'change').ok)
  expect(from('change')).toEqual(['draft'])
  expect(from('agree')).toEqual(['draft'])
  expect(from('activate')).toEqual(['draft'])
  expect(from('reopen')).toEqual(['active'])
  expect(from('note')).toEqual(['active'])
  expect(from('finish')).toEqual(['active'])
  expect(from('stop')).toEqual(['draft', 'active'])
  expect(move(machine, 'draft', 'activate')).toEqual({ ok: true, value: 'active' })
})
