import { type RawBuilder, sql } from 'kysely'
import type { JournalKind } from './journal.ts'

/** Whether the journal of a numbered row is behind it, for an invariant: `keeper`, `year` and `number` are columns of the row. */
export const isBehind = (
  kind: JournalKind,
  { keeper, year, number }: Readonly<Record<'keeper' | 'year' | 'number', RawBuilder<unknown>>>,
) =>
  sql<boolean>`coalesce((select j.last_number from journals j where j.kind = ${kind} and j.keeper_id = ${keeper} and j.year = ${year}), 0) < ${number}`
