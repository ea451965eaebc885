import { expect, test } from 'vitest'
import { isId, newId, newSecret } from './ids.ts'

test('ids are version 7, all different and in the order they were made', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  expect(ids.every(isId)).toBe(true)
  expect(ids.every((id) => id[14] === '7')).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
})

test('a secret has 256 bits and fits into an address', () => {
  expect(newSecret()).toMatch(/^[\w-]{43}$/)
})
