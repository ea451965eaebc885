import { describe, expect, test } from 'vitest'
import {
  approvalMarks,
  bullet,
  cell,
  clause,
  codeCell,
  column,
  document,
  fillLine,
  gap,
  heading,
  p,
  pageBreak,
  paragraphs,
  qrCode,
  section,
  signature,
  table,
} from './build.ts'
import { renderDocx } from './docx.ts'
import type { Block, Doc } from './model.ts'
import { docxText, pdfInfo, pdfPages, pdfStructure, poppler, sortedWords } from './reading.fixture.ts'
import { lugaOrder, planOfYear } from './sample.fixture.ts'
import { renderPdf } from './typst.ts'

const withBlocks = (...blocks: Block[]): Doc => document({ title: 'Проба' }, [section(blocks, { pageNumbers: 'none' })])
const pagesOf = (...blocks: Block[]) => pdfPages(renderPdf(withBlocks(...blocks)))
const signed = signature('Директор', 'С. В. Красий')

const everything = withBlocks(
  approvalMarks({ left: ['СОГЛАСОВАНО', 'Директор ЦИМС'], right: ['УТВЕРЖДАЮ', 'Начальник управления'] }),
  heading(1, 'Отчёт'),
  p(['Обычный, ', { text: 'жирный', bold: true }, ' и ', { text: 'наклонный', italic: true }, ' текст.']),
  ...paragraphs('Первая строка\n\nВторая строка'),
  clause('3.2.1', 'Пункт', 2),
  bullet('одно'),
  bullet('другое'),
  fillLine('подпись слушателя'),
  table([column('А'), column('Б', 2, 'center')], [[cell('на всю ширину', { span: 2 })], [cell({ lines: ['раз', 'два'] })]]),
  gap(2),
  signature('Руководитель стажировочной площадки муниципального округа', 'Н. А. Снигур', { line: true, seal: true }),
)

describe('both formats', () => {
  test.each([
    ['order', lugaOrder],
    ['plan', planOfYear],
    ['every block', everything],
  ])('%s: the same words', async (_, doc) => {
    const unnumbered = { ...doc, sections: doc.sections.map((part) => ({ ...part, pageNumbers: 'none' as const })) }
    const head = /^(?:№|Мероприятие|Сроки|проведения|Ответственный|за|мероприятие|Отчёт|о|выполнении)$/
    const words = (text: string) => sortedWords(text).filter((word) => doc !== planOfYear || !head.test(word))
    expect(words(pdfPages(renderPdf(unnumbered)).join('\n').replaceAll('\u00ad\n', ''))).toEqual(
      words(docxText(await renderDocx(unnumbered))),
    )
  })
})

describe('accessibility', () => {
  test('the file is tagged, titled, dated by the document and has the language', () => {
    const bytes = renderPdf(lugaOrder)
    expect(pdfInfo(bytes)).toMatch(/Tagged:\s+yes/)
    expect(pdfInfo(bytes)).toMatch(/Title:\s+Приказ № 33 от 28 января 2021 г\./)
    expect(pdfInfo(bytes)).toMatch(/CreationDate:.*Jan 28.*2021/)
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang ?\(ru-RU\)/)
    expect(Buffer.from(bytes).toString('latin1')).toContain('pdfuaid:part')
  })

  test('headings, lists and tables are told as such', () => {
    const structure = pdfStructure(renderPdf(lugaOrder))
    for (const tag of ['H1', 'H2', 'LI', 'Table', 'THead', 'TH', 'TD'])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
  })

  test('a QR code in a cell is a figure with words too, and its row keeps its words', () => {
    const row = ['Петрова А. А.', codeCell('https://example.org/list?mark=1', 'Отметить: Петрова А. А.')]
    const bytes = renderPdf(withBlocks(table([column('Кто'), column('Код')], [row])))
    expect(pdfStructure(bytes)).toMatch(/Figure/)
    expect(pdfPages(bytes).join('\n')).toContain('Петрова А. А.')
  })

  test('a QR code is a figure with words', () => {
    const bytes = renderPdf(withBlocks(qrCode('https://example.org/c/1', 'Проверить сертификат', { align: 'right' })))
    expect(pdfStructure(bytes)).toMatch(/Figure/)
  })

  test.each([
    [[2], ['H1']],
    [
      [3, 1, 3],
      ['H1', 'H1', 'H2'],
    ],
  ] as const)('headings %j become a tree without holes', (levels, tags) => {
    const structure = pdfStructure(renderPdf(withBlocks(...levels.map((level) => heading(level, 'Раздел')))))
    expect(structure.match(/H\d/g)).toEqual(tags)
  })
})

