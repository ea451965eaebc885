import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const scss = readFileSync(path.join(import.meta.dirname, '_fonts.scss'), 'utf8')
const parts = [...scss.matchAll(/url\("golos-(\w+)\.woff2"\)[^;]*;\s*unicode-range:([^;]+);/g)].map(([, name, ranges = '']) => ({
  name,
  ranges: [...ranges.matchAll(/U\+(\w+)(?:-(\w+))?/g)].map(([, from = '', to = from]) => ({
    from: Number.parseInt(from, 16),
    to: Number.parseInt(to, 16),
  })),
}))
const partOf = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0
  return parts.findLast(({ ranges }) => ranges.some(({ from, to }) => from <= code && code <= to))?.name
}
const partsOf = (text: string) => [...new Set([...text].map(partOf))].sort()

test.each([
  ['a Russian page', 'Школа № 3, «Ёлка» — 1–5 §: 80 %; п. 2.1 (ещё…) → Выгрузить .xlsx, .csv\u00a0₽', ['russian', 'signs']],
  ['a page with Latin names', 'STEM-парк', ['latin', 'russian', 'signs']],
  ['letters of another Cyrillic language', 'Қўнғир ў', ['cyrillic', 'russian', 'signs', undefined]],
])('%s fetches only the parts it needs', (_, text, needed) => {
  expect(partsOf(text)).toEqual(needed)
})
