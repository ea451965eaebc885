import { expect, test } from 'vitest'
import { clause, document, heading, p, section } from './build.ts'
import { renderDocx } from './docx.ts'
import type { Block } from './model.ts'
import { docxPart } from './reading.fixture.ts'
import { shownNumbers } from './word-numbers.fixture.ts'

const points = (...numbers: string[]) => numbers.map((number) => clause(number, 'Пункт', number.split('.').length - 1))

async function shown(...parts: Block[][]) {
  const bytes = await renderDocx(
    document(
      { title: 'Проба' },
      parts.map((blocks) => section(blocks)),
    ),
  )
  const [xml, lists] = [docxPart(bytes), docxPart(bytes, 'word/numbering.xml')]
  const numbers = shownNumbers(xml, lists).filter((number) => number !== '')
  const listsUsed = new Set([...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)).size
  return { numbers: numbers.map((number) => number.trim()), listsUsed, xml }
}

test('points of an order are one list of several levels, which goes on by itself', async () => {
  const { numbers, listsUsed, xml } = await shown(points('1', '2', '3', '3.1', '3.2', '4', '4.1', '5'))
  expect(numbers).toEqual(['1.', '2.', '3.', '3.1.', '3.2.', '4.', '4.1.', '5.'])
  expect(listsUsed).toBe(1)
  expect(xml).not.toMatch(/<w:t[^>]*>\d/)
})

test('headings and clauses of a regulation are one list', async () => {
  const { numbers, listsUsed } = await shown([
    heading(2, 'Общие положения', { number: '1' }),
    ...points('1.1', '1.2'),
    heading(2, 'Цель', { number: '2' }),
    ...points('2.1', '2.2', '2.2.1'),
    p('Без номера'),
    ...points('2.3'),
  ])
  expect(numbers).toEqual(['1.', '1.1.', '1.2.', '2.', '2.1.', '2.2.', '2.2.1.', '2.3.'])
  expect(listsUsed).toBe(1)
})

test.each([
  ['what an order left out', ['1', '3', '4'], 2],
  ['a point without its parent', ['3.2.1', '3.2.2', '3.3'], 2],
  ['the same number again', ['1', '1', '2'], 2],
  ['a level that begins elsewhere', ['1', '1.2', '1.3', '2', '2.1'], 2],
  ['brackets and letters', ['1)', '2)', 'а)', 'б)', '3)'], 2],
  ['roman numbers', ['I', 'II', '1', '2', 'III'], 2],
])('%s is shown as it was written', async (_, written, lists) => {
  const { numbers, listsUsed } = await shown(points(...written))
  expect(numbers).toEqual(written.map((number) => (number.endsWith(')') ? number : `${number}.`)))
  expect(listsUsed).toBe(lists)
})

test('each appendix counts from the beginning; a number of no list stays text', async () => {
  const { numbers, xml } = await shown(points('1', '2'), points('1', 'прил. 1'))
  expect(numbers).toEqual(['1.', '2.', '1.'])
  expect(xml).toContain('прил.\u00a01.\u00a0')
})
