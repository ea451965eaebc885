import { expect, test } from 'vitest'
import { asOne, maySharePath, rowsOf } from './together.ts'

const text = (name: string) => ({ name, dataTypeID: 25 })

test('the values of each question keep their places', () => {
  const one = asOne([
    { text: 'select $1 as a, $2 as b', values: [1, 2] },
    { text: 'select $2 as c, $1 as d', values: [3, 4] },
  ])
  expect(one).toContain('(select $1 as a, $2 as b)')
  expect(one).toContain('(select $4 as c, $3 as d)')
})

test.each([
  ['a name', 'select name', [text('name')], true],
  ['hours, halves of which JSON holds as the driver does', 'select hours', [{ name: 'hours', dataTypeID: 701 }], true],
  ['a sum of money, whose digits JSON would change', 'select price', [{ name: 'price', dataTypeID: 1700 }], false],
  [
    'money of the driver, of which nothing is known here',
    'select price',
    [text('name'), { name: 'price', dataTypeID: 790 }],
    false,
  ],
  [
    'two columns of one name',
    'select a.hash, b.hash',
    [
      { name: 'hash', dataTypeID: 17 },
      { name: 'hash', dataTypeID: 17 },
    ],
    false,
  ],
  ['values between literals', "select 'a' || $1 || 'b'", [text('x')], true],
  ['a literal that looks like a value', "select 'it costs $1'", [text('x')], false],
])('%s: may it share its path', (_, question, fields, may) => {
  expect(maySharePath({ text: question, fields })).toBe(may)
})

test('moments become moments, days stay days, nothing stays nothing', () => {
  const fields = [
    { name: 'at', dataTypeID: 1184 },
    { name: 'day', dataTypeID: 1082 },
    { name: 'count', dataTypeID: 20 },
    { name: 'hash', dataTypeID: 17 },
  ]
  const rows = [
    { at: '2022-01-28T09:30:00.123456+00:00', day: '2022-01-28', count: 7, hash: '\\x00ff' },
    { at: null, day: null, count: null, hash: null },
  ]
  expect(rowsOf({ fields }, rows)).toEqual([
    { at: new Date('2022-01-28T09:30:00.123Z'), day: '2022-01-28', count: 7, hash: Buffer.from([0, 255]) },
    { at: null, day: null, count: null, hash: null },
  ])
  expect(rowsOf({ fields }, null)).toEqual([])
})

test('a number that JSON cannot hold exactly is refused, as the driver refuses it', () => {
  expect(() => rowsOf({ fields: [{ name: 'n', dataTypeID: 20 }] }, [{ n: 2 ** 53 }])).toThrow(RangeError)
})
