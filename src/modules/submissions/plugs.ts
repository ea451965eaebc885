import type { Plug } from '../../kernel/port.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { decidableChoices, proposedBehind } from '../applications/ports.ts'
import { applicationChoices } from './candidate-queries.ts'
import { reopenSubmissions } from './commands/reopen-submissions.ts'
import { settleSubmissions } from './commands/settle-submissions.ts'
import { proposedInSubmission } from './queries.ts'

export const plugs: readonly Plug[] = [
  proposedBehind.plug(proposedInSubmission),
  decidableChoices.plug(applicationChoices),
  orderParts.plug({
    signed: settleSubmissions,
    draftDeleted: (tx, ctx, orderId) => reopenSubmissions(tx, ctx, orderId, 'проект приказа удалён'),
    revoking: {
      undone: () => [],
      undo: async (tx, ctx, { orderId }) => ({
        facts: await reopenSubmissions(tx, ctx, orderId, 'приказ отменён'),
        siteIds: [],
      }),
    },
  }),
]
