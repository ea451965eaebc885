import { expect, test } from 'vitest'
import { codeOfWords } from './code-of-words.ts'

test.each([
  ['Школа искусств', 'shkolaIskusstv'],
  ['  школа   ИСКУССТВ ', 'shkolaIskusstv'],
  ['объединение педагогов (ММО)', 'obedineniePedagogovMmo'],
  ['1 категория', 'kind1Kategoriya'],
  ['№ 5', 'kind5'],
  ['—', 'kind'],
])('the code of «%s» is %s', (words, code) => expect(codeOfWords(words)).toBe(code))
