import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { actNames } from '../../regulation/acts.ts'
import { bodiesOf } from '../organisations/order-queries.ts'
import type { Office } from './model.ts'
import { orderSubject } from './subjects.ts'

/** Everybody who issues orders in the territory, with their names. */
export async function officesOf(tx: Tx, ctx: Ctx): Promise<(Office & { readonly issuerName: string })[]> {
  return tx
    .selectFrom('offices')
    .innerJoin('organisations', (join) =>
      join.onRef('organisations.territoryId', '=', 'offices.territoryId').onRef('organisations.id', '=', 'offices.issuerId'),
    )
    .selectAll('offices')
    .select('organisations.fullName as issuerName')
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
  const bodies = await bodiesOf(tx, ctx, body)
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
  return post ? post.title.charAt(0).toUpperCase() + post.title.slice(1) : office.signatoryPost
}
