import { expect, test } from 'vitest'
import { keptBytes } from './kept-bytes.ts'

const piece = new Uint8Array(400_000).fill(7)
async function* pieces(count: number, between: () => Promise<void> = async () => {}) {
  for (let at = 0; at < count; at++) {
    await between()
    yield piece
  }
}
const lengthOf = async ({ body, size }: { body: BodyInit; size: number }) => {
  expect((await new Response(body).arrayBuffer()).byteLength).toBe(size)
  return size
}

test('little is kept in memory, much on the disk, and all of it comes out', async () => {
  const [little, much] = [await keptBytes(pieces(2)), await keptBytes(pieces(9))]
  expect([little.body instanceof ReadableStream, much.body instanceof ReadableStream]).toEqual([false, true])
  expect([await lengthOf(little), await lengthOf(much)]).toEqual([800_000, 3_600_000])
})

test('one that fails is told of, and the next is made whole', async () => {
  let given = 0
  const failing = pieces(5, async () => {
    if (given++ > 3) throw new Error('the database is gone')
  })
  await expect(keptBytes(failing)).rejects.toThrow('the database is gone')
  expect(await lengthOf(await keptBytes(pieces(5)))).toBe(2_000_000)
})
