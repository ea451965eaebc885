import { expect, test } from 'vitest'
import { hyphenated } from './hyphens.ts'

const shown = (text: string) => hyphenated(text).replaceAll('\u00ad', '-')

test.each([
  ['Консультации', 'Кон-суль-та-ции'],
  ['профессиональных', 'про-фес-си-ональ-ных'],
  ['дистанционное', 'дис-тан-ци-он-ное'],
  ['математических', 'ма-те-ма-ти-чес-ких'],
])('%s', (word, expected) => {
  expect(shown(word)).toBe(expected)
})

test('short words stand whole; a letter never stands alone at an end', () => {
  expect(shown('Открытый урок: задачи на проценты')).toBe('Открытый урок: задачи на проценты')
  for (const part of shown('Осуществляющая экспериментальная деятельность аудитория').split(/[ ]/)) {
    const parts = part.split('-')
    expect([parts[0]!.length > 1, parts.at(-1)!.length > 1]).toEqual([true, true])
  }
})

test('what was typed is what is read', () => {
  const text = 'Смысловое чтение на уроке: эксперимент и доказательство, п. 4.3'
  expect(hyphenated(text).replaceAll('\u00ad', '')).toBe(text)
})
