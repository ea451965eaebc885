import { sql } from 'kysely'
import { shortDate, shortPeriod } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { mentoringRule } from '../../regulation/people/questions.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { regulationOfSites, suspendedSites } from '../sites/standing-queries.ts'
import { isBeingPassed } from './passing.ts'
import { paths } from './paths.ts'
import { isLed, isSilentIn, type PairRow, pairsBy } from './queries.ts'

const taskOf = (territory: string, row: PairRow, said: Partial<Task> & Pick<Task, 'key' | 'what' | 'action'>): Task => ({
  why: `${row.siteName}: ${row.goal}`,
  href: paths.pair({ territory, pair: row.id }),
  ...said,
})

/** What a person has been asked and has not answered. */
const ownPairs: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from pairs g where g.territory_id = ${territory.id} and ${actor.personId} in (g.mentor_id, g.mentee_id) and g.closed_on is null)`,
  find: async ({ tx, ctx }) => {
    const { personId } = ctx.actor
    const rows = await pairsBy(
      tx,
      ctx,
      sql`(g.mentor_id = ${personId} and g.state in ('proposed', 'waitsForMentor') or g.mentee_id = ${personId} and g.state in ('proposed', 'waitsForMentee'))`,
    ).page(mostLookedFor, 0)
    return rows.map((row) =>
      taskOf(ctx.territory.code, row, {
        key: `pair:${row.id}`,
        what:
          row.mentorId === personId
            ? `Решить, ведёте ли вы пару: ${row.mentee}`
            : `Решить, согласны ли вы на наставника: ${row.mentor}`,
        action: 'Ответить',
        decides: true,
      }),
    )
  },
}

/** Pairs whose term is over: both, and the head of the site, are asked what came of it. */
const outcomes: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor, today }) =>
    sql`exists (select from pairs g where g.territory_id = ${territory.id} and g.state = 'running' and g.ends_on < ${today}
      and (${actor.personId} in (g.mentor_id, g.mentee_id) or g.site_id = any(${[...actor.headsSites]}::uuid[])))`,
  find: async ({ tx, ctx }) => {
    const { personId, headsSites } = ctx.actor
    const rows = await pairsBy(
      tx,
      ctx,
      sql`g.state = 'running' and g.ends_on < ${ctx.today} and (${personId} in (g.mentor_id, g.mentee_id) or g.site_id = any(${[...headsSites]}::uuid[]))`,
    ).page(mostLookedFor, 0)
    return rows.map((row) =>
      taskOf(ctx.territory.code, row, {
        key: `pair-outcome:${row.id}`,
        what: `Записать, чем закончилась пара: ${row.mentor} — ${row.mentee}`,
        why: `${row.siteName}: срок пары вышел ${shortDate(row.endsOn)}`,
        due: row.endsOn,
        action: 'Открыть',
      }),
    )
  },
}

/** Pairs whose mentor has no role on the site any more, whatever ended it, or has withdrawn: the head sees to them the same day. (c19) */
const orphans: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx }) => {
    const rows = await pairsBy(
      tx,
      ctx,
      sql`g.site_id = any(${[...ctx.actor.headsSites]}::uuid[]) and g.state = 'running' and g.ends_on >= ${ctx.today} and (not ${isLed(ctx)} or g.leads_until is not null) and not ${isBeingPassed(ctx)}`,
    ).page(mostLookedFor, 0)
    if (rows.length === 0) return []
    const [lives, suspended] = await Promise.all([regulationOfSites(tx, ctx), suspendedSites(tx, ctx)])
    // Nobody can be named while the site is suspended: its pairs wait.
    const able = rows.filter(({ siteId }) => !suspended.has(siteId))
    return able.map((row) => {
      const stored = lives(row.siteId)
      return taskOf(ctx.territory.code, row, {
        key: `pair-orphan:${row.id}`,
        what: `Решить, кто теперь ведёт пару: ${row.mentee}`,
        why: `${row.mentor}: ${row.leadsUntil === null ? 'роли на площадке больше нет' : `ведёт по ${shortDate(row.leadsUntil)}`}. Пара на ${shortPeriod({ from: row.startsOn, to: row.endsOn })}`,
        clause: stored && mentoringRule(stored.regulation).basis?.clause,
        due: ctx.today,
        action: 'Открыть',
      })
    })
  },
}

/** Pairs of which nothing has been heard for long: both are asked the same question, and nobody owes an answer. (c23) */
const silent: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor, today }) =>
    sql`exists (select from pairs g where g.territory_id = ${territory.id} and g.state = 'running' and g.ends_on >= ${today}
      and ${actor.personId} in (g.mentor_id, g.mentee_id))`,
  find: async ({ tx, ctx }) => {
    const days = await settingOf(tx, ctx, settings.pairSilence)
    const { personId } = ctx.actor
    const rows = await pairsBy(tx, ctx, sql`${personId} in (g.mentor_id, g.mentee_id) and ${isSilentIn(ctx, days)}`).page(
      mostLookedFor,
      0,
    )
    return rows.map((row) =>
      taskOf(ctx.territory.code, row, {
        key: `pair-silent:${row.id}`,
        what: `Сказать, как идёт работа в паре: ${row.mentorId === personId ? row.mentee : row.mentor}`,
        why: `О паре нет вестей: ${counted(days, 'день', 'дня', 'дней')} или больше`,
        offers: true,
        action: 'Ответить',
      }),
    )
  },
}

export const tasks: readonly TaskSource[] = [ownPairs, outcomes, orphans, silent]
