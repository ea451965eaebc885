import { sql } from 'kysely'
import { later, shortPeriod } from '../../kernel/dates.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { traineeGuides } from '../../regulation/work/questions.ts'
import { siteAppointments } from '../sites/queries.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { paths } from './paths.ts'
import { guides, isUnderWayIn, type TraineeshipRow, traineeshipsBy } from './queries.ts'
import { guidesOn } from './rules.ts'

const taskOf = (territory: string, row: TraineeshipRow, said: Partial<Task> & Pick<Task, 'key' | 'what' | 'action'>): Task => ({
  why: `${row.siteName}: «${row.title}», ${shortPeriod({ from: row.startsOn, to: row.endsOn })}`,
  href: paths.traineeship({ territory, traineeship: row.id }),
  ...said,
})

/** What a person has been offered and has not answered; and whom they lead. */
const ownTraineeships: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from traineeships where territory_id = ${territory.id} and ${actor.personId} in (person_id, guide_id) and (state = 'offered' or ${isUnderWayIn(sql`traineeships`)}))`,
  find: async ({ tx, ctx }) => {
    const { personId } = ctx.actor
    const rows = await traineeshipsBy(tx, ctx, {
      where: sql`(t.person_id = ${personId} and t.state = 'offered' or ${guides(ctx)} and
        (t.state = 'agreed' and t.starts_on <= ${ctx.today} or t.state = 'running' and t.ends_on < ${ctx.today}))`,
    }).page(mostLookedFor, 0)
    const territory = ctx.territory.code
    return rows.map((row) => {
      if (row.state === 'offered')
        return taskOf(territory, row, {
          key: `traineeship:${row.id}`,
          what: `Решить, пойдёте ли на стажировку «${row.title}»`,
          why: `${row.siteName}, ${shortPeriod({ from: row.startsOn, to: row.endsOn })}`,
          action: 'Ответить',
          decides: true,
        })
      return row.state === 'agreed'
        ? taskOf(territory, row, {
            key: `begin:${row.id}`,
            what: `Отметить, что стажёр начал: ${row.person}`,
            action: 'Открыть',
            due: row.startsOn,
          })
        : taskOf(territory, row, {
            key: `finish:${row.id}`,
            what: `Завершить стажировку: ${row.person}`,
            action: 'Открыть',
            due: row.endsOn,
          })
    })
  },
}

/** Who waits for the word of a site. */
const requestsToAnswer: TaskSource = {
  serves: ['siteHead', 'siteStaff'],
  find: async ({ tx, ctx }) => {
    const sites = [...ctx.actor.headsSites, ...ctx.actor.staffOfSites]
    const rows = await traineeshipsBy(tx, ctx, { where: sql`t.site_id = any(${sites}::uuid[]) and t.state = 'asked'` }).page(
      mostLookedFor,
      0,
    )
    return rows.map((row) =>
      taskOf(ctx.territory.code, row, {
        key: `traineeship:${row.id}`,
        what: `Ответить, примете ли стажёра: ${row.person}`,
        who: `Ждёт ${row.person}`,
        action: 'Ответить',
        decides: true,
      }),
    )
  },
}

/** Trainees of one's site whom nobody leads who may by the paper: where there is somebody, they are named. */
const traineesWithoutGuide: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx }) => {
    const { headsSites } = ctx.actor
    const rows = await traineeshipsBy(tx, ctx, {
      where: sql`t.site_id = any(${[...headsSites]}::uuid[]) and ${isUnderWayIn(sql`t`)}`,
    }).page(mostLookedFor, 0)
    const found: Task[] = []
    for (const siteId of new Set(rows.map((row) => row.siteId))) {
      const site = await standingSite(tx, ctx, siteId)
      if (!site) continue
      const holders = await siteAppointments(tx, ctx, site.id)
      const { basis } = traineeGuides(site.regulation)
      const alone = rows.filter(({ siteId: id, guideId, personId, startsOn }) => {
        const others = guidesOn(site.regulation, holders, later(startsOn, ctx.today), personId)
        return id === siteId && others.length > 0 && (guideId === null || !others.includes(guideId))
      })
      for (const row of alone)
        found.push(
          taskOf(ctx.territory.code, row, {
            key: `guide:${row.id}`,
            what: `Назвать, кто ведёт стажёра: ${row.person}`,
            action: 'Открыть',
            ...(basis && { clause: basis.clause }),
          }),
        )
    }
    return found
  },
}

export const tasks: readonly TaskSource[] = [ownTraineeships, requestsToAnswer, traineesWithoutGuide]
