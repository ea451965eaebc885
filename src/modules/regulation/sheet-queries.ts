import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrderId, RegulationId, TerritoryId } from '../../kernel/types.ts'
import type { ActKind } from '../../regulation/acts.ts'
import { storedRegulation } from '../../regulation/check.ts'
import type { Amendment } from '../../regulation/editor/amendments.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'

/** The order that put a regulation in force, as its page names it. */
export type EnactingOrder = {
  readonly orderId: OrderId
  readonly kind: ActKind
  readonly number: string
  readonly signedOn: Day
  readonly issuer: string
  readonly point: string | null
}

/** The order behind a version; null for a draft. */
export async function enactingOrder(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  { orderId, pointNumber }: Pick<StoredRegulation, 'orderId' | 'pointNumber'>,
): Promise<EnactingOrder | null> {
  if (orderId === null) return null
  const row = await tx
    .selectFrom('orders as o')
    .innerJoin('organisations as issuer', (join) =>
      join.onRef('issuer.territoryId', '=', 'o.territoryId').onRef('issuer.id', '=', 'o.issuerId'),
    )
    .select(['o.kind', 'o.numberText', 'o.signedOn', 'issuer.fullName as issuer'])
    .where((is) => is.and({ 'o.territoryId': ctx.territory.id, 'o.id': orderId }))
    .executeTakeFirst()
  if (!row || row.numberText === null || row.signedOn === null) return null
  return {
    orderId,
    kind: row.kind,
    number: row.numberText,
    signedOn: row.signedOn,
    issuer: row.issuer,
    point: pointNumber,
  }
}

export type PublicRegulation = {
  readonly version: number
  readonly startsOn: Day
  readonly regulation: Regulation
  readonly amendments: readonly Amended[]
  /** Only when the order itself is published. */
  readonly order: EnactingOrder | null
}

/** The regulation in force on a day, for everyone; null when the territory has none. Reads only public tables. */
export async function publicRegulation(tx: Tx, territoryId: TerritoryId, on: Day): Promise<PublicRegulation | null> {
  const row = await tx
    .selectFrom('publishedRegulations as r')
    .leftJoin('publishedOrders as o', (join) =>
      join.onRef('o.territoryId', '=', 'r.territoryId').onRef('o.orderId', '=', 'r.orderId'),
    )
    .select([
      'r.version',
      'r.startsOn',
      'r.document',
      'r.amendments',
      'r.orderId',
      'r.pointNumber',
      'o.kind',
      'o.numberText',
      'o.signedOn',
    ])
    .select('o.issuerName')
    .where('r.territoryId', '=', territoryId)
    .where('r.startsOn', '<=', on)
    .where((or) => or.or([or('r.endsOn', 'is', null), or('r.endsOn', '>=', on)]))
    .executeTakeFirst()
  if (!row) return null
  const { kind, numberText, signedOn, issuerName } = row
  return {
    version: row.version,
    startsOn: row.startsOn,
    amendments: row.amendments,
    regulation: storedRegulation(row.document),
    order:
      kind !== null && numberText !== null && signedOn !== null && issuerName !== null
        ? {
            orderId: row.orderId,
            kind,
            number: numberText,
            signedOn,
            issuer: issuerName,
            point: row.pointNumber,
          }
        : null,
  }
}

/** Which order gave a clause the wording it has in an edition. */
export type Amended = Pick<Amendment, 'number' | 'kind' | 'name' | 'what'> & {
  readonly act: ActKind
  readonly signedOn: Day
  readonly numberText: string
}

/** What orders have changed in single clauses of an edition. */
export async function amendmentsOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, id: RegulationId): Promise<readonly Amended[]> {
  const row = await tx
    .selectFrom('regulations')
    .select('amendments')
    .where((is) => is.and({ territoryId: territory.id, id }))
    .executeTakeFirst()
  return row?.amendments ?? []
}
