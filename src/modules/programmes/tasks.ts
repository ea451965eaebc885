import type { Task, TaskSource } from '../../kit/tasks.ts'
import { stepsOf } from '../../regulation/work/steps.ts'
import { paths } from '../../web/paths.ts'
import { sitesAtWork } from '../sites/term-queries.ts'
import { fixedProgrammes } from './queries.ts'

/** A fixed programme that the regulation lets somebody agree and that nobody decides about: the head sends it. (L-321, C-42) */
const programmesToSend: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx }) => {
    const sites = await sitesAtWork(tx, ctx, ctx.actor.headsSites)
    const asked = new Map(
      sites.filter(({ regulation }) => stepsOf(regulation, 'programme').length > 0).map((site) => [site.id, site]),
    )
    if (asked.size === 0) return []
    const programmes = await fixedProgrammes(tx, ctx, [...asked.keys()])
    return programmes.flatMap(({ id, siteId, title, way }): Task[] => {
      const site = asked.get(siteId)
      if (!site || way === 'going' || way === 'passed') return []
      const [step] = stepsOf(site.regulation, 'programme')
      return [
        {
          key: `programme:${id}`,
          what: `Отправить на согласование программу «${title}»: ${site.name}`,
          why:
            way === 'returned'
              ? 'Вернули с замечанием: начните новую редакцию и исправьте'
              : 'Программа закреплена и ещё не согласована',
          clause: step?.clause[0] ?? null,
          href: paths.programme({ territory: ctx.territory.code, programme: id }),
          action: 'Открыть',
        },
      ]
    })
  },
}

export const tasks: readonly TaskSource[] = [programmesToSend]
