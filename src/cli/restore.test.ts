import { expect, test } from 'vitest'
import { askedOf } from './restore.ts'

test('archives are told apart by their endings, in any order', () => {
  expect(askedOf(['a.copy'])).toEqual({ archive: 'a.copy', secrets: null, to: null })
  expect(askedOf(['a.secrets', 'a.copy'])).toEqual({ archive: 'a.copy', secrets: 'a.secrets', to: null })
  expect(askedOf(['a.secrets'])).toEqual({ archive: null, secrets: 'a.secrets', to: null })
})

test('a moment has its zone; the end of the log is a word', () => {
  expect(askedOf(['--to', 'latest', 'a.copy'])).toEqual({ archive: 'a.copy', secrets: null, to: 'latest' })
  const at = new Date('2026-11-29T07:15:00Z')
  expect(askedOf(['a.copy', '--to', '2026-11-29T10:15+03:00'])?.to).toEqual(at)
  expect(askedOf(['a.copy', '--to', '2026-11-29T07:15:00Z'])?.to).toEqual(at)
})

test.each([
  [[]],
  [['a.copy', 'b.copy']],
  [['a.copy', '--to']],
  [['a.copy', '--to', 'вчера']],
  [['a.copy', '--to', '2026-11-29T10:15:00']],
  [['a.copy', '--to', '2026-13-29T10:15:00Z']],
  [['a.copy', '--from', 'x']],
])('%j makes no sense', (words) => {
  expect(askedOf(words)).toBeNull()
})
