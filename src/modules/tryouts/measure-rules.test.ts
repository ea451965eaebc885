// Proves C-61.
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { statesOf } from '../../kernel/machine.ts'
import type { Level } from '../programmes/level-rules.ts'
import { machine } from '../traineeships/machine.ts'
import {
  dynamicsOf,
  dynamicsWords,
  kindsFor,
  type Measured,
  type MeasureKind,
  mayMeasure,
  type Side,
  wrongMeasure,
} from './measure-rules.ts'

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

test('only what both have agreed on is measured, also after its end', () => {
  expect(
    statesOf(machine)
      .filter((state) => !mayMeasure(state))
      .toSorted(),
  ).toEqual(['asked', 'declined', 'offered'])
})

test('every direction has a level, what was measured is not measured again, and the order is kept', () => {
  const directions = [{ id: newId(), text: 'Приёмы урока' }]
  const wanted = { directions, kind: 'exit' as const, done: ['entry' as const], open: ['interim' as const, 'exit' as const] }
  const all = { [directions[0]!.id]: 'seen' as const }
  expect(wrongMeasure({}, wanted)).toMatchObject([{ rule: 'tryout.levelMissing' }])
  expect(wrongMeasure(all, wanted)).toEqual([])
  expect(wrongMeasure(all, { ...wanted, kind: 'entry' })).toMatchObject([{ rule: 'measurement.doneAlready' }])
  expect(wrongMeasure(all, { ...wanted, open: [] })).toMatchObject([{ rule: 'measurement.notYet' }])
})

test('the entry first, from the first day; each on a day of its own; who missed the middle measures the end', () => {
  const at = (today: string) => ({ startsOn: '2021-09-13', today })
  const done = (kind: 'entry' | 'interim' | 'exit', measuredOn: string, side: 'self' | 'guide' = 'self') => ({
    kind,
    measuredOn,
    side,
  })
  expect(kindsFor([], 'self', at('2021-09-12'))).toEqual([])
  expect(kindsFor([], 'self', at('2021-09-13'))).toEqual(['entry'])
  const entry = [done('entry', '2021-09-15')]
  expect(kindsFor(entry, 'self', at('2021-09-15'))).toEqual([])
  expect(kindsFor(entry, 'self', at('2021-09-16'))).toEqual(['interim', 'exit'])
  expect(kindsFor(entry, 'guide', at('2021-09-16'))).toEqual(['entry'])
  expect(kindsFor([...entry, done('interim', '2022-01-20')], 'self', at('2022-05-16'))).toEqual(['exit'])
  expect(kindsFor([...entry, done('exit', '2022-05-16')], 'self', at('2022-05-17'))).toEqual([])
})
