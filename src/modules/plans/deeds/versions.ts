import { newId } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import type { PlanVersionId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { optionalArea } from '../../../kit/form/fields.ts'
import { plans } from '../case.ts'
import { paths } from '../paths.ts'
import { onlyNewVersions, whyChange } from '../rules.ts'
import { linesOf, type OpenPlan, replaceLines } from '../store.ts'

/** The number of the version that would come next. */
export const nextNumber = ({ versions }: Pick<OpenPlan, 'versions'>): number => (versions[0]?.number ?? 0) + 1

/** Begins a new version of an approved plan, with a reason. The approved one stays in force until the new one is approved. */
export const startVersion = deed(plans, 'renew', {
  at: paths.planVersions,
  permits: 'plan.edit',
  form: { reason: optionalArea('Почему меняете план', { most: 1000, rows: 2 }) },
  hints: (opened) => ({
    reason: `Причина останется при редакции ${nextNumber(opened)}; эта редакция действует, пока новую не утвердят`,
  }),
  beside: true,
  elsewhere: { rule: 'plan.versionIsOpen' },
  rule: ({ regulation, input }) => whyChange(regulation, input.reason),
  also: async (tx, opened) => {
    const { ctx, one, input } = opened
    const territoryId = ctx.territory.id
    const id = newId<PlanVersionId>()
    const number = nextNumber(opened)
    const fresh = { territoryId, id, planId: one.id, number, reason: input.reason }
    await tx
      .insertInto('planVersions')
      .values({ ...fresh, createdBy: ctx.actor.personId, createdAt: ctx.now })
      .execute()
    await replaceLines(tx, territoryId, id, await linesOf(tx, territoryId, one.versionId))
    return ok(number)
  },
  fact: ({ made, input }) => ({ kind: 'plan.versionStarted', facts: { version: made, reason: input.reason } }),
  done: ({ params }) => ({
    to: paths.planEdit(params as { territory: string; plan: string }),
    notice: 'Новая редакция начата. Прежняя действует, пока новую не утвердят',
  }),
  ask: { title: 'Изменить утверждённый план', button: 'Начать редакцию' },
})

/** Gives up a new version that has not been approved. The approved one stays; what was decided about the dropped one stays in history. */
export const dropVersion = deed(plans, 'drop', {
  at: paths.planVersionDrops,
  permits: 'plan.edit',
  elsewhere: { rule: 'plan.nothingToDrop' },
  lacks: ({ approved }) => onlyNewVersions(approved !== null),
  fact: ({ one }) => ({ kind: 'plan.versionDropped', facts: { version: one.number, reason: one.reason } }),
  done: 'От новой редакции отказались, действует прежняя',
  ask: { button: 'Отказаться от редакции', kind: 'secondary' },
})
