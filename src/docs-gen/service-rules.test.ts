import { expect, test } from 'vitest'
import { modules } from '../app/modules.ts'
import { counted } from '../kernel/plural.ts'
import { install, ruleTexts } from '../kit/install.ts'
import { sentence } from './service-rules.ts'

install(modules)

test.each(Object.entries(ruleTexts()))(
  '%s is told without what the moment fills in, and without a slip of the program',
  (_, text) => {
    expect(sentence(text)).not.toMatch(/NaN|undefined|null|\[object|980|2000/)
  },
)

test('a sentence that counts is told as it counts', () => {
  expect(sentence(({ present }) => `Отмечено: ${counted(Number(present), 'человек', 'человека', 'человек')}`)).toBe(
    'Отмечено: … человек',
  )
})
