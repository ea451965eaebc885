import { sql } from 'kysely'
import type { Day } from '../kernel/types.ts'

/** Whether a dated row of this name stands on a day. */
export const heldOn = (table: string, on: Day) =>
  sql<boolean>`${sql.ref(`${table}.starts_on`)} <= ${on}::date and (${sql.ref(`${table}.ends_on`)} is null or ${sql.ref(`${table}.ends_on`)} >= ${on}::date)`
