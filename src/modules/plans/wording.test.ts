import { describe, expect, test } from 'vitest'
import { cameWords } from './wording.ts'

describe('from where people came', () => {
  const from = { people: 7, organisations: 4, schools: 4 }

  test('is told of those in the lists, by schools where all of them are schools', () => {
    expect(cameWords(7, from)).toBe('7 человек из 4 школ')
    expect(cameWords(1, { people: 1, organisations: 1, schools: 1 })).toBe('1 человек из 1 школы')
    expect(cameWords(7, { ...from, schools: 3 })).toBe('7 человек из 4 организаций')
    expect(cameWords(3, { people: 3, organisations: 1, schools: 0 })).toBe('3 человека из 1 организации')
  })

  test('guests are of no school, and what was typed by hand is of none either', () => {
    expect(cameWords(11, from)).toBe('11 человек, из них 7 из 4 школ')
    expect(cameWords(16, null)).toBe('16 человек')
    expect(cameWords(2, { people: 0, organisations: 0, schools: 0 })).toBe('2 человека')
  })
})
