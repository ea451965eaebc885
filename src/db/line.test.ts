import { expect, test } from 'vitest'
import { createLine, LineFull, oneTurn } from './line.ts'

/** What has come to pass of a promise after everything that could has run. */
async function fateOf(promise: Promise<unknown>): Promise<string> {
  const fate = promise.then(
    () => 'in',
    (error: Error) => error.constructor.name,
  )
  return Promise.race([fate, new Promise<string>((done) => setTimeout(() => done('waits'), 5))])
}

test('places are given in the order of coming; beyond the longest line one is told at once', async () => {
  const line = createLine({ places: 1, longest: 2 })
  const come = Array.from({ length: 4 }, () => oneTurn(() => line.enter()))
  expect(await Promise.all(come.map(fateOf))).toEqual(['in', 'waits', 'waits', LineFull.name])
  line.leave()
  expect(await Promise.all(come.map(fateOf))).toEqual(['in', 'in', 'waits', LineFull.name])
  line.leave()
  line.leave()
  expect(await fateOf(oneTurn(() => line.enter()))).toBe('in')
})

test('who has been served once goes before new ones and is not turned away by a full line', async () => {
  const line = createLine({ places: 1, longest: 1 })
  const order: string[] = []
  const come = (name: string, twice = false) =>
    oneTurn(async () => {
      await line.enter()
      order.push(name)
      if (!twice) return
      const again = line.enter()
      line.leave()
      await again
      order.push(`${name} again`)
    })
  const both = [come('begun', true), come('new')]
  expect(await fateOf(come('beyond'))).toBe(LineFull.name)
  expect(await fateOf(both[1]!)).toBe('waits')
  line.leave()
  await Promise.all(both)
  expect(order).toEqual(['begun', 'begun again', 'new'])
})

test('what is no request, like a job, is never turned away', async () => {
  const line = createLine({ places: 1, longest: 0 })
  expect([await fateOf(line.enter()), await fateOf(line.enter())]).toEqual(['in', 'waits'])
})

test('when there is nothing to wait for, everybody who waits is told, and those who come later may try', async () => {
  const line = createLine({ places: 1, longest: 5 })
  await line.enter()
  const waiting = [oneTurn(() => line.enter()), line.enter()]
  line.giveUp(new RangeError('away'))
  expect(await Promise.all(waiting.map(fateOf))).toEqual(['RangeError', 'RangeError'])
  line.leave()
  expect(await fateOf(oneTurn(() => line.enter()))).toBe('in')
})
