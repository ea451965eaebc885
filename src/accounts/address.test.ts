import { expect, test } from 'vitest'
import { networkOf } from './address.ts'

test.each([
  // socket, X-Forwarded-For, trusted proxies, network
  ['203.0.113.7', undefined, 0, '203.0.113.7'],
  ['203.0.113.7', '10.0.0.1', 0, '203.0.113.7'],
  ['10.0.0.1', '203.0.113.7', 1, '203.0.113.7'],
  ['10.0.0.1', '198.51.100.9, 203.0.113.7', 1, '203.0.113.7'],
  ['10.0.0.1', '203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ['10.0.0.1', 'нечто', 1, '10.0.0.1'],
  ['::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['2001:db8:0:1::5', undefined, 0, '2001:db8:0:1::/64'],
  ['2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd', undefined, 0, '2001:db8:0:1::/64'],
  ['::1', undefined, 0, '0:0:0:0::/64'],
  ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
  ['10.0.0.1', '[2001:db8::1]:443', 1, '2001:db8:0:0::/64'],
  ['10.0.0.1', '203.0.113.7:5123', 1, '203.0.113.7'],
  [undefined, undefined, 0, 'unknown'],
])('%s, forwarded %s, %i trusted: %s', (socket, forwarded, trusted, network) => {
  expect(networkOf(socket, forwarded, trusted)).toBe(network)
})
