import { sql } from 'kysely'
import { shortDate } from '../../kernel/dates.ts'
import { mostLookedFor, type TaskSource } from '../../kit/tasks.ts'
import { workingGroups } from '../../regulation/people/questions.ts'
import { regulationOfSites } from '../sites/standing-queries.ts'
import { paths } from './paths.ts'
import { groupsBy } from './queries.ts'

/** A group whose term is over and which has left nothing behind: whoever leads it, and the head of the site, are asked what came of it. (L-31g) */
export const resultsToWrite: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor, today }) =>
    sql`exists (select from working_groups g where g.territory_id = ${territory.id} and g.state = 'atWork' and g.ends_on < ${today}
      and (g.leader_id = ${actor.personId} or g.site_id = any(${[...actor.headsSites]}::uuid[])))`,
  find: async ({ tx, ctx }) => {
    const { personId, headsSites } = ctx.actor
    const rows = await groupsBy(
      tx,
      ctx,
      sql`g.state = 'atWork' and g.ends_on < ${ctx.today} and (g.leader_id = ${personId} or g.site_id = any(${[...headsSites]}::uuid[]))`,
    ).page(mostLookedFor, 0)
    if (rows.length === 0) return []
    const lives = await regulationOfSites(tx, ctx)
    return rows.map((row) => {
      const stored = lives(row.siteId)
      return {
        key: `group:${row.id}`,
        what: `Записать, чем закончилась работа группы «${row.theme}»`,
        why: `${row.siteName}: срок группы вышел ${shortDate(row.endsOn)}`,
        clause: stored ? workingGroups(stored.regulation).basis?.clause : undefined,
        due: row.endsOn,
        href: paths.group({ territory: ctx.territory.code, group: row.id }),
        action: 'Открыть',
      }
    })
  },
}
