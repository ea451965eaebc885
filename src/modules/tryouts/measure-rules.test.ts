// Proves C-61.
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { dynamicsOf, dynamicsWords, type Measured, type MeasureKind, type Side, wrongMeasure } from './measure-rules.ts'
import type { Level } from './rules.ts'

const measured = (who: string, kind: MeasureKind, level: Level, side: Side = 'guide', direction = 'Приёмы урока'): Measured => ({
  ...{ traineeshipId: who, kind, side, directionId: direction, direction, level },
})
const from = (who: string, entry: Level, exit: Level, side?: Side) => [
  measured(who, 'entry', entry, side),
  measured(who, 'exit', exit, side),
]

test('of five whose both ends are known it is said how many rose; of fewer nothing but their number', () => {
  const four = ['a', 'b', 'c'].flatMap((who) => from(who, 'begun', 'seen')).concat(from('d', 'seen', 'seen'))
  expect(dynamicsOf(four)).toEqual([{ direction: 'Приёмы урока', people: 4, came: null }])
  expect(dynamicsOf(four).map(dynamicsWords)).toEqual(['мало данных: 4'])
  const six = [...four, ...from('e', 'seen', 'begun'), ...from('f', 'hidden', 'steady')]
  expect(dynamicsOf(six)).toMatchObject([{ people: 6, came: { rose: 4, stayed: 1, fell: 1 } }])
  expect(dynamicsOf(six).map(dynamicsWords)).toEqual(['выросли 4 из 6, без изменений 1, ниже стало 1'])
  expect(dynamicsOf([])).toEqual([])
})

test('one without an exit is not counted; the word of whoever leads comes first, the own one where there is no other', () => {
  expect(dynamicsOf([measured('a', 'entry', 'begun')])).toMatchObject([{ people: 0, came: null }])
  const people = ['a', 'b', 'c', 'd', 'e']
  const both = people.flatMap((who) => [...from(who, 'begun', 'begun'), ...from(who, 'hidden', 'steady', 'self')])
  expect(dynamicsOf(both)).toMatchObject([{ people: 5, came: { rose: 0, stayed: 5, fell: 0 } }])
  expect(dynamicsOf(people.flatMap((who) => from(who, 'hidden', 'seen', 'self')))).toMatchObject([{ came: { rose: 5 } }])
})

test('every direction has a level, and what was measured is not measured again', () => {
  const directions = [{ id: newId(), text: 'Приёмы урока' }]
  expect(wrongMeasure({}, { directions, done: false })).toMatchObject([{ rule: 'tryout.levelMissing' }])
  expect(wrongMeasure({ [directions[0]!.id]: 'seen' }, { directions, done: false })).toEqual([])
  expect(wrongMeasure({ [directions[0]!.id]: 'seen' }, { directions, done: true })).toMatchObject([
    { rule: 'measurement.doneAlready' },
  ])
})
