import type { Instant } from '../kernel/types.ts'

/** A session ends twelve hours after sign-in, whatever happens in it. */
export const absoluteSeconds = 12 * 60 * 60

/** A session left alone ends earlier: long enough for a plan of thirty lines, shorter than a working day of an empty office. */
export const idleSeconds = 2 * 60 * 60

/** A form that came too late waits so long: enough to sign in again; longer, text of people would lie about. */
export const keptFormSeconds = 24 * 60 * 60

/** The last use is written down at most this often, so that reading pages does not write. */
export const noteUseSeconds = 5 * 60

/** When a session is over: twelve hours after sign-in, or two hours after its last use. */
export function endOf({ expiresAt, usedAt }: { readonly expiresAt: Instant; readonly usedAt: Instant }): Instant {
  const idle = after(usedAt, idleSeconds)
  return idle < expiresAt ? idle : expiresAt
}

export const before = (now: Instant, seconds: number): Instant => new Date(now.getTime() - seconds * 1000)
export const after = (now: Instant, seconds: number): Instant => new Date(now.getTime() + seconds * 1000)
