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
