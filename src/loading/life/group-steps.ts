import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { groups } from '../../modules/groups/case.ts'
import { admitMember, closeGroup, formGroup } from '../../modules/groups/deeds.ts'
import type { GroupLife } from '../../regulation/life-facts.ts'
import { found } from './find.ts'
import { does, type Place, type Step, stepsOf } from './step.ts'

/** A temporary working group: formed, joined, and what came of it. */
export function groupSteps({ keys, siteOf }: Place, given: GroupLife): Step[] {
  const siteId = keys.site(siteOf)
  const { theme, task, direction = null, by, leader, on, from, to, members, result } = given
  const its = (tx: Tx, ctx: Ctx) => found.group(tx, ctx, siteId, theme)
  const step = stepsOf(`${siteOf}, группа «${theme}»`)
  const terms = { theme, task, direction, leaderId: keys.person(leader), startsOn: from, endsOn: to }
  return [
    step(on, '14:00:00', by, 'создана', (ctx) => formGroup.run(ctx, { id: siteId, ...terms })),
    ...members.map((member, n) =>
      step(on, `14:${10 + n}:00`, leader, `вошёл ${member}`, (ctx) =>
        does(ctx, groups, admitMember, its, { personId: keys.person(member), from }),
      ),
    ),
    ...(result
      ? [
          step(result.on, '16:00:00', leader, 'результат', (ctx) =>
            does(ctx, groups, closeGroup, its, { result: result.text, resultLink: null, closedOn: result.on }),
          ),
        ]
      : []),
  ]
}
