import { expect, test } from 'vitest'
import { nb } from './nb.ts'

const shown = (text: string) => nb(text).replaceAll('\u00a0', '_')

test.each([
  ['Приказ № 33, п. 1', 'Приказ №_33, п._1'],
  ['по 31 августа 2023 г.', 'по 31_августа_2023_г.'],
  ['осталось 12 дней', 'осталось 12_дней'],
  ['ждёт Снигур Н. А., руководитель', 'ждёт Снигур_Н._А., руководитель'],
  ['С. В. Красий', 'С._В._Красий'],
  ['СОШ № 6 им. В. П. Грицкова', 'СОШ №_6 им. В._П._Грицкова'],
  ['план — факт', 'план_— факт'],
  ['84 КБ', '84_КБ'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test('ordinary words keep their spaces', () => {
  expect(nb('Открыть план на 2021/22 учебный год')).toBe('Открыть план на 2021/22 учебный год')
})

test('hours of a day are not parted after their dash, other numbers may be', () => {
  expect(nb('четверг, 16:00–17:30')).toBe('четверг, 16:00–\u206017:30')
  expect(nb('2020–2023')).toBe('2020–2023')
})
