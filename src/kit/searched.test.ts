import { expect, test } from 'vitest'
import { excerptOf } from './searched.ts'

const long = (middle: string) => `${'Первое слово текста. '.repeat(10)}${middle} ${'Последнее слово. '.repeat(20)}`.trim()

test('a short text is shown whole', () => expect(excerptOf('Провести мониторинг', 'мониторинг')).toBe('Провести мониторинг'))

test('a long one is shown round the first word asked for, cut between words on both sides', () => {
  const shown = excerptOf(long('Провести мониторинг качества'), 'мониторинга')
  expect(shown).toMatch(/^… .*Провести мониторинг качества.* …$/u)
  expect(shown.length).toBeLessThan(240)
})

test('where the word itself does not stand, from the beginning', () => {
  const shown = excerptOf(long('Провести мониторинг'), 'берёза')
  expect(shown.startsWith('Первое слово')).toBe(true)
  expect(shown).toMatch(/\S …$/u)
})
