import { sql } from 'kysely'
import { tokenHash } from '../../accounts/hashed-tokens.ts'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { record } from '../../history/record.ts'
import { newSecret } from '../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { EventId, PersonId } from '../../kernel/types.ts'
import { addressesOf } from '../../notices/letters.ts'
import { initialsOf } from '../people/name-queries.ts'
import { personById } from '../people/queries.ts'
import type { OpenEvent } from './case.ts'
import { paths } from './paths.ts'
import { headsTheirs } from './rules.ts'
import { eventWords } from './when.ts'

type Where = Pick<Ctx, 'territory'>

/** Whom a link of an answer belongs to, and to which event. */
export const placeOfLink = (tx: Tx, { territory }: Where, secret: string) =>
  tx
    .selectFrom('eventPlaces')
    .select(['eventId', 'personId'])
    .where((is) => is.and({ territoryId: territory.id, answerHash: tokenHash(secret) }))
    .executeTakeFirst()

/** Makes the link by which a person answers an offer; an earlier one serves no more. */
export async function makeLink(tx: Tx, { territory, services }: Ctx, eventId: EventId, personId: PersonId): Promise<string> {
  const secret = newSecret()
  await tx
    .updateTable('eventPlaces')
    .set({ answerHash: tokenHash(secret) })
    .where((is) => is.and({ territoryId: territory.id, eventId, personId }))
    .execute()
  return `${services.origin}${paths.eventAnswer({ territory: territory.code, secret })}`
}

/** Sends a person the link to the address that is known; false where letters do not reach. The address is the person's own: nobody is told it. */
export async function sendLink(tx: Tx, ctx: Ctx, event: OpenEvent['one'], personId: PersonId): Promise<boolean> {
  const { territory, services } = ctx
  // A demonstration writes no letters.
  if (!services.sendsMail || territory.demoToday !== null) return false
  const [accounts, person] = await Promise.all([addressesOf(tx, territory.id, [personId]), personById(tx, ctx, personId)])
  const to = accounts.get(personId) ?? person?.email ?? null
  if (to !== null) await services.mail(tx, { to, ...letter(ctx, event, await makeLink(tx, ctx, event.id, personId)) })
  return to !== null
}

/** A new link to be handed over by the head of the school who sends; null for whoever is not theirs or has answered. */
export async function linkToHandOver(tx: Tx, ctx: Ctx, eventId: EventId, place: string): Promise<Result<string>> {
  const found = await tx
    .selectFrom('eventPlaces as p')
    .innerJoin('events as e', (join) => join.onRef('e.territoryId', '=', 'p.territoryId').onRef('e.id', '=', 'p.eventId'))
    .select(['p.personId', 'p.organisationId', 'e.siteId'])
    .where((is) => is.and({ 'p.territoryId': ctx.territory.id, 'p.eventId': eventId, 'p.state': 'offered' }))
    .where(sql<boolean>`p.id::text = ${place}`)
    .executeTakeFirst()
  if (!found || !headsTheirs(ctx, found)) return refuse({ code: 'notFound' })
  const { personId, siteId } = found
  const [link, nameOf] = [await makeLink(tx, ctx, eventId, personId), await initialsOf(tx, ctx, [personId])]
  await record(tx, ctx, { kind: 'event.linkGiven', subjectId: eventId, siteId, facts: { person: nameOf(personId) } })
  return ok(link)
}

function letter({ actor, territory }: Ctx, event: OpenEvent['one'], link: string) {
  const { title, when, where } = eventWords(event, territory)
  const text = [
    `${actor.name} направляет вас на «${title}».`,
    `${when}, ${where}.`,
    '',
    'Придёте ли вы, скажите на этой странице, входить не нужно:',
    link,
    '',
    'Пока вы не ответили, место за вами не занято. Страница открыта до начала мероприятия, а если место за вами, до его окончания; никому её не пересылайте.',
  ].join('\n')
  return { subject: `Придёте ли вы: «${title}»`, text }
}

/** Whose calendar stands under a secret. */
export const ownerOfFeed = (tx: Tx, { territory }: Where, secret: string) =>
  tx
    .selectFrom('eventFeeds')
    .select('personId')
    .where((is) => is.and({ territoryId: territory.id, secretHash: tokenHash(secret) }))
    .executeTakeFirst()

/** Whether a person has made a calendar for a telephone. */
export const hasFeed = async (tx: Tx, { territory, actor }: Pick<Ctx, 'territory' | 'actor'>): Promise<boolean> =>
  (await tx
    .selectFrom('eventFeeds')
    .select('madeAt')
    .where((is) => is.and({ territoryId: territory.id, personId: actor.personId }))
    .executeTakeFirst()) !== undefined

/** A new secret address of one's own calendar; the old one is nobody's from now on. */
export async function renewFeed(tx: Tx, { territory, actor, now, services }: Ctx): Promise<Result<string>> {
  const secret = newSecret()
  const kept = { secretHash: tokenHash(secret), madeAt: now }
  await tx
    .insertInto('eventFeeds')
    .values({ territoryId: territory.id, personId: actor.personId, ...kept })
    .onConflict((on) => on.columns(['territoryId', 'personId']).doUpdateSet(kept))
    .execute()
  return ok(`${services.origin}${paths.eventFeed({ territory: territory.code, secret })}`)
}

/** The calendar is withdrawn. */
export async function endFeed(tx: Tx, { territory, actor }: Ctx): Promise<Result<null>> {
  await tx
    .deleteFrom('eventFeeds')
    .where((is) => is.and({ territoryId: territory.id, personId: actor.personId }))
    .execute()
  return ok(null)
}

/** Events of a person's calendar: what they come to, are asked to or wait for, from a quarter of a year ago on. */
export const eventsOfFeed = (tx: Tx, { territory, now }: Pick<Ctx, 'territory' | 'now'>, personId: PersonId) =>
  tx
    .selectFrom('eventPlaces as p')
    .innerJoin('events as e', (join) => join.onRef('e.territoryId', '=', 'p.territoryId').onRef('e.id', '=', 'p.eventId'))
    .select(['e.id', 'e.title', 'e.room', 'e.startsAt', 'e.endsAt', 'e.editVersion', 'p.number'])
    .select((is) => [is.ref('e.state').as('state'), is.ref('p.state').as('place')])
    .where((is) => is.and({ 'p.territoryId': territory.id, 'p.personId': personId }))
    .where('p.state', 'in', ['offered', 'confirmed', 'waiting', 'came'])
    .where('e.state', '<>', 'draft')
    .where('e.startsAt', '>', new Date(now.getTime() - 92 * 86_400_000))
    .orderBy('e.startsAt')
    .execute()
