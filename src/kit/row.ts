import type { Selectable } from 'kysely'
import type { DB } from '../db/types.ts'
import type { Moving } from './guard.ts'

/** The columns every such row has, which only the kit writes. */
export type Kept = { readonly territoryId: string; readonly id: string; readonly state: string; readonly editVersion: number }

/** Tables whose rows go through states. */
export type CaseTable = { [T in keyof DB]: Selectable<DB[T]> extends Kept ? T : never }[keyof DB]

/** A row as it is stored; its state is one of its machine's. */
export type Row<Table extends CaseTable, State extends string> = Readonly<Omit<Selectable<DB[Table]>, 'state'>> & Moving<State>
