import { expect, test } from 'vitest'
import { breakable, linesOf, printable, unbreakable } from './typography.ts'

/** Non-breaking spaces shown as «_». */
const shown = (text: string) => unbreakable(text).replaceAll('\u00a0', '_')

test.each([
  ['приказ № 33, школа № 3', 'приказ №_33, школа №_3'],
  ['п. 4.3 Положения, ст. 12', 'п._4.3 Положения, ст._12'],
  ['до 15 июня 2022 г. включительно', 'до_15_июня_2022_г. включительно'],
  ['с 1 сентября 2021 года', 'с_1_сентября_2021_года'],
  ['на 2020–2023 гг.', 'на_2020–2023_гг.'],
  ['председатель С. В. Красий', 'председатель С._В._Красий'],
  ['Снигур Н. А., директор', 'Снигур_Н._А., директор'],
  ['им. В.П. Грицкова', 'им. В._П._Грицкова'],
  ['г. Луга, в 2022 г. Отчёт сдан', 'г._Луга, в_2022_г. Отчёт сдан'],
  ['площадка — школа', 'площадка_— школа'],
  ['«Кавычки» и "кавычки"', '«Кавычки» и_"кавычки"'],
  ['группа 1 мая', 'группа 1_мая'],
  ['В школе и о школе, с ней', 'В_школе и_о_школе, с_ней'],
  ['(Снигур Н.А.), Снигур Н. А.', '(Снигур_Н._А.), Снигур_Н._А.'],
  ['С.В. Красий, С.В.Красий', 'С._В._Красий, С._В._Красий'],
  ['по приказу, не позднее 1 июня', 'по_приказу, не_позднее 1_июня'],
  ['если бы, то же', 'если_бы, то_же'],
  ['и т.д., зав. каб., кто-то в', 'и_т.д., зав. каб., кто-то в'],
  ['школа-сад и сад', 'школа-сад и_сад'],
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

test('a long word breaks at its marks, or anywhere; a usual one stays whole', () => {
  const shown = (text: string) => breakable(text, 10).replaceAll('\u200b', '|')
  expect(shown('школа и педагоги')).toBe('школа и педагоги')
  expect(shown('doc_2021/plan.pdf')).toBe('doc_|2021/|plan.|pdf')
  expect(shown('абвгдежзийкл')).toBe('а|б|в|г|д|е|ж|з|и|й|к|л')
  expect(breakable('а'.repeat(80)).split('\u200b')).toHaveLength(80)
})

test('lines that say something stay lines', () => expect(linesOf('1) раз\r\n\n 2) два \n')).toEqual(['1) раз', '2) два']))