describe('the tag tree of an order', () => {
  const tagged = (bytes: Uint8Array) => poppler('pdfinfo', bytes, [], ['-struct-text'])

  test('letterhead, date, number, points and signature are paragraphs, what it is and what it is about are headings', () => {
    const structure = tagged(renderPdf(lugaOrder))
      .replaceAll(/[\u00a0\u202f]/g, ' ')
      .replaceAll(/"\n +"/g, '')
    const under = (tag: string, text: string) =>
      new RegExp(`^ *${tag}[^\\n]*\\n(?:(?! *(?:P|H\\d|TD|Lbl)\\b)[^\\n]*\\n)*? *"[^"]*${text}`, 'm')
    expect(structure).toMatch(under('H1', 'ПРИКАЗ'))
    expect(structure).toMatch(under('H2', 'Об утверждении'))
    for (const text of ['Комитет образования', '28 января', '№ 33', 'Председатель', 'С. В. Красий'])
      expect(structure).toMatch(under('P', text))
  })
})

test('a word of 80 letters stays on the page, in text and in a narrow column', () => {
  const name = 'протоколзаседания'.repeat(5)
  const bytes = renderPdf(withBlocks(p(name), table([column('Файл'), column('Текст', 5)], [[name, 'слово']])))
  const boxes = [...poppler('pdftotext', bytes, ['-'], ['-bbox']).matchAll(/xMax="([\d.]+)"/g)].map(([, right]) => Number(right))
  expect(Math.max(...boxes)).toBeLessThan(595.3 - 15 * (72 / 25.4) + 1)
})

test('what leads to a list does not end a page; abbreviations are not parted', () => {
  const filled = (gaps: number) => [...Array.from({ length: 30 }, (_, at) => p(`Строка ${at + 1}.`)), gap(gaps)]
  for (const gaps of [5, 6, 7, 8, 9]) {
    const pages = pagesOf(...filled(gaps), clause('1', 'Задачи:'), bullet('раз;'), bullet('два.'))
    expect(pages.findIndex((page) => page.includes('Задачи:'))).toBe(pages.findIndex((page) => page.includes('раз;')))
  }
  const pages = pagesOf(p(Array.from({ length: 300 }, (_, at) => `${'к'.repeat(at % 9)} «МКУЛОИРОЦИМС»`).join(' ')))
  expect(pages.join('').match(/МКУЛОИРОЦИМС/g)).toHaveLength(300)
})

test('a bracket after a closing quote may begin a line', () => {
  const lines = pagesOf(p(`${'МОУ «Школа № 3» (Снигур Н. А.), '.repeat(30)}`))
    .join('')
    .split('\n')
  expect(lines.some((line) => line.startsWith('(Снигур'))).toBe(true)
})

test('lines stay lines; a demonstration says so on every page', () => {
  const doc = withBlocks(clause('1', 'Школам:\n1) раз;\n- два.'), pageBreak(), p('Конец'))
  const pages = pdfPages(renderPdf({ ...doc, sample: true }))
  expect(pages[0]).toMatch(/Школам:\n+1\) раз;\n+–\s+два\./)
  expect(pages.every((page) => page.includes('Учебный образец'))).toBe(true)
  expect(pdfPages(renderPdf(doc)).join()).not.toContain('Учебный')
})

test('numbers stand on every page but the first; a section may number anew', () => {
  const part = () => section([p('Текст'), pageBreak(), p('Текст')])
  const pages = pdfPages(renderPdf(document({ title: 'Проба' }, [part(), part(), { ...part(), startNumbering: 1 }])))
  expect(pages.map((text) => text.replace(/\s*Текст\s*/, ''))).toEqual(['', '2', '3', '4', '', '2'])
})

test('the same document gives the same bytes', () => {
  expect(Buffer.from(renderPdf(lugaOrder)).equals(Buffer.from(renderPdf(lugaOrder)))).toBe(true)
})

test.each([0, 1, 2, 3, 4, 5])('a row that is the title of those under it never ends a page: %i lines before', (lines) => {
  const titled = [1, 2].flatMap((n) => [[cell(`Часть ${n}`, { span: 2 })], [cell(`Пункт ${n}`, { span: 2 })], ['строка', 'ещё']])
  const rows = [...Array.from({ length: 30 + lines }, () => ['раз', 'два']), ...titled]
  const given = table([column('А'), column('Б')], rows)
  for (const pages of [pagesOf(given), pagesOf(given, signed)]) {
    expect(pages.join('').match(/Часть 1|Пункт 1|Часть 2|Пункт 2/g)).toHaveLength(4)
    for (const page of pages) expect(page.trim()).not.toMatch(/(Часть|Пункт) \d$/)
  }
})

