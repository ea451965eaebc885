import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Machine } from '../kernel/machine.ts'
import { ok, type Result, refuseRule } from '../kernel/result.ts'
import { type AskedMove, guardMove, type Moving, whyClosed } from './guard.ts'

type State = 'draft' | 'sent'
type Action = 'send' | 'takeBack'
const machine: Machine<State, Action> = { initial: 'draft', moves: { draft: { send: 'sent' }, sent: { takeBack: 'draft' } } }
const one: Moving<State> = { id: 'one', state: 'draft', editVersion: 3 }
const sending: AskedMove<State, Action> = { machine, action: 'send', version: 3 }

const open = { permission: 'thing.send', permitted: () => true }
const atRest = () => refuseRule('thing.atRest')
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal)

describe('each guard says its own no', () => {
  test('what is not there is not found', () => {
    expect(whyClosed(null, { ...open, permitted: () => false })).toEqual({ code: 'notFound' })
  })
  test('who may not is told which permission is wanting', () => {
    expect(whyClosed(one, { ...open, permitted: () => false })).toEqual({ code: 'forbidden', permission: 'thing.send' })
  })
  test('the permission is asked of the thing itself', () => {
    expect(whyClosed(one, { ...open, permitted: ({ id }) => id === 'one' })).toBeNull()
    expect(whyClosed({ ...one, id: 'other' }, { ...open, permitted: ({ id }) => id === 'one' })?.code).toBe('forbidden')
  })
  test('what is at rest says so in its own words', () => {
    expect(whyClosed(one, { ...open, standing: atRest })).toEqual({ code: 'rule', rule: 'thing.atRest' })
    expect(whyClosed(one, { ...open, standing: () => ok(null) })).toBeNull()
  })
  test('who saw another version is told, who need not see any is not', () => {
    expect(codeOf(guardMove(one, { ...sending, version: 2 }))).toEqual({ code: 'changedMeanwhile' })
    expect(guardMove(one, { ...sending, version: 'any' })).toEqual(ok('sent'))
  })
  test('a move the machine does not know is illegal, or refused in the words of the deed', () => {
    const back = { ...sending, action: 'takeBack' as const }
    expect(codeOf(guardMove(one, back))).toEqual({ code: 'illegalMove', from: 'draft', action: 'takeBack' })
    const elsewhere = { rule: 'thing.notSent', field: 'remark' } as const
    expect(codeOf(guardMove(one, { ...back, elsewhere }))).toEqual({ code: 'rule', rule: 'thing.notSent', field: 'remark' })
  })
  test('nothing in the way: the state the move leads to', () => expect(guardMove(one, sending)).toEqual(ok('sent')))
})

test('whatever else is wrong, the first guard in the order speaks', () => {
  const wrongs = fc.record({
    gone: fc.boolean(),
    mayNot: fc.boolean(),
    rests: fc.boolean(),
    late: fc.boolean(),
    elsewhere: fc.boolean(),
  })
  fc.assert(
    fc.property(wrongs, ({ gone, mayNot, rests, late, elsewhere }) => {
      const closed = whyClosed(gone ? null : one, {
        permission: 'thing.send',
        permitted: () => !mayNot,
        standing: () => (rests ? atRest() : ok(null)),
      })
      const moved = guardMove({ ...one, state: elsewhere ? 'sent' : 'draft' }, { ...sending, version: late ? 1 : 3 })
      const said = closed?.code ?? (moved.ok ? 'ok' : moved.refusal.code)
      const first = [
        gone && 'notFound',
        mayNot && 'forbidden',
        rests && 'rule',
        late && 'changedMeanwhile',
        elsewhere && 'illegalMove',
      ]
      expect(said).toBe(first.find((one) => one !== false) ?? 'ok')
    }),
  )
})
