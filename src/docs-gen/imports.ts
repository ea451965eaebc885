import path from 'node:path'
import type { SourceFile } from './sources.ts'

const statement = /^import\s+(?!type\s)(?:([^'"]*?)\s+from\s+)?'(\.{1,2}\/[^']+)'/gm
const dynamic = /\bimport\('(\.{1,2}\/[^']+)'\)/g
const comments = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm

/** What a statement brings in by name: `{ a, type B, c as d }` brings `a` and `d`. */
const namesIn = (clause: string): string[] =>
  clause
    .replaceAll(/[{}]/g, ',')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.startsWith('type '))
    .map((one) =>
      one
        .split(/\sas\s/)
        .at(-1)!
        .trim(),
    )

/** Files whose exports a file really uses: a name that is only imported, or only stands in a comment, touches nothing. */
export function touchedBy({ name, text }: SourceFile): string[] {
  const resolved = (to: string) => path.posix.join(path.posix.dirname(name), to)
  const code = text.replaceAll(comments, '')
  const body = code.replaceAll(statement, '')
  const used = [...code.matchAll(statement)].filter(
    ([, clause]) =>
      clause === undefined ||
      namesIn(clause).some((one) => new RegExp(`(?<![\\w$])${one.replaceAll('$', '\\$')}(?![\\w$])`).test(body)),
  )
  return [...used.map(([, , to = '']) => resolved(to)), ...[...code.matchAll(dynamic)].map(([, to = '']) => resolved(to))]
}

/** Every file that running the named one may reach, itself among them. */
export function reachOf(files: readonly SourceFile[]): (name: string) => ReadonlySet<string> {
  const edges = new Map(files.map((file) => [file.name, touchedBy(file)]))
  return (name) => {
    const reached = new Set([name])
    for (const one of reached) for (const next of edges.get(one) ?? []) reached.add(next)
    return reached
  }
}
