import { isIP } from 'node:net'

/**
 * The network a request came from, for counting tries: a whole IPv4 address, the /64 of an IPv6 one. `forwarded` is believed only as far as
 * trusted proxies appended to it: with two of them the visitor is second from the right.
 */
export function networkOf(socket: string | undefined, forwarded: string | undefined, trustedProxies: number): string {
  const chain = [...(forwarded ?? '').split(',').map((part) => part.trim()), socket ?? ''].filter((part) => part !== '')
  const visitor = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? ''
  return prefixOf(visitor) ?? prefixOf(socket ?? '') ?? 'unknown'
}

function prefixOf(address: string): string | null {
  const bare = address.replace(/^\[|\](:\d+)?$/g, '').replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)
  if (mapped?.[1]) return prefixOf(mapped[1])
  if (isIP(bare) === 4) return bare
  const withoutPort = bare.replace(/:\d+$/, '')
  if (isIP(withoutPort) === 4) return withoutPort
  return isIP(bare) === 6 ? first64(bare) : null
}

function first64(address: string): string {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
