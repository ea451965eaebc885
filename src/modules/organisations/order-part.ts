import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { questionOf } from '../../db/words.ts'
import type { Day, OrganisationId } from '../../kernel/types.ts'
import { type AskedNames, mostSuggested, type NamedRow } from '../../kit/order/effect-props.ts'
import type { OrderPart } from '../../kit/order/parts.ts'
import { byId, type KnownOrganisation } from '../../kit/order/registers.ts'
import { unlike } from '../../kit/order/unlike.ts'
import type { StandsFor } from '../../regulation/parties/questions.ts'
import { organisationNamed } from './name-queries.ts'

/** More of one name than this are too many to choose from; the question is to be asked more closely. */
const mostOfOneName = 200

type Row = NamedRow<OrganisationId> & { readonly settlement: string | null }

async function rowsOf(tx: Tx, ctx: Ctx, where: RawBuilder<boolean>, most: number | null): Promise<Row[]> {
  const { rows } = await sql<Row>`select g.id, g.short_name as label, g.settlement from organisations g
    where g.territory_id = ${ctx.territory.id} and ${where} order by g.short_name collate "ru-kn", g.id limit ${most}`.execute(tx)
  return rows
}

/** All organisations of a small territory; of a large one those held already with those of the same name, and those a typed name may mean. */
async function organisationsToName(tx: Tx, ctx: Ctx, { ids, organisations }: AskedNames): Promise<NamedRow<OrganisationId>[]> {
  const all = await rowsOf(tx, ctx, sql`true`, mostSuggested + 1)
  if (all.length <= mostSuggested) return toldApart(all)
  const held = sql<boolean>`g.short_name in (select h.short_name from organisations h
    where h.territory_id = ${ctx.territory.id} and h.id = any(${ids}::uuid[]))`
  const found = ids.length === 0 ? [] : await rowsOf(tx, ctx, held, null)
  for (const question of organisations.map((typed) => questionOf(typed.replace(/ \(\d+\)$/, '')))) {
    if (question !== '') found.push(...(await rowsOf(tx, ctx, organisationNamed(question), mostOfOneName)))
  }
  return toldApart([...new Map(found.map((row) => [row.id, row])).values()])
}

/** Those of one name are told apart by where they are. */
function toldApart(rows: readonly Row[]): NamedRow<OrganisationId>[] {
  const named = Map.groupBy(rows, ({ label }) => label)
  return unlike(
    rows.map(({ id, label, settlement }) => ({
      id,
      label: settlement !== null && (named.get(label)?.length ?? 0) > 1 ? `${label}, ${settlement}` : label,
    })),
  )
}

async function organisationsNamed(tx: Tx, ctx: Ctx, ids: readonly OrganisationId[], on: Day): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<KnownOrganisation>`
    select g.id, g.kind, n.short_name as name, coalesce(n.document_name, n.full_name) as document_name
    from organisations g join organisations_on(${on}) n on n.territory_id = g.territory_id and n.id = g.id
    where g.territory_id = ${ctx.territory.id} and g.id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

async function issuerOf(tx: Tx, ctx: Ctx, issuerId: OrganisationId): Promise<StandsFor> {
  return tx
    .selectFrom('organisations')
    .select(['isAuthority', 'isOperator', 'body'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id: issuerId }))
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
  choices: async (tx, ctx, asked) => ({ organisations: await organisationsToName(tx, ctx, asked) }),
}
