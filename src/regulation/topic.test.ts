import { expect, test } from 'vitest'
import { loadTerritories } from '../../territories/all.ts'
import { describeRegulation } from './describe.ts'
import { entryOf } from './editor/entries.ts'
import { keptOnly } from './topic.ts'

const said = (regulation: Parameters<typeof describeRegulation>[0]) => JSON.stringify([...describeRegulation(regulation)])

test.each([...keptOnly])('by «%s» the product does nothing, as it says: no line beside a clause changes without it', (key) => {
  const entry = entryOf(key)!
  expect(entry.maySilent).toBe(true)
  for (const { regulation } of loadTerritories()) expect(said(entry.write(regulation, null))).toBe(said(regulation))
})
