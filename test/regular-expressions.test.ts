// Nobody can hold up the program by what they type or send: no regular expression of it takes more than linear time on any text.
import { type Node, parseSync } from '@swc/core'
import { beforeAll, expect, test } from 'vitest'
import { sourceFiles } from '../src/docs-gen/sources.ts'

type Found = { readonly pattern: string; readonly flags: string; readonly where: string }
let all: Found[]

beforeAll(async () => {
  const files = await sourceFiles(['src', 'territories'])
  const seen = new Map<string, Found>()
  for (const { name, text } of files) {
    if (!/\.tsx?$/.test(name) || /\.(test|fixture)\.tsx?$/.test(name)) continue
    const tree = parseSync(text, { syntax: 'typescript', tsx: name.endsWith('x'), target: 'esnext' })
    for (const { pattern, flags } of expressionsIn(tree)) seen.set(`${pattern}/${flags}`, { pattern, flags, where: name })
  }
  all = [...seen.values()]
}, 60_000)

function* expressionsIn(node: unknown): Generator<{ pattern: string; flags: string }> {
  if (node === null || typeof node !== 'object') return
  if ((node as Node).type === 'RegExpLiteral') yield node as unknown as Found
  for (const inner of Object.values(node)) yield* expressionsIn(inner)
}

/** What doubles with each letter shows itself in the short text, and must not be tried on the long one. */
const lengths = [26, 1000, 16_000]
/** A slow one takes many times this for a text of such length. */
const mostMilliseconds = 40

/** Texts that begin well, go on with one thing for ever and end badly: what makes an expression try every way. */
function* hardTexts(pattern: string, length: number): Generator<string> {
  const words = (pattern.match(/[\p{L}\d_<:-]+/gu) ?? []).slice(0, 6)
  const signs = [...pattern.replaceAll(/\\[pP]\{[^}]*\}|\\./g, '')].filter((sign) => !/[\p{L}\\^$()[\]{}|?*+]/u.test(sign))
  for (const before of ['', 'x', 'А', 'А ', ...words])
    for (const again of new Set([' ', '\n', '0', 'a', 'а', 'А', '-', '.', ',', '«', ...signs]))
      yield `${before}${again.repeat(length)}\u0001`
}

function fastest(expression: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && least > mostMilliseconds; tries++) {
    const before = process.cpuUsage().user
    text.replace(expression, '')
    least = Math.min(least, (process.cpuUsage().user - before) / 1000)
  }
  return least
}

function isSlow({ pattern, flags }: Pick<Found, 'pattern' | 'flags'>): boolean {
  const expression = new RegExp(pattern, flags)
  for (const length of lengths)
    for (const text of hardTexts(pattern, length)) if (fastest(expression, text) > mostMilliseconds) return true
  return false
}

test('the measure knows slow ones', () => {
  const slow = [/[\s.;:,]+$/, /^(\d+)+$/, /^\s*\(?\s*x?\s*y$/]
  expect(slow.filter((one) => !isSlow({ pattern: one.source, flags: one.flags }))).toEqual([])
  expect(isSlow({ pattern: '(?<![\\s.])[\\s.]+$', flags: '' })).toBe(false)
}, 60_000)

/** Of our own texts (the generators of docs read this repository), or of texts cut short before. */
const harmless = /^src\/(docs-gen\/|accounts\/passwords\.ts|documents\/file-name\.ts)/

test('no regular expression of the program is slow on any text', () => {
  expect(all.length).toBeGreaterThan(150)
  const repeating = all.filter(({ pattern, where }) => /[*+]|\{\d+,\d*\}/.test(pattern) && !harmless.test(where))
  expect(repeating.filter(isSlow).map(({ pattern, where }) => `${where}: ${pattern}`)).toEqual([])
}, 120_000)
