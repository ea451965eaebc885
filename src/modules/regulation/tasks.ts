import type { TaskSource } from '../../kit/tasks.ts'
import { act } from '../../regulation/acts.ts'
import { paths } from './paths.ts'
import { approvalBegun, bodiesWithOffice } from './ports.ts'
import { problemsByRule } from './rules.ts'

/** Before a territory has any regulation in force, its draft is the first thing to do. */
export const firstRegulation: TaskSource = {
  serves: 'regulation.edit',
  find: async ({ tx, ctx, regulations }) => {
    const [stored] = regulations
    if (!stored || stored.inForce || stored.state !== 'draft') return []
    const checked = { regulation: stored.paper, offices: await bodiesWithOffice.only()(tx, ctx) }
    const left = [...problemsByRule(checked).values()].flat().length
    // Who prepares the order and who signs it are told of it by their own tasks.
    if (left === 0 && (await approvalBegun.only()(tx, ctx, stored.id))) return []
    const why =
      left > 0
        ? `Пока его нет, статус присвоить нельзя. Осталось ответить: ${left}`
        : `Замечаний нет: его вводит в действие ${act(ctx).nominative}`
    return [
      {
        key: 'first-regulation',
        what: left > 0 ? 'Напишите Положение' : 'Утвердите Положение',
        why,
        href: paths.edition({ territory: ctx.territory.code, edition: stored.id }),
        action: 'Открыть',
      },
    ]
  },
}
