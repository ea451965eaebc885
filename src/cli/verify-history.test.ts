import { expect, test } from 'vitest'
import { askedOf } from './verify-history.ts'

test('a copy of the witness, heads out of letters and a new file may be asked for, in any order', () => {
  expect(askedOf([])).toEqual({ witness: null, heads: [], begins: false })
  expect(askedOf(['--head', 'LUGA:1204:018F3A22C190BD7E44A1', '--witness', '/mnt/a', '--new-witness'])).toEqual({
    witness: '/mnt/a',
    heads: [{ territory: 'luga', seq: 1204, head: '018f3a22c190bd7e44a1' }],
    begins: true,
  })
})

test.each([
  [['--witness']],
  [['--head']],
  [['--head', 'luga:12']],
  [['--head', 'luga:x:018f3a22c190']],
  [['--head', 'luga:12:018f']],
  [['все']],
])('%j makes no sense', (words) => {
  expect(askedOf(words)).toBeNull()
})
