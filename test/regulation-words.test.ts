// The regulation of a territory is asked questions; nobody outside its folder reads a rule of it, names a clause, or knows a limit that only a paper may set.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { regulationSchema } from '../src/regulation/schema.ts'

/** What a document is called, is written about and is printed from; not rules. */
const ofThePaper = new Set(['edition', 'title', 'subtitle', 'clauses', 'orderPoints', 'legalBasis'])
const rules = Object.keys(regulationSchema.shape).filter((key) => !ofThePaper.has(key))

const sources = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/^src\/(regulation|modules\/(dev-pages|regulation)|docs-gen)\/|\.(test|fixture)\./.test(file))
  .map((file) => ({ file, text: withoutComments(readFileSync(file, 'utf8')) }))

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

const found = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([hit]) => `${file}: ${hit}`))

test('no rule of a regulation is read outside its folder', () => {
  expect(rules.length).toBeGreaterThan(30)
  expect(found(new RegExp(`regulation\\??\\.(${rules.join('|')})\\b`, 'g'))).toEqual([])
})

test('no clause of a paper is named in the program', () => {
  expect(found(/(?:п|пп|пункт[а-я]*|раздел[а-я]*)\.?[ \u00a0]\d+\.\d+/gi)).toEqual([])
})

test('no limit and no body of a territory is known to the program', () => {
  expect(found(/(?:одного|двух|тр[её]х|пяти)[ \u00a0](?:года|лет)|ЦИМС|ИМЦ|ЛОИРО|lastDayOfMonths\([^)]*, (?!12\))\d/g)).toEqual(
    [],
  )
})
