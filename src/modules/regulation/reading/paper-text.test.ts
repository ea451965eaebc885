import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { expect, test } from 'vitest'
import { cutIntoClauses } from '../../../regulation/editor/cutting.ts'
import { paperText } from './paper-text.ts'

const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })

test('the numbers of the rows of a table are no clauses: they stand as a list in the clause before it', async () => {
  const table = new Table({
    rows: [row('№', 'Что', 'Когда'), row('1', 'Открытый урок', 'сентябрь'), row('', '', ''), row('2', 'Семинар', 'март')],
  })
  const children = [
    new Paragraph('1. План'),
    new Paragraph('1.1. Площадка проводит:'),
    table,
    new Paragraph('1.2. Иное.'),
    new Paragraph('Приложение 1'),
    table,
  ]
  const read = paperText(new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] }))))
  const rows = ['№ — Что — Когда', '1 — Открытый урок — сентябрь', '2 — Семинар — март']
  const [section, appendix] = cutIntoClauses(typeof read === 'string' ? read : read.text).clauses
  expect(section?.clauses).toMatchObject([
    { number: '1.1', body: ['Площадка проводит:', rows] },
    { number: '1.2', body: ['Иное.'] },
  ])
  expect(appendix).toMatchObject({ number: 'прил. 1', body: [rows], clauses: [] })
  expect(appendix?.title).toBeUndefined()
})
