import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/pool.ts'

/** Something that must be true of a territory whatever happened to it, in a Russian sentence; what breaks it is found by a query or by a program. */
export type Invariant = { readonly name: string; readonly says: string } & (
  | { readonly broken: RawBuilder<{ id: string }> }
  | { readonly find: (tx: Tx) => Promise<readonly string[]> }
)

/** As many ids as a report of a violation names. */
export const mostIds = 20
export const issued = sql`('signed', 'revoked')`
/** Public tables are read by everybody; here only the territory's own rows are asked about. Others are closed by row-level security. */
export const own = sql`territory_id = current_setting('app.territory_id')::uuid`
/** Deeds of which history has to tell. */
export const untold = (subjects: RawBuilder<unknown>, kind: string) => sql<{ id: string }>`
  select s.id from (${subjects}) s where not exists (select 1 from history h where h.subject_id = s.id and h.kind = ${kind})`
/** Rows that name an order which is not signed. */
export const byUnsigned = (table: string, column: string) => sql<{ id: string }>`
  select t.order_ref as id from (select ${sql.ref(column)} as order_ref from ${sql.table(table)}) t join orders o on o.id = t.order_ref
  where o.state not in ${issued}`
