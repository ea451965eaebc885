import { expect, test } from 'vitest'
import { move } from '../../kernel/machine.ts'
import { machine } from './machine.ts'

const actions = ['change', 'invite', 'answer', 'nameChair', 'hold', 'correct', 'cancel', 'write', 'sign'] as const
const possible = (from: Parameters<typeof move<keyof typeof machine.moves, (typeof actions)[number]>>[1]) =>
  Object.fromEntries(
    actions.flatMap((action) => {
      const to = move(machine, from, action)
      return to.ok ? [[action, to.value]] : []
    }),
  )

test('who chairs it is named until the minutes are signed; a meeting is changed, answered and called off until it is held; then who was there is put right and the minutes are written, until they are signed', () => {
  expect(possible('called')).toEqual({
    ...{ change: 'called', invite: 'called', answer: 'called' },
    ...{ nameChair: 'called', hold: 'held', cancel: 'cancelled' },
  })
  expect(possible('held')).toEqual({ nameChair: 'held', correct: 'held', write: 'held', sign: 'minutesSigned' })
  expect(possible('minutesSigned')).toEqual({})
  expect(possible('cancelled')).toEqual({})
})
