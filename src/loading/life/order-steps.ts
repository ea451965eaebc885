import type { Acting } from '../../authz/ctx.ts'
import { readAs } from '../../db/transact.ts'
import { acknowledgeOrder } from '../../modules/orders/commands/acknowledge-order.ts'
import { acceptAssignment, reportAssignment } from '../../modules/orders/commands/execute-assignment.ts'
import type { LifeFacts } from '../../regulation/life-facts.ts'
import type { Keys } from '../keys.ts'
import { found } from './find.ts'
import type { Step } from './step.ts'

/** Who has read the signed order, and what came of its points. */
export function orderSteps(keys: Keys, { acquainted = [], assignments }: LifeFacts): Step[] {
  const its = (ctx: Acting, person: string, point: string) =>
    readAs(ctx, async (tx) => {
      const row = await tx
        .selectFrom('assignments as a')
        .innerJoin('orderPoints as p', (join) =>
          join.onRef('p.territoryId', '=', 'a.territoryId').onRef('p.id', '=', 'a.pointId'),
        )
        .select('a.id')
        .where((is) => is.and({ 'a.territoryId': keys.territory, 'a.personId': keys.person(person), 'p.number': point }))
        .executeTakeFirstOrThrow()
      return row.id
    })
  return [
    ...acquainted.map(
      ({ by, on }): Step => ({
        ...{ on, time: '09:30:00', who: by, key: `${by} знакомится с приказом` },
        run: async (ctx) =>
          acknowledgeOrder(ctx, { orderId: await readAs(ctx, (tx) => found.order(tx, { territoryId: keys.territory })) }),
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
