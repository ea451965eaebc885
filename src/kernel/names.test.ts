import { expect, test } from 'vitest'
import { asSigned, fullName, lower, oneStop, signatureName, withInitials } from './names.ts'

const krasiy = { familyName: 'Красий', givenName: 'Сергей', patronymic: 'Викторович' }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a name is written in full and with initials on either side', () => {
  expect(fullName(krasiy)).toBe('Красий Сергей Викторович')
  expect(withInitials(krasiy)).toBe('Красий\u00a0С.\u00a0В.')
  expect(signatureName(krasiy)).toBe('С.\u00a0В.\u00a0Красий')
})

test('a name of a list is turned round under a signature, and what is no such name stays', () => {
  expect(plain(asSigned(withInitials(krasiy)))).toBe('С. В. Красий')
  expect(plain(asSigned('Красий Сергей Викторович'))).toBe('С. В. Красий')
  for (const other of ['', 'Красий С.', 'Иванов Иван Иванович Младший']) expect(asSigned(other)).toBe(other)
})

test('without a patronymic there is one letter', () => {
  const seitov = { familyName: 'Сеитов', givenName: 'Амир', patronymic: null }
  expect(plain(withInitials(seitov))).toBe('Сеитов А.')
  expect(fullName(seitov)).toBe('Сеитов Амир')
})

test('initials known from an old paper stay as they are', () => {
  const snigur = { familyName: 'Снигур', givenName: 'Н.А.', patronymic: null }
  expect(plain(signatureName(snigur))).toBe('Н. А. Снигур')
  expect(plain(fullName({ familyName: 'Снигур', givenName: 'Н.', patronymic: 'А.' }))).toBe('Снигур Н. А.')
  expect(plain(withInitials({ familyName: 'Снигур', givenName: 'Н.', patronymic: null }))).toBe('Снигур Н.')
})

test('a sentence has one full stop, whatever it ends with', () => {
  expect(oneStop('Отправила Снигур Н.\u00a0А.. Хранится')).toBe('Отправила Снигур Н.\u00a0А. Хранится')
  expect(oneStop('от 5 ноября 2021 г..')).toBe('от 5 ноября 2021 г.')
  expect(oneStop('подумаем.. и решим, А... нет')).toBe('подумаем.. и решим, А... нет')
})

test('inside a sentence a word begins small, and an abbreviation stays as it is', () => {
  expect(['Осенние каникулы', 'С 1 сентября', 'экзамен', ''].map(lower)).toEqual([
    'осенние каникулы',
    'с 1 сентября',
    'экзамен',
    '',
  ])
  expect(['ОГЭ, пробный экзамен по математике', 'ЕГЭ', 'МБОУ «Школа № 2»'].map(lower)).toEqual([
    'ОГЭ, пробный экзамен по математике',
    'ЕГЭ',
    'МБОУ «Школа № 2»',
  ])
})
