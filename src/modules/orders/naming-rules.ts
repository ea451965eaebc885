import { onlyOf } from '../../kernel/lists.ts'

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
export function named<Row extends Named>(rows: readonly Row[], typed: string): { id: Row['id'] } | { problem: NamingProblem } {
  const asked = plain(typed)
  const exact = rows.filter((row) => plain(row.label) === asked)
  const found = exact.length > 0 ? exact : rows.filter((row) => plain(row.label).startsWith(asked))
  const only = onlyOf(found)
  if (only) return { id: only.id }
  return { problem: found.length === 0 ? 'unknown' : 'several' }
}
