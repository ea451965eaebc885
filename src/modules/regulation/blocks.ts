import { bullet, clause, gap, heading, p } from '../../documents/build.ts'
import type { Block } from '../../documents/model.ts'
import type { Clause } from '../../regulation/clauses.ts'
import type { Regulation } from '../../regulation/schema.ts'

/** What is printed after clauses that orders have changed one by one, by their numbers. */
export type Notes = ReadonlyMap<string, string>

/** A regulation as it is printed, alone or as the appendix of an order: its own numbers, its lists, its appendices. */
export function regulationBlocks({ title, subtitle, clauses }: Regulation, notes: Notes = new Map()): Block[] {
  return [
    heading(1, title),
    ...(subtitle === null ? [] : [p(subtitle, { align: 'center' })]),
    gap(),
    ...clauses.flatMap((one) => clauseBlocks(one, 0, notes)),
  ]
}

function clauseBlocks(one: Clause, depth: number, notes: Notes): Block[] {
  const said = notes.get(one.number)
  const note = said === undefined ? [] : [p(said)]
  const inner = one.clauses.flatMap((below) => clauseBlocks(below, one.kind === 'clause' ? depth + 1 : depth, notes))
  if (one.kind === 'section' || one.kind === 'appendix')
    return [
      heading(2, one.title ?? '', one.label === '' ? {} : { number: one.label }),
      ...one.body.flatMap((part) => bodyBlocks(part)),
      ...note,
      ...inner,
    ]
  const [first, ...rest] = one.body
  const opening = typeof first === 'string' ? first : ''
  const others = typeof first === 'string' ? rest : one.body
  return [
    // A clause the source prints without a number is a plain paragraph.
    one.label === '' ? p(opening) : clause(one.label, opening, Math.min(depth, 2)),
    ...others.flatMap((part) => bodyBlocks(part)),
    ...note,
    ...inner,
  ]
}

const bodyBlocks = (part: string | readonly string[]): Block[] => (typeof part === 'string' ? [p(part)] : part.map(bullet))
