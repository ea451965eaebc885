import { afterAll, describe, expect, test } from 'vitest'
import { column, document, p, section, table } from './build.ts'
import { contentDisposition, fileName, mediaType } from './file-name.ts'
import { docxText, pdfPages } from './reading.fixture.ts'
import { closeRenderer, render } from './render.ts'

const short = document({ title: 'Проба' }, [section([p('Площадка работает.')])])
const rows = (count: number) =>
  document({ title: 'Таблица' }, [
    section([
      table(
        [column('А'), column('Б')],
        Array.from({ length: count }, () => ['1', '2']),
      ),
    ]),
  ])

afterAll(closeRenderer)

describe('the worker', () => {
  test('renders both formats, one after another', async () => {
    const [docx, pdf, again] = await Promise.all([render(short, 'docx'), render(short, 'pdf'), render(short, 'pdf')])
    expect(docxText(docx)).toContain('Площадка работает.')
    expect(pdfPages(pdf)[0]).toContain('Площадка работает.')
    expect(Buffer.from(pdf).equals(Buffer.from(again))).toBe(true)
  })

  test('a document that takes too long is given up, the next one is rendered', async () => {
    const slow = render(rows(2000), 'pdf', { milliseconds: 5 })
    const next = render(short, 'pdf')
    await expect(slow).rejects.toMatchObject({ reason: 'tookTooLong' })
    expect((await next).length).toBeGreaterThan(1000)
  })

  test('a document that cannot be rendered says so, the next one is rendered', async () => {
    const torn = document({ title: 'Проба' }, [section([table([column('А')], [['1', '2']])])])
    await expect(render(torn, 'docx')).rejects.toMatchObject({ reason: 'failed', message: expect.stringContaining('columns') })
    expect((await render(short, 'docx')).length).toBeGreaterThan(1000)
  })

  test.each(['docx', 'pdf'] as const)(
    'the longest table that is let in becomes a .%s within the memory of the worker',
    async (format) => {
      const longest = rows(9_000)
      expect(JSON.stringify(longest).length).toBeGreaterThan(590_000)
      expect((await render(longest, format, { milliseconds: 60_000 })).length).toBeGreaterThan(50_000)
    },
    90_000,
  )

  test('a document beyond all measure is refused at once', async () => {
    const text = document({ title: 'Проба' }, [section([p('а'.repeat(600_001))])])
    await expect(render(text, 'pdf')).rejects.toMatchObject({ reason: 'tooLarge' })
  })

  test('closing refuses what waits; a later document starts a new worker', async () => {
    const waiting = [render(rows(500), 'pdf'), render(short, 'pdf')]
    const settled = Promise.allSettled(waiting)
    await closeRenderer()
    for (const outcome of await settled) expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'stopped' } })
    expect((await render(short, 'pdf')).length).toBeGreaterThan(1000)
  })
})

describe('names of files', () => {
  test.each([
    ['Приказ № 33 от 28 января 2021 г.', 'Приказ № 33 от 28 января 2021 г.docx'],
    ['План 2021/22: «Луга»', 'План 2021-22- «Луга».docx'],
    ['../..\\etc|passwd\u0000\u202e', '-..-etc-passwd.docx'],
    ['   ', 'Документ.docx'],
    ['а'.repeat(300), `${'а'.repeat(100)}.docx`],
  ])('%j', (title, name) => expect(fileName({ title }, 'docx')).toBe(name))

  test('a name that is cut within a pair of surrogates stays well formed', () => {
    expect(fileName({ title: `${'а'.repeat(99)}🎉` }, 'pdf')).toBe(`${'а'.repeat(99)}.pdf`)
  })

  test('the header carries the Russian name and a plain one', () => {
    expect(contentDisposition('Приказ № 33 (копия).pdf')).toBe(
      `attachment; filename="document.pdf"; filename*=UTF-8''%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%E2%84%96%2033%20%28%D0%BA%D0%BE%D0%BF%D0%B8%D1%8F%29.pdf`,
    )
    expect(contentDisposition('report 1.pdf', 'inline')).toBe(`inline; filename="report 1.pdf"; filename*=UTF-8''report%201.pdf`)
  })

  test.each(['a"; x=y.pdf', 'a\r\nSet-Cookie: x.pdf', "it's \ud800.pdf"])('%j cannot break out of the header', (name) => {
    expect(contentDisposition(name)).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.~%-]+$/)
  })

  test('media types', () => {
    expect(mediaType('pdf')).toBe('application/pdf')
    expect(mediaType('docx')).toContain('wordprocessingml')
  })
})
