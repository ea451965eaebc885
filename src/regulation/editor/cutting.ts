import type { Clause } from '../clauses.ts'
import { bodyOfText, isListItem } from './clause-text.ts'

/** A paper cut into clauses: what stood before the first number, and the tree. */
export type Cut = { readonly heading: readonly string[]; readonly clauses: readonly Clause[] }

type Open = {
  number: string
  kind: Clause['kind']
  label: string
  cite?: string
  title?: string
  lines: string[]
  clauses: Open[]
}

const numbered = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(\S.*)$/
const roman = /^([IVXLC]{1,6})\.\s+(\S.*)$/
const appendixLine = /^приложение(?: (?:№ ?)?(\d{1,2}))?(?:[ .:]|$)/i

const headingMark = '# '
/** A line that the paper shows as a heading, as it stands in a text: a heading without a number becomes a section of its own. */
export const asHeading = (line: string): string => headingMark + line

/**
 * Cuts the text of a Положение, as it is pasted, into sections, clauses and appendices. Numbers are kept as the paper prints them; one that
 * comes twice keeps its printed form and gets a name of its own; a line without a number belongs to the clause before it, unless it is marked as a heading.
 */
export function cutIntoClauses(text: string): Cut {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const heading: string[] = []
  const roots: Open[] = []
  const taken = new Map<string, number>()
  let path: { depth: number; open: Open }[] = []
  let appendix: Open | null = null
  let appendices = 0

  const named = (wished: string) => {
    const times = (taken.get(wished) ?? 0) + 1
    taken.set(wished, times)
    return times === 1 ? wished : `${wished} (${times})`
  }
  const place = (open: Open, depth: number) => {
    path = path.filter((one) => one.depth < depth)
    const above = path.at(-1)?.open.clauses ?? roots
    above.push(open)
    path.push({ depth, open })
  }

  lines.forEach((marked, index) => {
    const isMarked = marked.startsWith(headingMark)
    const line = isMarked ? marked.slice(headingMark.length).trim() : marked
    const asAppendix = appendixLine.exec(line)
    if (asAppendix && line.length < 60) {
      appendices = asAppendix[1] ? Number(asAppendix[1]) : appendices + 1
      const number = named(`прил. ${appendices}`)
      appendix = {
        number,
        kind: 'appendix',
        label: `Приложение ${appendices}`,
        cite: `приложение ${appendices} к Положению`,
        lines: [],
        clauses: [],
      }
      place(appendix, 0)
      return
    }
    const [, printed = '', rest = ''] = numbered.exec(line) ?? roman.exec(line) ?? []
    if (printed === '') {
      const open = path.at(-1)?.open
      if (isMarked && roots.length > 0 && !(open?.kind === 'appendix' && open.title === undefined)) {
        appendix = null
        place({ number: named('заголовок'), kind: 'section', label: '', title: line, lines: [], clauses: [] }, 0)
      } else if (!open) heading.push(line)
      else if (open.kind === 'appendix' && open.title === undefined && open.lines.length === 0 && !isListItem(line))
        open.title = line
      else open.lines.push(line)
      return
    }
    const depth = printed.split('.').length
    const label = line.slice(0, line.length - rest.length).trim()
    const isSection = depth === 1 && appendix === null && (isMarked || isHeading(rest, lines[index + 1], printed))
    const inSection = isSection || depth > 1 || appendix !== null ? null : restarted(path[0]?.open, printed)
    const wished = appendix === null ? (inSection ?? printed) : `${appendix.number}, п. ${printed}`
    place(
      {
        number: named(wished),
        kind: isSection ? 'section' : 'clause',
        label,
        ...(isSection ? { title: rest } : {}),
        lines: isSection ? [] : [rest],
        clauses: [],
      },
      inSection === null ? depth : 2,
    )
  })
  return { heading, clauses: roots.map(closed) }
}

/** Clauses that are numbered anew in each section, «1., 2., 3.», are named by it, «1.1, 1.2, 1.3»; null where a number goes on from section to section. */
function restarted(section: Open | undefined, printed: string): string | null {
  if (section?.kind !== 'section' || section.number === '') return null
  const of = arabic(section.number)
  const before = section.clauses.at(-1)
  const isNext = before?.number === `${of}.${Number(printed) - 1}` && !before.label.startsWith(before.number)
  const follows = before === undefined ? printed === '1' : isNext
  return follows ? `${of}.${printed}` : null
}

const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
/** «IV» is 4; a number in our figures stays. */
function arabic(number: string): string {
  const values = [...number].map((letter) => digits[letter])
  const sum = values.reduce<number>((all, value = Number.NaN, at) => all + (value < (values[at + 1] ?? 0) ? -value : value), 0)
  return Number.isNaN(sum) ? number : String(sum)
}

/** «3. Присвоение статуса» before «3.1. …»: a short line, no sentence. */
const isHeading = (rest: string, next: string | undefined, printed: string): boolean =>
  (next?.startsWith(`${printed}.1`) ?? false) || (rest.length <= 120 && !/[.;:]$/.test(rest))

const closed = ({ lines, clauses, ...open }: Open): Clause => ({
  ...open,
  body: bodyOfText(lines.join('\n')),
  clauses: clauses.map(closed),
})
