import { expect, test } from 'vitest'
import { keptBytes, TooManyFiles } from './kept-bytes.ts'

const piece = new Uint8Array(400_000).fill(7)
async function* pieces(count: number, between: () => Promise<void> = async () => {}) {
  for (let at = 0; at < count; at++) {
    await between()
    yield piece
  }
}
const lengthOf = async (body: BodyInit) => (await new Response(body).arrayBuffer()).byteLength

test('little is kept in memory, much on the disk, and all of it comes out', async () => {
  const [little, much] = [await keptBytes(pieces(2)), await keptBytes(pieces(9))]
  expect([little instanceof ReadableStream, much instanceof ReadableStream]).toEqual([false, true])
  expect([await lengthOf(little), await lengthOf(much)]).toEqual([800_000, 3_600_000])
})

test('no more than two large ones are made at once; afterwards there is room again, also after one that failed', async () => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  let given = 0
  const slow = () => pieces(5, async () => void (given++ >= 8 && (await gate)))
  const first = [keptBytes(slow()), keptBytes(slow())]
  await new Promise((resolve) => setTimeout(resolve, 50))
  await expect(keptBytes(pieces(5))).rejects.toThrow(TooManyFiles)
  expect(await lengthOf(await keptBytes(pieces(1)))).toBe(400_000)
  release()
  for (const one of first) expect(await lengthOf(await one)).toBe(2_000_000)
  const failing = pieces(5, async () => {
    if (given++ > 12) throw new Error('the database is gone')
  })
  await expect(keptBytes(failing)).rejects.toThrow('the database is gone')
  expect(await lengthOf(await keptBytes(pieces(5)))).toBe(2_000_000)
})
