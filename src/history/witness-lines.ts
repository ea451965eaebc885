import type { Instant } from '../kernel/types.ts'
import type { Damage } from './damage.ts'
import { checkSeal, type HistoryKeys, sealBytes, sealOf } from './keys.ts'

/** A head that was seen from outside of the database: what its row's hash begins with, and when. */
export type Mark = { readonly territory: string; readonly seq: number; readonly head: string; readonly at?: Instant }

/** How far the witness has come: the number and the seal of its last line. */
export type Place = { readonly line: number; readonly seal: Buffer }

/** The line that a file begins with: who closed it had the key. */
const beginning = '-'

const sealed = (keys: HistoryKeys, before: Buffer, text: string) => sealOf(keys, 'witness', before, text)

/** The next lines of the witness, each closed over the one before. A new file begins with a line that sees nothing. */
export function linesAfter(
  keys: HistoryKeys,
  place: Place | null,
  begins: boolean,
  at: Instant,
  heads: readonly Pick<Mark, 'territory' | 'seq' | 'head'>[],
): { readonly text: string; readonly place: Place } {
  let [line, seal] = [place?.line ?? 0, place?.seal ?? Buffer.alloc(0)]
  let text = ''
  for (const { territory, seq, head } of [...(begins ? [{ territory: beginning, seq: 0, head: beginning }] : []), ...heads]) {
    line++
    const said = `${line} ${at.toISOString()} ${territory} ${seq} ${head}`
    seal = sealed(keys, begins && text === '' ? Buffer.alloc(0) : seal, said)
    text += `${said} ${seal.toString('hex')}\n`
  }
  return { text, place: { line, seal } }
}

const shape = /^(\d+) (\S+) (\S+) (\d+) (\S+) ([0-9a-f]+)$/

/**
 * Reads the file of the witness line by line. A line that is not what was written sees nothing; what comes after is held against it as it
 * stands. Pure: the lines come from whoever has them.
 */
export function readingOf(keys: HistoryKeys) {
  const [marks, damages]: [Mark[], Damage[]] = [[], []]
  const seals = new Map<number, Buffer>()
  let [line, before] = [0, Buffer.alloc(0) as Buffer]
  const step = (text: string): void => {
    const [, number, at = '', territory = '', seq, head = '', hex = ''] = shape.exec(text) ?? []
    const [now, seal] = [number === undefined ? line + 1 : Number(number), Buffer.from(hex, 'hex')]
    const begins = territory === beginning && line === 0
    if (!begins && now > line + 1) damages.push({ witnessLine: line + 1, what: 'lineMissing' })
    const said = text.slice(0, -hex.length - 1)
    const good =
      seal.length === sealBytes &&
      now > line &&
      checkSeal(keys, seal, 'witness', begins ? Buffer.alloc(0) : before, said) === 'good'
    // After a gap the line before is not there to be closed over.
    if (!good && (begins || now === line + 1 || now <= line)) damages.push({ witnessLine: now, what: 'lineChanged' })
    else if (good && territory !== beginning) marks.push({ territory, seq: Number(seq), head, at: new Date(at) })
    line = Math.max(now, line)
    before = seal
    seals.set(now, seal)
  }
  return {
    step,
    /** `known`: the last line that the database has heard of. */
    end(known: Place | null): {
      readonly marks: readonly Mark[]
      readonly damages: readonly Damage[]
      readonly place: Place | null
    } {
      const there = known === null ? undefined : seals.get(known.line)
      if (known !== null && line === 0) damages.push({ witnessLine: known.line, what: 'absent' })
      else if (known !== null && known.line > line) damages.push({ witnessLine: line + 1, what: 'cut' })
      else if (known !== null && there && !there.equals(known.seal) && damages.length === 0)
        damages.push({ witnessLine: known.line, what: 'lineChanged' })
      return { marks, damages, place: line === 0 ? null : { line, seal: before } }
    },
  }
}
