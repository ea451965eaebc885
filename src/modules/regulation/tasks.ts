import type { TaskSource } from '../../kit/tasks.ts'
import { act } from '../../regulation/acts.ts'
import { paths } from './paths.ts'
import { problemsByRule } from './rules.ts'

/** Before a territory has any regulation in force, its draft is the first thing to do. */
export const firstRegulation: TaskSource = {
  serves: 'regulation.edit',
  find: async ({ ctx, regulations }) => {
    const [stored] = regulations
    if (!stored || stored.inForce || stored.state !== 'draft') return []
    const left = [...problemsByRule(stored.paper).values()].flat().length
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
