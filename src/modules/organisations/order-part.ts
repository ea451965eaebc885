import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId } from '../../kernel/types.ts'
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

async function organisationsNamed(tx: Tx, ctx: Ctx, ids: readonly OrganisationId[]): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('organisations')
    .select(['id', 'kind', 'shortName as name'])
    .select((of) => of.fn.coalesce('documentName', 'fullName').as('documentName'))
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', sql<OrganisationId>`any(${ids}::uuid[])`)
    .execute()
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
    async complete(tx, ctx, { issuerId }, named) {
      const [organisations, issuer] = await Promise.all([
        organisationsNamed(tx, ctx, named.organisations),
        issuerOf(tx, ctx, issuerId),
      ])
      return { organisations: byId(organisations), issuer }
    },
  },
  choices: async (tx, ctx) => ({ organisations: unlike(await organisationsToName(tx, ctx)) }),
}
