import { expect, test } from 'vitest'
import { plugIn, port } from './port.ts'

test('a port gives what was plugged into it, in the order of the plugs, and nothing of another one', () => {
  const [names, ages] = [port<string>('names'), port<number>('ages')]
  expect(() => names.parts()).toThrow('install')

  plugIn([names.plug('Анна'), ages.plug(7), names.plug('Борис')])

  expect(names.parts()).toEqual(['Анна', 'Борис'])
  expect(ages.only()).toBe(7)
  expect(() => names.only()).toThrow('one module')
  expect(port('nobody').parts()).toEqual([])
  expect(() => port('nobody').only()).toThrow('one module')
})
