import { expect, test } from 'vitest'
import { keepChoices } from './list.tsx'

test('choices are asked for once while the register stands, and always where nobody knows whether it does', async () => {
  const kept = keepChoices()
  let asked = 0
  const ask = async () => ({ territories: [], directions: [`${++asked}`], kinds: [], lines: [] })
  const at = async (stamp: string | null) => (await kept(stamp, ask)).directions[0]
  expect([await at('1'), await at('1'), await at('2'), await at(null), await at('2')]).toEqual(['1', '1', '2', '3', '2'])
})
