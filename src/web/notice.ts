import { cookieValue } from '../kernel/cookies.ts'

/** One sentence shown once on the next page, carried in a short-lived cookie. */
const name = 'pl_notice'

export const noticeCookie = (text: string, secure: boolean): string =>
  `${name}=${encodeURIComponent(text.slice(0, 300))}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

export const clearNotice = (secure: boolean): string =>
  `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The sentence waiting in the request's cookies, if any. */
export const noticeOf = (cookieHeader: string | undefined): string | null => cookieValue(cookieHeader, name)
