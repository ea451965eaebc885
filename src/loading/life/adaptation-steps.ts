import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import type { AdaptationId, TraineeshipId } from '../../kernel/types.ts'
import { adaptations } from '../../modules/adaptations/case.ts'
import { addWords, answerFirst, describeModel, introduceModel } from '../../modules/adaptations/deeds.ts'
import { adaptationsBy } from '../../modules/adaptations/queries.ts'
import type { AdaptationLife } from '../../regulation/life-facts.ts'
import { does, type Step, type stepsOf } from './step.ts'

type Making = {
  readonly person: string
  readonly its: (tx: Tx, ctx: Ctx) => Promise<TraineeshipId>
  readonly step: ReturnType<typeof stepsOf>
}

/** What a trainee brings home: described, introduced, helped with, answered about. */
export function adaptationSteps(given: AdaptationLife, { person, its, step }: Making): Step[] {
  const { on, introducedOn, help, first, ...lines } = given
  const own = async (tx: Tx, ctx: Ctx): Promise<AdaptationId> => {
    const id = await its(tx, ctx)
    const [found] = await adaptationsBy(tx, ctx, sql`a.traineeship_id = ${id}`).page(1, 0)
    if (!found) throw new Error(`${person} has described nothing yet`)
    return found.id
  }
  return [
    step(on, '18:05:00', person, 'описано внедрение', async (ctx) =>
      describeModel.run(ctx, { ...lines, id: await readAs(ctx, (tx) => its(tx, ctx)) }),
    ),
    ...(introducedOn === undefined
      ? []
      : [
          step(introducedOn, '18:10:00', person, 'внедрено', (ctx) =>
            does(ctx, adaptations, introduceModel, own, { introducedOn }),
          ),
        ]),
    ...(help
      ? [step(help.on, '18:15:00', help.person, 'помощь', (ctx) => does(ctx, adaptations, addWords, own, { words: help.words }))]
      : []),
    ...(first
      ? [
          step(first.on, '18:20:00', person, 'первый ответ', (ctx) =>
            does(ctx, adaptations, answerFirst, own, { outcome: first.outcome, why: first.why ?? null }),
          ),
        ]
      : []),
  ]
}
