import { expect, test } from 'vitest'
import { keepChoices } from './kept-choices.ts'

test('choices are asked for again after half a minute, and when the clock was put back', async () => {
  const kept = keepChoices()
  let asked = 0
  const ask = async () => ({ territories: [], directions: [`${++asked}`] })
  const at = async (time: string) => (await kept(new Date(`2021-09-01T${time}Z`), ask)).directions[0]
  expect(await at('10:00:00')).toBe('1')
  expect(await at('10:00:29')).toBe('1')
  expect(await at('10:00:30')).toBe('2')
  expect(await at('09:00:00')).toBe('3')
})
