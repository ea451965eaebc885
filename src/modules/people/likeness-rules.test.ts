import { expect, test } from 'vitest'
import { mayBeOne } from './rules.ts'

const name = (text: string) => {
  const [familyName = '', givenName = '', patronymic = null] = text.split(' ')
  return { familyName, givenName, patronymic }
}
const alike = (one: string, other: string) => {
  expect(mayBeOne(name(other), name(one))).toBe(mayBeOne(name(one), name(other)))
  return mayBeOne(name(one), name(other))
}

test.each([
  'Семенов Пётр Ильич',
  'СЕМЁНОВ ПЁТР ИЛЬИЧ',
  'семёнов петр ильич',
  'Семёнов П. И.',
  'Семёнов Пётр',
  'Семёнов Пётр И.',
  'Семонов Пётр Ильич',
  'Семнов Пётр Ильич',
])('may be Семёнов Пётр Ильич: %s', (other) => expect(alike('Семёнов Пётр Ильич', other)).toBe(true))

test.each([
  'Семёнов Павел Ильич',
  'Семёнов Пётр Иванович',
  'Семёнова Анна Ильинична',
  'Симонов Пётр Ильич',
  'Семонов Пётр',
  'Семёнов К. И.',
  'Сёмин Пётр Ильич',
])('is another than Семёнов Пётр Ильич: %s', (other) => expect(alike('Семёнов Пётр Ильич', other)).toBe(false))

test('a double surname is one with a hyphen or a space', () => {
  expect(mayBeOne(name('Петрова-Водкина Анна Ивановна'), { ...name('х Анна Ивановна'), familyName: 'Петрова Водкина' })).toBe(
    true,
  )
})
