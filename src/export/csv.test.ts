import { expect, test } from 'vitest'
import { type CsvColumn, csvCell, csvHead, csvRows } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+7 900', "'+7 900"],
  ['-1', "'-1"],
  ['@cmd', "'@cmd"],
  ['\tx', "'\tx"],
  ['  =1', "'  =1"],
  ['\0=1', "'=1"],
  ['＝1', "'＝1"],
  ['МОУ «СОШ № 3», Луга', '"МОУ «СОШ № 3», Луга"'],
  ['он сказал "да"', '"он сказал ""да"""'],
  ['две\r\nстроки', '"две\r\nстроки"'],
])('%j is written as %j', (value, cell) => expect(csvCell(value)).toBe(cell))

test('numbers stay numbers and nothing is nothing', () => {
  expect([csvCell(-5), csvCell(null), csvCell(undefined)]).toEqual(['-5', '', ''])
})

test('a file begins with the byte order mark and ends every line', () => {
  const columns: CsvColumn<{ a: string; b: number }>[] = [
    ['Имя', (row) => row.a],
    ['Число', (row) => row.b],
  ]
  expect(csvHead(columns) + csvRows(columns, [{ a: 'x', b: 1 }])).toBe('\ufeffИмя;Число\r\nx;1\r\n')
})
