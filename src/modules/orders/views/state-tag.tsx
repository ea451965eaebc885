import type { Day } from '../../../kernel/types.ts'
import { StateTag } from '../../../ui/tag.tsx'
import type { AssignmentState } from '../assignment-machine.ts'
import type { OrderState } from '../machine.ts'
import { isInEffect } from '../rules.ts'
import { assignmentStateNames } from '../texts.ts'

type Stated = { readonly state: OrderState; readonly effectiveOn: Day | null }

/** The state of an order by icon and word. A signed order is in effect from its day on. */
export function OrderStateTag({ order, today }: { order: Stated; today: Day }) {
  switch (order.state) {
    case 'draft':
      return <StateTag tone="calm" icon="draft" word="Черновик" />
    case 'awaitingSignature':
      return <StateTag tone="wait" icon="draft" word="Ждёт подписи" />
    case 'revoked':
      return <StateTag tone="late" icon="end" word="Отменён" />
    case 'signed':
      return isInEffect(order, today) ? (
        <StateTag tone="ok" word="Действует" />
      ) : (
        <StateTag tone="wait" word="Подписан, ещё не вступил в силу" />
      )
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The state of a task of an order; what is late is said so. */
export function AssignmentTag({ state, isOverdue }: { state: AssignmentState; isOverdue: boolean }) {
  if (isOverdue) return <StateTag tone="late" word="Просрочено" />
  const tones = { open: 'now', done: 'wait', accepted: 'ok', cancelled: 'calm' } as const
  return <StateTag tone={tones[state]} word={capital(assignmentStateNames[state])} />
}
