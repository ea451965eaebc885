import { expect, test } from 'vitest'
import { ownFirst } from './navigation.ts'

const link = (label: string, own = true, current = false) => ({ label, href: `/${label}`, own, current })
const labels = (links: Parameters<typeof ownFirst>[0]) => {
  const { shown, rest } = ownFirst(links)
  return [shown, rest].map((part) => part.map(({ label }) => label).join(''))
}

test('as many as fit stand in the row, whosever work they are', () => {
  expect(labels(Array.from('абвгдеж', (name, at) => link(name, at > 3)))).toEqual(['абвгдеж', ''])
})
test('of more, a person’s own seven stand in the row in their order, and the others one press away', () => {
  expect(labels(Array.from('абвгдежз', (name) => link(name, name !== 'в')))).toEqual(['абгдежз', 'в'])
  expect(labels(Array.from('абвгдежзи', (name) => link(name)))).toEqual(['абвгдеж', 'зи'])
  expect(labels(Array.from('абвгдежз', (name) => link(name, name < 'в')))).toEqual(['аб', 'вгдежз'])
})
test('where one is now always stands in the row, and seven remain', () => {
  expect(labels(Array.from('абвгдежзи', (name) => link(name, true, name === 'и')))).toEqual(['абвгдеи', 'жз'])
  expect(labels(Array.from('абвгдежз', (name) => link(name, name !== 'в', name === 'в')))).toEqual(['абвгдеж', 'з'])
  expect(labels(Array.from('абвгдежзи', (name) => link(name, true, name === 'б')))).toEqual(['абвгдеж', 'зи'])
})
