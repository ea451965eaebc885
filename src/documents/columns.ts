import type { Cell, Table, Words } from './model.ts'
import { breakable } from './typography.ts'

/** Widths of letters of Times in shares of their size, by groups; what is in none is as wide as «н». */
const groups: readonly [RegExp, number][] = [
  [/[ .,:;!'|()[\]ijlt\u00a0\u202f-]/u, 0.32],
  [/[\d\p{Ll}№"«»–]/u, 0.53],
  [/[ЖМФШЩЫЮWM—]/u, 1],
  [/\p{Lu}/u, 0.72],
]
const wideSmall = /[жмфшщыю№—]/u
const millimetresAPoint = 25.4 / 72

/** About how many millimetres a word takes at a size in points: enough to give it room. */
export function widthOf(text: string, points: number): number {
  const em = [...text].reduce((sum, letter) => {
    const usual = groups.find(([group]) => group.test(letter))?.[1] ?? 0.55
    return sum + (wideSmall.test(letter) ? 0.78 : usual)
  }, 0)
  return em * points * millimetresAPoint
}

/** Millimetres lost to the padding of a cell and its rules. */
const padding = 4.6
/** A column is not made wider than this share of the text for the sake of one word: such a word breaks. */
const widestShare = 0.3

/**
 * Widths of columns in millimetres: as the template shares them, but none narrower than its longest word, at the cost of the
 * columns that have room to spare.
 */
export function fittedWidths({ columns, rows }: Pick<Table, 'columns' | 'rows'>, textWidth: number, points: number): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const shared = columns.map(({ width }) => (width / whole) * textWidth)
  const needed = columns.map(({ title }, at) => {
    const texts = [title, ...rows.flatMap((row) => (row.some(({ span }) => span) ? [] : (row[at]?.paragraphs ?? [])))]
    return Math.min(widestShare * textWidth, Math.max(...texts.map((words) => longestWord(words, points))) + padding)
  })
  const lacking = needed.reduce((sum, least, at) => sum + Math.max(0, least - (shared[at] ?? 0)), 0)
  const spare = shared.reduce((sum, width, at) => sum + Math.max(0, width - (needed[at] ?? 0)), 0)
  const taken = spare === 0 ? 0 : Math.min(1, lacking / spare)
  const given = lacking === 0 ? 0 : Math.min(1, spare / lacking)
  return shared.map((width, at) => {
    const least = needed[at] ?? 0
    return width < least ? width + (least - width) * given : width - (width - least) * taken
  })
}

/** What is bound and no longer than this has room as one: «№ п/п», «22,22 п. п.», «Не проведено». */
const longestBound = 14

const longestWord = (words: Words, points: number): number =>
  Math.max(
    0,
    ...textOf(words)
      .split(/[ \u200b]+/u)
      .flatMap((bound) => (bound.length > longestBound ? bound.split('\u00a0') : [bound]))
      .map((word) => widthOf(word, points)),
  )

const textOf = (words: Words): string => words.map(({ text }) => text).join('')

/** A cell whose words fit a column: what is bound and still too wide is parted at its spaces, a word too long breaks. */
export function fittedCell(cell: Cell, width: number, points: number): Cell {
  return {
    ...cell,
    paragraphs: cell.paragraphs.map((words) => fittedWords(words, width, points)),
  }
}

/** The same for the title of a column. */
export const fittedWords = (words: Words, width: number, points: number): Words =>
  words.map((run) => ({ ...run, text: fitted(run.text, width, points) }))

function fitted(text: string, width: number, points: number): string {
  const room = width - padding
  return text
    .split(' ')
    .map((bound) => (widthOf(bound, points) > room ? bound.replaceAll('\u00a0', ' ') : bound))
    .map((bound) =>
      bound
        .split(' ')
        .map((word) =>
          widthOf(word, points) > room
            ? breakable(word.replaceAll('\u200b', ''), Math.max(1, Math.floor(room / widthOf('н', points))))
            : word,
        )
        .join(' '),
    )
    .join(' ')
}
