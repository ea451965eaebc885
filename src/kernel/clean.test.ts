import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './clean.ts'

test('a letter of two signs becomes the one letter', () => {
  expect(cleanText('и\u0306ога, е\u0308лка')).toBe('йога, ёлка')
})

test('all hyphens are one, dashes stay; a minus is a hyphen only between letters', () => {
  expect(cleanText('Петрова\u2011Водкина Анна\u2010Мария Усть\u2212Чебула')).toBe('Петрова-Водкина Анна-Мария Усть-Чебула')
  expect(cleanText('2021–2022 — год, \u22125 °C')).toBe('2021–2022 — год, \u22125 °C')
})

test('what cannot be seen is gone, and a text of nothing else is empty', () => {
  expect(cleanText('Пет\u00adрова\u200b\u200e\ufeff')).toBe('Петрова')
  for (const nothing of ['\u200b', '\u00ad\u2060', '\u3164', '\u2800', '\u00a0\u3000', '\u0000\u0007', ' \n'])
    expect(cleanLine(nothing), JSON.stringify(nothing)).toBe('')
})

test('all spaces are one kind; lines and tabs stay', () => {
  expect(cleanText('№\u00a033\u202fот\u2009сегодня')).toBe('№ 33 от сегодня')
  expect(cleanText('один\r\nдва\u2028три\rчетыре\tпять')).toBe('один\nдва\nтри\nчетыре\tпять')
  expect(cleanLine('  Снигур \u00a0 Н.\u202fА.\n')).toBe('Снигур Н. А.')
})
