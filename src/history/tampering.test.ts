import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTerritory, aWorld, cloned, examine, kinds, type World } from './tampering.fixture.ts'

const whole = aWorld()

test('what nobody touched is whole', () => {
  expect(examine(cloned(whole))).toEqual([])
})

test('a thousand tamperings of every kind: each is found, the first damaged place is named with what is wrong there', () => {
  const names = Object.keys(kinds)
  const missed = new Map<string, number>()
  const said = new Map<string, Set<string>>()
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(), fc.nat(), (name, a, b, c) => {
      const world: World = cloned(whole)
      const expected = kinds[name]!(world, [a, b, c])
      const [first] = examine(world).filter((damage) => expected.place.startsWith(asTerritory(damage)))
      const found = first && {
        place: 'seq' in first ? `${first.territory} ${first.seq}` : `witness ${first.witnessLine}`,
        what: first.what,
      }
      if (!found || found.place !== expected.place || !expected.what.includes(found.what))
        missed.set(`${name}: ${JSON.stringify({ found, expected })}`, a)
      said.set(name, (said.get(name) ?? new Set()).add(first?.what ?? ''))
    }),
    { numRuns: 1000, seed: 20261129 },
  )
  expect([...missed.keys()].slice(0, 5)).toEqual([])
  expect([...said.keys()].sort()).toEqual([...names].sort())
})
