import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { type Column, day, inFile, number, onPage, text } from './columns.tsx'
import { xlsxBytes } from './xlsx.ts'

type Row = { name: string | null; count: number; on: string | null }
const columns: Column<Row>[] = [
  text('Название', (row) => row.name),
  onPage('Кнопки', () => 'кнопка'),
  number('Сколько', (row) => row.count, inFile),
  day('День', (row) => row.on),
]

async function workbook(title: string, ...batches: Row[][]) {
  async function* source() {
    yield* batches
  }
  const parts: Uint8Array[] = []
  for await (const part of xlsxBytes(title, columns, source())) parts.push(part)
  return readXlsx(Buffer.concat(parts))
}

test('a table is read back as it was: numbers are numbers, days are days, text is never a formula', async () => {
  const { sheets } = await workbook(
    'Люди',
    [
      { name: '+7 (384-44) 2-11-22', count: -5, on: '2022-01-28' },
      { name: '=1+1', count: 12, on: null },
    ],
    [{ name: 'две\nстроки', count: 0, on: '2020-02-29' }],
  )
  expect(sheets).toHaveLength(1)
  expect([sheets[0]!.name, ...sheets[0]!.rows]).toEqual([
    'Люди',
    ['Название', 'Сколько', 'День'],
    ['+7 (384-44) 2-11-22', -5, new Date('2022-01-28T00:00:00Z')],
    ['=1+1', 12, null],
    ['две\nстроки', 0, new Date('2020-02-29T00:00:00Z')],
  ])
  expect(sheets[0]!.freezePane).toMatchObject({ rows: 1 })
})

test('columns are as wide as what they hold, within reason', async () => {
  const { sheets } = await workbook('x', [{ name: 'о'.repeat(400), count: 1, on: null }])
  const widths = sheets[0]!.columns!.map(({ width }) => width)
  expect([widths[0], widths[1]]).toEqual([60, 10])
})

test('no rows are a head alone, a title no sheet could have is made one, signs no document may hold are left out', async () => {
  const { sheets } = await workbook('Заявки: все [очень] длинное название листа/таблицы')
  expect(sheets[0]!.rows).toEqual([['Название', 'Сколько', 'День']])
  expect(sheets[0]!.name).toBe('Заявки  все  очень  длинное наз')
  const { sheets: other } = await workbook('x', [{ name: 'а\u0000\u000bб', count: 1, on: null }])
  expect(other[0]!.rows[1]![0]).toBe('аб')
})
