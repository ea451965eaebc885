import { expect, test } from 'vitest'
import { z } from 'zod'
import { asked, askedNumber, askedPage, askedPeriod } from './address.ts'

const address = z.object({ q: asked, period: askedPeriod, version: askedNumber, page: askedPage })
const usual = { q: undefined, period: null, version: null, page: 1 }

test('what an address asks for is read', () => {
  expect(address.parse({ q: ' лицей ', period: '2021/22', version: '2', page: '3' })).toEqual({
    q: 'лицей',
    period: '2021/22',
    version: 2,
    page: 3,
  })
})

test.each([
  [{}],
  [{ period: '', version: '', page: '' }],
  [{ period: '1e99', version: '-1', page: '0.5' }],
  [{ period: 'сей', version: ['x', '2'], page: '1000000' }],
])('what cannot be read falls back to the usual: %j', (query) => expect(address.parse(query)).toEqual(usual))
