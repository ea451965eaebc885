import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { zoneOf } from '../../db/territories.ts'
import { addDays } from '../../kernel/dates.ts'
import { hoursOf, whenWords } from '../../kernel/hours.ts'
import type { Instant, MeetingId, PersonId } from '../../kernel/types.ts'
import { type ReminderSource, warningsOf } from '../../kit/reminders.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { paths } from './paths.ts'
import { invites, meetingsBy } from './queries.ts'
import { placeWords } from './texts.ts'

/** Meetings are spoken of so many days before. */
const reminderDays = [1]

/** An invitation that has not been answered, and a meeting one has promised to come to. (L-321m) */
const invitations: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from meeting_guests where territory_id = ${territory.id} and person_id = ${actor.personId}
      and (answer is null or answer = 'comes'))`,
  find: async ({ tx, ctx }) => {
    const rows = await meetingsBy(
      tx,
      ctx,
      sql`m.state = 'called' and m.starts_at > ${ctx.now} and ${invites(ctx, ctx.actor.personId, sql`(own.answer is null or own.answer = 'comes')`)}`,
    ).page(mostLookedFor, 0)
    return rows.map((row): Task => {
      const { day, from } = hoursOf(row, ctx.territory)
      const asks = row.mine === 'asked'
      return {
        key: `meeting:${row.id}`,
        what: asks ? `Ответить на приглашение: «${row.title}»` : `Прийти: «${row.title}»`,
        why: `${row.kindTitle}: ${whenWords(row, ctx.territory)}, ${placeWords(row)}`,
        due: day,
        ...(day === ctx.today && { rest: `сегодня в ${from}` }),
        href: paths.meeting({ territory: ctx.territory.code, meeting: row.id }),
        action: asks ? 'Ответить' : 'Открыть',
        ...(asks && { decides: true }),
      }
    })
  },
}

/** Meetings a person has to bring to their end: whoever chairs, and whoever called them while they may call any. */
const inHands = (ctx: Ctx) =>
  may(ctx, 'meeting.call')
    ? sql`(m.chair_id = ${ctx.actor.personId} or m.created_by = ${ctx.actor.personId})`
    : sql`m.chair_id = ${ctx.actor.personId}`

/** A meeting whose hour has come, and of which nobody has written down who was there. */
const attendances: TaskSource = {
  serves: 'anyone',
  maybe: (ctx) =>
    sql`exists (select from meetings m where m.territory_id = ${ctx.territory.id} and m.state = 'called' and m.starts_at <= ${ctx.now}
      and ${inHands(ctx)})`,
  find: async ({ tx, ctx }) => {
    const rows = await meetingsBy(tx, ctx, sql`m.state = 'called' and m.starts_at <= ${ctx.now} and ${inHands(ctx)}`).page(
      mostLookedFor,
      0,
    )
    return rows.map((row) => ({
      key: `attendance:${row.id}`,
      what: `Отметить, кто был: «${row.title}»`,
      why: `${row.kindTitle}: ${whenWords(row, ctx.territory)}`,
      due: hoursOf(row, ctx.territory).day,
      href: paths.meeting({ territory: ctx.territory.code, meeting: row.id }),
      action: 'Отметить',
    }))
  },
}

/** A meeting that was held, and whose minutes nobody has signed yet. */
const minutesToSign: TaskSource = {
  serves: 'anyone',
  maybe: (ctx) =>
    sql`exists (select from meetings m where m.territory_id = ${ctx.territory.id} and m.state = 'held' and ${inHands(ctx)})`,
  find: async ({ tx, ctx }) => {
    const { personId } = ctx.actor
    const rows = await meetingsBy(tx, ctx, sql`m.state = 'held' and ${inHands(ctx)}`).page(mostLookedFor, 0)
    return rows.map((row) => ({
      key: `minutes:${row.id}`,
      what: row.chairId === personId ? `Подписать протокол: «${row.title}»` : `Написать протокол: «${row.title}»`,
      why: `${row.kindTitle}: ${whenWords(row, ctx.territory)}. До подписи решения никому не поручены`,
      due: null,
      href: paths.meeting({ territory: ctx.territory.code, meeting: row.id }),
      action: 'Открыть',
    }))
  },
}

export const tasks: readonly TaskSource[] = [invitations, attendances, minutesToSign]

/** Those who come, or have not answered, and whoever chairs it, are told the day before. */
export const meetingReminders: ReminderSource = async (tx, territoryId, span) => {
  const zone = await zoneOf(tx, territoryId)
  const { rows } = await sql<{
    id: MeetingId
    title: string
    startsAt: Instant
    endsAt: Instant
    room: string | null
    personId: PersonId
  }>`
    select m.id, m.title, m.starts_at, m.ends_at, m.room, g.person_id from meetings m
    cross join lateral (select own.person_id from meeting_guests own where own.territory_id = m.territory_id and own.meeting_id = m.id
      and own.answer is distinct from 'cannot' union select m.chair_id) g
    where m.territory_id = ${territoryId} and m.state = 'called' and m.starts_at >= ${span.after}::date
      and m.starts_at < ${addDays(span.to, Math.max(...reminderDays) + 2)}::date order by m.id, g.person_id`.execute(tx)
  return rows.flatMap(({ id, personId, ...one }) =>
    warningsOf(hoursOf(one, zone).day, reminderDays, span).map((onDay) => ({
      ...{ personId, kind: 'meeting.soon' as const, subjectId: id, onDay },
      params: { title: one.title, when: whenWords(one, zone), where: placeWords(one) },
    })),
  )
}
