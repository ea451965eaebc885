import { AlignmentType, LevelFormat, LevelSuffix } from 'docx'
import type { LaidSection } from './layout.ts'

/** Where a numbered paragraph stands in the lists of Word. */
export type Place = { readonly reference: string; readonly level: number }

type Shape = { readonly format: (typeof LevelFormat)[keyof typeof LevelFormat]; readonly close: string }
type Mark = Shape & { readonly path: readonly number[] }

/** A list of Word as it counts: where each level begins, and what it last showed (null before its first paragraph). */
type List = Shape & { readonly reference: string; readonly start: readonly number[]; readonly shown: (number | null)[] }

const levels = 9
const russian = 'абвгдежзиклмнопрстуфхцчшщэюя'
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/**
 * The literal numbers of a document as multi-level lists of Word, so that a clerk who adds a point gets the next number. A number
 * that a list would not show by itself («3» after «1», «1.» in each section) begins a list of its own, which goes on from there.
 */
export function numbered(sections: readonly LaidSection[]) {
  const places = new Map<object, Place>()
  const lists: List[] = []
  for (const { blocks } of sections) {
    const current: List[] = []
    for (const block of blocks) {
      const mark = 'mark' in block ? markOf(block.mark) : null
      if (mark === null) continue
      const known = current.find((list) => list.format === mark.format && list.close === mark.close && goesOn(list, mark.path))
      const list = known ?? begun(mark, `numbers-${lists.length + 1}`)
      if (known === undefined) {
        lists.push(list)
        // The latest list of its shape is the one that a clerk sees go on.
        current.unshift(list)
      }
      show(list, mark.path)
      places.set(block, { reference: list.reference, level: mark.path.length - 1 })
    }
  }
  return { places, config: lists.map(configOf) }
}

/** «3.2.1.», «3)», «II.», «б)»; null for a number of any other kind, which stays text. */
function markOf(text: string): Mark | null {
  const [, digits, close = ''] = /^(\d{1,4}(?:\.\d{1,4})*)([.)])$/u.exec(text) ?? []
  if (digits) {
    const path = digits.split('.').map(Number)
    return path.length <= levels ? { format: LevelFormat.DECIMAL, close, path } : null
  }
  const [, word = '', end = ''] = /^(\p{L}+)([.)])$/u.exec(text) ?? []
  const roman = romans.indexOf(word)
  if (roman >= 0) return { format: LevelFormat.UPPER_ROMAN, close: end, path: [roman + 1] }
  const letter = word.length === 1 ? russian.indexOf(word) : -1
  return letter < 0 ? null : { format: LevelFormat.RUSSIAN_LOWER, close: end, path: [letter + 1] }
}

/** Whether the list would show this number next. A level never seen shows where it begins, unless one below has stood for it. */
function goesOn({ start, shown }: List, path: readonly number[]): boolean {
  const last = path.length - 1
  const above = path.slice(0, last).every((number, level) => (shown[level] ?? start[level]) === number)
  const before = shown[last] ?? null
  if (before !== null) return above && path[last] === before + 1
  return above && path[last] === start[last] && shown.slice(path.length).every((below) => below === null)
}

function begun({ path, ...shape }: Mark, reference: string): List {
  const start = Array.from({ length: levels }, (_, level) => path[level] ?? 1)
  return { format: shape.format, close: shape.close, reference, start, shown: start.map(() => null) }
}

function show({ shown }: List, path: readonly number[]): void {
  const last = path.length - 1
  shown[last] = path[last] ?? null
  shown.fill(null, path.length)
}

function configOf({ reference, start, format, close }: List) {
  return {
    reference,
    levels: start.map((from, level) => ({
      level,
      format: level === 0 ? format : LevelFormat.DECIMAL,
      text: `${Array.from({ length: level + 1 }, (_, at) => `%${at + 1}`).join('.')}${close}`,
      alignment: AlignmentType.LEFT,
      start: from,
      suffix: LevelSuffix.SPACE,
    })),
  }
}
