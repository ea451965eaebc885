import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { aSentFile as file } from '../../test/factories/files.ts'
import { allRules } from '../kernel/result.ts'
import { checkFiles, cleanName, type FileLimits, largeFiles, seminarFiles, usualFiles } from './check.ts'
import { receiveIn, type SentFile } from './incoming.ts'

const folder = fs.mkdtempSync(path.join(tmpdir(), 'check-'))
receiveIn(folder)
afterAll(() => fs.rmSync(folder, { recursive: true }))

const pdf = strToU8('%PDF-1.7\n%')
const chunk = (kind: string, bytes = 0) => {
  const made = Buffer.alloc(12 + bytes)
  made.writeUInt32BE(bytes, 0)
  made.write(kind, 4, 'latin1')
  return made
}
const pngHead = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const png = Buffer.concat([pngHead, chunk('IHDR', 13), chunk('IDAT', 5), chunk('IEND')])
const jpgHead = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]
const jpg = new Uint8Array([...jpgHead, 0xff, 0xc0, 0, 4, 1, 1, 0xff, 0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9])
const bom = strToU8('\ufeff')
const relations = (more: string) => strToU8(`<Relationships xmlns="x"><Relationship Id="r1" ${more}/></Relationships>`)
const relation = (type: string, target: string) =>
  relations(
    `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"`,
  )
const settings = 'word/_rels/settings.xml.rels'
const named = (type: string) => ({
  '[Content_Types].xml': strToU8(`<Types><Override PartName="/word/other.bin" ContentType="${type}"/></Types>`),
})
const types = strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
const docx = (more: Record<string, Uint8Array> = {}) =>
  zipSync({ '[Content_Types].xml': types, 'word/document.xml': strToU8('<w:document/>'), ...more })
const xlsx = zipSync({ '[Content_Types].xml': types, 'xl/workbook.xml': strToU8('<workbook/>') })
const odt = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
  'content.xml': strToU8('<office:document-content/>'),
})

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const pptx = zipSync({ '[Content_Types].xml': types, 'ppt/presentation.xml': strToU8('<p/>') })
const oldBytes = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const rulesOf = async (files: readonly SentFile[], limits?: FileLimits) => {
  const result = await checkFiles(files, 'files', limits)
  return result.ok ? [] : allRules(result.refusal).map(({ rule, field }) => `${rule} ${field}`)
}

describe('a file that may be kept', () => {
  test.each([
    ['отчёт.pdf', pdf, 'application/pdf'],
    ['Фото.JPEG', jpg, 'image/jpeg'],
    ['схема.png', png, 'image/png'],
    ['план.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['явка.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['план.odt', odt, 'application/vnd.oasis.opendocument.text'],
    ['с меткой.pdf', Buffer.concat([bom, pdf]), 'application/pdf'],
    ['с диаграммой.docx', docx({ 'word/embeddings/Microsoft_Excel_Worksheet.xlsx': xlsx }), docxType],
    ['со ссылкой.docx', docx({ 'word/_rels/document.xml.rels': relation('hyperlink', 'https://example.ru/?a&gt;b') }), docxType],
    ['с шаблоном.docx', docx({ [settings]: relation('attachedTemplate', 'file:///C:\\Users\\a\\t.dotm') }), docxType],
  ])('%s', async (name, bytes, mediaType) => {
    const result = await checkFiles([await file(name, bytes)], 'files')
    expect(result).toMatchObject({ ok: true, value: [{ name, mediaType }] })
  })
})

/** One part of so many zero bytes, packed about a thousandfold. */
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)

/** Many entries of the directory that all point at the same packed part: the overlapping bomb. */
function overlapping(count: number): Uint8Array {
  const packed = deflateRawSync(zeros(1))
  const name = (index: number) => Buffer.from(`p${index}.bin`)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  const directory = Array.from({ length: count }, (_, index) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name(index).length, 28)
    return Buffer.concat([entry, name(index)])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(30 + packed.length, 16)
  return Buffer.concat([local, packed, ...directory, end])
}

