import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { zoneOf } from '../../db/territories.ts'
import { localTime } from '../../kernel/clock.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day, EventId, Instant, PersonId } from '../../kernel/types.ts'
import { type ReminderSource, warningsOf } from '../../kit/reminders.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { calendarOn } from '../calendar/queries.ts'
import { oddities } from '../calendar/rules.ts'
import { initialsOf } from '../people/name-queries.ts'
import { freeWords } from './list.tsx'
import { paths } from './paths.ts'
import { asksThree, type EventRow, eventsBy, mayCome, mine, toRelease } from './queries.ts'
import { eventWords, hoursOf, placeWords, whenWords } from './when.ts'

/** Events are spoken of so many days before. */
const reminderDays = [3, 1]
/** Free places of so many days ahead are offered. */
const offeredDays = 30
const mostOffered = 5

const opened = (
  { territory, today }: Pick<Ctx, 'territory' | 'today'>,
  row: EventRow,
  said: Partial<Task> & Pick<Task, 'what' | 'action'>,
): Task => ({
  key: `event:${row.id}`,
  why: `${row.siteName}: ${whenWords(row, territory)}, ${placeWords(row)}`,
  ...untilIts(row, territory, today),
  href: paths.event({ territory: territory.code, event: row.id }),
  // The line itself need not be asked about: its event says more.
  covers: [`partner:${row.planId}:${row.lineKey}`, `line:${row.planId}:${row.lineKey}`, `ahead:${row.planId}:${row.lineKey}`],
  ...said,
})

/** The day it is due, and on that day its hour. */
function untilIts(times: Pick<EventRow, 'startsAt' | 'endsAt'>, zone: Ctx['territory'], today: Day): Pick<Task, 'due' | 'rest'> {
  const { day, from } = hoursOf(times, zone)
  return { due: day, ...(day === today && { rest: `сегодня в ${from}` }) }
}

