import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { move, statesOf } from '../../kernel/machine.ts'
import { type ApplicationAction, type ApplicationState, machine } from './machine.ts'

// Proves: every state × action, and whatever people press in whatever order.

const states = statesOf(machine)
const actions: readonly ApplicationAction[] = [
  'edit',
  'remove',
  'ask',
  'submit',
  'admit',
  'return',
  'withdraw',
  'startReview',
  'finishReview',
  'reopenReview',
  'propose',
  'grant',
  'decline',
  'backToAdmitted',
  'backToReviewed',
  'backToProposed',
]

/** The course of a case, told once more by action: from where it may be done, and where it leads; null: nowhere else. */
const course: Readonly<Record<ApplicationAction, { from: readonly ApplicationState[]; to: ApplicationState | null }>> = {
  edit: { from: ['draft', 'returned'], to: null },
  remove: { from: ['draft'], to: null },
  ask: { from: ['submitted', 'returned', 'admitted', 'underReview', 'reviewed', 'proposed'], to: null },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  admit: { from: ['submitted'], to: 'admitted' },
  return: { from: ['submitted', 'admitted', 'underReview', 'reviewed'], to: 'returned' },
  withdraw: { from: ['submitted', 'returned', 'admitted', 'underReview', 'reviewed', 'proposed'], to: 'withdrawn' },
  startReview: { from: ['admitted'], to: 'underReview' },
  finishReview: { from: ['underReview'], to: 'reviewed' },
  reopenReview: { from: ['reviewed'], to: 'underReview' },
  propose: { from: ['admitted', 'reviewed'], to: 'proposed' },
  grant: { from: ['admitted', 'reviewed', 'proposed'], to: 'granted' },
  decline: { from: ['admitted', 'reviewed', 'proposed'], to: 'declined' },
  backToAdmitted: { from: ['proposed', 'granted', 'declined'], to: 'admitted' },
  backToReviewed: { from: ['proposed', 'granted', 'declined'], to: 'reviewed' },
  backToProposed: { from: ['granted', 'declined'], to: 'proposed' },
}

describe('an application', () => {
  test.each(states.flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    const { from, to } = course[action]
    const result = move(machine, state, action)
    if (from.includes(state)) expect(result).toEqual({ ok: true, value: to ?? state })
    else expect(result).toEqual({ ok: false, refusal: { code: 'illegalMove', from: state, action } })
  })

  test('a question may be asked from the first submission until the decision, and nothing is written meanwhile', () => {
    const states = (action: ApplicationAction) => statesOf(machine).filter((state) => machine.moves[state][action] === state)
    expect(states('ask')).toEqual(['submitted', 'returned', 'admitted', 'underReview', 'reviewed', 'proposed'])
    expect(states('edit')).toEqual(['draft', 'returned'])
  })

  test('no action is missing from the course', () => {
    const named = new Set(states.flatMap((state) => Object.keys(machine.moves[state])))
    expect([...named].sort()).toEqual([...actions].sort())
  })
})

/** Where any presses lead from the beginning, refusals included. */
function walk(presses: readonly ApplicationAction[]): { state: ApplicationState; done: ApplicationAction[] } {
  let state = machine.initial as ApplicationState
  const done: ApplicationAction[] = []
  for (const press of presses) {
    const next = move(machine, state, press)
    if (!next.ok) continue
    state = next.value
    done.push(press)
  }
  return { state, done }
}

const presses = fc.array(fc.constantFrom(...actions), { maxLength: 60 })

describe('whatever is pressed in whatever order', () => {
  test('nobody reads or decides before the operator has admitted it', () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const { done } = walk(pressed)
        const admitted = done.indexOf('admit')
        for (const later of ['startReview', 'finishReview', 'propose', 'grant', 'decline'] as const)
          if (done.includes(later)) expect(admitted).toBeGreaterThanOrEqual(0)
        if (done.includes('startReview')) expect(done.indexOf('startReview')).toBeGreaterThan(admitted)
      }),
    )
  })

  test('what was returned comes to a decision only through another submission and another check', () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const { done } = walk(pressed)
        for (const [at, action] of done.entries()) {
          if (action !== 'return') continue
          const next = done.slice(at + 1)
          const decision = next.findIndex((one) => one === 'grant' || one === 'decline' || one === 'startReview')
          if (decision < 0) continue
          const between = next.slice(0, decision)
          expect(between).toContain('submit')
          expect(between.lastIndexOf('admit')).toBeGreaterThan(between.indexOf('submit'))
        }
      }),
    )
  })

  test('a withdrawn application stays withdrawn', () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const { state, done } = walk(pressed)
        const at = done.indexOf('withdraw')
        if (at >= 0) expect([state, done.length]).toEqual(['withdrawn', at + 1])
      }),
    )
  })

  test('every state is reached from the beginning, and a decision is reached from every state that is not closed', () => {
    const reach = (from: ApplicationState): Set<ApplicationState> => {
      const seen = new Set([from])
      for (const state of seen) for (const to of Object.values(machine.moves[state])) seen.add(to)
      return seen
    }
    expect([...reach(machine.initial)].sort()).toEqual([...states].sort())
    for (const state of states.filter((one) => one !== 'withdrawn')) {
      expect([state, reach(state).has('granted')]).toEqual([state, true])
      expect([state, reach(state).has('declined')]).toEqual([state, true])
    }
  })
})
