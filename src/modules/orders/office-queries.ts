import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { isSo } from '../../db/is-so.ts'
import type { Tx } from '../../db/pool.ts'
import { contains } from '../../kernel/dates.ts'
import { capital } from '../../kernel/names.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { actNames } from '../../regulation/acts.ts'
import { bodiesOf, type Party, type StandsFor } from '../../regulation/parties/questions.ts'
import { bodiesOf as organisationsOf } from '../organisations/order-queries.ts'
import { regulationsInWork } from '../regulation/queries.ts'
import type { ActingSignatory, Office, Signer } from './model.ts'
import { orderSubject } from './subjects.ts'

/** Everybody who issues orders in the territory, with their names. */
export async function officesOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
): Promise<(Office & StandsFor & { readonly issuerName: string })[]> {
  return tx
    .selectFrom('offices')
    .innerJoin('organisations', (join) =>
      join.onRef('organisations.territoryId', '=', 'offices.territoryId').onRef('organisations.id', '=', 'offices.issuerId'),
    )
    .selectAll('offices')
    .select(['organisations.fullName as issuerName', 'isAuthority', 'isOperator', 'body'])
    .where('offices.territoryId', '=', ctx.territory.id)
    .orderBy('organisations.isAuthority', 'desc')
    .orderBy('organisations.fullName')
    .execute()
}

/** Offices from which this person may write. */
export const ownOffices = async (tx: Tx, ctx: Ctx) =>
  (await officesOf(tx, ctx)).filter(({ issuerId }) =>
    may(ctx, 'order.draft', orderSubject({ territoryId: ctx.territory.id, issuerId })),
  )

/** The office of a body of the regulation, the one with this kind of act where it has several; undefined when it has none. */
export async function officeOfBody(tx: Tx, ctx: Ctx, body: string, act?: string) {
  const bodies = await organisationsOf(tx, ctx, body)
  const offices = (await officesOf(tx, ctx)).filter(({ issuerId }) => bodies.includes(issuerId))
  return offices.find(({ actKind }) => actNames[actKind] === act) ?? offices[0]
}

/** Whether this person writes what a body of the regulation signs: the office does, and whoever works in that body. */
export const writesFor = (ctx: Ctx, body: string): boolean =>
  may(ctx, 'order.draft') || ctx.actor.holds.some(({ siteId, kind }) => siteId === null && kind === body)

/** One office; undefined when the organisation issues no orders here. */
export const officeOf = async (tx: Tx, ctx: Ctx, issuerId: OrganisationId) =>
  (await officesOf(tx, ctx)).find((office) => office.issuerId === issuerId)

/** What stands under the text of an order before the signature: the office's own words for its usual signatory, else the person's post. */
export async function postOfSignatory(
  tx: Tx,
  ctx: Ctx,
  issuerId: OrganisationId,
  signatoryId: PersonId | null,
): Promise<string | null> {
  const office = await officeOf(tx, ctx, issuerId)
  if (signatoryId === null || !office || office.signatoryId === signatoryId) return office?.signatoryPost ?? null
  const acting = (await actingSignatories(tx, ctx, issuerId)).find(
    (one) => one.personId === signatoryId && contains({ from: one.startsOn, to: one.endsOn }, ctx.today),
  )
  if (acting) return acting.post
  const post = await tx
    .selectFrom('posts')
    .select('title')
    .where((is) => is.and({ territoryId: ctx.territory.id, personId: signatoryId }))
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .orderBy((is) => is('organisationId', '=', issuerId), 'desc')
    .orderBy('startsOn')
    .limit(1)
    .executeTakeFirst()
  return post ? capital(post.title) : office.signatoryPost
}

/** Every body of the regulation in force and of its drafts. */
export async function bodiesKnown(tx: Tx, ctx: Ctx): Promise<Party[]> {
  const parties = (await regulationsInWork(tx, ctx)).flatMap((one) => bodiesOf(one))
  return [...new Map(parties.toReversed().map((party) => [party.code, party])).values()].toReversed()
}

/** The codes of the bodies of the regulation that have an office here. */
export async function bodiesHavingOffice(tx: Tx, ctx: Pick<Ctx, 'territory'>): Promise<ReadonlySet<string>> {
  const codes = (await officesOf(tx, ctx)).flatMap(({ isAuthority, isOperator, body }) => [
    isAuthority ? 'authority' : null,
    isOperator ? 'operator' : null,
    body,
  ])
  return new Set(codes.filter((code) => code !== null))
}

/** Whether this person signs for this office today. */
export const signsFor = (tx: Tx, { territory, today }: Ctx, { issuerId, personId }: Pick<Signer, 'issuerId' | 'personId'>) =>
  isSo(tx, sql`signs_for(${territory.id}, ${issuerId}, ${personId}, ${today})`)

/** Who signs for an office beside its usual signatory, the latest first. */
export const actingSignatories = (tx: Tx, ctx: Pick<Ctx, 'territory'>, issuerId: OrganisationId): Promise<ActingSignatory[]> =>
  tx
    .selectFrom('officeSignatories')
    .select(['personId', 'post', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, issuerId }))
    .orderBy('startsOn', 'desc')
    .execute()
