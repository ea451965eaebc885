import { entriesIn } from './values.ts'

/** Meetings were only words; the heads of sites were meant. */
export function meetingsRaised(document: unknown): unknown {
  const { meetings } = entriesIn(document)
  const { kinds } = entriesIn(meetings)
  if (!Array.isArray(kinds)) return document
  const raised = kinds.map((kind) => ({ invited: ['siteHeads'], ...entriesIn(kind) }))
  return { ...entriesIn(document), meetings: { ...entriesIn(meetings), kinds: raised } }
}
