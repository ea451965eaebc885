import { expect, test } from 'vitest'
import { printable, unbreakable } from './typography.ts'

/** Non-breaking spaces shown as «_». */
const shown = (text: string) => unbreakable(text).replaceAll('\u00a0', '_')

test.each([
  ['приказ № 33, школа № 3', 'приказ №_33, школа №_3'],
  ['п. 4.3 Положения, ст. 12', 'п._4.3 Положения, ст._12'],
  ['до 15 июня 2022 г. включительно', 'до 15_июня_2022_г. включительно'],
  ['с 1 сентября 2021 года', 'с 1_сентября_2021_года'],
  ['на 2020–2023 гг.', 'на 2020–2023_гг.'],
  ['председатель С. В. Красий', 'председатель С._В._Красий'],
  ['Снигур Н. А., директор', 'Снигур_Н._А., директор'],
  ['им. В.П. Грицкова', 'им. В.П._Грицкова'],
  ['г. Луга, в 2022 г. Отчёт сдан', 'г._Луга, в 2022_г. Отчёт сдан'],
  ['площадка — школа', 'площадка_— школа'],
  ['«Кавычки» и "кавычки"', '«Кавычки» и "кавычки"'],
  ['группа 1 мая', 'группа 1_мая'],
])('%s', (typed, printed) => expect(shown(typed)).toBe(printed))

test('joining twice changes nothing more', () => {
  const once = unbreakable('С. В. Красий, п. 4.3, 15 июня 2022 г., № 3')
  expect(unbreakable(once)).toBe(once)
})

test('what cannot be seen is taken out, breaks become spaces, letters are composed', () => {
  expect(printable('а\u0000б\u0007в\u202eг\u200bд\ufeff')).toBe('абвгд')
  expect(printable('раз\r\nдва\tтри   четыре')).toBe('раз два три четыре')
  expect(printable('и\u0306')).toBe('й')
  expect(printable('\ud800')).toBe('')
})
