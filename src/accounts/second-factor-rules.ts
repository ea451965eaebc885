import { createHash } from 'node:crypto'
import type { Instant } from '../kernel/types.ts'

/** Codes are six digits that change every half a minute (RFC 6238 with the numbers every app knows). */
export const periodSeconds = 30

/** How many codes there are for the day when the telephone is lost. */
export const recoveryCodes = 10

/** After the password there is so long for the code. */
export const codeWaitSeconds = 10 * 60

/** The period an instant lies in, counted from 1970. */
export const periodOf = (now: Instant): number => Math.floor(now.getTime() / 1000 / periodSeconds)

/**
 * Periods whose code is taken now: a clock may be wrong by half a minute either way (RFC 6238, 5.2), and no code is taken twice, nor one older than
 * the last that was taken.
 */
export function periodsTaken(now: Instant, lastTaken: number): number[] {
  const here = periodOf(now)
  return [here, here - 1, here + 1].filter((period) => period > lastTaken)
}

/** A code as it is typed: spaces, hyphens and the case of letters are nobody's business. */
export const typedCode = (text: string): string => text.replace(/[\s\p{Pd}]/gu, '').toUpperCase()

/** Letters and digits that are not taken for each other on paper. */
export const recoveryAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Twelve signs in three groups, from random bytes: 59 bits, more than can be tried. */
export function recoveryCode(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, 12)].map((byte) => recoveryAlphabet[byte % recoveryAlphabet.length]).join('')
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8, 12)].join('-')
}

/** What is kept of a recovery code. */
export const recoveryHash = (code: string): string =>
  createHash('sha256')
    .update(`recovery\0${typedCode(code)}`)
    .digest('base64url')
