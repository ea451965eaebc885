import { type Clause, walk } from '../clauses.ts'

type Body = Clause['body']

/** A line that stands as an item of a list. */
export const asListItem = (text: string): string => `– ${text}`

/** The text of a clause as one writes it: a paragraph on a line, an item of a list on a line that begins with a dash. */
export const textOfBody = (body: Body): string =>
  body.flatMap((part) => (typeof part === 'string' ? [part] : part.map(asListItem))).join('\n')

const itemMark = /^[–—•·-]\s*/
export const isListItem = (line: string): boolean => itemMark.test(line)

/** The same text back as paragraphs and lists. */
export function bodyOfText(text: string): Body {
  const body: (string | string[])[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    const [last, text] = [body.at(-1), line.replace(itemMark, '')]
    // A mark of a list without a text says nothing.
    if (text === '') continue
    if (text === line) body.push(line)
    else if (Array.isArray(last)) last.push(text)
    else body.push([text])
  }
  return body
}

type Tree = readonly Clause[]

/** The tree with one clause in the place of another. */
export const withClause = (tree: Tree, number: string, clause: Clause): Tree =>
  tree.map((one) => (one.number === number ? clause : { ...one, clauses: withClause(one.clauses, number, clause) }))

/** The tree without a clause and what stands under it. */
export const withoutClause = (tree: Tree, number: string): Tree =>
  tree.filter((one) => one.number !== number).map((one) => ({ ...one, clauses: withoutClause(one.clauses, number) }))

/** The tree with a new clause after another, on its level, or as the first under it. */
export const withNewClause = (tree: Tree, after: string, clause: Clause, under = false): Tree =>
  tree.flatMap((one) => {
    if (one.number !== after) return [{ ...one, clauses: withNewClause(one.clauses, after, clause, under) }]
    return under ? [{ ...one, clauses: [clause, ...one.clauses] }] : [one, clause]
  })

/** A number no other clause has: the one wished for, else with how many there are of it. */
export function freeNumber(tree: Tree, wished: string): string {
  const taken = new Set([...walk(tree)].map(({ number }) => number))
  let number = wished
  for (let at = 2; taken.has(number); at++) number = `${wished} (${at})`
  return number
}

/** The number a new clause after this one would be printed with, «2.3.» after «2.2.»; empty where another has it, or where numbers do not tell. */
export function proposedLabel(tree: Tree, after: Clause): string {
  const found = /(\d{1,4})([.)]?)$/.exec(after.label)
  if (!found) return ''
  const [, last = '', end = ''] = found
  const before = after.label.slice(0, found.index)
  const label = after.kind === 'section' ? `${before}${last}.1${end}` : `${before}${Number(last) + 1}${end}`
  return [...walk(tree)].some((one) => one.label === label) ? '' : label
}

/** The section or appendix that a clause stands in, or the clause itself where it stands in none. */
export const rootOf = (tree: Tree, number: string): string | undefined =>
  tree.find((one) => [...walk([one])].some((inner) => inner.number === number))?.number
