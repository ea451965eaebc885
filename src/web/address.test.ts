import { expect, test } from 'vitest'
import { z } from 'zod'
import { asked, askedNumber, askedPage, askedYear } from './address.ts'

const address = z.object({ q: asked, year: askedYear, version: askedNumber, page: askedPage })
const usual = { q: undefined, year: null, version: null, page: 1 }

test('what an address asks for is read', () => {
  expect(address.parse({ q: ' лицей ', year: '2021', version: '2', page: '3' })).toEqual({
    q: 'лицей',
    year: 2021,
    version: 2,
    page: 3,
  })
})

test.each([
  [{}],
  [{ year: '', version: '', page: '' }],
  [{ year: '1e99', version: '-1', page: '0.5' }],
  [{ year: 'сей', version: ['x', '2'], page: '1000000' }],
])('what cannot be read falls back to the usual: %j', (query) => expect(address.parse(query)).toEqual(usual))
