import type { Acting } from '../../authz/ctx.ts'
import { readAs } from '../../db/transact.ts'
import { acknowledgeOrder } from '../../modules/orders/commands/acknowledge-order.ts'
import { acceptAssignment, reportAssignment } from '../../modules/orders/commands/execute-assignment.ts'
import { controlView } from '../../modules/orders/execution-queries.ts'
import type { LifeFacts } from '../../regulation/life-facts.ts'
import type { Keys } from '../keys.ts'
import { found } from './find.ts'
import type { Step } from './step.ts'

/** Who has read the signed order, and what came of its points. */
export function orderSteps(keys: Keys, { acquainted = [], assignments }: LifeFacts): Step[] {
  const its = (ctx: Acting, person: string, point: string) =>
    readAs(ctx, async (tx) => {
      const points = await controlView(tx, ctx, await found.order(tx, ctx))
      const own = points.find(({ personId, pointNumber }) => personId === keys.person(person) && pointNumber === point)
      if (!own) throw new Error(`${person} has no point ${point}`)
      return own.id
    })
  return [
    ...acquainted.map(
      ({ by, on }): Step => ({
        ...{ on, time: '09:30:00', who: by, key: `${by} знакомится с документом` },
        run: async (ctx) => acknowledgeOrder(ctx, { orderId: await readAs(ctx, (tx) => found.order(tx, ctx)) }),
      }),
    ),
    ...assignments.flatMap(({ person, point, on, note, accepted }): Step[] => [
      {
        ...{ on, time: '16:10:00', who: person, key: `${person} исполняет: ${point}` },
        run: async (ctx) => reportAssignment(ctx, { assignmentId: await its(ctx, person, point), note }),
      },
      ...(accepted
        ? [
            {
              ...{ on: accepted.on, time: '16:40:00', who: accepted.by, key: `${person} исполнил: ${point}` },
              run: async (ctx: Acting) => acceptAssignment(ctx, { assignmentId: await its(ctx, person, point) }),
            },
          ]
        : []),
    ]),
  ]
}
