import { expect, test } from 'vitest'
import { idAt, isId, newId, newSecret } from './ids.ts'

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

test('the first id of a moment stands between those made before and after it', () => {
  const now = Date.now()
  expect([isId(idAt(new Date(now))), idAt(new Date(now - 1000)) < newId(), idAt(new Date(now + 60_000)) > newId()]).toEqual([
    true,
    true,
    true,
  ])
  expect(idAt(new Date(now))).toBe(idAt(new Date(now)))
})
