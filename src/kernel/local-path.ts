/** An address given from outside to lead back to, when it is one of our own pages; anything else is null. The only rule for every return address. */
export function localPath(address: string | undefined): string | null {
  if (!address || address.length > 2000 || !/^\/(?![/\\])/.test(address) || /[\\\p{Cc}]/u.test(address)) return null
  const base = 'http://own.invalid'
  if (!URL.canParse(address, base)) return null
  const { origin, pathname, search } = new URL(address, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search : null
}
