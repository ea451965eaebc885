import { onlyOf } from '../../kernel/lists.ts'

/** A row a person may name by typing, as the list shows it. */
type Named = { readonly id: string; readonly label: string }

/** Nobody, or several; of several the labels, to be told apart. */
export type NamingProblem = { readonly problem: 'unknown' } | { readonly problem: 'several'; readonly like: readonly string[] }

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»"]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\. ?/g, '. ')
    .replaceAll(/ ?, ?/g, ', ')
    .trim()

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}-]+/gu) ?? []

/** The words of a name with the surname first: initials may stand on either side of it. */
function nameOf(label: string): string[] {
  const words = wordsOf(label)
  const initials = words.findIndex((word) => word.length > 1)
  return initials > 0 ? [...words.slice(initials), ...words.slice(0, initials)] : words
}

/** Whether «Самойлова Л. П.» may mean «Самойлова Любовь Петровна, учитель, СОШ № 1»; what follows a comma narrows it. */
function mayMean(typed: string, label: string): boolean {
  const [asked = '', ...more] = typed.split(',')
  const [name = '', ...rest] = label.split(',')
  const [family, ...given] = nameOf(asked)
  const [ownFamily, ...own] = nameOf(name)
  return (
    given.length > 0 &&
    family === ownFamily &&
    given.every((word, index) =>
      word.length === 1 ? own[index]?.startsWith(word) : own[index] === word || own[index] === word[0],
    ) &&
    more.every((part) => plain(rest.join(',')).includes(plain(part)))
  )
}

/** What a typed name means: the row with this label, or the only one whose label begins with it or has these initials. */
export function named<Row extends Named>(rows: readonly Row[], typed: string): { id: Row['id'] } | NamingProblem {
  const asked = plain(typed)
  const exact = rows.filter((row) => plain(row.label) === asked)
  const begun = exact.length > 0 ? exact : rows.filter((row) => plain(row.label).startsWith(asked))
  const found = begun.length > 0 ? begun : rows.filter((row) => mayMean(typed, row.label))
  const only = onlyOf(found)
  if (only) return { id: only.id }
  return found.length === 0 ? { problem: 'unknown' } : { problem: 'several', like: found.map(({ label }) => label) }
}
