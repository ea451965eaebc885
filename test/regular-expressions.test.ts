// Nobody can hold up the program by what they type or send: no regular expression of it takes more than linear time on any text.
import { type Node, parseSync } from '@swc/core'
import { beforeAll, expect, test } from 'vitest'
import { sourceFiles } from '../src/docs-gen/sources.ts'
import { type Expression, firstMatch, stepsOf, TooManySteps } from './regex-steps.ts'

type Found = Expression & { readonly where: string }
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

/** Four times as long a text may take about four times as many steps; a square would take sixteen times as many. */
const [short, long] = [48, 192]
const mostTimes = 6
/** What doubles with each letter is stopped here. */
const mostSteps = 100_000

/** Texts that begin well, go on with one thing for ever and end badly: what makes an expression try every way. */
function* hardTexts(pattern: string, length: number): Generator<string> {
  const words = (pattern.match(/[\p{L}\d_<:-]+/gu) ?? []).slice(0, 6)
  const signs = [...pattern.replaceAll(/\\[pP]\{[^}]*\}|\\./g, '')].filter((sign) => !/[\p{L}\\^$()[\]{}|?*+]/u.test(sign))
  for (const before of ['', 'x', 'А', 'А ', ...words])
    for (const again of new Set([' ', '\n', '0', 'a', 'а', 'А', '-', '.', ',', '«', ...signs]))
      yield `${before}${again.repeat(length)}\u0001`
}

function isSlow(expression: Expression): boolean {
  const steps = (text: string) => {
    try {
      return stepsOf(expression, text, mostSteps)
    } catch (error) {
      if (error instanceof TooManySteps) return Number.POSITIVE_INFINITY
      throw error
    }
  }
  const longer = [...hardTexts(expression.pattern, long)]
  return [...hardTexts(expression.pattern, short)].some((text, index) => {
    const [less, more] = [steps(text), steps(longer[index]!)]
    return less === Number.POSITIVE_INFINITY || more > less * mostTimes
  })
}
const of = ({ source, flags }: RegExp): Expression => ({ pattern: source, flags })

test('the count of steps finds what the engine of the language finds', () => {
  const texts = ['', 'а', 'x 12', 'п. 3.2.1', 'aaab', '«Школа» № 3', 'a\nb', '01.09.2021', '---']
  for (const { pattern, flags } of all)
    for (const text of texts) {
      const [found] = [...text.matchAll(new RegExp(pattern, `${flags.replaceAll(/[gy]/g, '')}g`))]
      expect([pattern, text, firstMatch({ pattern, flags }, text)]).toEqual([
        pattern,
        text,
        found ? [found.index, found[0]] : null,
      ])
    }
})

test.each([
  ['a run cut off at the end of the text', /[\s.;:,]+$/],
  ['a run of runs', /^(\d+)+$/],
  ['neighbours that take the same signs', /^\s*\(?\s*x?\s*y$/],
  ['ways that take the same signs', /^(?:a|aa|\w)*!$/],
  ['a run behind something that anything may be', /.*;.*;x/],
])('%s is slow', (_, expression) => expect(isSlow(of(expression))).toBe(true))

test.each([
  ['a run that may begin in one place only', /(?<![\s.])[\s.]+$/],
  ['neighbours that take different signs', /^\s*\d+[а-я]*$/],
  ['a run of so many signs at most', /\d{1,3}$/],
])('%s is not', (_, expression) => expect(isSlow(of(expression))).toBe(false))

/** Of our own texts (the generators of docs read this repository), or of texts cut short before. */
const harmless = /^src\/(docs-gen\/|accounts\/passwords\.ts|documents\/file-name\.ts)/

test('no regular expression of the program is slow on any text', () => {
  expect(all.length).toBeGreaterThan(150)
  const repeating = all.filter(({ pattern, where }) => /[*+]|\{\d+,\d*\}/.test(pattern) && !harmless.test(where))
  expect(repeating.filter(isSlow).map(({ pattern, where }) => `${where}: ${pattern}`)).toEqual([])
})
