import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Machine } from '../kernel/machine.ts'
import { chainOf, type Place } from './chain.ts'

type State = 'draft' | 'sent' | 'agreed' | 'old'
type Action = 'send' | 'pass' | 'agree' | 'return' | 'replace'
const machine: Machine<State, Action> = {
  initial: 'draft',
  moves: {
    draft: { send: 'sent' },
    sent: { pass: 'sent', agree: 'agreed', return: 'draft' },
    agreed: { replace: 'old' },
    old: {},
  },
}
const { actionOfYes, advance } = chainOf(machine, { pass: 'pass', finish: 'agree', after: ['replace'] })

test('the last step finishes, those before it pass on', () => {
  expect([0, 1, 2].map((step) => actionOfYes(step, 3))).toEqual(['pass', 'pass', 'agree'])
  expect(actionOfYes(0, 1)).toBe('agree')
})

test('nothing is agreed before its last step, and nothing passes on at the last one', () => {
  expect(advance({ state: 'sent', step: 0 }, 'agree', 2)).toEqual({
    ok: false,
    refusal: { code: 'illegalMove', from: 'sent', action: 'agree' },
  })
  expect(advance({ state: 'sent', step: 1 }, 'pass', 2).ok).toBe(false)
  expect(advance({ state: 'sent', step: 1 }, 'agree', 2)).toEqual({ ok: true, value: { state: 'agreed', step: 2 } })
})

test('what goes back begins the chain anew; what comes after it stays in its place', () => {
  expect(advance({ state: 'sent', step: 1 }, 'return', 3)).toEqual({ ok: true, value: { state: 'draft', step: 0 } })
  expect(advance({ state: 'agreed', step: 2 }, 'replace', 2)).toEqual({ ok: true, value: { state: 'old', step: 2 } })
})

test('whatever is tried, what is agreed has passed every step of its chain', () => {
  const tries = fc.array(fc.constantFrom<Action>('send', 'pass', 'agree', 'return', 'replace'), { maxLength: 40 })
  fc.assert(
    fc.property(tries, fc.integer({ min: 1, max: 4 }), (actions, length) => {
      let place: Place<State> = { state: 'draft', step: 0 }
      for (const action of actions) {
        const next = advance(place, action, length)
        if (next.ok) place = next.value
        if (place.state === 'agreed') expect(place.step).toBe(length)
      }
    }),
  )
})
