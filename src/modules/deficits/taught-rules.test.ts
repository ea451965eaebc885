import { expect, test } from 'vitest'
import { frameworkOf, noneOwn } from './framework.ts'
import { inOrder, mostTaught, wrongTaught } from './taught-rules.ts'

const ids = frameworkOf(noneOwn).map(({ id }) => id)
const [first = '', second = ''] = ids
const framework = frameworkOf({ closed: [second], added: [] })
const rules = (chosen: readonly string[], before: readonly string[] = []) =>
  wrongTaught(chosen, before, framework).map(({ rule }) => rule)

test('an offer names what the framework offers; what it named before may stay', () => {
  expect(rules([first])).toEqual([])
  expect(rules([])).toEqual([])
  expect(rules([first, second])).toEqual(['deficit.notOffered'])
  expect(rules([first, second], [second])).toEqual([])
  expect(rules(['unknown'], ['unknown'])).toEqual(['deficit.notOffered'])
})

test('it names five at most, counted once each', () => {
  const offered = framework.filter(({ closed }) => !closed).map(({ id }) => id)
  expect(rules(offered.slice(0, mostTaught))).toEqual([])
  expect(rules(offered.slice(0, mostTaught + 1))).toEqual(['deficit.tooManyTaught'])
  expect(rules([...offered.slice(0, mostTaught), first])).toEqual([])
})

test('they stand in the order of the framework, each once', () => {
  expect(inOrder([ids[3] ?? '', first, first], framework)).toEqual([first, ids[3]])
})
