import { type ChainedRow, checkHash, genesis } from './chain.ts'
import type { Damage } from './damage.ts'
import { type HistoryKeys, keyNumberOf } from './keys.ts'
import type { Mark } from './witness-lines.ts'

export type KeptRow = ChainedRow & { readonly prevHash: Buffer; readonly hash: Buffer }
export type Head = { readonly seq: number; readonly hash: Buffer }

type Given = {
  readonly keys: HistoryKeys
  readonly territory: string
  /** What was seen of this territory from outside of the database. */
  readonly marks: readonly Mark[]
}

/**
 * Walks the chain of one territory, row by row in order, then its head; notes what is not as it was written. Pure: whoever has the rows may
 * walk.
 */
export function walkOf({ keys, territory, marks }: Given) {
  const damages: Damage[] = []
  const marked = Map.groupBy(marks, ({ seq }) => seq)
  let [expected, previous, keyNumber] = [1, genesis as Buffer, 0]
  const add = (seq: number, what: Extract<Damage, { seq: number }>['what'], seen?: Date) =>
    damages.push({ territory, seq, what, ...(seen && { seen }) })

  function faultOf(row: KeptRow): 'changed' | 'unkeyed' | 'unknownKey' | 'oldKey' | 'moved' | null {
    const number = keyNumberOf(row.hash)
    if (number < keyNumber) return number === 0 ? 'unkeyed' : 'oldKey'
    const found = checkHash(keys, row.hash, row.prevHash, row)
    if (found === 'unknownKey') return number === 0 ? 'unkeyed' : found
    if (found === 'broken') return 'changed'
    return row.seq === expected && !row.prevHash.equals(previous) ? 'moved' : null
  }

  return {
    /** The number of the row that comes next. */
    next: () => expected,
    step(row: KeptRow): void {
      if (row.seq !== expected) add(expected, 'missing')
      const fault = faultOf(row)
      const other = marked.get(row.seq)?.find(({ head }) => !row.hash.toString('hex').startsWith(head))
      if (fault) add(row.seq, fault)
      else if (other) add(row.seq, 'notWitnessed', other.at)
      keyNumber = Math.max(keyNumber, keyNumberOf(row.hash))
      expected = row.seq + 1
      previous = row.hash
    },
    end(head: Head | undefined): readonly Damage[] {
      const last = expected - 1
      const { seq, hash } = head ?? { seq: 0, hash: genesis }
      const lost = marks.filter((mark) => mark.seq > last).sort((a, b) => a.seq - b.seq)[0]
      if (lost) add(expected, 'forgotten', lost.at)
      else if (seq > last) add(expected, 'tailCut')
      if (seq < last || (seq === last && !hash.equals(previous))) add(last, 'headChanged')
      else if (last > 0 && keyNumber === 0) add(1, 'unkeyed')
      else if (last > 0 && keyNumber < keys.current) add(last, 'oldKey')
      return damages
    },
  }
}
