import { createHash } from 'node:crypto'
import type { TerritoryId } from '../kernel/types.ts'
import { type ChainedRow, canonical, genesis, hashOf } from './chain.ts'
import type { Damage } from './damage.ts'
import { closeHistoryWith, parseKeys } from './keys.ts'
import { type Head, type KeptRow, walkOf } from './walk.ts'
import { linesAfter, type Place, readingOf } from './witness-lines.ts'

/** History of an installation as it lies in its database and beside it. */
export type World = {
  readonly territories: Map<string, { rows: KeptRow[]; head: Head }>
  lines: string[]
  known: Place
}

const keys = parseKeys(`1 ${'a'.repeat(40)}\n2 ${'b'.repeat(40)}`, 'test')
const first = { ...keys, current: 1 }
const stranger = parseKeys(`2 ${'z'.repeat(40)}`, 'test')
const codes = ['luga', 'chebula', 'kazan']
const [rowsEach, unkeyedRows, oldKeyRows] = [18, 4, 9]

const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const rowOf = (territory: number, seq: number): ChainedRow => ({
  territoryId: idOf(territory) as TerritoryId,
  seq,
  id: idOf(territory * 1000 + seq),
  at: new Date(Date.UTC(2021, 8, 1, 10, seq)),
  accountId: null,
  personId: null,
  kind: 'person.changed',
  subjectId: idOf(seq),
  siteId: null,
  facts: { name: `Имя ${seq}`, fields: ['а', 'б'] },
})
/** As the program closed rows before there were keys. */
const unkeyedHash = (previous: Buffer, { at, ...row }: ChainedRow) => {
  const { territoryId, seq, id, accountId, personId, kind, subjectId, siteId, facts } = row
  const text = canonical([territoryId, seq, id, at.toISOString(), accountId, personId, kind, subjectId, siteId, facts])
  return createHash('sha256').update(previous).update(text).digest()
}
type Close = (previous: Buffer, row: ChainedRow) => Buffer
const closedWith =
  (own: typeof keys): Close =>
  (previous, row) =>
    hashOf(own, previous, row)

function chained(rows: readonly ChainedRow[], close: Close, from: Buffer = genesis): KeptRow[] {
  let previous = from
  return rows.map((row) => {
    const prevHash = previous
    previous = close(prevHash, row)
    return { ...row, prevHash, hash: previous }
  })
}
const headOf = (rows: readonly KeptRow[]): Head => {
  const last = rows.at(-1)
  return last ? { seq: last.seq, hash: last.hash } : { seq: 0, hash: genesis }
}

/** Three territories that have lived: rows of before the keys, rows of a first key, rows of the present one; the witness has looked all along. */
export function aWorld(): World {
  const territories: World['territories'] = new Map()
  for (const [n, code] of codes.entries()) {
    const plain = Array.from({ length: rowsEach }, (_, k) => rowOf(n, k + 1))
    const close: Close = (previous, row) =>
      row.seq <= unkeyedRows ? unkeyedHash(previous, row) : hashOf(row.seq <= oldKeyRows ? first : keys, previous, row)
    const rows = chained(plain, close)
    territories.set(code, { rows, head: headOf(rows) })
  }
  let [lines, place]: [string[], Place | null] = [[], null]
  for (let seq = oldKeyRows; seq <= rowsEach; seq += 3) {
    const heads = codes.map((territory) => ({
      territory,
      seq,
      head: territories.get(territory)!.rows[seq - 1]!.hash.toString('hex'),
    }))
    const next = linesAfter(
      seq <= oldKeyRows ? first : keys,
      place,
      place === null,
      new Date(Date.UTC(2026, 10, 29, 10, seq)),
      heads,
    )
    lines = [...lines, ...next.text.trimEnd().split('\n')]
    place = next.place
  }
  return { territories, lines, known: place! }
}

export const cloned = ({ territories, lines, known }: World): World => ({
  territories: new Map([...territories].map(([code, { rows, head }]) => [code, { rows: rows.map((row) => ({ ...row })), head }])),
  lines: [...lines],
  known,
})

/** What verification says of it. */
export function examine({ territories, lines, known }: World): Damage[] {
  const reading = readingOf(keys)
  for (const line of lines) reading.step(line)
  const { marks, damages } = reading.end(known)
  const found: Damage[] = [...damages]
  for (const [territory, { rows, head }] of territories) {
    const walk = walkOf({ keys, territory, marks: marks.filter((mark) => mark.territory === territory) })
    for (const row of [...rows].sort((a, b) => a.seq - b.seq)) walk.step(row)
    found.push(...walk.end(head))
  }
  return found
}
closeHistoryWith(keys)

export const asTerritory = (damage: Damage): string => ('seq' in damage ? damage.territory : 'witness')

