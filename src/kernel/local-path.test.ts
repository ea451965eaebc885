import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each([
  ['/t/luga/plans?year=2021&q=%D0%B0', '/t/luga/plans?year=2021&q=%D0%B0'],
  ['/', '/'],
  ['//evil.example/', null],
  ['/\\evil.example', null],
  ['/\t/evil.example', null],
  ['/\n/evil.example', null],
  ['https://evil.example', null],
  ['javascript:alert(1)', null],
  ['t/luga', null],
  ['/..//evil.example', null],
  ['', null],
  [undefined, null],
  [`/${'a'.repeat(3000)}`, null],
])('%j leads back to %j', (address, path) => {
  expect(localPath(address)).toBe(path)
})
