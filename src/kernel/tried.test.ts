import { expect, test } from 'vitest'
import { triedEach } from './tried.ts'

test('each is tried in turn, and what failed is thrown at the end', async () => {
  const done: number[] = []
  const work = async (one: number) => {
    if (one === 2) throw new Error('not two')
    done.push(one)
  }
  await expect(triedEach([1, 2, 3], work)).rejects.toThrow('1 of 3 failed: Error: not two')
  expect(done).toEqual([1, 3])
  await triedEach([], work)
})
