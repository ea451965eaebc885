import { capital } from '../../../kernel/names.ts'
import type { Day } from '../../../kernel/types.ts'
import { StateTag } from '../../../ui/content.ts'
import type { AssignmentState } from '../assignment-machine.ts'
import type { OrderState } from '../machine.ts'
import { isInEffect } from '../rules.ts'
import { assignmentStateNames } from '../texts.ts'

type Stated = { readonly state: OrderState; readonly effectiveOn: Day | null }

const looks = {
  draft: ['calm', 'draft', 'Черновик'],
  awaitingSignature: ['wait', 'draft', 'Ждёт подписи'],
  revoked: ['late', 'end', 'Отменён'],
  inEffect: ['ok', undefined, 'Действует'],
  signed: ['wait', undefined, 'Подписан, ещё не вступил в силу'],
} as const
const lookOf = (order: Stated, today: Day) =>
  looks[order.state === 'signed' && isInEffect(order, today) ? 'inEffect' : order.state]

export const orderStateWord = (order: Stated, today: Day): string => lookOf(order, today)[2]

/** The state of an order by icon and word. A signed order is in effect from its day on. */
export function OrderStateTag({ order, today }: { order: Stated; today: Day }) {
  const [tone, icon, word] = lookOf(order, today)
  return <StateTag tone={tone} word={word} {...(icon && { icon })} />
}

/** The state of a task of an order; what is late is said so. */
export function AssignmentTag({ state, isOverdue }: { state: AssignmentState; isOverdue: boolean }) {
  if (isOverdue) return <StateTag tone="late" word="Просрочено" />
  const tones = { open: 'now', done: 'wait', accepted: 'ok', cancelled: 'calm' } as const
  return <StateTag tone={tones[state]} word={capital(assignmentStateNames[state])} />
}
