// Proves R-16.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { move, statesOf } from '../../kernel/machine.ts'
import { type ContractAction, type ContractState, machine } from './machine.ts'

const actions: readonly ContractAction[] = ['change', 'offer', 'takeBack', 'signFirst', 'signLast', 'addScan', 'end']
const expected: Readonly<Record<ContractState, Partial<Record<ContractAction, ContractState>>>> = {
  draft: { change: 'draft', offer: 'awaitingSignatures' },
  awaitingSignatures: { takeBack: 'draft', signFirst: 'awaitingSignatures', signLast: 'inForce', addScan: 'awaitingSignatures' },
  inForce: { addScan: 'inForce', end: 'ended' },
  ended: { addScan: 'ended' },
}

test.each(statesOf(machine).flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
  const to = expected[state][action]
  const result = move(machine, state, action)
  if (to) expect(result).toEqual({ ok: true, value: to })
  else expect(result).toEqual({ ok: false, refusal: { code: 'illegalMove', from: state, action } })
})

test('no contract is in force that was not laid before both sides, and what has ended stays so', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (tried) => {
      const course: ContractState[] = [machine.initial]
      for (const action of tried) {
        const next = move(machine, course.at(-1)!, action)
        if (next.ok) course.push(next.value)
      }
      const inForce = course.indexOf('inForce')
      return inForce === -1 || (course[inForce - 1] === 'awaitingSignatures' && !course.slice(inForce).includes('draft'))
    }),
  )
})
