import { appendixMark, document, gap, p, section } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { act } from '../../regulation/acts.ts'
import { bodiesOf, bodyName, bodyWord } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { whoGrants } from '../../regulation/status/questions.ts'
import { regulationBlocks } from './blocks.ts'
import type { Amended, EnactingOrder } from './sheet-queries.ts'
import { amendmentNotes } from './texts.ts'

type Printed = {
  readonly regulation: Regulation
  readonly version: number
  /** Null for a draft. */
  readonly order: EnactingOrder | null
  /** What orders have changed in single clauses. */
  readonly amendments?: readonly Amended[]
}

/** The regulation on paper, under its own numbers, with the mark of the order that approved it; a draft says that it is one. (L-16) */
export function regulationDocument({ regulation, version, order, amendments = [] }: Printed): Doc {
  const { of, repealed } = amendmentNotes(amendments)
  const title = `${regulation.title}${order ? '' : ' (проект)'}, редакция ${version}`
  return document({ title, author: bodyName(regulation, 'authority'), ...(order ? { date: order.signedOn } : {}) }, [
    section([mark(order, regulation), gap(), ...regulationBlocks(regulation, of), ...repealed.map((one) => p(one))]),
  ])
}

/** «УТВЕРЖДЕНО» with the act, whose it is, its day and number (GOST R 7.0.97-2016, 5.19). */
function mark(order: EnactingOrder | null, regulation: Regulation) {
  if (order === null) return appendixMark('ПРОЕКТ')
  const { code } = bodiesOf(regulation).find(({ name }) => name === order.issuer) ?? { code: whoGrants(regulation).value.by }
  return appendixMark(
    'УТВЕРЖДЕНО',
    `${act(order).instrumental} ${bodyWord(regulation, code, 'genitive')}`,
    `от ${longDate(order.signedOn)} № ${order.number}`,
  )
}
