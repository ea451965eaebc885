// Proves.
import { expect, test } from 'vitest'
import { chebula, lenobl } from '../../../test/regulations.ts'
import { backTo, decidableState, proposableState } from './deciding-rules.ts'
import { machine } from './machine.ts'

const without = (step: string) => ({
  ...lenobl,
  status: { ...lenobl.status, steps: lenobl.status.steps.filter((one) => one !== step) },
})

test('an application is proposed after its review, decided after its submission, each where the regulation has the step', () => {
  expect([proposableState(lenobl), decidableState(lenobl)]).toEqual(['reviewed', 'proposed'])
  expect([proposableState(without('expertReview')), decidableState(without('expertReview'))]).toEqual(['admitted', 'proposed'])
  expect(decidableState(without('submission'))).toBe('reviewed')
  expect(decidableState(chebula)).toBe('admitted')
})

test('what was decided goes back to where it stood', () => {
  for (const state of ['admitted', 'reviewed', 'proposed'] as const) expect(machine.moves.granted[backTo[state]!]).toBe(state)
})
