import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrderId, RegulationId, RegulationLineId, TerritoryId } from '../../kernel/types.ts'
import type { ActKind } from '../../regulation/acts.ts'
import { storedRegulation } from '../../regulation/check.ts'
import type { Amendment } from '../../regulation/editor/amendments.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { RegulationLine, StoredRegulation } from '../../regulation/stored.ts'

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
  readonly line: RegulationLine
  readonly version: number
  readonly startsOn: Day
  readonly regulation: Regulation
  readonly amendments: readonly Amended[]
  /** Only when the order itself is published. */
  readonly order: EnactingOrder | null
}

/** What is in force on a day, for everyone, an edition a line. Reads only public tables. */
type Whose = { readonly territoryId: TerritoryId } | { readonly lineId: RegulationLineId }
export async function publicRegulations(tx: Tx, whose: Whose, on: Day): Promise<readonly PublicRegulation[]> {
  const rows = await tx
    .selectFrom('publishedRegulations as r')
    .innerJoin('regulationLines as l', (join) => join.onRef('l.territoryId', '=', 'r.territoryId').onRef('l.id', '=', 'r.lineId'))
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
    .select(['o.issuerName', 'l.id as lineId', 'l.code', 'l.name'])
    .where((is) => ('lineId' in whose ? is('r.lineId', '=', whose.lineId) : is('r.territoryId', '=', whose.territoryId)))
    .where('r.startsOn', '<=', on)
    .where((or) => or.or([or('r.endsOn', 'is', null), or('r.endsOn', '>=', on)]))
    .orderBy('l.position')
    .orderBy('l.code')
    .execute()
  return rows.map(({ kind, numberText, signedOn, issuerName, ...row }) => ({
    line: { id: row.lineId, code: row.code, name: row.name },
    version: row.version,
    startsOn: row.startsOn,
    amendments: row.amendments,
    regulation: storedRegulation(row.document),
    order:
      kind !== null && numberText !== null && signedOn !== null && issuerName !== null
        ? { orderId: row.orderId, kind, number: numberText, signedOn, issuer: issuerName, point: row.pointNumber }
        : null,
  }))
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