describe('a file that is refused', () => {
  test.each([
    ['a program called pdf', file('отчёт.pdf', strToU8('MZ\x90\0')), 'file.unknownKind'],
    ['a page of the web', file('страница.html', strToU8('<html><script>')), 'file.unknownKind'],
    ['a drawing with scripts', file('рисунок.svg', strToU8('<svg onload="x"/>')), 'file.unknownKind'],
    ['an archive', file('всё.zip', zipSync({ 'a.txt': strToU8('a') })), 'file.unknownKind'],
    ['a pdf called png', file('отчёт.png', pdf), 'file.wrongExtension'],
    ['a pdf without an extension', file('отчёт', pdf), 'file.wrongExtension'],
    ['nothing', file('отчёт.pdf', new Uint8Array()), 'file.empty'],
    ['more than 20 MB', file('отчёт.pdf', new Uint8Array(usualFiles.bytes + 1)), 'file.tooLarge'],
    ['macros', file('план.docx', docx({ 'word/vbaProject.bin': strToU8('x') })), 'file.unsafe'],
    ['an archive inside', file('план.docx', docx({ 'word/media/a.bin': zipSync({ a: strToU8('a') }) })), 'file.unsafe'],
    ['entities', file('план.docx', docx({ 'word/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]>') })), 'file.unsafe'],
    ['a part packed a thousandfold', file('план.docx', docx({ 'word/big.bin': zeros(10) })), 'file.unsafe'],
    ['parts over one another', file('план.docx', overlapping(1500)), 'file.unsafe'],
    ['a program under another name', file('план.docx', docx(named('application/vnd.ms-office.vbaProject'))), 'file.unsafe'],
    ['a document of macros', file('план.docx', docx(named('a.macro&#69;nabled.main+xml'))), 'file.unsafe'],
    ['a program of the years before', file('план.docx', docx({ 'word/x.bin': oldBytes })), 'file.unsafe'],
    ['macros inside an inner table', file('план.docx', docx({ 'word/embeddings/a.xlsm': xlsx })), 'file.unsafe'],
    [
      'a template elsewhere',
      file('план.docx', docx({ [settings]: relation('attachedTemplate', 'http://evil.example/t.dotm') })),
      'file.linked',
    ],
    [
      'a template in a network',
      file('план.docx', docx({ [settings]: relation('attachedTemplate', '\\\\evil\\t.dotm') })),
      'file.linked',
    ],
    [
      'a picture elsewhere, hidden',
      file('план.docx', docx({ [settings]: relations(`TargetMode='&#x45;xternal' Type='a/image' Target='//evil/a>b'`) })),
      'file.linked',
    ],
    [
      'a page behind the head of a photograph',
      file('фото.jpg', Buffer.concat([Buffer.from(jpgHead.slice(0, 4)), strToU8('<html>')])),
      'file.unreadable',
    ],
    ['a photograph without a picture', file('фото.jpg', new Uint8Array([...jpgHead, 0xff, 0xda, 0, 2, 1])), 'file.unreadable'],
    [
      'a page behind the head of a drawing',
      file('схема.png', Buffer.concat([pngHead, strToU8('<html><script>')])),
      'file.unreadable',
    ],
    ['a drawing without an end', file('схема.png', png.subarray(0, -12)), 'file.unreadable'],
    ['a .doc', file('план.doc', oldBytes), 'file.old'],
    ['a .rtf', file('план.rtf', strToU8('{\\rtf1 план}')), 'file.old'],
    ['slides, where no seminar is', file('доклад.pptx', pptx), 'file.unknownKind'],
    ['a cut archive', file('план.docx', docx().slice(0, 60)), 'file.unreadable'],
  ])('%s', async (_, sent, rule) => {
    expect(await rulesOf([await sent])).toEqual([`${rule} files`])
  })

  test('slides are kept with a seminar', async () => {
    expect(await rulesOf([await file('доклад.pptx', pptx)], seminarFiles)).toEqual([])
  })

  test('too many files, and each bad one by its name', async () => {
    expect(await rulesOf(await Promise.all(Array.from({ length: 6 }, () => file('a.pdf', pdf))))).toEqual(['file.tooMany files'])
    expect(await rulesOf([await file('a.pdf', pdf), await file('b.pdf', png), await file('c.pdf', new Uint8Array())])).toEqual([
      'file.wrongExtension files',
      'file.empty files',
    ])
  })

  test('what is too much with a report may be evidence with an application', async () => {
    const sent = await file('отчёт.pdf', Buffer.concat([pdf, new Uint8Array(usualFiles.bytes)]))
    expect(await rulesOf([sent])).toEqual(['file.tooLarge files'])
    expect(await rulesOf([sent], largeFiles)).toEqual([])
  })

  test('a word that lies across two pieces, or is written in two-byte letters, is found', async () => {
    const long = (after: string) => strToU8(`${' '.repeat(65530)}${after}`)
    const across = await file('план.docx', zipSync({ 'word/styles.xml': [long('<!DOCTYPE a>'), { level: 0 }] }))
    const wide = await file('план.docx', docx({ 'word/styles.xml': Buffer.from('<!ENTITY a "b">', 'utf16le') }))
    expect(await rulesOf([across, wide])).toEqual(['file.unsafe files', 'file.unsafe files'])
  })

  test('a bomb is refused in under two seconds and without its memory', async () => {
    const bomb = docx(Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`word/${index}.bin`, zeros(19)])))
    const sent = await file('план.docx', bomb)
    const before = process.memoryUsage().rss
    const begun = performance.now()
    expect(await rulesOf([sent])).toEqual(['file.unsafe files'])
    expect(performance.now() - begun).toBeLessThan(2000)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })
})

test('a name loses its folders and whatever could mislead', () => {
  expect(cleanName('C:\\Users\\a\\отчёт.pdf')).toBe('отчёт.pdf')
  expect(cleanName('../../etc/passwd')).toBe('passwd')
  expect(cleanName('a\u202efdp.exe"\n')).toBe('afdp.exe')
  expect(cleanName('')).toBe('Без названия')
  expect(cleanName(`${'я'.repeat(300)}.docx`)).toBe(`${'я'.repeat(145)}.docx`)
})
