import { expect, test } from 'vitest'
import { facts } from './facts.ts'

test('no title agrees with a man or a woman', () => {
  const titles = Object.values(facts).map(({ title }) => String(title))
  expect(titles.length).toBeGreaterThan(10)
  expect(titles.filter((title) => /^(Наставник|Педагог) /.test(title))).toEqual([])
})
