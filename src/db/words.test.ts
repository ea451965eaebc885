import { expect, test } from 'vitest'
import { guessableWords, questionOf, wordsOf } from './words.ts'

test('words are compared in small letters, «ё» as «е»; a name with a hyphen is one word, a hyphen alone is none', () => {
  expect(wordsOf('Берёзкина-Ёлкина, СОШ № 3 — -- Ёж')).toEqual(['березкина-елкина', 'сош', '3', 'еж'])
})

test('initials on either side of a surname leave the surname', () => {
  for (const typed of ['Самойлова Л. П.', 'Самойлова Л.П.', 'Л.П.Самойлова']) expect(wordsOf(typed)).toEqual(['самойлова'])
})

test('a question has letters, numbers, quotes and a minus before a word, and nothing else', () => {
  expect(questionOf('  Берёзкина-Ёлкина, № 37-о ')).toBe('березкина елкина 37')
  expect(questionOf('"Читательская грамотность" -школа - ')).toBe('"читательская грамотность" -школа')
  expect(questionOf("100%' or 1=1 -- & | ! :* <->")).toBe('100 or 1 1')
  for (const nothing of [null, '', ' я ', '№ —', '"', '--', 'Л. П.']) expect(questionOf(nothing)).toBe('')
})

test('words that a typing error may be meant for are long enough and have no numbers', () => {
  expect(guessableWords('МОУ «СОШ № 3», Берёзовка-2, ул. Лесная, 5а')).toEqual(['березовка', 'лесная'])
})
