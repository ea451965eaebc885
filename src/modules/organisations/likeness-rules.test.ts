import { expect, test } from 'vitest'
import { mayBeOne } from './rules.ts'

const school = (name: string, settlement: string | null = null) => ({ names: [name, null], settlement })

test('one school written in other letters, with other quotes and spaces may be the same', () => {
  for (const other of ['СОШ №3', 'сош № 3', 'СОШ «№ 3»', 'СОШ № 3'])
    expect(mayBeOne(school('СОШ № 3'), school(other)), other).toBe(true)
  expect(mayBeOne(school('Детский сад «Ёлочка»'), school('ДЕТСКИЙ САД "ЕЛОЧКА"'))).toBe(true)
})

test('another number or another place is another school; a place that is not known tells nothing', () => {
  expect(mayBeOne(school('СОШ № 3'), school('СОШ № 13'))).toBe(false)
  expect(mayBeOne(school('СОШ № 1', 'с. Усть-Чебула'), school('СОШ № 1', 'г. Луга'))).toBe(false)
  expect(mayBeOne(school('СОШ № 1', 'с. Усть-Чебула'), school('СОШ № 1', 'село Усть-Чебула'))).toBe(true)
  expect(mayBeOne(school('СОШ № 1', 'с. Усть-Чебула'), school('СОШ №1'))).toBe(true)
  expect(mayBeOne({ names: [null], settlement: null }, { names: [null, '«»'], settlement: null })).toBe(false)
})
