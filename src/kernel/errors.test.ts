import fs from 'node:fs'
import { expect, test } from 'vitest'
import { codeOf, constraintOf, syscallOf } from './errors.ts'

const thrown = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('an error of the system says its code and the call; another error says nothing', () => {
  const error = thrown(() => fs.readFileSync('/no/such/file'))
  expect([codeOf(error), syscallOf(error), constraintOf(error)]).toEqual(['ENOENT', 'open', undefined])
  for (const other of [new Error('no'), null, 'ENOENT', { code: 5 }]) expect(codeOf(other)).toBeUndefined()
})
