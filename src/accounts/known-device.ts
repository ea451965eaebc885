import { createHmac, timingSafeEqual } from 'node:crypto'
import { cookieValue } from '../kernel/cookies.ts'
import { newSecret } from '../kernel/ids.ts'

/**
 * A browser in which an account has signed in keeps a signed mark of it. Tries from there are counted apart, so that somebody else's guesses
 * never lock the owner out.
 */
const cookieName = (secure: boolean) => (secure ? '__Host-pl_device' : 'pl_device')
const keptSeconds = 180 * 24 * 60 * 60

type Keeping = { readonly secret: string; readonly secureCookies: boolean }

/** The device's own number when it is known for this e-mail; otherwise null. */
export function deviceOf({ secret, secureCookies }: Keeping, cookies: string | undefined, email: string): string | null {
  const [device, signature, ...rest] = (cookieValue(cookies, cookieName(secureCookies)) ?? '').split('.')
  if (!device || !signature || rest.length > 0) return null
  const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(secret, device, email))]
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? device : null
}

/** The `Set-Cookie` header that makes a browser known for an e-mail. */
export function deviceCookie({ secret, secureCookies }: Keeping, email: string): string {
  const device = newSecret().slice(0, 22)
  const attributes = `Path=/; Max-Age=${keptSeconds}; HttpOnly; SameSite=Lax${secureCookies ? '; Secure' : ''}`
  return `${cookieName(secureCookies)}=${device}.${sign(secret, device, email)}; ${attributes}`
}

const sign = (secret: string, device: string, email: string) =>
  createHmac('sha256', secret).update(`device\0${device}\0${email}`).digest('base64url')
