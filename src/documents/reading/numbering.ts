import type { Element } from '@xmldom/xmldom'
import { attribute, childOf, childrenOf } from './xml.ts'

/** A level of a list of a word processor: «Тема %1.», how it counts, from which number, after which level it begins anew. */
type Level = {
  readonly text: string
  readonly format: string
  readonly start: number
  /** Counts on over levels above it instead of beginning anew with each. */
  readonly goesOn: boolean
  /** Shows the numbers of all levels in figures, however those count. */
  readonly inFigures: boolean
}
type Levels = ReadonlyMap<number, Level>
/** A list as it is used: several may count together, and one may begin anew at a number of its own. */
type List = { readonly counter: string; readonly levels: Levels; readonly anew: ReadonlyMap<number, number> }

/** Word has nine levels, counted from nought. */
const mostLevel = 8
/** «Тема %1.» and the like. */
const mostLevelText = 40

/** Gives each paragraph of an automatic list the number a reader sees; '' for bullets. Paragraphs are asked in their order. */
export type Numbering = (listId: string, level: number) => string

/** Reads the numbering of a document. Without it every automatic list is one of bullets. */
export function numberingOf(root: Element | null): Numbering {
  const lists = root === null ? new Map<string, List>() : listsOf(root)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (listId, level) => {
    const list = lists.get(listId)
    const own = list?.levels.get(level)
    if (!list || !own || level < 0 || level > mostLevel) return ''
    const counts = counters.get(list.counter) ?? []
    counters.set(list.counter, counts)
    if (!begun.has(listId)) for (const [at, start] of list.anew) counts[at] = start - 1
    begun.add(listId)
    counts[level] = (counts[level] ?? own.start - 1) + 1
    for (let below = level + 1; below <= mostLevel; below++) if (!list.levels.get(below)?.goesOn) counts[below] = undefined
    if (own.format === 'bullet' || own.format === 'none') return ''
    return own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = list.levels.get(at)
      return counted(counts[at] ?? shown?.start ?? 1, own.inFigures ? 'decimal' : (shown?.format ?? 'decimal'))
    })
  }
}

const numberIn = (element: Element | null, name: string): number | null => {
  const value = attribute(childOf(element, name), 'val')
  return value === null ? null : Number(value)
}

function levelOf(level: Element): readonly [number, Level] {
  const isOn = childOf(level, 'isLgl')
  return [
    Number(attribute(level, 'ilvl') ?? 0),
    {
      text: (attribute(childOf(level, 'lvlText'), 'val') ?? '').slice(0, mostLevelText),
      format: attribute(childOf(level, 'numFmt'), 'val') ?? 'decimal',
      start: numberIn(level, 'start') ?? 1,
      goesOn: numberIn(level, 'lvlRestart') === 0,
      inFigures: isOn !== null && !['0', 'false', 'off'].includes(attribute(isOn, 'val') ?? ''),
    },
  ]
}

function listsOf(root: Element): ReadonlyMap<string, List> {
  const drawn = childrenOf(root, 'abstractNum')
  const nameOf = (list: Element) => attribute(list, 'abstractNumId') ?? ''
  const byName = new Map(drawn.map((list) => [nameOf(list), list]))
  const byStyle = new Map(drawn.map((list) => [attribute(childOf(list, 'styleLink'), 'val'), list]))
  const used = childrenOf(root, 'num').map((num): [string, List] => {
    const own = byName.get(attribute(childOf(num, 'abstractNumId'), 'val') ?? '') ?? null
    // A list drawn in a style is only named where it is used.
    const list = byStyle.get(attribute(childOf(own, 'numStyleLink'), 'val') ?? 'none') ?? own
    const changed = childrenOf(num, 'lvlOverride').map((one) => [Number(attribute(one, 'ilvl') ?? 0), one] as const)
    const redrawn = changed.flatMap(([, one]) => childrenOf(one, 'lvl').map(levelOf))
    const anew = changed.flatMap(([at, one]): [number, number][] => {
      const start = numberIn(one, 'startOverride')
      return start === null ? [] : [[at, start]]
    })
    const levels = new Map([...(list ? childrenOf(list, 'lvl').map(levelOf) : []), ...redrawn])
    return [attribute(num, 'numId') ?? '', { counter: list ? nameOf(list) : '', levels, anew: new Map(anew) }]
  })
  return new Map(used)
}

const roman: readonly [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function inRoman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of roman) for (; rest >= value; rest -= value) text += letters
  return text
}

/** «а», «б» … «я», «аа»: Word leaves out the letters that a list does not have. */
const alphabets: Readonly<Record<string, string>> = {
  russian: 'абвгдежзиклмнопрстуфхцчшщэюя',
  letter: 'abcdefghijklmnopqrstuvwxyz',
}
const mostCounted = 200

/** A number as the list writes it; kinds of counting that papers do not use are written in figures. */
function counted(number: number, format: string): string {
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  if (number < 1 || number > mostCounted) return String(number)
  const isUpper = /^upper|Upper$/.test(format)
  const kind = /roman/i.test(format) ? 'roman' : /^russian/.test(format) ? 'russian' : /letter$/i.test(format) ? 'letter' : null
  if (kind === null) return String(number)
  const letters = alphabets[kind] ?? ''
  const text =
    kind === 'roman'
      ? inRoman(number).toLowerCase()
      : (letters[(number - 1) % letters.length] ?? '').repeat(Math.ceil(number / letters.length))
  return isUpper ? text.toUpperCase() : text
}
