// Proves R-A2: whatever an office writes, in whatever order, nothing of it is lost and nothing stops the reader.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lenobl } from '../../../../test/regulations.ts'
import type { ReadBlock } from '../../../documents/reading/blocks.ts'
import { readDocx } from '../../../documents/reading/read-docx.ts'
import { emptyContent } from '../model.ts'
import { withPieces } from './assemble.ts'
import { withoutNumber } from './markers.ts'
import { blocksOf, fileOf, type Set as Line, linesOf, programmes } from './offices.fixture.ts'
import type { Sorted } from './pieces.ts'
import { recognise } from './recognise.ts'

const programmeLines = programmes.map(linesOf)
const oddities = { pictures: 0, hidden: false, deleted: false, comments: false }
let made = 0
const newKey = () => `k${++made}`
const sorted = (blocks: readonly ReadBlock[]) => recognise({ blocks, oddities }, newKey)

/** Hours at the end of a text are kept as a number. */
const hoursAtEnd = /,?\s?\(?\d{1,4}(?:[.,]5)?\s(?:академических\s)?ч(?:ас[аов]*)?\)?\.?$/u

/** Every text of a paragraph or cell that stands neither in a piece nor as the title of a topic. */
function lost(lines: readonly Line[], { recognised, unplaced }: Sorted): string[] {
  const kept = [...recognised.pieces, ...unplaced].map(({ text }) => text).concat(recognised.topics.map(({ title }) => title))
  const parts = lines.flatMap(({ own }) => own.flatMap((text) => withoutNumber(text).replace(hoursAtEnd, '').split(';')))
  return parts
    .map((part) => part.trim().replace(/[.:;]$/, ''))
    .filter((part) => /\p{L}/u.test(part) && !kept.some((one) => one.includes(part)))
}

test('each of ten programmes keeps every text, read from a file and from its paragraphs alike', async () => {
  for (const lines of programmeLines) {
    const file = readDocx(await fileOf(lines))
    if (typeof file === 'string') throw new Error(file)
    expect(file.blocks).toEqual(blocksOf(lines).filter((block) => block.kind === 'table' || block.text !== ''))
    expect(lost(lines, recognise(file, newKey))).toEqual([])
  }
})

const anyLines = fc
  .constantFrom(...programmeLines)
  .chain((lines) => fc.array(fc.constantFrom(...lines, ...programmeLines.flat()), { minLength: 1, maxLength: 60 }))

test('paragraphs shuffled, dropped and repeated: it ends, nothing is lost', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      expect(lost(lines, sorted(blocksOf(lines)))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

const word = /\p{L}{3,}/gu
const formWords = lenobl.forms.catalogue.flatMap(({ label }) => label.toLowerCase().match(word) ?? [])
/** Words that a field says by itself: its form of work, hours, kind of objective. */
const said = new Set([
  ...formWords,
  'дистанционно',
  'академических',
  'час',
  'часа',
  'часов',
  'научить',
  'сформировать',
  'развивать',
])
const wordsOf = (text: string) => (text.toLowerCase().match(word) ?? []).filter((one) => !said.has(one))

test('what has a place stands in its field with every word', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const { recognised } = sorted(blocksOf(lines))
      for (const piece of recognised.pieces) {
        const content = withPieces(emptyContent, { pieces: [piece], topics: recognised.topics, regulation: lenobl, newKey })
        const there = JSON.stringify(content).toLowerCase()
        expect(wordsOf(piece.text).filter((one) => !there.includes(one))).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('Тема 1. ', 'Задачи ', 'Цель: ', '1. ', '\n', 'ч', '   '),
)
const anyBlock: fc.Arbitrary<ReadBlock> = fc.oneof(
  fc.record({
    kind: fc.constant('paragraph' as const),
    text: fc.array(anyText, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    isHeading: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('table' as const), rows: fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 4 }) }),
)

test('any text at all is sorted and carried over without an exception', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 20 }), (blocks) => {
      const { recognised } = sorted(blocks)
      withPieces(emptyContent, { ...recognised, regulation: lenobl, newKey })
    }),
    { numRuns: 300 },
  )
})
