import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const sources = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
    .map((name) => path.join(folder, name))
const isTest = (name: string) => /\.(test|fixture)\.tsx?$/.test(name)

/** Tools of whoever works on the program, and what tests take hold of from outside. */
const forTests = new Set(['closeRenderer', 'constraintRules', 'territoryProblems'])

test('whatever a file gives to others, the program uses: nothing is kept alive by its tests alone', () => {
  const files = ['src', 'territories', 'bench', 'bin'].flatMap(sources).filter((name) => !isTest(name))
  const texts = new Map(files.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]))
  const usersOf = new Map<string, Set<string>>()
  for (const [name, text] of texts)
    for (const word of new Set(text.match(/[A-Za-z_$][\w$]*/g))) {
      const users = usersOf.get(word) ?? new Set()
      usersOf.set(word, users.add(name))
    }
  const dead: string[] = []
  for (const [name, text] of texts) {
    if (!name.startsWith('src') || name.endsWith('db/types.ts')) continue
    for (const [, given] of text.matchAll(/^export (?:async )?(?:const|function|type|class|interface) (\w+)/gm)) {
      const own = text.match(new RegExp(`\\b${given}\\b`, 'g'))!.length
      if (own === 1 && usersOf.get(given!)!.size === 1 && !forTests.has(given!)) dead.push(`${name}: ${given}`)
    }
  }
  expect(texts.size).toBeGreaterThan(900)
  expect(dead).toEqual([])
})
