// Proves R-A2: whatever comes as a file, the reader ends, and the next file is read.
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ofText, plain } from './documents.fixture.ts'
import { readApart } from './read-apart.ts'

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const times = (count: number, open: string, inside = '', close = '') => open.repeat(count) + inside + close.repeat(count)
const file = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) })

const hostile: Readonly<Record<string, [() => Uint8Array, RegExp]>> = {
  'no archive': [() => strToU8('no file'), /^unreadable$/],
  'tables in tables': [() => file(times(20_000, '<w:tbl><w:tr><w:tc>', p('x'), '</w:tc></w:tr></w:tbl>')), /^unreadable$/],
  'deep, under an attribute that looks like the end of a tag': [
    () => file(times(40_000, '<w:ins w:id="/>">', p('x'), '</w:ins>')),
    /^(unreadable|tooHard)$/,
  ],
  'nothing but brackets': [() => file('<'.repeat(3_900_000)), /^unreadable$/],
  'a table of fifty thousand cells': [
    () => file(times(1, '<w:tbl>', times(2500, times(1, '<w:tr>', times(20, `<w:tc>${p('1')}</w:tc>`), '</w:tr>')), '</w:tbl>')),
    // How much is read within the time is up to the machine; that it ends is not.
    /^(tooHard|tooLong|read)$/,
  ],
  'a field without an end': [
    () => file(`<w:p>${times(40_000, '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>')}</w:p>`),
    /^(tooHard|withoutText)$/,
  ],
  'a paragraph without an end': [() => file(p('а'.repeat(1_900_000))), /^tooLong$/],
  'a part that swells a thousandfold': [() => zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) }), /^tooLong$/],
  'more pieces than a person can look through': [() => file(times(3001, p('Цель'))), /^tooLong$/],
}

test.each(Object.entries(hostile))('%s: the reading ends in its time', async (_, [make, answer]) => {
  const bytes = make()
  const answered = await readApart({ bytes, own: [] }, 'me')
  expect(typeof answered === 'string' ? answered : 'read').toMatch(answer)
})

test('files are read one after another, one of each person, and not more than may wait', async () => {
  const bytes = await ofText('Цель: помочь')
  const read = await Promise.all(['a', 'a', 'b', 'c', 'd', 'e', 'f'].map((whose) => readApart({ bytes, own: [] }, whose)))
  expect(read.map((one) => (typeof one === 'string' ? one : one.recognised.pieces[0]?.text))).toEqual([
    'помочь',
    'busy',
    'помочь',
    'помочь',
    'помочь',
    'помочь',
    'busy',
  ])
  expect(await readApart({ bytes: await plain(), own: [] }, 'f')).toMatchObject({ unplaced: [] })
  expect(await readApart({ bytes, own: [] }, 'f')).toMatchObject({ recognised: { pieces: [{ text: 'помочь' }] } })
})
