import { expect, test } from 'vitest'
import { day, inFile, number, onPage, text } from './columns.tsx'
import { csvCell, csvText } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['-1+HYPERLINK(A1)', "'-1+HYPERLINK(A1)"],
  ['+ГИПЕРССЫЛКА("http://x")', '"\'+ГИПЕРССЫЛКА(""http://x"")"'],
  ["-1|' /C calc'!A0", "'-1|' /C calc'!A0"],
  ['@cmd', "'@cmd"],
  ['\tx', "'\tx"],
  ['  =1', "'  =1"],
  ['\0=1', "'=1"],
  ['＝1', "'＝1"],
  ['МОУ «СОШ № 3», Луга', '"МОУ «СОШ № 3», Луга"'],
  ['он сказал "да"', '"он сказал ""да"""'],
  ['две\r\nстроки', '"две\r\nстроки"'],
])('%j is written as %j', (value, cell) => expect(csvCell(value)).toBe(cell))

test.each(['+7 (384-44) 2-11-22', '-5', '- разбор урока', '+7 900 111-22-33, доб. 4'])('%j stays legible', (value) => {
  const cell = csvCell(value).replaceAll('"', '')
  expect([cell.trim(), cell.charCodeAt(0)]).toEqual([value, 0xa0])
})

test('numbers stay numbers and nothing is nothing', () => {
  expect([csvCell(-5), csvCell(null), csvCell(undefined)]).toEqual(['-5', '', ''])
})

test('a file begins with the byte order mark, ends every line and leaves out what only the page shows', async () => {
  type Row = { a: string; b: number; on: string | null }
  const columns = [
    text<Row>('Имя', (row) => row.a),
    onPage<Row>('Действие', () => 'кнопка'),
    number<Row>('Число', (row) => row.b, inFile),
    day<Row>('День', (row) => row.on),
  ]
  async function* batches() {
    yield [{ a: 'x', b: 1, on: '2022-01-28' }]
    yield [{ a: 'y', b: 2, on: null }]
  }
  let whole = ''
  for await (const piece of csvText(columns, batches())) whole += piece
  expect(whole).toBe('\ufeffИмя;Число;День\r\nx;1;28.01.2022\r\ny;2;\r\n')
})
