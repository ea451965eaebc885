import { describe, expect, test } from 'vitest'
import { placeIn, written } from './keys.ts'

describe('a place in an address', () => {
  test('comes back as it was written, whatever letters and gaps it has', () => {
    const place = ['Ёлкина-Ильина', null, '2021-09-01 00:00:00.123456+00', '«»?&=/+']
    expect(written(place)).toMatch(/^[\w-]+$/)
    expect(placeIn(written(place))).toEqual(place)
  })

  test('that somebody has typed is none', () => {
    const coded = (text: string) => Buffer.from(text).toString('base64url')
    for (const typed of [
      undefined,
      '',
      'abc',
      coded('{}'),
      coded('[]'),
      coded('[1]'),
      coded(JSON.stringify(Array(13).fill('a'))),
    ])
      expect(placeIn(typed)).toBeNull()
  })
})
