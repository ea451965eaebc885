import { expect, test } from 'vitest'
import { unlike } from './unlike.ts'

test('of rows with one label each gets a number, the first too', () => {
  const rows = ['Иванов Иван', 'Петров Пётр', 'Иванов Иван'].map((label, index) => ({ id: String(index), label }))
  expect(unlike(rows).map(({ label }) => label)).toEqual(['Иванов Иван (1)', 'Петров Пётр', 'Иванов Иван (2)'])
})