describe('a justified line is not torn apart by what is bound in it', () => {
  /** The widest gap between words of the first lines, in shares of the width of a letter. */
  const widestGap = (text: string) => {
    const boxes = poppler('pdftotext', renderPdf(withBlocks(clause('1', text))), ['-'], ['-bbox'])
    const words = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"/g)].map(([, ...at]) => at.map(Number))
    const gaps = words.slice(1).flatMap(([left = 0, top], n) => (words[n]![1] === top ? [left - words[n]![2]!] : []))
    return Math.max(...gaps)
  }
  test.each([
    'Контроль за исполнением распоряжения возложить на Журавлёву Н. Е., начальника отдела.',
    'Настоящее Положение устанавливает порядок создания и деятельности в области региональных стажировочных площадок (далее — площадки).',
    'Настоящее Положение разработано в соответствии с Федеральным законом № 273-ФЗ «Об образовании в Российской Федерации» и постановлением правительства Ленинградской области от 14 ноября 2013 года № 398 об утверждении программы.',
  ])('%s', (text) => expect(widestGap(text)).toBeLessThan(12))
})

test('short things that are bound stay whole in a narrow column, in its title and in its cells', () => {
  const columns = [column('№ п/п'), column('Тема', 12), column('Разница', 1), column('Не проведено', 1)]
  const [page = ''] = pagesOf(table(columns, [['1.', 'Урок '.repeat(12), '22,22\u00a0п.\u00a0п.', '0']]))
  const said = page.replaceAll(/[\u00a0\u202f]/g, ' ')
  for (const whole of ['№ п/п', '22,22 п. п.', 'Не проведено']) expect(said).toContain(whole)
})

describe('a signature never stands alone', () => {
  test.each(Array.from({ length: 12 }, (_, index) => 28 + index))('after a table of %i rows', (rows) => {
    const pages = pagesOf(
      table(
        [column('Номер')],
        Array.from({ length: rows }, (_, index) => [`строка ${index + 1}`]),
      ),
      signed,
    )
    const last = pages.at(-1) ?? ''
    expect(last).toContain('Красий')
    expect(last).toContain(`строка ${rows}\n`)
    expect(last).toContain(`строка ${rows - 1}\n`)
  })

  test.each(Array.from({ length: 8 }, (_, index) => 33 + index))('after %i lines of text', (count) => {
    const last = pagesOf(...Array.from({ length: count }, (_, index) => p(`Строка ${index + 1}.`)), signed).at(-1)
    expect(last).toContain('Красий')
    expect(last).toContain(`Строка ${count}.`)
  })

  test.each([0, 1, 2, 3, 4, 5, 6, 7])('the text before it fills the page as far as it can, %i gaps above', (gaps) => {
    const blocks = [
      ...Array.from({ length: 30 }, (_, index) => p(`Строка ${index + 1}.`)),
      gap(gaps),
      clause('1', 'Конец'),
      gap(),
      signed,
    ]
    const pages = pagesOf(...blocks)
    expect(pages).toHaveLength(gaps < 7 ? 1 : 2)
    expect(pages.at(-1)).toMatch(/Конец.*Красий/s)
  })

  test.each([480, 490, 500, 510, 515, 520, 525, 530, 900])('after a paragraph of %i words', (count) => {
    const pages = pagesOf(p('слово '.repeat(count)), signed)
    expect(pages.at(-1)).toContain('слово')
    expect(pages.join(' ').match(/слово/g)).toHaveLength(count)
  })

  test('after a table of one row taller than a page', () => {
    const pages = pagesOf(table([column('Текст')], [['слово '.repeat(2000)]]), signed)
    expect(pages.join(' ').match(/слово/g)).toHaveLength(2000)
    expect(pages.at(-1)).toContain('слово')
  })
})

test('what looks like Typst stays text', () => {
  const typed = '#read("/etc/passwd") *bold* $x$ _a_ @b <c> `d` \\e #panic() [f] // g /* h */ = i "j" \'k\' --- ...'
  expect(
    pagesOf(p(typed, { align: 'left' }))
      .join('')
      .replace(/\s+/g, ' '),
  ).toContain(typed)
})

test('characters the font lacks do not stop the document', () => {
  const [page] = pagesOf(p('Класс 🎉 漢 ☐ готов\u0000\ud800'))
  expect(page).toMatch(/Класс □ □ □ готов/)
})

test('an empty document has one page', () => expect(pagesOf()).toHaveLength(1))

test('a table of 1000 rows keeps every row and repeats its head', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => [`${index + 1}.`, 'Школа № 3', 'Семинар для учителей'])
  const pages = pagesOf(table([column('№', 1), column('Школа', 3), column('Мероприятие', 4)], rows))
  expect(pages.join('').match(/Семинар/g)).toHaveLength(1000)
  expect(pages.every((text) => text.includes('Мероприятие'))).toBe(true)
})
