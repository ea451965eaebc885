import type { AccountId, Instant, PersonId } from '../kernel/types.ts'
import type { Territory } from './ctx.ts'

/** A signed-in account. */
export type Session = { readonly sessionId: string; readonly accountId: AccountId; readonly endsAt?: Instant }

/** Why a browser that had a session has none: left alone, twelve hours over, or ended by hand. */
export const endings = ['idle', 'day', 'ended'] as const
export type Ending = (typeof endings)[number]

/** Reads the session of a request; null when nobody is signed in. */
export type SessionReader = (headers: Headers) => Promise<Session | null>

/** A territory to which an account belongs, and as which person. */
export type Membership = { readonly territory: Territory; readonly personId: PersonId }

/** Whoever opened a public page. */
export type Visitor = { readonly session: Session | null; readonly memberships: readonly Membership[]; readonly now: Instant }
