import { expect, test } from 'vitest'
import { formOf, mostFields } from './form-data.ts'

test('names with dots nest, numbers make lists in their order, a name in brackets is always a list', () => {
  const { nested, own } = formOf(
    [
      ['lines.2.text', 'второй'],
      ['lines.0.text', 'первый\r\nи дальше\0'],
      ['marks[]', 'a'],
      ['twice', '1'],
      ['twice', '2'],
      ['_key', 'k'],
    ],
    [],
  )
  expect(nested).toEqual({ lines: [{ text: 'первый\nи дальше' }, { text: 'второй' }], marks: ['a'], twice: ['1', '2'] })
  expect(own).toEqual({ _key: 'k' })
})

test('a form no page of ours could have made is refused: too many fields, too deep, names of the language itself', () => {
  const field = (name: string): [string, string] => [name, 'x']
  const refused = (...names: string[]) => expect(() => formOf(names.map(field), [])).toThrow(RangeError)
  refused('a.__proto__.b')
  refused(Array(13).fill('a').join('.'))
  refused(Array(200_000).fill('a').join('.'))
  refused(...Array.from({ length: mostFields + 1 }, (_, index) => `f${index}`))
  expect(() => formOf([field(Array(12).fill('a').join('.'))], [])).not.toThrow()
})
