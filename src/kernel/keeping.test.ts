import { expect, test } from 'vitest'
import { createKeeping, whileUnchanged } from './keeping.ts'

function aKeeping(heaviest = 10) {
  let time = 0
  const keeping = createKeeping<string>({ heaviest, forMs: 100, weightOf: (text) => text.length, clock: () => time })
  const pass = (ms: number) => {
    time += ms
  }
  return { keeping, pass }
}

test('an answer is good while its stamp stands and its time has not passed', () => {
  const { keeping, pass } = aKeeping()
  keeping.set('a', '1', 'one')
  expect(keeping.get('a', '1')).toBe('one')
  expect(keeping.get('a', '2')).toBeUndefined()
  expect(keeping.get('a', '1')).toBeUndefined()
  keeping.set('a', '2', 'two')
  pass(99)
  expect(keeping.get('a', '2')).toBe('two')
  pass(1)
  expect(keeping.get('a', '2')).toBeUndefined()
})

test('beyond the weight the one that was not asked for longest goes', () => {
  const { keeping } = aKeeping(10)
  keeping.set('a', '1', 'aaaa')
  keeping.set('b', '1', 'bbbb')
  expect(keeping.get('a', '1')).toBe('aaaa')
  keeping.set('c', '1', 'cccc')
  expect([keeping.get('a', '1'), keeping.get('b', '1'), keeping.get('c', '1')]).toEqual(['aaaa', undefined, 'cccc'])
  keeping.set('c', '1', 'c')
  keeping.set('d', '1', 'ddddd')
  expect(keeping.get('a', '1')).toBe('aaaa')
})

test('worked out once while nothing of the territory changes on its day, apart for each territory and each question', async () => {
  const { keeping } = aKeeping(1000)
  let times = 0
  const work = async () => String(++times)
  const here = { territory: { id: 'here' }, changes: 1, today: '2022-01-28' }
  expect(await whileUnchanged(keeping, here, 'a', work)).toBe('1')
  expect(await whileUnchanged(keeping, here, 'a', work)).toBe('1')
  expect(await whileUnchanged(keeping, here, 'b', work)).toBe('2')
  expect(await whileUnchanged(keeping, { ...here, territory: { id: 'there' } }, 'a', work)).toBe('3')
  expect(await whileUnchanged(keeping, { ...here, changes: 2 }, 'a', work)).toBe('4')
  expect(await whileUnchanged(keeping, { ...here, changes: 2, today: '2022-01-29' }, 'a', work)).toBe('5')
  expect(await whileUnchanged(keeping, { ...here, changes: null }, 'a', work)).toBe('6')
})
