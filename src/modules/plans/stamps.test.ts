// Proves L-321.
import { expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import type { Day, PlanVersionId } from '../../kernel/types.ts'
import { stampBlocks } from './document.ts'

const id = 'v' as PlanVersionId
const on = '2021-09-10' as Day
const regulationOf = (code: string) => loadTerritories().find(({ facts }) => facts.territory.code === code)!.regulation
const passed = (step: number) => ({
  subjectId: id,
  round: step + 1,
  step,
  outcome: 'passed' as const,
  remark: null,
  on,
  person: 'Наумова Т. Я.',
  meeting: null,
})
const stamps = (code: string, approvedOn: Day | null, steps: number) =>
  JSON.stringify(
    stampBlocks({
      version: { id, approvedOn },
      regulation: regulationOf(code),
      procedure: { steps: regulationOf(code).plan.chain },
      voices: Array.from({ length: steps }, (_, step) => passed(step)),
    }),
  )

test('the operator that agrees the plan stamps it on the left, the head of the organisation that approves it on the right', () => {
  const agreed = stamps('luga', on, 2)
  expect(agreed).toMatch(/"left".*СОГЛАСОВАНО.*МКУ «Лужский.*Наумова.*10 сентября 2021 г\./)
  expect(agreed).toMatch(/"right".*УТВЕРЖДАЮ.*руководитель организации/)
})

test('the operator that discusses and approves it stamps it on both sides', () => {
  expect(stamps('chebula', on, 2)).toMatch(/"left".*ОБСУЖДЕНО.*"right".*УТВЕРЖДАЮ.*МБУ «Центр/)
})

test('a plan that nobody has approved has no stamp', () => {
  expect(stamps('luga', null, 1)).toBe('[]')
})
