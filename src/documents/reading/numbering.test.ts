import { describe, expect, test } from 'vitest'
import { numberingOf } from './numbering.ts'
import { rootOf } from './xml.ts'

const level = (at: number, text: string, format = 'decimal', more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = (inner: string) => numberingOf(rootOf(`<w:numbering xmlns:w="w">${inner}</w:numbering>`))
const drawn = (levels: string, id = 0) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const num = (id: number, of = 0, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`

test('levels count within each other and begin anew under the next above', () => {
  const of = numbering(drawn(level(0, '%1.') + level(1, '%1.%2.')) + num(1))
  expect([0, 1, 1, 0, 1].map((at) => of('1', at))).toEqual(['1.', '1.1.', '1.2.', '2.', '2.1.'])
})

test('a level that is said to go on counts over those above it', () => {
  const of = numbering(drawn(level(0, '%1.', 'upperRoman') + level(1, '%2.', 'decimal', '<w:lvlRestart w:val="0"/>')) + num(1))
  expect([0, 1, 1, 0, 1].map((at) => of('1', at))).toEqual(['I.', '1.', '2.', 'II.', '3.'])
})

test('lists drawn alike count together, until one says that it begins anew', () => {
  const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
  const of = numbering(drawn(level(0, '%1)')) + num(1) + num(2) + num(3, 0, anew))
  expect([of('1', 0), of('2', 0), of('3', 0), of('3', 0), of('1', 0)]).toEqual(['1)', '2)', '5)', '6)', '7)'])
})

test('a list that names the style it is drawn in is read there; a level may be drawn anew where it is used', () => {
  const styled = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Paper"/></w:abstractNum>`
  const source = `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Paper"/>${level(0, 'Статья %1')}</w:abstractNum>`
  const redrawn = `<w:lvlOverride w:ilvl="0">${level(0, '%1', 'lowerRoman')}</w:lvlOverride>`
  const of = numbering(styled + source + num(1, 1) + num(2, 2, redrawn))
  expect([of('1', 0), of('2', 0)]).toEqual(['Статья 1', 'ii'])
})

test('a level in figures shows the roman number above it in figures', () => {
  const of = numbering(drawn(level(0, '%1.', 'upperRoman') + level(1, '%1.%2', 'decimal', '<w:isLgl/>')) + num(1))
  expect([of('1', 0), of('1', 1)]).toEqual(['I.', '1.1'])
})

describe('kinds of counting', () => {
  test.each([
    ['russianLower', ['а)', 'б)', 'в)']],
    ['russianUpper', ['А)', 'Б)', 'В)']],
    ['lowerLetter', ['a)', 'b)', 'c)']],
    ['upperLetter', ['A)', 'B)', 'C)']],
    ['upperRoman', ['I)', 'II)', 'III)']],
    ['lowerRoman', ['i)', 'ii)', 'iii)']],
    ['decimalZero', ['01)', '02)', '03)']],
    ['chicago', ['1)', '2)', '3)']],
    ['bullet', ['', '', '']],
  ])('%s', (format, shown) => {
    const of = numbering(drawn(level(0, '%1)', format)) + num(1))
    expect([0, 0, 0].map((at) => of('1', at))).toEqual(shown)
  })
})

test('a level that no list has, and a list that nobody drew, have no numbers', () => {
  const of = numbering(drawn(level(0, '%1.')) + num(1))
  expect([of('9', 0), of('1', 4), of('1', 99), numberingOf(null)('1', 0)]).toEqual(['', '', '', ''])
})
