import { by, type Grants, office } from '../../authz/policy.ts'
import type { Plug } from '../../kernel/port.ts'
import { module } from '../../kit/module.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { decidableChoices, proposedBehind } from '../applications/ports.ts'
import { applicationChoices } from './candidate-queries.ts'
import { reopenSubmissions, settleSubmissions } from './commands/settle-submissions.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { proposedInSubmission } from './queries.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const plugs: readonly Plug[] = [
  proposedBehind.plug(proposedInSubmission),
  decidableChoices.plug(applicationChoices),
  orderParts.plug({
    signed: settleSubmissions,
    draftDeleted: (tx, ctx, orderId) => reopenSubmissions(tx, ctx, orderId, 'проект решения удалён'),
    revoking: {
      undone: () => [],
      undo: async (tx, ctx, { orderId }) => ({
        facts: await reopenSubmissions(tx, ctx, orderId, 'решение отменено'),
        siteIds: [],
      }),
    },
  }),
]

const permissions = {
  'submission.view': office,
  'submission.edit': by('territory', 'methodist'),
  'submission.decide': by('territory', 'official', 'signatory'),
  // Where the regulation knows no submission, whoever prepares orders writes the decision down.
  'decision.prepare': office,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'submissions', paths, permissions, facts, invariants, tasks, notices, routes, ruleTexts, plugs })
