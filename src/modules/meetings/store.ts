import type { Insertable, Updateable } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { MeetingDecisions, MeetingGuests } from '../../db/types.ts'
import { newId } from '../../kernel/ids.ts'
import type { Day, MeetingDecisionId, MeetingGuestId, MeetingId, MeetingItemId, PersonId } from '../../kernel/types.ts'
import type { InvitedHeads } from '../../regulation/work/questions.ts'
import { headsOf, headsOfOrganisations } from '../people/head-queries.ts'
import { attachedOn, siteHeadsOn } from '../sites/people-queries.ts'
import type { Agenda } from './rules.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** Whom the rule of a kind invites, by the registers as they stand on a day. (L-321m) */
export async function invitedOn(tx: Tx, ctx: Where, invited: readonly InvitedHeads[], day: Day): Promise<PersonId[]> {
  const ofAttached = async () => (await headsOf(tx, ctx, day, await attachedOn(tx, ctx, day))).map(({ personId }) => personId)
  const found: Readonly<Record<InvitedHeads, () => Promise<readonly PersonId[]>>> = {
    siteHeads: () => siteHeadsOn(tx, ctx, day),
    attachedHeads: ofAttached,
    organisationHeads: () => headsOfOrganisations(tx, ctx, day),
  }
  return [...new Set((await Promise.all(invited.map((one) => found[one]()))).flat())]
}

/** Writes down whom a meeting is held with. */
export async function invite(
  tx: Tx,
  { territory }: Where,
  meetingId: MeetingId,
  people: readonly PersonId[],
  invitedBy: 'register' | 'hand',
): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((personId) => ({
    territoryId: territory.id,
    id: newId<MeetingGuestId>(),
    meetingId,
    personId,
    invitedBy,
  }))
  await tx.insertInto('meetingGuests').values(rows).execute()
}

/** Changes what is known of one guest. */
export const writeGuest = (tx: Tx, { territory }: Where, id: MeetingGuestId, set: Updateable<MeetingGuests>) =>
  tx
    .updateTable('meetingGuests')
    .set(set)
    .where((is) => is.and({ territoryId: territory.id, id }))
    .execute()

/** What was heard of a question. */
export const writeItem = (tx: Tx, { territory }: Where, id: MeetingItemId, heard: string) =>
  tx
    .updateTable('meetingItems')
    .set({ heard })
    .where((is) => is.and({ territoryId: territory.id, id }))
    .execute()

type NewItem = { readonly meetingId: MeetingId; readonly position: number; readonly text: string }
/** A question that came up at the meeting itself. */
export const insertItem = (tx: Tx, { territory }: Where, item: NewItem) =>
  tx
    .insertInto('meetingItems')
    .values({ ...item, territoryId: territory.id, id: newId<MeetingItemId>() })
    .execute()

type NewDecision = Omit<Insertable<MeetingDecisions>, 'territoryId' | 'id'>
export const insertDecision = (tx: Tx, { territory }: Where, decision: NewDecision) =>
  tx
    .insertInto('meetingDecisions')
    .values({ ...decision, territoryId: territory.id, id: newId<MeetingDecisionId>() })
    .execute()

export const deleteDecision = (tx: Tx, { territory }: Where, id: MeetingDecisionId) =>
  tx
    .deleteFrom('meetingDecisions')
    .where((is) => is.and({ territoryId: territory.id, id }))
    .execute()

/** Says of these guests whether they were there. */
export async function writePresent(
  tx: Tx,
  { territory }: Where,
  ids: readonly MeetingGuestId[],
  present: boolean,
): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('meetingGuests').set({ present }).where('territoryId', '=', territory.id).where('id', 'in', ids).execute()
}

/** Everybody is asked anew: an answer for another hour says nothing of this one. */
export const forgetAnswers = (tx: Tx, { territory }: Where, meetingId: MeetingId) =>
  tx
    .updateTable('meetingGuests')
    .set({ answer: null, deputy: null, answeredAt: null })
    .where((is) => is.and({ territoryId: territory.id, meetingId }))
    .execute()

/** The agenda as it is now, in the place of the one before. */
export async function saveAgenda(tx: Tx, { territory }: Where, meetingId: MeetingId, items: readonly Agenda[]): Promise<void> {
  const its = { territoryId: territory.id, meetingId }
  await tx
    .deleteFrom('meetingItems')
    .where((is) => is.and(its))
    .execute()
  if (items.length === 0) return
  await tx
    .insertInto('meetingItems')
    .values(items.map(({ text, about }, at) => ({ ...its, id: newId<MeetingItemId>(), position: at + 1, text, about })))
    .execute()
}
