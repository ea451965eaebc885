import { expect, test } from 'vitest'
import { isImpairedVersion, parseVision, serialiseVision, visionAttributes, visionHref, visionOf } from './vision.ts'

test('what was stored is read back', () => {
  const settings = { scheme: 'blue', size: 'largest', spacing: 'wide', theme: 'dark' } as const
  expect(parseVision(serialiseVision(settings))).toEqual(settings)
})

test('unknown values are left out', () => {
  expect(parseVision('scheme=pink&size=large&x=1')).toEqual({ size: 'large' })
  expect(parseVision('__proto__=1')).toEqual({})
})

test('a cookie header with other cookies or damaged text is read without fail', () => {
  expect(visionOf(`a=1; view=${encodeURIComponent('scheme=blue')}; b=2`)).toEqual({ scheme: 'blue' })
  expect(visionOf('view=%E0%A4%A')).toEqual({})
  expect(visionOf(undefined)).toEqual({})
})

test('inks win over the theme, and a theme alone is not the impaired version', () => {
  expect(visionAttributes({ scheme: 'blue', theme: 'dark' })).toEqual({ 'data-scheme': 'blue', 'data-vision': 'on' })
  expect(visionAttributes({ theme: 'dark' })).toEqual({ 'data-scheme': 'dark' })
  expect(isImpairedVersion({ theme: 'dark' })).toBe(false)
})

test('the link keeps the way back whole', () => {
  const url = new URL(visionHref({ size: 'large' }, '/?q=a&on=01.09.2021'), 'http://x')
  expect(url.searchParams.get('set')).toBe('size=large')
  expect(url.searchParams.get('back')).toBe('/?q=a&on=01.09.2021')
})
