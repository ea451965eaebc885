import { type RawBuilder, sql } from 'kysely'

/** Something that must be true of a territory whatever happened to it: `says` is a Russian sentence, `broken` finds the ids of what breaks it. */
export type Invariant = { readonly name: string; readonly says: string; readonly broken: RawBuilder<{ id: string }> }

/** As many ids as a report of a violation names. */
export const mostIds = 20
export const issued = sql`('signed', 'revoked')`
/** Public tables are read by everybody; here only the territory's own rows are asked about. Others are closed by row-level security. */
export const own = sql`territory_id = current_setting('app.territory_id')::uuid`
/** Deeds of which history has to tell. */
export const untold = (subjects: RawBuilder<unknown>, kind: string) => sql<{ id: string }>`
  select s.id from (${subjects}) s where not exists (select 1 from history h where h.subject_id = s.id and h.kind = ${kind})`
