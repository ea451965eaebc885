import { sql } from 'kysely'
import { shortDate } from '../../kernel/dates.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { asksAdaptation } from '../../regulation/work/questions.ts'
import { regulationOfSites } from '../sites/standing-queries.ts'
import { anyFinished, finishedTraineeships, idsAnsweredForBy } from '../traineeships/queries.ts'
import { paths } from './paths.ts'
import { type AdaptationRow, adaptationsBy } from './queries.ts'
import { lastDayToAnswer, waitsForGuide, waitsForTrainee } from './rules.ts'

const asked = sql`state in ('introduced', 'checked')`
const shortened = (text: string) => (text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s\S*$/, '')}…`)

/** What one has introduced is asked about twice, each time for thirty days. (L-13) */
const answers: TaskSource = {
  serves: ['teacher'],
  maybe: ({ territory, actor, today }) =>
    sql`exists (select from adaptations where territory_id = ${territory.id} and person_id = ${actor.personId} and ${asked} and first_check_on <= ${today})`,
  find: async ({ tx, ctx }) => {
    const own = await adaptationsBy(tx, ctx, sql`a.person_id = ${ctx.actor.personId} and a.${asked}`).page(mostLookedFor, 0)
    return own.flatMap((row): Task[] => {
      const waits = waitsForTrainee(row, ctx.today)
      if (waits === null) return []
      return [
        {
          key: `adaptation:${row.id}:${waits.question}`,
          what: `Ответить, что вышло: «${shortened(row.takes)}»`,
          why: `Два нажатия: внедрено, приспособлено или не подошло. Работает с ${shortDate(row.introducedOn ?? waits.since)}`,
          due: lastDayToAnswer(waits.since),
          href: paths.adaptation({ territory: ctx.territory.code, adaptation: row.id }),
          action: 'Ответить',
        },
      ]
    })
  },
}

/** Who has stayed silent is called by whoever leads the traineeship, or by the head of the site where nobody named leads it now. */
const calls: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, today }) =>
    sql`exists (select from adaptations where territory_id = ${territory.id} and ${asked} and first_check_on <= ${today})`,
  find: async ({ tx, ctx }) => {
    const led = await adaptationsBy(
      tx,
      ctx,
      sql`a.${asked} and a.first_check_on <= ${ctx.today} and a.traineeship_id = any(${idsAnsweredForBy(ctx)})`,
    ).page(mostLookedFor, 0)
    return led.flatMap((row: AdaptationRow): Task[] =>
      waitsForGuide(row, ctx.today) === null
        ? []
        : [
            {
              key: `adaptation:call:${row.id}`,
              what: `Позвонить: ${row.person}`,
              why: `Нет ответа, что вышло из внедрения: «${shortened(row.takes)}», ${row.organisation}`,
              href: paths.adaptation({ territory: ctx.territory.code, adaptation: row.id }),
              action: 'Открыть',
            },
          ],
    )
  },
}

const undescribed = sql`not exists (select from adaptations a where a.territory_id = t.territory_id and a.traineeship_id = t.id)`

/** A finished traineeship leaves something behind where the paper says so: one says what goes into the own school. */
const toDescribe: TaskSource = {
  serves: ['teacher'],
  maybe: (ctx) => anyFinished(ctx, { personId: ctx.actor.personId, also: undescribed }),
  find: async ({ tx, ctx }) => {
    const [rows, lives] = await Promise.all([
      finishedTraineeships(tx, ctx, {
        personId: ctx.actor.personId,
        also: undescribed,
      }).page(mostLookedFor, 0),
      regulationOfSites(tx, ctx),
    ])
    return rows.flatMap((row): Task[] => {
      const stored = lives(row.siteId)
      if (!stored || !asksAdaptation(stored.regulation).value) return []
      return [
        {
          key: `adaptation:describe:${row.id}`,
          what: `Описать, что возьмёте к себе после стажировки «${row.title}»`,
          why: `${row.siteName}: пять строк — что берёте, что меняете, где, с какого дня, как поймёте, что получилось`,
          offers: true,
          href: paths.newAdaptation({ territory: ctx.territory.code, traineeship: row.id }),
          action: 'Описать',
        },
      ]
    })
  },
}

export const tasks: readonly TaskSource[] = [answers, calls, toDescribe]
