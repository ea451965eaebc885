import type { Instant } from '../kernel/types.ts'
import { after } from './session-rules.ts'

/** What is counted: tries at one account, tries from one network address, tries from a browser that has signed in here before. */
export const attemptKinds = ['account', 'address', 'device'] as const
export type AttemptKind = (typeof attemptKinds)[number]

/** Tries so far and the moment from which they are forgotten. */
export type Attempts = { readonly attempts: number; readonly endsAt: Instant }

/** A school has one address for a hundred teachers, so an address may try more often than one account. */
const most: Readonly<Record<AttemptKind, number>> = { account: 10, address: 60, device: 10 }
const windowSeconds = 15 * 60

/** Counts one more try, or says until when no more tries are taken. A refused try does not prolong the wait. */
export function countAttempt(
  kind: AttemptKind,
  before: Attempts | undefined,
  now: Instant,
): { readonly ok: true; readonly value: Attempts } | { readonly ok: false; readonly until: Instant } {
  if (!before || before.endsAt <= now) return { ok: true, value: { attempts: 1, endsAt: after(now, windowSeconds) } }
  if (before.attempts >= most[kind]) return { ok: false, until: before.endsAt }
  return { ok: true, value: { attempts: before.attempts + 1, endsAt: before.endsAt } }
}

/** Whole minutes to wait, at least one. */
export const minutesUntil = (until: Instant, now: Instant): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
