/** A row a person may name by typing, as the list shows it. */
type Named = { readonly id: string; readonly label: string }

export type NamingProblem = 'unknown' | 'several'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/[«»"]/g, '')
    .trim()

/** What a typed name means: the row with this label, or the only one whose label begins with it. */
export function named(rows: readonly Named[], typed: string): { id: string } | { problem: NamingProblem } {
  const asked = plain(typed)
  const exact = rows.filter((row) => plain(row.label) === asked)
  const found = exact.length > 0 ? exact : rows.filter((row) => plain(row.label).startsWith(asked))
  if (found.length === 1) return { id: found[0]!.id }
  return { problem: found.length === 0 ? 'unknown' : 'several' }
}
