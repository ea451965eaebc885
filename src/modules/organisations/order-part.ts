import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId } from '../../kernel/types.ts'
import type { NamedRow } from '../../kit/order/effect-props.ts'
import type { OrderPart } from '../../kit/order/parts.ts'
import { byId, type KnownOrganisation } from '../../kit/order/registers.ts'
import { unlike } from '../../kit/order/unlike.ts'

const most = 3000

async function organisationsToName(tx: Tx, ctx: Ctx): Promise<NamedRow<OrganisationId>[]> {
  const { rows } = await sql<NamedRow<OrganisationId>>`select id, short_name as label from organisations
    where territory_id = ${ctx.territory.id} order by short_name collate "ru-kn", id limit ${most}`.execute(tx)
  return rows
}

async function organisationsNamed(tx: Tx, ctx: Ctx, ids: readonly OrganisationId[], on: Day): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<KnownOrganisation>`
    select g.id, g.kind, n.short_name as name, coalesce(n.document_name, n.full_name) as document_name
    from organisations g join organisations_on(${on}) n on n.territory_id = g.territory_id and n.id = g.id
    where g.territory_id = ${ctx.territory.id} and g.id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

async function issuerOf(tx: Tx, ctx: Ctx, issuerId: OrganisationId): Promise<{ isAuthority: boolean; isOperator: boolean }> {
  return tx
    .selectFrom('organisations')
    .select(['isAuthority', 'isOperator'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', issuerId)
    .executeTakeFirstOrThrow()
}

/** Organisations an order may name, and the one that issues it. */
export const organisationsInOrders: OrderPart = {
  registers: {
    async complete(tx, ctx, { issuerId, day }, named) {
      const [organisations, issuer] = await Promise.all([
        organisationsNamed(tx, ctx, named.organisations, day),
        issuerOf(tx, ctx, issuerId),
      ])
      return { organisations: byId(organisations), issuer }
    },
  },
  choices: async (tx, ctx) => ({ organisations: unlike(await organisationsToName(tx, ctx)) }),
}
