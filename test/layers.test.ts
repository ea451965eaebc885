import { expect, test } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { arrowsBetweenModules, withoutImplied } from '../src/docs-gen/layers.ts'

test('the list of modules is in the order of the layers: a module uses only those before it', () => {
  const place = new Map(modules.map(({ name }, index) => [name, index]))
  const arrows = arrowsBetweenModules().filter(([from, to]) => place.has(from) && place.has(to))
  expect(arrows.length).toBeGreaterThan(30)
  expect(arrows.filter(([from, to]) => place.get(from)! < place.get(to)!)).toEqual([])
}, 180_000)

test('an arrow that others imply is not drawn', () => {
  const arrows = [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
  ] as const
  expect(withoutImplied(arrows)).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ])
})
