import { describe, expect, test } from 'vitest'
import {
  appendixMark,
  bullet,
  cell,
  clause,
  codeCell,
  column,
  document,
  heading,
  p,
  pageBreak,
  qrCode,
  section,
  signature,
  table,
} from './build.ts'
import { renderDocx } from './docx.ts'
import type { Block } from './model.ts'
import { docxPart, docxText } from './reading.fixture.ts'
import { lugaOrder, planOfYear } from './sample.fixture.ts'

const rendered = (...blocks: Block[]) => renderDocx(document({ title: 'Проба' }, [section(blocks)]))

test('the words stand in the order of the document, numbers as they were written', async () => {
  const text = docxText(
    await rendered(
      heading(2, 'Общие положения', { number: 'I' }),
      clause('2.', 'Второй'),
      clause('1', 'Первый'),
      bullet('перечень'),
    ),
  )
  expect(text.trim().split('\n')).toEqual(['I. Общие положения', '2. Второй', '1. Первый', 'перечень'])
})

test('margins are 30, 15, 20 and 20 mm, the page number begins on the second page', async () => {
  const xml = docxPart(await renderDocx(lugaOrder))
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
  expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(1)
  expect(xml.match(/<w:sectPr>/g)).toHaveLength(3)
})

test('a landscape section is wider than it is high', async () => {
  expect(docxPart(await renderDocx(planOfYear))).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
})

test('the head of a table is repeated and its rows are not torn', async () => {
  const xml = docxPart(await rendered(table([column('Школа')], [['Первая'], ['Вторая']])))
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3)
})

test('a row taller than half a page may be torn', async () => {
  const xml = docxPart(await rendered(table([column('Текст')], [['слово '.repeat(1000)]])))
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(1)
})

describe('styles', () => {
  test('paragraphs are named by what they are', async () => {
    const xml = docxPart(await rendered(heading(1, 'Положение'), p('Текст'), clause('1', 'Пункт'), appendixMark('Приложение 1')))
    for (const style of ['Heading1', 'BodyText', 'Clause', 'Mark']) expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
  })

  test('the text is Times New Roman 14 in Russian, tables are 12, lines are not squeezed', async () => {
    const xml = docxPart(await renderDocx(lugaOrder), 'word/styles.xml')
    expect(xml).toContain('w:ascii="Times New Roman"')
    expect(xml).toContain('<w:sz w:val="28"/>')
    expect(xml).toMatch(/w:styleId="TableText".*?<w:sz w:val="24"\/>/s)
    expect(xml).toContain('<w:lang w:val="ru-RU"')
    expect(xml.match(/w:line="\d+"(?! w:lineRule="auto")/g)).toBeNull()
  })
})

test('the end of the text and the last rows of a table go along with the signature', async () => {
  const text = docxPart(await rendered(p('Начало'), p('Конец'), signature('Директор', 'С. В. Красий')))
  expect(text).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Конец/s)
  expect(text).not.toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Начало/s)

  const rows = docxPart(
    await rendered(table([column('Школа')], [['Один'], ['Два'], ['Три']]), signature('Директор', 'С. В. Красий')),
  )
  expect(rows).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Два/s)
  expect(rows).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Три/s)
  expect(rows).not.toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Один/s)
})

test('a row of one cell goes along with the row under it', async () => {
  const rows = [[cell('Часть', { span: 2 })], ['Раз', 'два'], ['Три', 'четыре']]
  const text = docxPart(await rendered(table([column('А'), column('Б')], rows)))
  expect(text).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Часть/s)
  expect(text).not.toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Раз/s)
})

test('two tables never touch: Word would join them', async () => {
  expect(docxPart(await renderDocx(planOfYear))).not.toMatch(/<\/w:tbl><w:tbl>/)
  expect(docxPart(await rendered(table([column('А')], [['1']]), table([column('Б')], [['2']])))).not.toMatch(/<\/w:tbl><w:tbl>/)
})

test('what was typed as several lines is several paragraphs', async () => {
  const typed = 'Школам:\n1) раз;\r\n2) два;\n- три.'
  const lines = ['1. Школам:', '1) раз;', '2) два;', 'три.']
  expect(
    docxText(await rendered(clause('1', typed)))
      .trim()
      .split('\n'),
  ).toEqual(lines)
  const cells = docxText(await rendered(table([column('Отчёт')], [['раз\nдва']])))
  expect(cells.trim().split('\n')).toEqual(['Отчёт', 'раз', 'два'])
})

test('what leads to a list stays with it', async () => {
  const xml = docxPart(await rendered(clause('1', 'Задачи:'), bullet('раз'), p('Формы:'), bullet('два'), clause('2', 'Конец')))
  for (const lead of ['Задачи:', 'Формы:']) expect(xml).toMatch(new RegExp(`<w:keepNext/>(?:(?!<w:p>).)*${lead}`, 's'))
  expect(xml).not.toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Конец/s)
})

test('long words hold nothing invisible: Word breaks them by itself', async () => {
  const word = `${'а'.repeat(80)}.pdf`
  expect(docxText(await rendered(p(word), table([column('Файл')], [[word]]))).match(new RegExp(word, 'g'))).toHaveLength(2)
})

test('a demonstration says so on every page, a real paper nowhere', async () => {
  const headers = async (sample: boolean) => {
    const bytes = await renderDocx({ ...lugaOrder, sample })
    return ['word/header1.xml', 'word/header2.xml'].map((name) => docxPart(bytes, name).includes('Учебный образец'))
  }
  expect(await headers(true)).toEqual([true, true])
  expect(await headers(false)).toEqual([false, false])
})

test('the same document gives the same bytes, dated by the document', async () => {
  const [first, second] = [await renderDocx(lugaOrder), await renderDocx(lugaOrder)]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  const core = docxPart(first, 'docProps/core.xml')
  expect(core).toContain('2021-01-28T00:00:00Z')
  expect(core).toContain('<dc:title>Приказ № 33 от 28 января 2021 г.</dc:title>')
})

test('markup and control characters in typed text stay text', async () => {
  const typed = '<w:p/> &amp; \u0000\u0008*жирно* {{имя}}'
  expect(docxText(await rendered(p(typed), pageBreak()))).toContain('<w:p/> &amp; *жирно* {{имя}}')
})

test('a QR code in a cell is a picture under its words', async () => {
  const cells = ['Петрова А. А.', codeCell('https://example.org/list?mark=1', 'Отметить: Петрова А. А.')]
  const xml = docxPart(await rendered(table([column('Кто'), column('Код')], [cells])))
  expect(xml).toContain('descr="Отметить: Петрова А. А."')
  expect(xml.match(/<w:tc>/g)).toHaveLength(4)
})

test('a QR code is a picture with words for those who cannot see it', async () => {
  const doc = document({ title: 'Сертификат' }, [section([qrCode('https://example.org/c/1', 'Проверить сертификат')])])
  const [first, second] = [await renderDocx(doc), await renderDocx(doc)]
  expect(docxPart(first)).toContain('descr="Проверить сертификат"')
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
})
