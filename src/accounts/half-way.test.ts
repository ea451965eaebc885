import { expect, test } from 'vitest'
import { asId } from '../kernel/ids.ts'
import type { AccountId } from '../kernel/types.ts'
import { forgetHalfWay, halfWayCookie, halfWayOf } from './half-way.ts'

const keeping = { secret: 'a secret of the tests, forty letters long', secureCookies: false }
const now = new Date('2026-11-29T10:00:00Z')
const who = { accountId: asId<AccountId>('01a22636-3858-7182-a462-ad9fc785c521')!, email: 'shkola@primer.ru' }
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test('whose password was right is known for ten minutes, to this program alone', () => {
  const cookie = halfWayCookie(keeping, who, now).split(';')[0]
  expect(halfWayOf(keeping, cookie, later(599))).toEqual(who)
  expect(halfWayOf(keeping, cookie, later(600))).toBeNull()
  expect(halfWayOf({ ...keeping, secret: 'another secret of the tests, long enough' }, cookie, now)).toBeNull()
  expect(halfWayOf(keeping, `${cookie}x`.replace('=', '=A'), now)).toBeNull()
  expect(halfWayOf(keeping, undefined, now)).toBeNull()
  expect(cookie).not.toContain('shkola')
})

test('over https the cookie is bound to the host; it goes away', () => {
  const secure = { ...keeping, secureCookies: true }
  expect(halfWayCookie(secure, who, now)).toMatch(/^__Host-.*; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/)
  expect(forgetHalfWay(secure)).toMatch(/^__Host-[a-z_]+=; Path=\/;.*Max-Age=0$/)
})
