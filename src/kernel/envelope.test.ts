import { expect, test } from 'vitest'
import { firstDayOutside } from './envelope.ts'

const whole = { from: '2021-01-28', to: '2023-08-31' }

test.each([
  ['nothing holds it', [], '2021-01-28'],
  ['one that ends the day before its end', [{ from: '2018-09-01', to: '2023-08-30' }], '2023-08-31'],
  ['one that ends with it', [{ from: '2021-01-28', to: '2023-08-31' }], null],
  ['one that begins a day later', [{ from: '2021-01-29', to: null }], '2021-01-28'],
  ['one without an end', [{ from: '2021-01-28', to: null }], null],
  [
    'two, one after the other',
    [
      { from: '2022-01-01', to: null },
      { from: '2018-09-01', to: '2021-12-31' },
    ],
    null,
  ],
  [
    'two with a day between them',
    [
      { from: '2022-01-02', to: null },
      { from: '2018-09-01', to: '2021-12-31' },
    ],
    '2022-01-01',
  ],
])('%s', (_, within, day) => {
  expect(firstDayOutside(whole, within)).toBe(day)
})

test('a period without an end is held only by one without an end', () => {
  expect(firstDayOutside({ from: '2021-01-28', to: null }, [{ from: '2021-01-28', to: '2030-01-01' }])).toBe('2030-01-02')
})
