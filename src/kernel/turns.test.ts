import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('one after another in the order they came, others beside them', async () => {
  const turns = createTurns({ longest: 5, waitMs: 1000 })
  const done: string[] = []
  const work = (name: string) => async () => {
    done.push(`${name} begins`)
    await sleep(5)
    done.push(`${name} ends`)
    return name
  }
  const all = [turns.take('a', work('1')), turns.take('a', work('2')), turns.take('b', work('3')), turns.take('a', work('4'))]
  expect(await Promise.all(all)).toEqual(['1', '2', '3', '4'])
  expect(done.filter((line) => !line.startsWith('3'))).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '4 begins', '4 ends'])
  expect(done.indexOf('3 begins')).toBeLessThan(done.indexOf('1 ends'))
})

test('a failure gives the turn on', async () => {
  const turns = createTurns({ longest: 5, waitMs: 1000 })
  const failing = turns.take('a', () => Promise.reject(new Error('broken')))
  const next = turns.take('a', async () => 'done')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('done')
})

test('who would wait too long, or behind too many, is told so', async () => {
  const turns = createTurns({ longest: 1, waitMs: 20 })
  const first = turns.take('a', () => sleep(60, 'first'))
  const late = turns.take('a', async () => 'late')
  expect(await turns.take('a', async () => 'one too many')).toBeUndefined()
  expect(await late).toBeUndefined()
  expect(await first).toBe('first')
  expect(await turns.take('a', async () => 'anew')).toBe('anew')
})
