import { expect, test } from 'vitest'
import { frameworkOf, noneOwn } from './framework.ts'
import { linesOf, mostAdded, mostOfLabel, savedFramework, wrongFramework } from './framework-rules.ts'

const rules = (lines: string[], own = noneOwn) => wrongFramework(own, lines).map(({ rule }) => rule)

test('lines are read one by one, without what is empty', () => {
  expect(linesOf('  Речь   дошкольников \r\n\n Малые  классы')).toEqual(['Речь дошкольников', 'Малые классы'])
  expect(linesOf(null)).toEqual([])
})

test('a line is short, there once, and there are so many', () => {
  expect(rules(['Речь дошкольников'])).toEqual([])
  expect(rules(['Ё'.repeat(mostOfLabel)])).toEqual([])
  expect(rules(['Ё'.repeat(mostOfLabel + 1)])).toEqual(['deficit.labelLong'])
  expect(rules(['Мотивация и вовлечение детей'])).toEqual(['deficit.labelTwice'])
  expect(rules(['Речь', 'речь'])).toEqual(['deficit.labelTwice'])
  const many = (count: number) => Array.from({ length: count }, (_, at) => `Строка ${at}`)
  expect(rules(many(mostAdded))).toEqual([])
  expect(rules(many(mostAdded + 1))).toEqual(['deficit.frameworkLong'])
})

test('what is not offered any more is kept by what there is', () => {
  const [first] = frameworkOf(noneOwn)
  const saved = savedFramework(noneOwn, { closed: [first!.id, 'x', 'nobody'], lines: [{ id: 'x', label: 'Речь' }] })
  expect(saved).toEqual({ closed: [first!.id, 'x'], added: [{ id: 'x', label: 'Речь' }] })
})
