import { appendixMark, document, gap, section } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { regulationBlocks } from './blocks.ts'
import type { EnactingOrder } from './sheet-queries.ts'

type Printed = {
  readonly regulation: Regulation
  readonly version: number
  /** Null for a draft. */
  readonly order: EnactingOrder | null
}

/** The regulation on paper, under its own numbers, with the mark of the order that approved it; a draft says that it is one. (L-16) */
export function regulationDocument({ regulation, version, order }: Printed): Doc {
  const title = `${regulation.title}${order ? '' : ' (проект)'}, редакция ${version}`
  return document({ title, author: regulation.bodies.authority.name, ...(order ? { date: order.signedOn } : {}) }, [
    section([mark(order), gap(), ...regulationBlocks(regulation)]),
  ])
}

function mark(order: EnactingOrder | null) {
  if (order === null) return appendixMark('ПРОЕКТ')
  const act = order.kind === 'order' ? 'приказом' : 'распоряжением'
  return appendixMark('УТВЕРЖДЕНО', act, `от ${longDate(order.signedOn)} № ${order.number}`)
}
