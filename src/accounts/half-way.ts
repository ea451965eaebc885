import { cookieValue } from '../kernel/cookies.ts'
import type { AccountId, Instant } from '../kernel/types.ts'
import { decipher, encipher, keyFor } from './cipher.ts'
import { codeWaitSeconds } from './second-factor-rules.ts'
import { after } from './session-rules.ts'

/** Somebody whose password was right and whose code is still to come. */
export type HalfWay = { readonly accountId: AccountId; readonly email: string }

type Keeping = { readonly secret: string; readonly secureCookies: boolean }

const cookieName = (secure: boolean) => (secure ? '__Host-pl_half' : 'pl_half')
const attributesOf = (secure: boolean) => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
const keyOf = (secret: string) => keyFor(secret, 'half way')

/** The `Set-Cookie` header of a browser whose password was right. It lets nobody in. */
export function halfWayCookie({ secret, secureCookies }: Keeping, who: HalfWay, now: Instant): string {
  const until = after(now, codeWaitSeconds).toISOString()
  const hidden = encipher(keyOf(secret), '', Buffer.from(JSON.stringify([who.accountId, who.email, until])))
  return `${cookieName(secureCookies)}=${hidden.toString('base64url')}; ${attributesOf(secureCookies)}; Max-Age=${codeWaitSeconds}`
}

/** Whose password this browser has shown, while the code may still come; otherwise null. */
export function halfWayOf({ secret, secureCookies }: Keeping, cookies: string | undefined, now: Instant): HalfWay | null {
  const hidden = cookieValue(cookies, cookieName(secureCookies))
  const text = hidden && decipher(keyOf(secret), '', Buffer.from(hidden, 'base64url'))
  if (!text) return null
  const [accountId, email, until]: [AccountId, string, string] = JSON.parse(text.toString())
  return new Date(until) > now ? { accountId, email } : null
}

/** The `Set-Cookie` header that forgets it. */
export const forgetHalfWay = ({ secureCookies }: Keeping): string =>
  `${cookieName(secureCookies)}=; ${attributesOf(secureCookies)}; Max-Age=0`