/** What a person has said or has to say about events: an offer to answer, a place that is theirs, three questions. */
const ownEvents: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from event_places where territory_id = ${territory.id} and person_id = ${actor.personId} and state in ('offered', 'confirmed', 'waiting', 'came'))`,
  find: async ({ tx, ctx }) => {
    const rows = await eventsBy(tx, ctx, {
      where: sql`${mine(ctx)} and (e.state = 'open' and e.ends_at >= ${ctx.now} and ${mine(ctx, sql`m.state in ('offered', 'confirmed', 'waiting')`)}
        or ${asksThree(ctx)})`,
    }).page(mostLookedFor, 0)
    return rows.map((row): Task => {
      if (row.state === 'closed')
        return opened(ctx, row, {
          what: `Ответить на три вопроса: «${row.title}»`,
          action: 'Ответить',
          due: null,
          offers: true,
        })
      if (row.mine === 'offered')
        return opened(ctx, row, { what: `Решить, придёте ли: «${row.title}»`, action: 'Ответить', decides: true })
      return opened(ctx, row, {
        what: row.mine === 'waiting' ? `Вы в очереди: «${row.title}»` : `Прийти: «${row.title}»`,
        action: 'Открыть',
      })
    })
  },
}

/** Where a teacher may go: the nearest, by their days. Nothing is owed. */
const eventsToJoin: TaskSource = {
  serves: ['teacher'],
  maybe: ({ territory, now }) =>
    sql`exists (select from events where territory_id = ${territory.id} and state = 'open' and starts_at > ${now})`,
  find: async ({ tx, ctx }) => {
    const until = new Date(ctx.now.getTime() + offeredDays * 86_400_000)
    const rows = await eventsBy(tx, ctx, {
      where: sql`${mayCome(ctx)} and e.starts_at < ${until} and e.site_id <> all(${[...ctx.actor.staffOfSites]}::uuid[])`,
    }).page(mostOffered, 0)
    return rows.map((row) =>
      opened(ctx, row, {
        what: `Можно прийти: «${row.title}»`,
        why: `${row.siteName}: ${whenWords(row, ctx.territory)}; ${freeWords(row)}`,
        action: row.free === 0 ? 'Встать в очередь' : 'Записаться',
        offers: true,
      }),
    )
  },
}

/** Lessons of one's own people that the head of a school answers about. */
const lessonsToRelease: TaskSource = {
  serves: ['schoolHead'],
  find: async ({ tx, ctx }) => {
    const rows = await toRelease(tx, ctx, ctx.actor.headsOrganisations, mostLookedFor)
    const dayOf = (row: (typeof rows)[number]) => hoursOf(row, ctx.territory).day
    const [nameOf, calendar] = await Promise.all([
      initialsOf(
        tx,
        ctx,
        rows.map(({ personId }) => personId),
      ),
      calendarOn(tx, ctx, rows.map(dayOf)),
    ])
    return rows
      .filter(({ personId }) => personId !== ctx.actor.personId)
      .map((row) => ({
        key: `release:${row.eventId}:${row.personId}`,
        decides: true,
        what: `Отпустить с уроков: ${nameOf(row.personId)}`,
        why: [`«${row.title}», ${whenWords(row, ctx.territory)}`, ...oddities(calendar, dayOf(row))].join('; '),
        ...untilIts(row, ctx.territory, ctx.today),
        href: paths.event({ territory: ctx.territory.code, event: row.eventId }),
        action: 'Ответить',
      }))
  },
}

/** What the site does with its events: announce what is prepared, hold what is near, mark and close what has been. */
const eventsToRun: TaskSource = {
  serves: ['siteHead', 'siteStaff'],
  find: async ({ tx, ctx }) => {
    const { territory, actor, now } = ctx
    const sites = [...actor.headsSites, ...actor.staffOfSites]
    const rows = await eventsBy(tx, ctx, { where: sql`e.site_id = any(${sites}::uuid[]) and e.state in ('draft', 'open')` }).page(
      mostLookedFor,
      0,
    )
    return rows.map((row) => {
      if (row.state === 'draft') return opened(ctx, row, { what: `Объявить: «${row.title}»`, action: 'Открыть' })
      const why = `${whenWords(row, territory)}; записано ${row.confirmed}`
      if (row.startsAt > now) return opened(ctx, row, { what: `Провести: «${row.title}»`, why, action: 'Открыть' })
      return opened(ctx, row, {
        what: `Отметить, кто был, и закрыть: «${row.title}»`,
        why: `${why}, отмечено ${row.present}`,
        due: addDays(hoursOf(row, territory).day, 1),
        rest: undefined,
        action: 'Отметить',
      })
    })
  },
}

export const tasks: readonly TaskSource[] = [ownEvents, lessonsToRelease, eventsToRun, eventsToJoin]

type Coming = {
  eventId: EventId
  personId: PersonId
  title: string
  room: string | null
  startsAt: Instant
  endsAt: Instant
}

/** Those who have a place are reminded three days and one day before. */
export const eventReminders: ReminderSource = async (tx, territoryId, span) => {
  const last = addDays(span.to, Math.max(...reminderDays) + 1)
  const zone = await zoneOf(tx, territoryId)
  const { rows } = await sql<Coming>`
    select e.id as event_id, p.person_id, e.title, e.room, e.starts_at, e.ends_at from events e
    join event_places p on p.territory_id = e.territory_id and p.event_id = e.id and p.state = 'confirmed'
    where e.territory_id = ${territoryId} and e.state = 'open' and e.starts_at >= ${span.after}::date and e.starts_at < ${last}::date + 1`.execute(
    tx,
  )
  return rows.flatMap((row) => {
    const { day } = localTime(row.startsAt, zone.timeZone)
    const params = eventWords(row, zone)
    return warningsOf(day, reminderDays, span).map((onDay) => ({
      ...{ kind: 'event.comesSoon' as const, personId: row.personId, subjectId: row.eventId },
      params,
      onDay,
    }))
  })
}
