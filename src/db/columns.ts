import type { ColumnType } from 'kysely'

/**
 * What the jsonb columns hold, by `table.column`. The owner of a table says it beside its queries:
 * `declare module '../../db/columns.ts' { interface JsonColumns { 'orders.snapshot': OrderSnapshot } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules fill it
export interface JsonColumns {}

/** Words of text columns without a check in the database, declared by the owner in the same way. */
// biome-ignore lint/suspicious/noEmptyInterface: modules fill it
export interface WordColumns {}
export type WordOf<Column extends string> = Column extends keyof WordColumns ? WordColumns[Column] : string

/** Read as its owner declared it; written as text, since the driver takes an array for one of PostgreSQL's own. */
export type JsonOf<Column extends string> = ColumnType<
  Column extends keyof JsonColumns ? JsonColumns[Column] : unknown,
  string,
  string
>
