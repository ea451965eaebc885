import type { Insertable, Transaction, Updateable } from 'kysely'
import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import type { DB } from '../db/types.ts'
import { type Machine, move } from '../kernel/machine.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { Movable } from './deed-types.ts'
import type { CaseTable, Kept, Row } from './row.ts'
import { type At, type Thing, type ThingSpec, thing, type Where } from './thing.ts'
import type { ByClock } from './told.ts'

/** What a deed may write into a row beside its state and version. */
export type Changes<Table extends CaseTable> = Omit<Updateable<DB[Table]>, keyof Kept>

/** A row with what its deeds and pages need to know around it. */
export type Opened<Table extends CaseTable, State extends string, Around> = Around & { readonly one: Row<Table, State> }

type CaseSpec<Table extends CaseTable, State extends string, Action extends string, Around, Param extends string> = Omit<
  ThingSpec<Opened<Table, State, Around>, Param>,
  'open' | 'lock'
> & {
  readonly table: Table
  readonly machine: Machine<State, Action>
  /** The page it is read on; deeds lead back there. */
  readonly home: At<Param>
  /** What is locked before the row, so that deeds of two things never wait for each other crosswise. */
  readonly first?: (tx: Tx, ctx: Where, id: string) => Promise<unknown>
  /** What stands around the row: its site, its file; null when that is not there any more. */
  readonly around: (tx: Tx, ctx: Where, one: Row<Table, State>) => Promise<Around | null>
}

/** A thing that goes through the states of its machine by deeds, each one transaction; `Set` is what a deed may write into it. */
export type Case<Open extends Movable, Action extends string, Set, Param extends string> = Thing<Open, Param> & {
  readonly machine: Machine<Open['one']['state'], Action>
  readonly home: At<Param>
  /** The only way to a new state of a locked row; gives the row as it is now. */
  readonly move: (tx: Tx, ctx: ByClock, one: Open['one'], action: Action, set?: Set) => Promise<Result<Open['one']>>
}

/** Something that can be begun: its page, and how it is first written down. */
export type Begun<Values, Param extends string> = {
  readonly param: Param
  readonly home: At<Param>
  readonly begin: { begin(tx: Tx, ctx: Ctx, id: string, values: Values): Promise<unknown> }['begin']
}

/** The tables with nothing but those columns, for queries that do not know which table they ask. */
type Plain = Record<string, { -readonly [Column in keyof Kept]: Kept[Column] }>
const plain = (tx: Tx) => tx as unknown as Transaction<Plain>

export function caseOf<
  const Table extends CaseTable,
  State extends string,
  Action extends string,
  Around,
  const Param extends string,
>(spec: CaseSpec<Table, State, Action, Around, Param>) {
  const { table, machine, home, around, first, ...rest } = spec
  const load = async (tx: Tx, ctx: Where, id: string, lock: boolean) => {
    const row = await plain(tx)
      .selectFrom(table as string)
      .selectAll()
      .where((is) => is.and({ territoryId: ctx.territory.id, id }))
      .$if(lock, (query) => query.forUpdate())
      .executeTakeFirst()
    const one = row as unknown as Row<Table, State> | undefined
    const beside = one ? await around(tx, ctx, one) : null
    return one && beside && { ...beside, one }
  }
  const made = {
    ...thing<Opened<Table, State, Around>, Param>({
      ...rest,
      open: async (tx, ctx, id) => (await load(tx, ctx, id, false)) ?? null,
      lock: async (tx, ctx, id) => {
        await first?.(tx, ctx, id)
        return (await load(tx, ctx, id, true)) ?? null
      },
    }),
    machine,
    home,
    begin: (tx: Tx, ctx: Pick<Ctx, 'territory'>, id: string, values: object) =>
      plain(tx)
        .insertInto(table as string)
        .values({ ...values, territoryId: ctx.territory.id, id, state: machine.initial } as never)
        .execute(),
    async move(tx: Tx, ctx: Pick<Ctx, 'territory'>, one: Row<Table, State>, action: Action, set?: Changes<Table>) {
      const next = move(machine, one.state, action)
      if (!next.ok) return next
      const written = { ...set, state: next.value, editVersion: one.editVersion + 1 }
      const now = await plain(tx)
        .updateTable(table as string)
        .set(written)
        .where((is) => is.and({ territoryId: ctx.territory.id, id: one.id }))
        .returningAll()
        .executeTakeFirstOrThrow()
      return ok(now as unknown as Row<Table, State>)
    },
  }
  // What stands around the row may narrow its words.
  return made as unknown as Case<Opened<Table, State, Around>, Action, Changes<Table>, Param> &
    Begun<Omit<Insertable<DB[Table]>, keyof Kept>, Param>
}
