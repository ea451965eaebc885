import { parseSync } from '@swc/core'

/** A rule with one operator turned round. */
export type Mutant = { readonly line: number; readonly was: string; readonly is: string; readonly text: string }

type Tree = { readonly type: string; readonly span: { readonly start: number; readonly end: number } } & Readonly<
  Record<string, unknown>
>
type Change = { readonly from: number; readonly to: number; readonly is: string }

const opposite: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '&&': '||',
  '||': '&&',
}
const comparisons = new Set(Object.keys(opposite))
const quantifiers: Readonly<Record<string, string>> = { some: 'every', every: 'some' }

/** Every way to turn one comparison, condition or quantifier of a file round. */
export function mutantsOf(source: string): Mutant[] {
  const bytes = Buffer.from(source)
  const tree = parseSync(source, { syntax: 'typescript', target: 'esnext' }) as unknown as Tree
  // Positions count on from file to file, and from the first word of this one.
  const first = bytes.length - Buffer.byteLength(source.trimStart().replace(/^(?:\/\*[\s\S]*?\*\/\s*|\/\/.*\s*)*/, ''))
  const base = tree.span.start - first
  const text = (from: number, to: number) => bytes.subarray(from - base, to - base).toString()
  return [...changesIn(tree, text)].map(({ from, to, is }) => ({
    line: text(base, from).split('\n').length,
    was: text(from, to),
    is,
    text: text(base, from) + is + bytes.subarray(to - base).toString(),
  }))
}

function* changesIn(node: unknown, text: (from: number, to: number) => string): Generator<Change> {
  if (node === null || typeof node !== 'object') return
  if (!Array.isArray(node)) yield* changesOf(node as Tree, text)
  for (const inner of Object.values(node)) yield* changesIn(inner, text)
}

function* changesOf(node: Tree, text: (from: number, to: number) => string): Generator<Change> {
  const { type, span } = node
  if (type === 'BinaryExpression' && comparisons.has(String(node.operator))) {
    const [left, right] = [node.left as Tree, node.right as Tree]
    const between = text(left.span.end, right.span.start)
    yield {
      from: left.span.end,
      to: right.span.start,
      is: between.replace(String(node.operator), opposite[String(node.operator)]!),
    }
  }
  if (type === 'UnaryExpression' && node.operator === '!') yield { from: span.start, to: span.start + 1, is: '!!' }
  const test = type === 'IfStatement' || type === 'ConditionalExpression' ? (node.test as Tree) : null
  if (test && !['BinaryExpression', 'UnaryExpression'].includes(test.type))
    yield { from: test.span.start, to: test.span.end, is: `!(${text(test.span.start, test.span.end)})` }
  if (type === 'MemberExpression') {
    const property = node.property as Tree
    const other = quantifiers[String(property.value)]
    if (other) yield { from: property.span.start, to: property.span.end, is: other }
  }
}
