import { expect, test } from 'vitest'
import { decipher, encipher, keyFor } from '../accounts/cipher.ts'
import type { AccountId } from '../kernel/types.ts'
import { routeOf } from './ended-session.ts'
import { isOwnFormKey, newFormKey, typistOf } from './form-key.ts'
import type { PostRoute } from './route.ts'

const secret = 'a secret of the tests, forty letters long'
const account = 'account-1' as AccountId

test('the key of a form names its typist to us and to nobody else', () => {
  const key = newFormKey(secret, 'session', account)
  expect(isOwnFormKey(secret, 'session', key)).toBe(true)
  expect(typistOf(secret, key)).toBe(account)
  expect(key).not.toContain(account)
  expect(typistOf('another secret of forty letters and more', key)).toBeNull()
  const [, signature, sealed] = key.split('.')
  expect(typistOf(secret, `other.${signature}.${sealed}`)).toBeNull()
})

test.each([undefined, '', 'a.b', 'a.b.', 'a.b.c', 'a.b.c.d', newFormKey(secret, 'session')])('%j names nobody', (key) =>
  expect(typistOf(secret, key)).toBeNull(),
)

test('a cipher opens with its own key and what it is bound to, whole', () => {
  const key = keyFor(secret, 'one purpose')
  const hidden = encipher(key, 'bound', Buffer.from('текст'))
  expect(decipher(key, 'bound', hidden)?.toString()).toBe('текст')
  expect(decipher(keyFor(secret, 'another'), 'bound', hidden)).toBeNull()
  expect(decipher(key, 'other', hidden)).toBeNull()
  expect(decipher(key, 'bound', hidden.subarray(0, -1))).toBeNull()
  expect(decipher(key, 'bound', Buffer.alloc(5))).toBeNull()
  expect(encipher(key, 'bound', Buffer.from('текст'))).not.toEqual(hidden)
})

test('an address finds the form that it takes, words before names', () => {
  const route = (pattern: string) => ({ path: { pattern } }) as unknown as PostRoute
  const [fixed, named] = [route('/t/:territory/people/new'), route('/t/:territory/people/:person')]
  expect(routeOf([fixed, named], '/t/luga/people/new')).toEqual({ route: fixed, params: { territory: 'luga' } })
  expect(routeOf([fixed, named], '/t/luga/people/7')).toEqual({ route: named, params: { territory: 'luga', person: '7' } })
  expect(routeOf([fixed, named], '/t/luga/people/7/edit')).toBeNull()
})
