import type { Element } from '@xmldom/xmldom'
import { attribute, childOf, childrenOf } from './xml.ts'

/** A level of a list of a word processor: «Тема %1.», how it counts and from which number. */
type Level = { readonly text: string; readonly format: string; readonly start: number }

/** Word has nine levels, counted from nought. */
const mostLevel = 8
/** «Тема %1.» and the like. */
const mostLevelText = 40

/** Gives each paragraph of an automatic list the number a reader sees; '' for bullets. Paragraphs are asked in their order. */
export type Numbering = (listId: string, level: number) => string

/** Reads the numbering of a document. Without it every automatic list is one of bullets. */
export function numberingOf(root: Element | null): Numbering {
  const levels = root === null ? new Map<string, Map<number, Level>>() : levelsByList(root)
  const counters = new Map<string, number[]>()
  return (listId, level) => {
    const list = levels.get(listId)
    const own = list?.get(level)
    if (!list || !own || level < 0 || level > mostLevel || own.format === 'bullet' || own.format === 'none') return ''
    const counts = counters.get(listId) ?? []
    counts[level] = (counts[level] ?? own.start - 1) + 1
    counts.length = level + 1
    counters.set(listId, counts)
    return own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return counted(counts[at] ?? list.get(at)?.start ?? 1, list.get(at)?.format ?? 'decimal')
    })
  }
}

function levelsByList(root: Element): Map<string, Map<number, Level>> {
  const drawn = new Map<string, Map<number, Level>>()
  for (const list of childrenOf(root, 'abstractNum')) {
    const levels = childrenOf(list, 'lvl').map((level): [number, Level] => [
      Number(attribute(level, 'ilvl') ?? 0),
      {
        text: (attribute(childOf(level, 'lvlText'), 'val') ?? '').slice(0, mostLevelText),
        format: attribute(childOf(level, 'numFmt'), 'val') ?? 'decimal',
        start: Number(attribute(childOf(level, 'start'), 'val') ?? 1),
      },
    ])
    drawn.set(attribute(list, 'abstractNumId') ?? '', new Map(levels))
  }
  const used = childrenOf(root, 'num').map((num): [string, Map<number, Level>] => [
    attribute(num, 'numId') ?? '',
    drawn.get(attribute(childOf(num, 'abstractNumId'), 'val') ?? '') ?? new Map(),
  ])
  return new Map(used)
}

const roman: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A number as the list writes it; kinds of counting that programmes do not use are written in figures. */
function counted(number: number, format: string): string {
  if (format !== 'upperRoman' || number > 39) return String(number)
  let rest = number
  let text = ''
  for (const [value, letters] of roman) for (; rest >= value; rest -= value) text += letters
  return text
}
