import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { periodKey } from '../../kernel/periods.ts'
import { plans } from '../../modules/plans/case.ts'
import { startPlan } from '../../modules/plans/commands/start-plan.ts'
import { passPlan } from '../../modules/plans/deeds/decide.ts'
import { startVersion } from '../../modules/plans/deeds/versions.ts'
import { saveAndSubmit } from '../../modules/plans/deeds/write.ts'
import { linesOf } from '../../modules/plans/store.ts'
import type { PlanLife } from '../../regulation/life-facts.ts'
import type { PlanLineFacts } from '../../regulation/register-facts.ts'
import type { Keys } from '../keys.ts'
import { found } from './find.ts'
import { does, nothingSaid, type Place, type Step, stepsOf } from './step.ts'

/** The plan of a site: written, sent along the chain and in force; then another version on its way. */
export function planSteps({ keys, siteOf }: Place, plan: PlanLife): Step[] {
  const siteId = keys.site(siteOf)
  const its = (tx: Tx, ctx: Ctx) => found.plan(tx, ctx, siteId)
  const step = stepsOf(`${siteOf}, план`)
  const { next } = plan
  return [
    step(plan.on, '09:00:00', plan.by, 'начат', (ctx) =>
      startPlan(ctx, { siteId, period: periodKey(plan.period), copyFrom: null }),
    ),
    step(plan.on, '10:30:00', plan.by, 'отправлен', (ctx) =>
      does(ctx, plans, saveAndSubmit, its, {
        lines: plan.lines.map((line) => rowOf(line, keys)),
        reason: null,
        sameDay: true,
      }),
    ),
    ...plan.passedBy.map((who, at) =>
      step(plan.on, `1${2 + at}:00:00`, who, `шаг ${at + 1}`, (ctx) => does(ctx, plans, passPlan, its, nothingSaid)),
    ),
    ...(next
      ? [
          step(next.on, '11:00:00', plan.by, 'новая редакция', (ctx) =>
            does(ctx, plans, startVersion, its, { reason: next.reason }),
          ),
          step(next.on, '11:20:00', plan.by, 'новая редакция отправлена', (ctx) =>
            does(ctx, plans, saveAndSubmit, its, async (tx, { one }) => ({
              lines: [...(await linesOf(tx, keys.territory, one.versionId)), ...next.lines.map((line) => rowOf(line, keys))],
              reason: next.reason,
              sameDay: true,
            })),
          ),
        ]
      : []),
  ]
}

const rowOf = ({ activity, form, from, to, responsible, direction }: PlanLineFacts, keys: Keys) => ({
  ...{ key: null, activity, form, startsOn: from, endsOn: to },
  direction: direction ?? null,
  personIds: responsible.map(keys.person),
  own: {},
})
