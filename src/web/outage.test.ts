import { expect, test } from 'vitest'
import { isOutage } from './outage.ts'

test.each([
  ['a statement that took too long', { code: '57014', message: 'canceling statement due to statement timeout' }, true],
  ['a lock that others hold', { code: '55P03', message: 'canceling statement due to lock timeout' }, true],
  ['a server that is away', { code: 'ECONNREFUSED', message: '' }, true],
  ['a lost file', { code: 'ENOENT', syscall: 'open', message: '' }, false],
  ['a fault of a query', { code: '42703', message: 'column does not exist' }, false],
])('%s', (_, error, outage) => {
  expect(isOutage(error)).toBe(outage)
})
