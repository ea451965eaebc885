// Proves X-O.
import { afterAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { inScope } from '../../../test/factory.ts'
import { demonstration } from '../../../test/trust/world.ts'
import type { Block, Doc, Words } from '../../documents/model.ts'
import { closeRenderer, render } from '../../documents/render.ts'
import { keysOf } from '../../loading/keys.ts'
import { walk } from '../../regulation/clauses.ts'
import { withoutWeakSchools } from '../../regulation/weak-schools.ts'
import { orderDocument } from './document.ts'
import type { OrderSnapshot } from './snapshot.ts'

const database = ownDatabase(demonstration)
afterAll(closeRenderer)

const published = ['luga', 'chebula', 'ustishim']

function snapshotIn(code: string): Promise<OrderSnapshot> {
  return inScope(database.db, keysOf(code).territory, async (tx) => {
    const row = await tx.selectFrom('orders').select('snapshot').where('state', '=', 'signed').executeTakeFirstOrThrow()
    return row.snapshot as unknown as OrderSnapshot
  })
}

const text = (words: Words) => words.map((run) => run.text).join('')
function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'clause':
      return `${block.number} ${text(block.words)}`
    case 'paragraph':
    case 'heading':
    case 'bullet':
      return text(block.words)
    case 'letterhead':
      return block.lines.map(text).join('\n')
    case 'marks':
      return (block.right ?? []).map(text).join('\n')
    case 'dateAndNumber':
      return [block.date, block.place ?? '', block.number].join('\n')
    case 'signature':
      return `${block.post}\n${block.name}`
    case 'table':
      return [
        block.columns.map((column) => text(column.title)),
        ...block.rows.map((row) => row.flatMap((cell) => cell.paragraphs.map(text))),
      ]
        .flat()
        .join('\n')
    default:
      return ''
  }
}
const pages = (doc: Doc) => doc.sections.map(({ blocks }) => blocks.map(wordsOf).join('\n'))

describe('a published order on paper', () => {
  test.each(published)('%s: every point, every appendix and the signature are there', async (code) => {
    const snapshot = await snapshotIn(code)
    const [order, ...appendices] = pages(orderDocument(snapshot))
    for (const point of snapshot.points) expect(order).toContain(`${point.number} ${point.text}`)
    for (const line of snapshot.letterhead) expect(order).toContain(line)
    expect(order).toContain(snapshot.title)
    expect(order).toContain(snapshot.enactingWord)
    expect(order).toContain(`№ ${snapshot.numberText}`)
    expect(order).toContain(`${snapshot.signatory.post}\n${snapshot.signatory.name}`)
    expect(appendices).toHaveLength(snapshot.appendices.length)
    snapshot.appendices.forEach((appendix, index) => {
      expect(appendices[index]).toContain(snapshot.appendices.length > 1 ? `Приложение ${appendix.number}` : 'Приложение\n')
      if (appendix.content === 'regulation')
        for (const clause of walk(appendix.regulation.clauses))
          for (const part of clause.body.flat()) expect(appendices[index]).toContain(part)
      else for (const cell of appendix.rows.flat(2)) expect(appendices[index]).toContain(cell)
    })
  })

  test('each office writes the day its own way', async () => {
    const first = async (code: string) => pages(orderDocument(await snapshotIn(code)))
    expect((await first('luga'))[0]).toContain('28 января 2021 года')
    expect((await first('chebula'))[0]).toContain('24.08.2021 г.\nпгт. Верх-Чебула\n№ 37-о')
    expect((await first('ustishim'))[0]).toContain('02.06.2023 г.\nс. Усть-Ишим\n№ 91')
    expect((await first('chebula'))[1]).toContain('к приказу ЦИМС\nот 24.08.2021 № 37-о')
  })

  test.each(published)('%s: renders as .pdf and .docx', async (code) => {
    const doc = orderDocument(await snapshotIn(code))
    const pdf = await render(doc, 'pdf')
    const docx = await render(doc, 'docx')
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
    expect(Buffer.from(docx.slice(0, 2)).toString()).toBe('PK')
    if (process.env.PAPERS) (await import('node:fs')).writeFileSync(`${process.env.PAPERS}/${code}.pdf`, pdf)
  })

  test('for everybody: no school that needs support is named', async () => {
    const snapshot = await snapshotIn('luga')
    const [, , attached] = pages(orderDocument(withoutWeakSchools(snapshot)))
    const appendix = snapshot.appendices.find((one) => one.content === 'attachments')!
    if (appendix.content === 'regulation') throw new Error('expected a list')
    for (const name of appendix.rows.flatMap((row) => row[2]!)) expect(attached).not.toContain(name)
    expect(attached).not.toContain('низкими')
    expect(attached).toContain('размещается без перечня')
  })
})

test('a draft leaves room for the day and the number', async () => {
  const { signedOn: _, numberText: __, ...rest } = await snapshotIn('luga')
  const [order, regulation] = pages(orderDocument({ ...rest, signedOn: null, numberText: null }))
  expect(order).toContain('№ ________')
  expect(regulation).toContain('№ ________')
})
