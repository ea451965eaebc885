import type { RawBuilder } from 'kysely'
import type { Ctx } from '../authz/ctx.ts'
import type { Permission } from '../authz/policy.ts'
import type { Role } from '../authz/roles.ts'
import type { Tx } from '../db/pool.ts'
import type { Day } from '../kernel/types.ts'
import type { Regulation } from '../regulation/schema.ts'
import type { StoredRegulation } from '../regulation/stored.ts'

/** What a person has to do, derived from states and deadlines; never typed into a list (domain rule 5). */
export type Task = {
  /** Stable while the same thing waits, for tests and for telling two alike apart. */
  readonly key: string
  readonly what: string
  readonly why: string
  /** The clause that asks for it. */
  readonly clause?: string | null
  /** Set when others wait for this person's own word: a signature, a decision, an answer, an acquaintance. Such tasks stand first. */
  readonly decides?: true
  /** Set when nothing is owed: the regulation lets the person begin it now. Such tasks stand last and are not counted. */
  readonly offers?: true
  /** Who waits, a whole phrase: «Ждёт Морозова И. А.». */
  readonly who?: string | null
  readonly due?: Day | null
  /** Instead of how many days are left: the hour of that day. */
  readonly rest?: string | undefined
  /** Keys of tasks of other sources that ask for the same: they come when this one is done. */
  readonly covers?: readonly string[]
  /** How many things it stands for, where it says that there are more. */
  readonly standsFor?: number
  readonly href: string
  /** The button's verb. */
  readonly action: string
}

/** Everything a source of tasks may ask. */
export type Asking = {
  readonly tx: Tx
  readonly ctx: Ctx
  /** What the territory lives by: an edition a line. */
  readonly regulations: readonly StoredRegulation[]
}

/** The clause a question about the regulation of a thing rests on. */
export const clauseBy = (
  stored: StoredRegulation | null,
  clauseOf: (regulation: Regulation) => string | null | undefined,
): string | null => (stored && clauseOf(stored.regulation)) ?? null

/** What waits on people in one module. */
export type TaskSource = {
  /** Whom it may have something for: some roles, or whoever holds a permission over the territory. Others are never asked about. */
  readonly serves: 'anyone' | Permission | readonly Role[]
  /** Whether there may be anything at all, as one condition by an index: those of all sources are asked together, and the others not further. */
  readonly maybe?: (ctx: Ctx) => RawBuilder<boolean>
  readonly find: (asking: Asking) => Promise<readonly Task[]>
}

/** One source never floods the page: of more it is said how many there are, as far as the source looks. */
export const mostOfOneSource = 50
export const mostLookedFor = 201
