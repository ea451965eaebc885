import { type Entry, entryOf } from './entries.ts'

/** A problem of the check as an official reads it: the rule by its name instead of its key. */
export function saidOfRule(problem: string): { readonly entry: Entry | null; readonly text: string; readonly of: string } {
  const [whole = '', path = ''] = /^правило «([\w.]+)»: /.exec(problem) ?? []
  const [first = '', second = ''] = path.split('.')
  const entry = entryOf(`${first}.${second}`) ?? entryOf(first) ?? null
  if (first === 'examples') return { entry, of: first, text: `Пример ${problem.slice(whole.length)}` }
  return { entry, of: entry?.key ?? 'text', text: entry === null ? problem : `«${entry.title}»: ${problem.slice(whole.length)}` }
}
