import { sql } from 'kysely'
import { addDays } from '../../kernel/dates.ts'
import type { SiteId } from '../../kernel/types.ts'
import type { Task, TaskSource } from '../../kit/tasks.ts'
import { coordinatorRule, headRule, label } from '../../regulation/people/questions.ts'
import { paths } from '../../web/paths.ts'
import { regulationOfSites } from './standing-queries.ts'

/** Sites that lack somebody the regulation wants: for the operator and the authority (T-46, C-41, C-33). */
const sitesToSettle: TaskSource = {
  serves: 'site.appointCoordinator',
  find: async ({ tx, ctx, regulations }) => {
    if (!regulations.some(({ inForce }) => inForce)) return []
    const asked = sql<{ id: SiteId; name: string; hasHead: boolean; hasCoordinator: boolean }>`
      select s.id, o.short_name as name,
        exists (select from appointments a where a.territory_id = s.territory_id and a.site_id = s.id and a.kind = 'head'
          and (a.ends_on is null or a.ends_on >= ${ctx.today})) as has_head,
        exists (select from appointments a where a.territory_id = s.territory_id and a.site_id = s.id and a.kind = 'coordinator'
          and (a.ends_on is null or a.ends_on >= ${ctx.today})) as has_coordinator
      from sites s
      join site_organisations so on so.territory_id = s.territory_id and so.site_id = s.id and so.is_lead
      join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
      where s.territory_id = ${ctx.territory.id} and s.starts_on <= ${addDays(ctx.today, 30)} and (s.ends_on is null or s.ends_on >= ${ctx.today})
      order by s.starts_on, o.short_name collate "ru-kn"`.execute(tx)
    const [{ rows }, lives] = await Promise.all([asked, regulationOfSites(tx, ctx)])

    const tasks: Task[] = []
    for (const row of rows) {
      const regulation = lives(row.id)?.regulation
      if (!regulation) continue
      const coordinator = coordinatorRule(regulation)
      const people = paths.sitePeople({ territory: ctx.territory.code, site: row.id })
      if (!row.hasHead) {
        tasks.push({
          key: `head:${row.id}`,
          what: `Назначить: ${label(regulation, 'head') ?? 'руководитель площадки'}, ${row.name}`,
          why: 'У площадки нет руководителя: некому составить план',
          clause: headRule(regulation).basis?.clause ?? null,
          who: null,
          due: null,
          href: people,
          action: 'Назначить',
        })
      }
      if (!row.hasCoordinator && coordinator.value?.everySite) {
        tasks.push({
          key: `coordinator:${row.id}`,
          what: `Назначить: ${label(regulation, 'coordinator') ?? 'координатор'}, ${row.name}`,
          why: 'У каждой площадки должен быть координатор',
          clause: coordinator.basis?.clause ?? null,
          who: null,
          due: null,
          href: people,
          action: 'Назначить',
        })
      }
    }
    return tasks
  },
}

export const tasks: readonly TaskSource[] = [sitesToSettle]
