// Proves U-43.
import { expect, test } from 'vitest'
import { chebula, ustishim } from '../../../test/regulations.ts'
import { actionsFrom, statesOf } from '../../kernel/machine.ts'
import { academicYear } from '../../kernel/periods.ts'
import { proposalMachine } from './proposal-machine.ts'
import { fitting, lineOf, mayPropose, mayTakeInto, wrongProposal } from './proposal-rules.ts'

const frame = {
  period: { key: academicYear(2023), from: '2023-09-01', to: '2024-08-31' },
  term: { from: '2023-10-02', to: '2024-05-31' },
}
const form = ustishim.forms.catalogue[0]!.code
const proposed = { activity: 'Открытый урок', form, startsOn: '2023-10-02', endsOn: '2024-05-31' }
const rules = (given: Partial<typeof proposed> | { startsOn?: null; endsOn?: null }) =>
  wrongProposal({ ...proposed, ...given }, frame, ustishim).map(({ rule }) => rule)

test('members propose where the paper says so, and nowhere else', () => {
  expect(mayPropose(ustishim).ok).toBe(true)
  expect(mayPropose(chebula)).toMatchObject({ refusal: { rule: 'plan.noProposals' } })
})

test('days lie within the plan, the first and the last too, or are left to the head', () => {
  expect(rules({})).toEqual([])
  expect(rules({ startsOn: null, endsOn: null })).toEqual([])
  expect(rules({ startsOn: '2023-10-01' })).toEqual(['plan.proposalOutside'])
  expect(rules({ endsOn: '2024-06-01' })).toEqual(['plan.proposalOutside'])
  const [outside] = wrongProposal({ ...proposed, endsOn: '2024-06-01' }, frame, ustishim)
  expect(outside?.params).toEqual({ from: '02.10.2023', to: '31.05.2024' })
  expect(rules({ startsOn: '2023-11-02', endsOn: '2023-11-02' })).toEqual([])
  expect(rules({ startsOn: '2023-11-02', endsOn: '2023-11-01' })).toEqual(['plan.proposalEnds'])
  expect(rules({ startsOn: null })).toEqual(['plan.proposalStarts'])
})

test('a form of work is one of the paper, or none', () => {
  expect(rules({ form: 'balloon' })).toEqual(['plan.proposalForm'])
  expect(wrongProposal({ ...proposed, form: null }, frame, ustishim)).toEqual([])
})

test('taken it leaves behind the days and the form that do not fit any more, and nothing else', () => {
  const without = (given: Partial<typeof proposed>) => {
    const { taken, without } = fitting({ ...proposed, ...given }, frame, ustishim)
    return [taken.form, taken.startsOn, taken.endsOn, without]
  }
  expect(without({})).toEqual([form, '2023-10-02', '2024-05-31', []])
  expect(without({ endsOn: '2024-06-01' })).toEqual([form, null, null, ['days']])
  expect(without({ form: 'balloon' })).toEqual([null, '2023-10-02', '2024-05-31', ['form']])
  expect(without({ form: 'balloon', startsOn: '2023-10-01' })).toEqual([null, null, null, ['form', 'days']])
  expect(fitting({ ...proposed, endsOn: '2024-06-01' }, frame, ustishim).taken.activity).toBe('Открытый урок')
})

test('it is taken into a draft only', () => {
  const rule = (open: { state: string } | null) => mayTakeInto(open).map(({ rule }) => rule)
  expect(rule({ state: 'draft' })).toEqual([])
  expect(rule({ state: 'submitted' })).toEqual(['plan.proposalNeedsDraft'])
  expect(rule(null)).toEqual(['plan.proposalNeedsVersion'])
  expect(lineOf(proposed, 'key')).toMatchObject({ key: 'key', activity: 'Открытый урок', personIds: [] })
})

test('it is decided about once', () => {
  expect(Object.fromEntries(statesOf(proposalMachine).map((state) => [state, actionsFrom(proposalMachine, state)]))).toEqual({
    ...{ proposed: ['take', 'decline', 'withdraw'], taken: [], declined: [], withdrawn: [] },
  })
})
