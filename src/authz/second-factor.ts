import type { Db, Tx } from '../db/pool.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { AccountId } from '../kernel/types.ts'
import type { Role } from './roles.ts'

/** `on`: a code is asked for. `missing`: the installation demands one of this account and it has none yet. */
export type SecondFactorState = 'on' | 'off' | 'missing'

/** Asks for the code of an account, inside the transaction of what it is asked for. */
export type Proves = (tx: Tx) => Promise<Result<null>>

/** The second factor, as deeds that ask for it again see it. */
export type SecondFactor = {
  /** Whether people who sign orders or keep accounts have to have one. */
  readonly isDemanded: boolean
  readonly stateOf: (tx: Db | Tx, accountId: AccountId | null) => Promise<SecondFactorState>
  /** Does something that asks for the code. Wrong codes are counted before anything is looked at; a deed that is refused uses no code up. */
  readonly guarding: <T>(
    asked: { readonly accountId: AccountId | null; readonly code: string },
    act: (proves: Proves) => Promise<Result<T>>,
  ) => Promise<Result<T>>
}

const trusted: ReadonlySet<Role> = new Set<Role>(['signatory', 'administrator', 'installer'])
/** Whoever signs acts or lets people in: of them an installation may demand a second factor. */
export const isTrusted = (roles: readonly Role[]): boolean => roles.some((role) => trusted.has(role))

/** Loading and tests ask nobody for a code. */
export const noSecondFactor: SecondFactor = {
  isDemanded: false,
  stateOf: async () => 'off',
  guarding: (_, act) => act(async () => ok(null)),
}
