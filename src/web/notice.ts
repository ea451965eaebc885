/** One sentence shown once on the next page, carried in a short-lived cookie. */
const name = 'pl_notice'

export const noticeCookie = (text: string, secure: boolean): string =>
  `${name}=${encodeURIComponent(text.slice(0, 300))}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

export const clearNotice = (secure: boolean): string =>
  `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The sentence waiting in the request's cookies, if any. */
export const noticeOf = (cookieHeader: string | undefined): string | null => cookieValue(cookieHeader, name)

/** The decoded value of a cookie. */
export function cookieValue(header: string | undefined, cookie: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...rest] = pair.trim().split('=')
    if (key === cookie && rest.length > 0) return decode(rest.join('='))
  }
  return null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text) || null
  } catch {
    return null
  }
}
