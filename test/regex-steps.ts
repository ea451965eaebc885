/**
 * A regular expression run as every engine with backtracking runs it, counting the steps: how slow it is on a text is then a number that no
 * machine changes. It knows what the expressions of this program are made of, and says what it does not know.
 */
export type Expression = { readonly pattern: string; readonly flags: string }

/** Goes on from a place of the text; says whether the rest matched. */
type Next = (at: number) => boolean
/** A part of an expression: tries every way to match from a place, each time going on with what comes after. */
type Part = (at: number, next: Next) => boolean

export class TooManySteps extends Error {}

/** The steps it takes to look for the expression in the text: everywhere it may begin, and again after each match when it is global. */
export function stepsOf(expression: Expression, text: string, most: number): number {
  const run = new Run(expression, text, most)
  for (let at = 0; at <= text.length; ) {
    const end = run.matchAt(at)
    if (end !== null && !expression.flags.includes('g')) break
    at = end === null || end === at ? at + 1 : end
  }
  return run.steps
}

/** Where the expression is found first, and what. */
export function firstMatch(expression: Expression, text: string): [number, string] | null {
  const run = new Run(expression, text, Number.POSITIVE_INFINITY)
  for (let at = 0; at <= text.length; at++) {
    const end = run.matchAt(at)
    if (end !== null) return [at, text.slice(at, end)]
  }
  return null
}

const quantifier = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})(\?)?/
const atom = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|[^\\])/isu
const opening = /^\((?:\?(?::|=|!|<=|<!|<\w+>))?/

class Run {
  steps = 0
  private readonly flags: string
  private readonly text: string
  private readonly most: number
  /** What of the pattern is still to be read. */
  private rest: string
  private readonly part: Part
  /** Inside a look behind, the text is read from right to left. */
  private backwards = false

  constructor({ pattern, flags }: Expression, text: string, most: number) {
    this.flags = flags
    this.text = text
    this.most = most
    this.rest = pattern
    this.part = this.alternatives()
    if (this.rest !== '') throw new Error(`not understood in /${pattern}/: ${this.rest}`)
  }

  matchAt(at: number): number | null {
    let end: number | null = null
    this.part(at, (reached) => {
      end = reached
      return true
    })
    return end
  }

  private step(): void {
    if (++this.steps > this.most) throw new TooManySteps()
  }

  private alternatives(): Part {
    const ways = [this.sequence()]
    while (this.takes('|')) ways.push(this.sequence())
    return ways.length === 1 ? ways[0]! : (at, next) => ways.some((way) => way(at, next))
  }

  private sequence(): Part {
    const parts: Part[] = []
    while (this.rest !== '' && !/^[|)]/.test(this.rest)) parts.push(this.quantified())
    if (this.backwards) parts.reverse()
    const from = (index: number, at: number, next: Next): boolean =>
      index === parts.length ? next(at) : parts[index]!(at, (reached) => from(index + 1, reached, next))
    return (at, next) => from(0, at, next)
  }

  private quantified(): Part {
    const once = this.single()
    const [all, sign, least, comma, last, lazy] = quantifier.exec(this.rest) ?? []
    if (all === undefined) return once
    this.rest = this.rest.slice(all.length)
    const min = sign ? Number(sign === '+') : Number(least)
    const max = sign === '?' ? 1 : sign || (comma && !last) ? Number.POSITIVE_INFINITY : Number(last || least)
    const repeat = (count: number, at: number, next: Next): boolean => {
      this.step()
      const stop = () => count >= min && next(at)
      const more = () => count < max && once(at, (reached) => (reached !== at || count < min) && repeat(count + 1, reached, next))
      return lazy ? stop() || more() : more() || stop()
    }
    return (at, next) => repeat(0, at, next)
  }

  private single(): Part {
    const open = opening.exec(this.rest)?.[0]
    if (open !== undefined) return this.group(open)
    if (this.takes('^')) return (at, next) => this.isEdge(at, at - 1) && next(at)
    if (this.takes('$')) return (at, next) => this.isEdge(at, at) && next(at)
    if (this.takes('\\b')) return (at, next) => this.isWord(at - 1) !== this.isWord(at) && next(at)
    if (this.takes('\\B')) return (at, next) => this.isWord(at - 1) === this.isWord(at) && next(at)
    if (/^\\[1-9k]/.test(this.rest)) throw new Error(`a reference back is not understood: ${this.rest}`)
    return this.sign()
  }

  private group(open: string): Part {
    this.rest = this.rest.slice(open.length)
    const before = this.backwards
    if (/[=!]$/.test(open)) this.backwards = open.includes('<')
    const inside = this.alternatives()
    this.backwards = before
    if (!this.takes(')')) throw new Error(`no end of a group: ${this.rest}`)
    if (!/[=!]$/.test(open)) return inside
    const wanted = open.endsWith('=')
    return (at, next) => inside(at, () => true) === wanted && next(at)
  }

  /** One sign of the text: what it may be is asked of the expression's own piece. */
  private sign(): Part {
    const [piece] = atom.exec(this.rest) ?? []
    if (piece === undefined) throw new Error(`not understood: ${this.rest}`)
    this.rest = this.rest.slice(piece.length)
    const fits = new RegExp(`^(?:${piece})$`, this.flags.replaceAll(/[gym]/g, ''))
    const known = new Map<string, boolean>()
    const [ahead, place] = this.backwards ? [-1, -1] : [1, 0]
    return (at, next) => {
      this.step()
      const sign = this.text[at + place]
      if (sign === undefined) return false
      if (!known.has(sign)) known.set(sign, fits.test(sign))
      return known.get(sign)! && next(at + ahead)
    }
  }

  private takes(words: string): boolean {
    if (!this.rest.startsWith(words)) return false
    this.rest = this.rest.slice(words.length)
    return true
  }

  private isEdge(at: number, sign: number): boolean {
    const isOutside = sign === -1 || at === this.text.length
    return (isOutside && this.text[sign] === undefined) || (this.flags.includes('m') && this.text[sign] === '\n')
  }

  private isWord(at: number): boolean {
    return /\w/.test(this.text[at] ?? ' ')
  }
}
