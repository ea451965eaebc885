// Proves R-31.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { move, statesOf } from '../../kernel/machine.ts'
import { hasDeclared, isOpen, isStanding, machine } from './machine.ts'
import type { ReviewAction, ReviewState } from './model.ts'

const actions: readonly ReviewAction[] = ['declare', 'decline', 'save', 'send', 'enterPaper', 'replace', 'close']
const expected: Readonly<Record<ReviewState, Readonly<Partial<Record<ReviewAction, ReviewState>>>>> = {
  assigned: { declare: 'accepted', decline: 'declined', enterPaper: 'sent', replace: 'replaced', close: 'closed' },
  accepted: { save: 'accepted', send: 'sent', decline: 'declined', enterPaper: 'sent', replace: 'replaced', close: 'closed' },
  declined: { replace: 'replaced', close: 'closed' },
  sent: {},
  replaced: {},
  closed: {},
}

test.each(statesOf(machine).flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
  const to = expected[state][action]
  const result = move(machine, state, action)
  if (to) expect(result).toEqual({ ok: true, value: to })
  else expect(result).toEqual({ ok: false, refusal: { code: 'illegalMove', from: state, action } })
})

test('what the named sets hold', () => {
  expect(statesOf(machine).filter(isOpen)).toEqual(['assigned', 'accepted'])
  expect(statesOf(machine).filter(isStanding)).toEqual(['assigned', 'accepted', 'declined', 'sent'])
  expect(statesOf(machine).filter(hasDeclared)).toEqual(['accepted', 'sent'])
})

test('whatever is tried, nothing is sent without a declaration or a paper, and what is sent stays sent', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 12 }), (tried) => {
      let state: ReviewState = machine.initial
      let [declared, paper, sent] = [false, false, false]
      for (const action of tried) {
        const result = move(machine, state, action)
        if (!result.ok) continue
        state = result.value
        declared ||= action === 'declare'
        paper ||= action === 'enterPaper'
        if (sent) throw new Error('a sent review has moved')
        sent = state === 'sent'
        if (sent) expect(declared || paper).toBe(true)
      }
    }),
  )
})
