import fc from 'fast-check'
import { expect, test } from 'vitest'
import { move, statesOf } from '../../kernel/machine.ts'
import { going, isUnderWay, machine, type TraineeshipAction, type TraineeshipState } from './machine.ts'

const actions: readonly TraineeshipAction[] = [
  ...(['accept', 'pass', 'admit', 'decline', 'change', 'plan', 'begin', 'finish', 'leave', 'transfer', 'goOn'] as const),
]
const expected: Readonly<Record<TraineeshipState, Partial<Record<TraineeshipAction, TraineeshipState>>>> = {
  offered: { accept: 'agreed', pass: 'asked', decline: 'declined' },
  asked: { admit: 'agreed', decline: 'declined' },
  agreed: { change: 'agreed', plan: 'agreed', begin: 'running', leave: 'left', transfer: 'agreed', goOn: 'transferred' },
  running: { change: 'running', plan: 'running', finish: 'finished', leave: 'left', transfer: 'running', goOn: 'transferred' },
  left: { transfer: 'left', goOn: 'transferred' },
  finished: {},
  transferred: {},
  declined: {},
}

test.each(statesOf(machine).flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
  const to = expected[state][action]
  const result = move(machine, state, action)
  if (to) expect(result).toEqual({ ok: true, value: to })
  else expect(result).toEqual({ ok: false, refusal: { code: 'illegalMove', from: state, action } })
})

test('under way is what both have agreed on and may still be planned', () => {
  expect(statesOf(machine).filter(isUnderWay)).toEqual(statesOf(machine).filter((state) => move(machine, state, 'plan').ok))
})

const isGoing = (state: TraineeshipState) => (going as readonly string[]).includes(state)

test('whatever is tried, nobody runs without having agreed, nobody finishes without having begun, and what is over does not go on', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<TraineeshipState>('asked', 'offered'),
      fc.array(fc.constantFrom(...actions), { maxLength: 40 }),
      (first, tried) => {
        const course: TraineeshipState[] = [first]
        for (const action of tried) {
          const next = move(machine, course.at(-1)!, action)
          if (next.ok) course.push(next.value)
        }
        const [running, finished] = [course.indexOf('running'), course.indexOf('finished')]
        expect(running === -1 || course.slice(0, running).includes('agreed')).toBe(true)
        expect(finished === -1 || course[finished - 1] === 'running').toBe(true)
        const over = course.findIndex((state) => !isGoing(state))
        expect(over === -1 || !course.slice(over).some(isGoing)).toBe(true)
      },
    ),
  )
})
