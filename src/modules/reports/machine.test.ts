import fc from 'fast-check'
import { expect, test } from 'vitest'
import { move, statesOf } from '../../kernel/machine.ts'
import { isOpen, machine } from './machine.ts'
import type { ReportAction, ReportState } from './model.ts'

const actions: readonly ReportAction[] = ['change', 'submit', 'pass', 'accept', 'return', 'withdraw']
const expected: Readonly<Record<ReportState, Readonly<Partial<Record<ReportAction, ReportState>>>>> = {
  draft: { change: 'draft', submit: 'submitted' },
  submitted: { pass: 'submitted', accept: 'accepted', return: 'returned', withdraw: 'draft' },
  returned: { change: 'returned', submit: 'submitted' },
  accepted: {},
}

test.each(statesOf(machine).flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
  const to = expected[state][action]
  const result = move(machine, state, action)
  if (to) expect(result).toEqual({ ok: true, value: to })
  else expect(result).toEqual({ ok: false, refusal: { code: 'illegalMove', from: state, action } })
})

test('the head writes in a draft and in what was returned, and nowhere else', () => {
  expect(statesOf(machine).filter(isOpen)).toEqual(['draft', 'returned'])
})

test('whatever is tried, an accepted report stays accepted', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions)), (tried) => {
      let state = machine.initial
      let accepted = false
      for (const action of tried) {
        const result = move(machine, state, action)
        if (result.ok) state = result.value
        if (accepted) expect(state).toBe('accepted')
        accepted ||= state === 'accepted'
      }
    }),
  )
})
