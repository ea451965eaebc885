import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { constraintRules } from '../db/constraints.ts'
import { install, ruleTexts } from '../kit/install.ts'
import { modules } from './modules.ts'

install(modules)
const src = path.resolve(import.meta.dirname, '..')

/** Every rule that some code refuses with: `refuseRule('a.b'`, `rule: 'a.b'`. */
async function rulesInCode(named = /(?:refuseRule\(|\brule: )'([a-z][A-Za-z]*\.[A-Za-z]+)'/g): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const entry of await readdir(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /(\.test\.tsx?|^texts\.ts)$/.test(entry.name)) continue
    const text = await readFile(path.join(entry.parentPath, entry.name), 'utf8')
    for (const [, rule] of text.matchAll(named)) found.set(rule!, entry.name)
  }
  return found
}

test('every rule that may refuse has a sentence for the person', async () => {
  const rules = await rulesInCode()
  expect(rules.size).toBeGreaterThan(50)
  expect([...rules].filter(([rule]) => !(rule in ruleTexts()))).toEqual([])
  expect(constraintRules.filter((rule) => !(rule in ruleTexts()))).toEqual([])
})

test('no sentence is left for a rule that no code names', async () => {
  const rules = new Set([...(await rulesInCode(/'([a-z][A-Za-z]*\.[A-Za-z]+)'/g)).keys(), ...constraintRules])
  // src/files names its rules by a template: `file.${what is wrong}`.
  expect(Object.keys(ruleTexts()).filter((rule) => !rules.has(rule) && !rule.startsWith('file.'))).toEqual([])
})
