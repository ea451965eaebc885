// An office decides by a приказ, a распоряжение or a постановление: the word comes from the act (`src/regulation/acts.ts`), never from the program.
import { type Node, parseSync } from '@swc/core'
import { expect, test } from 'vitest'
import { sourceFiles } from '../src/docs-gen/sources.ts'

const actByName = /приказ(?!ыва)|распоряжени|постановлени/iu
/** Where the words are kept, how papers speak of acts, and samples of how pages look, which show one invented office. */
const allowed = /^src\/(?:regulation\/acts\.ts|regulation\/editor\/(?:speaks|told)\.ts|modules\/dev-pages\/)/

/** What the program says: its texts, without comments. */
function* textsIn(node: unknown): Generator<string> {
  if (node === null || typeof node !== 'object') return
  const { type, value, cooked, pattern } = node as Node & { value?: unknown; cooked?: string; pattern?: string }
  if ((type === 'StringLiteral' || type === 'JSXText') && typeof value === 'string') yield value
  if (type === 'TemplateElement' && cooked) yield cooked
  if (type === 'RegExpLiteral' && pattern) yield pattern
  for (const inner of Object.values(node)) yield* textsIn(inner)
}

const namedIn = (text: string, name: string) =>
  [...textsIn(parseSync(text, { syntax: 'typescript', tsx: name.endsWith('x'), target: 'esnext' }))].filter((one) =>
    actByName.test(one),
  )

test('no text of the program names an act by hand', async () => {
  const files = (await sourceFiles(['src'])).filter(
    ({ name }) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name) && !allowed.test(name),
  )
  expect(files.length).toBeGreaterThan(700)
  expect(files.flatMap(({ name, text }) => namedIn(text, name).map((one) => `${name}: ${one.trim()}`))).toEqual([])
}, 60_000)

test('a button, a template, a text of a page and a pattern are found; a comment is not', () => {
  const text =
    '/** приказ */ const a = "Подписать приказ"; const b = `распоряжению`; const c = <p>Постановление</p>; const d = /^приказ/'
  expect(namedIn(text, 'a.tsx')).toEqual(['Подписать приказ', 'распоряжению', 'Постановление', '^приказ'])
})
