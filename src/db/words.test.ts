import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

test('words are compared in small letters, «ё» as «е»; a name with a hyphen is one word, a hyphen alone is none', () => {
  expect(wordsOf('Берёзкина-Ёлкина, СОШ № 3 — -- Ёж')).toEqual(['березкина-елкина', 'сош', '3', 'еж'])
})

test('initials on either side of a surname leave the surname', () => {
  for (const typed of ['Самойлова Л. П.', 'Самойлова Л.П.', 'Л.П.Самойлова']) expect(wordsOf(typed)).toEqual(['самойлова'])
})
