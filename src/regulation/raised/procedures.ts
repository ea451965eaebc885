import { entriesIn } from './values.ts'

/** Whoever accepts a report was one name; it is the one step of its procedure. */
export function proceduresRaised(document: unknown): unknown {
  const all = entriesIn(document)
  const { kinds, ...rule } = entriesIn(all.report)
  return Array.isArray(kinds) ? { ...all, report: { ...rule, kinds: kinds.map(accepted) } } : document
}

function accepted(kind: unknown): unknown {
  const { acceptedBy, ...other } = entriesIn(kind)
  if (acceptedBy === undefined) return kind
  return { ...other, chain: [{ act: 'accept', by: acceptedBy, caption: 'Принимает отчёт', clause: other.clause }] }
}
