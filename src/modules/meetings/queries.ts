import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { byName } from '../../kernel/names.ts'
import type {
  Day,
  Instant,
  MeetingDecisionId,
  MeetingGuestId,
  MeetingId,
  MeetingItemId,
  PersonId,
  RegulationId,
} from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { nameOfPerson, type PostShown, postsOn } from '../people/name-queries.ts'
import type { MeetingState } from './machine.ts'

type Where = Pick<Ctx, 'territory'>

/** A meeting in a list. */
export type MeetingRow = {
  readonly id: MeetingId
  readonly title: string
  readonly kindTitle: string
  readonly regulationId: RegulationId | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly room: string | null
  readonly link: string | null
  readonly chairId: PersonId
  readonly chair: string
  readonly state: MeetingState
  readonly invited: number
  readonly come: number
  readonly present: number
  readonly others: number | null
  /** What the person who asks has answered; null when not asked, or silent. */
  readonly mine: 'asked' | 'comes' | 'cannot' | null
}

export const nearestFirst: Keys = [sql`m.starts_at`, sql`m.id`]
export const latestFirst: Keys = [down(sql`m.starts_at`), sql`m.id`]

const guests = (territory: Where['territory'], fits: RawBuilder<unknown>) =>
  sql`(select count(*)::int from meeting_guests g where g.territory_id = ${territory.id} and g.meeting_id = m.id and ${fits})`

/** Meetings by a condition on `m`. */
export const meetingsBy = (
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'actor'>,
  where: RawBuilder<unknown>,
  order: Keys = nearestFirst,
): Rows<MeetingRow> =>
  sqlRows(tx, {
    select: sql`m.id, m.title, m.kind_title, m.regulation_id, m.starts_at, m.ends_at, m.room, m.link, m.chair_id,
      ${nameOfPerson(ctx, sql`m.chair_id`)} as chair, m.state, m.others,
      ${guests(ctx.territory, sql`true`)} as invited, ${guests(ctx.territory, sql`g.answer = 'comes'`)} as come,
      ${guests(ctx.territory, sql`g.present`)} as present,
      (select coalesce(g.answer, 'asked') from meeting_guests g where g.territory_id = ${ctx.territory.id} and g.meeting_id = m.id
        and g.person_id = ${ctx.actor.personId}) as mine`,
    from: sql`meetings m`,
    where: sql`m.territory_id = ${ctx.territory.id} and ${where}`,
    order,
  })

/** Whether the person is invited to the meeting `m`. */
export const invites = ({ territory }: Where, personId: PersonId, fits: RawBuilder<unknown> = sql`true`) =>
  sql<boolean>`m.id in (select own.meeting_id from meeting_guests own where own.territory_id = ${territory.id}
    and own.person_id = ${personId} and ${fits})`

/** Whether the person has a duty by the signed minutes of the meeting `m`. */
export const charges = ({ territory }: Where, personId: PersonId) =>
  sql<boolean>`(m.state = 'minutesSigned' and m.id in (select d.meeting_id from meeting_decisions d where d.territory_id = ${territory.id}
    and d.person_id = ${personId}))`

/** One who is invited. */
export type Guest = {
  readonly id: MeetingGuestId
  readonly personId: PersonId
  readonly person: string
  readonly post: string | null
  readonly invitedBy: 'register' | 'hand'
  readonly answer: 'comes' | 'cannot' | null
  readonly deputy: string | null
  readonly present: boolean | null
}

/** Everybody who is invited, by name, with the post of the day of the meeting. */
export async function guestsOf(tx: Tx, ctx: Where, meetingId: MeetingId, day: Day): Promise<readonly Guest[]> {
  const { rows } = await sql<Omit<Guest, 'post'> & { readonly posts: readonly PostShown[] }>`
    select g.id, g.person_id, ${nameOfPerson(ctx, sql`g.person_id`)} as person, g.invited_by, g.answer, g.deputy, g.present,
      ${postsOn({ territory: sql`g.territory_id`, person: sql`g.person_id`, day: sql`${day}::date` })} as posts
    from meeting_guests g where g.territory_id = ${ctx.territory.id} and g.meeting_id = ${meetingId}`.execute(tx)
  return rows
    .map(({ posts: [post], ...row }) => ({ ...row, post: post ? `${post.title}, ${post.organisation}` : null }))
    .toSorted((a, b) => byName(a.person, b.person))
}

/** What was decided on a question: one person, one day. */
export type Decision = {
  readonly id: MeetingDecisionId
  readonly itemId: MeetingItemId
  readonly text: string
  readonly personId: PersonId
  readonly person: string
  readonly post: string | null
  readonly dueOn: Day
}

export async function decisionsOf(tx: Tx, ctx: Where, meetingId: MeetingId, day: Day): Promise<readonly Decision[]> {
  const { rows } = await sql<Omit<Decision, 'post'> & { readonly posts: readonly PostShown[] }>`
    select d.id, d.item_id, d.text, d.person_id, ${nameOfPerson(ctx, sql`d.person_id`)} as person, d.due_on,
      ${postsOn({ territory: sql`d.territory_id`, person: sql`d.person_id`, day: sql`${day}::date` })} as posts
    from meeting_decisions d where d.territory_id = ${ctx.territory.id} and d.meeting_id = ${meetingId}
    order by d.position, d.id`.execute(tx)
  return rows.map(({ posts: [post], ...row }) => ({ ...row, post: post ? `${post.title}, ${post.organisation}` : null }))
}

/** An item of an agenda. */
export type Item = {
  readonly id: MeetingItemId
  readonly position: number
  readonly text: string
  readonly about: string | null
  readonly heard: string | null
}

export const itemsOf = (tx: Tx, { territory }: Where, meetingId: MeetingId): Promise<Item[]> =>
  tx
    .selectFrom('meetingItems')
    .select(['id', 'position', 'text', 'about', 'heard'])
    .where((is) => is.and({ territoryId: territory.id, meetingId }))
    .orderBy('position')
    .execute()
