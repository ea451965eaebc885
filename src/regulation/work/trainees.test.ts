// Proves C-42i, C-61, R-A2p, T-32, L-O42.
import { expect, test } from 'vitest'
import { chebula, lenobl, luga, turochak, ustishim } from '../../../test/regulations.ts'
import { describeRegulation } from '../describe.ts'
import {
  asksDeficits,
  asksIndividualPlan,
  asksMeasurements,
  asksSelfAssessment,
  asksTryOuts,
  traineeBasis,
  traineeGuides,
  traineeParts,
} from './questions.ts'

const clauseOf = ({ basis }: { basis: { clause: string } | null }) => basis?.clause

test('each thing said of trainees has the clause that says it', () => {
  expect([asksIndividualPlan(chebula), asksMeasurements(chebula)].map(clauseOf)).toEqual(['5.2', '6.1'])
  expect([asksTryOuts(lenobl), asksMeasurements(lenobl), asksSelfAssessment(lenobl)].map(clauseOf)).toEqual([
    'прил. 2, п. 2',
    'прил. 2, п. 4',
    'прил. 2, п. 4',
  ])
  const found = (regulation: typeof luga) => [
    traineeBasis(regulation, 'contingent')?.clause,
    traineeBasis(regulation, 'formats')?.clause,
  ]
  expect([chebula, lenobl, turochak, luga, ustishim].map(found)).toEqual([
    ['1.2', '1.2'],
    ['прил. 2, п. 1', undefined],
    ['3.2', '4.4'],
    ['1.3', '1.3'],
    [undefined, '3'],
  ])
})

test('of a rule that comes from several clauses none is named for what nobody says it says', () => {
  const trainees = chebula.trainees && { ...chebula.trainees, grounds: [] }
  const untold = { ...chebula, trainees }
  expect(asksIndividualPlan(untold)).toEqual({ value: true, basis: null })
  expect(traineeParts.map((part) => traineeBasis(untold, part))).toEqual(traineeParts.map(() => null))
  expect(asksIndividualPlan({ ...untold, trainees: trainees && { ...trainees, clause: ['5.2'] } }).basis?.clause).toBe('5.2')
  expect(traineeGuides({ ...untold, headDuties: null })).toEqual({ value: ['head'], basis: null })
})

test('what a paper does not ask for has no clause', () => {
  expect([asksTryOuts(chebula), asksSelfAssessment(chebula), asksIndividualPlan(lenobl), asksMeasurements(turochak)]).toEqual(
    Array.from({ length: 4 }, () => ({ value: false, basis: null })),
  )
  expect(traineeBasis({ ...luga, trainees: null }, 'contingent')).toBeNull()
})

test('what is done with trainees stands beside the clause that asks for it', () => {
  const texts = (regulation: typeof luga, clause: string) =>
    (describeRegulation(regulation).get(clause) ?? []).map(({ text }) => text).join('; ')
  expect(texts(chebula, '6.1')).toContain('измеряют на входе, в середине и на выходе')
  expect(texts(chebula, '5.2')).not.toContain('измеряют')
  expect(texts(turochak, '4.4')).toContain('пока не названо, у кого лицензия')
  expect(texts(lenobl, 'прил. 2, п. 2')).toContain('Стажёр сдаёт пробы')
  expect(texts(lenobl, 'прил. 2, п. 4')).toContain('после того, как оценил себя сам')
})

test('deficits stand where a paper rests something on them or asks for routes, each with the clause that says so; elsewhere there is none', () => {
  expect([luga, turochak, ustishim, lenobl, chebula].map(asksDeficits).map(({ value, basis }) => [value, basis?.clause])).toEqual(
    [
      [true, 'приказ 4.2'],
      [true, '3.2'],
      [true, '2.2'],
      [false, undefined],
      [false, undefined],
    ],
  )
  const silentOfBoth = ustishim.trainees && { ...ustishim.trainees, routes: false }
  expect(asksDeficits({ ...ustishim, trainees: silentOfBoth })).toEqual({ value: false, basis: null })
})