type Expected = { readonly place: string; readonly what: readonly Damage['what'][] }
type Tamper = (world: World, random: readonly [number, number, number]) => Expected
const seqOf = (random: number, from = 1, to = rowsEach) => from + (random % (to - from + 1))
const codeOf = (random: number) => codes[random % codes.length]!
const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ 1
  return copy
}
const fieldsOf = (row: KeptRow): Partial<KeptRow>[] => [
  { facts: { ...(row.facts as object), name: 'Другое имя' } },
  { facts: {} },
  { at: new Date(row.at.getTime() + 1000) },
  { kind: 'person.added' },
  { subjectId: idOf(9999) },
  { id: idOf(9998) },
  { personId: idOf(9997) as never },
  { accountId: 'somebody' as never },
  { siteId: idOf(9996) as never },
]

/** Ways of somebody who has the database, or the file of the witness, but not the key. */
export const kinds: Readonly<Record<string, Tamper>> = {
  'a field changed': ({ territories }, [a, b, c]) => {
    const { rows } = territories.get(codeOf(a))!
    const seq = seqOf(b)
    Object.assign(rows[seq - 1]!, fieldsOf(rows[seq - 1]!)[c % 9])
    return { place: `${codeOf(a)} ${seq}`, what: ['changed'] }
  },
  'a field changed and its hash made anew without a key': ({ territories }, [a, b, c]) => {
    const { rows } = territories.get(codeOf(a))!
    const seq = seqOf(b, unkeyedRows + 1)
    const row = Object.assign(rows[seq - 1]!, fieldsOf(rows[seq - 1]!)[c % 9])
    Object.assign(row, { hash: unkeyedHash(row.prevHash, row) })
    // The first keyed row may pass for one of before the keys; the next one does not go on from it then.
    const isFirst = seq === unkeyedRows + 1
    return { place: `${codeOf(a)} ${isFirst ? seq + 1 : seq}`, what: [isFirst ? 'moved' : 'unkeyed'] }
  },
  'a hash changed': ({ territories }, [a, b, c]) => {
    const { rows } = territories.get(codeOf(a))!
    const seq = seqOf(b)
    const row = rows[seq - 1]!
    Object.assign(row, { hash: flipped(row.hash, 1 + (c % (row.hash.length - 1))) })
    return { place: `${codeOf(a)} ${seq}`, what: ['changed'] }
  },
  'a row removed in the middle': ({ territories }, [a, b]) => {
    const { rows } = territories.get(codeOf(a))!
    const seq = seqOf(b, 1, rowsEach - 1)
    rows.splice(seq - 1, 1)
    return { place: `${codeOf(a)} ${seq}`, what: ['missing'] }
  },
  'the tail cut': ({ territories }, [a, b]) => {
    const { rows } = territories.get(codeOf(a))!
    const seq = seqOf(b)
    rows.splice(seq - 1)
    return { place: `${codeOf(a)} ${seq}`, what: ['forgotten'] }
  },
  'the tail cut and the head set back': ({ territories }, [a, b]) => {
    const own = territories.get(codeOf(a))!
    const seq = seqOf(b)
    own.rows.splice(seq - 1)
    own.head = headOf(own.rows)
    return { place: `${codeOf(a)} ${seq}`, what: ['forgotten'] }
  },
  'two rows swapped': ({ territories }, [a, b, c]) => {
    const { rows } = territories.get(codeOf(a))!
    const one = seqOf(b, 1, rowsEach - 1)
    const other = seqOf(c, one + 1)
    Object.assign(rows[one - 1]!, { seq: other })
    Object.assign(rows[other - 1]!, { seq: one })
    return { place: `${codeOf(a)} ${one}`, what: ['changed', 'oldKey', 'unkeyed'] }
  },
  'a row inserted and the rest pushed on': ({ territories }, [a, b]) => {
    const own = territories.get(codeOf(a))!
    const seq = seqOf(b)
    const at = own.rows[seq - 1]!
    const added = { ...at, id: idOf(7777), hash: closedWith(stranger)(at.prevHash, { ...at, id: idOf(7777) }) }
    own.rows.splice(seq - 1, 0, added)
    for (const [n, row] of own.rows.entries()) Object.assign(row, { seq: n + 1 })
    own.head = headOf(own.rows)
    return { place: `${codeOf(a)} ${seq}`, what: ['changed'] }
  },
  'a row added after the last, and the head with it': ({ territories }, [a]) => {
    const own = territories.get(codeOf(a))!
    own.rows.push(...chained([rowOf(codes.indexOf(codeOf(a)), rowsEach + 1)], closedWith(stranger), own.head.hash))
    own.head = headOf(own.rows)
    return { place: `${codeOf(a)} ${rowsEach + 1}`, what: ['changed'] }
  },
  'the head changed': ({ territories }, [a, b, c]) => {
    const own = territories.get(codeOf(a))!
    own.head = [
      { seq: own.head.seq, hash: flipped(own.head.hash, b) },
      { seq: seqOf(b, 0, rowsEach - 1), hash: own.head.hash },
      { seq: seqOf(b, 1, rowsEach - 1), hash: own.rows[seqOf(b, 1, rowsEach - 1) - 1]!.hash },
    ][c % 3]!
    return { place: `${codeOf(a)} ${rowsEach}`, what: ['headChanged'] }
  },
  'the head pushed on': ({ territories }, [a, b]) => {
    const own = territories.get(codeOf(a))!
    own.head = { seq: rowsEach + 1 + (b % 5), hash: own.head.hash }
    return { place: `${codeOf(a)} ${rowsEach + 1}`, what: ['tailCut'] }
  },
  'a row moved to another territory': ({ territories }, [a, b]) => {
    const [from, to] = [codeOf(a), codeOf(a + 1)]
    const [{ rows }, other] = [territories.get(from)!, territories.get(to)!]
    const seq = seqOf(b, unkeyedRows + 1)
    const [row] = rows.splice(seq - 1, 1)
    other.rows[seq - 1] = Object.assign(row!, { territoryId: other.rows[0]!.territoryId })
    return { place: `${to} ${seq}`, what: ['changed'] }
  },
  'a territory put in the place of another': ({ territories }, [a]) => {
    const [from, to] = [territories.get(codeOf(a))!, territories.get(codeOf(a + 1))!]
    to.rows = from.rows.map((row) => ({ ...row, territoryId: to.rows[0]!.territoryId }))
    to.head = headOf(to.rows)
    return { place: `${codeOf(a + 1)} 1`, what: ['changed'] }
  },
  'the whole chain rebuilt under another key': ({ territories }, [a, b]) => {
    const own = territories.get(codeOf(a))!
    own.rows = chained(own.rows.slice(0, seqOf(b)), closedWith(stranger))
    own.head = headOf(own.rows)
    return { place: `${codeOf(a)} 1`, what: ['changed'] }
  },
  'the whole chain rebuilt without a key': ({ territories }, [a]) => {
    const own = territories.get(codeOf(a))!
    own.rows = chained(own.rows, unkeyedHash)
    own.head = headOf(own.rows)
    return { place: `${codeOf(a)} ${oldKeyRows}`, what: ['notWitnessed'] }
  },
  'the chain rebuilt from a row on under a key of its own number': ({ territories }, [a, b]) => {
    const own = territories.get(codeOf(a))!
    const seq = seqOf(b, oldKeyRows + 1)
    const ninth = parseKeys(`9 ${'z'.repeat(40)}`, 'test')
    own.rows.splice(seq - 1, rowsEach, ...chained(own.rows.slice(seq - 1), closedWith(ninth), own.rows[seq - 2]!.hash))
    own.head = headOf(own.rows)
    return { place: `${codeOf(a)} ${seq}`, what: ['unknownKey'] }
  },
  'set back to the days of the first key': (world, [a]) => {
    const own = world.territories.get(codeOf(a))!
    own.rows.splice(oldKeyRows)
    own.head = headOf(own.rows)
    world.lines = world.lines.slice(0, 4)
    world.known = { line: 4, seal: Buffer.from(world.lines[3]!.split(' ').at(-1)!, 'hex') }
    return { place: `${codeOf(a)} ${oldKeyRows}`, what: ['oldKey'] }
  },
  'a line of the witness changed': (world, [a, b]) => {
    const at = a % world.lines.length
    const parts = world.lines[at]!.split(' ')
    const field = 1 + (b % 5)
    parts[field] =
      field === 3
        ? `${Number(parts[3]) + 1}`
        : field === 5
          ? flipped(Buffer.from(parts[5]!, 'hex'), b).toString('hex')
          : `${parts[field]}0`
    world.lines[at] = parts.join(' ')
    return { place: `witness ${at + 1}`, what: ['lineChanged'] }
  },
  'a line of the witness removed': (world, [a]) => {
    const at = a % (world.lines.length - 1)
    world.lines.splice(at, 1)
    return { place: `witness ${at + 1}`, what: ['lineMissing'] }
  },
  'a line of the witness removed and the rest numbered anew': (world, [a]) => {
    const at = 1 + (a % (world.lines.length - 2))
    world.lines.splice(at, 1)
    world.lines = world.lines.map((line, n) => line.replace(/^\d+/, `${n + 1}`))
    return { place: `witness ${at + 1}`, what: ['lineChanged'] }
  },
  'the end of the witness cut': (world, [a]) => {
    const left = 1 + (a % (world.lines.length - 1))
    world.lines.splice(left)
    return { place: `witness ${left + 1}`, what: ['cut'] }
  },
  'the witness removed': (world) => {
    world.lines = []
    return { place: `witness ${world.known.line}`, what: ['absent'] }
  },
  'the witness written anew by a stranger': (world, [a]) => {
    const heads = [{ territory: codeOf(a), seq: 1, head: '00' }]
    world.lines = linesAfter(stranger, null, true, new Date(0), heads).text.trimEnd().split('\n')
    return { place: 'witness 1', what: ['lineChanged'] }
  },
  'the end of the witness cut with the rows that it saw': (world, [a, b]) => {
    const own = world.territories.get(codeOf(a))!
    const seq = seqOf(b, oldKeyRows + 1)
    own.rows.splice(seq - 1)
    own.head = headOf(own.rows)
    world.lines.splice(4)
    return { place: 'witness 5', what: ['cut'] }
  },
}
