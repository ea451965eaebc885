import { describe, expect, test } from 'vitest'
import {
  fullName,
  inAccusative,
  inDative,
  inGenitive,
  initialsAfter,
  initialsBefore,
  ofDateAndNumber,
  orderDate,
} from './russian.ts'
import { postIn } from './russian-posts.ts'

const krasiy = { family: 'Красий', given: 'Сергей', patronymic: 'Викторович', gender: 'male' } as const
const naumova = { family: 'Наумова', given: 'Т.', patronymic: 'Я.', gender: 'female' } as const

test('a name is written in full and with initials on either side', () => {
  expect(fullName(krasiy)).toBe('Красий Сергей Викторович')
  expect(initialsAfter(krasiy)).toBe('Красий С. В.')
  expect(initialsBefore(krasiy)).toBe('С. В. Красий')
})

test('initials known from an old paper stay as they are', () => {
  expect(initialsBefore({ family: 'Снигур', given: 'Н.А.' })).toBe('Н. А. Снигур')
  expect(initialsAfter({ family: 'Снигур', given: 'Н.', patronymic: null })).toBe('Снигур Н.')
  expect(initialsAfter(inAccusative(naumova))).toBe('Наумову Т. Я.')
  expect(initialsAfter({ family: 'Сеитов', given: 'Амир' })).toBe('Сеитов А.')
})

describe('cases', () => {
  test.each([
    ['genitive', inGenitive, 'Красия Сергея Викторовича'],
    ['dative', inDative, 'Красию Сергею Викторовичу'],
    ['accusative', inAccusative, 'Красия Сергея Викторовича'],
  ] as const)('a man in the %s', (_, put, form) => expect(fullName(put(krasiy))).toBe(form))

  test('one surname, two genders', () => {
    const snigur = { family: 'Снигур', given: 'Н.', patronymic: 'А.' }
    expect(inDative({ ...snigur, gender: 'male' }).family).toBe('Снигуру')
    expect(inDative({ ...snigur, gender: 'female' }).family).toBe('Снигур')
  })

  test('surnames that never change', () => {
    expect(inDative({ family: 'Голубых', given: 'Егор', gender: 'male' }).family).toBe('Голубых')
    expect(inGenitive({ family: 'Данильченко', given: 'Анна', gender: 'female' }).family).toBe('Данильченко')
  })

  test('without a gender nothing is guessed', () => {
    expect(inDative({ family: 'Снигур', given: 'Нина' })).toEqual({ family: 'Снигур', given: 'Нина', patronymic: undefined })
  })

  test('a form corrected by hand wins, the rest follows the rules', () => {
    const solovey = { family: 'Соловей', given: 'Лев', gender: 'male', forms: { dative: { family: 'Соловью' } } } as const
    expect(fullName(inDative(solovey))).toBe('Соловью Льву')
  })
})

describe('posts', () => {
  test.each([
    ['директор', 'директора', 'директору', 'директора'],
    ['заместитель директора', 'заместителя директора', 'заместителю директора', 'заместителя директора'],
    [
      'заведующий МКУ «Лужский ИМЦ»',
      'заведующего МКУ «Лужский ИМЦ»',
      'заведующему МКУ «Лужский ИМЦ»',
      'заведующего МКУ «Лужский ИМЦ»',
    ],
    ['заведующая', 'заведующей', 'заведующей', 'заведующую'],
    ['главный специалист', 'главного специалиста', 'главному специалисту', 'главного специалиста'],
    ['старший методист', 'старшего методиста', 'старшему методисту', 'старшего методиста'],
    [
      'ведущий консультант отдела',
      'ведущего консультанта отдела',
      'ведущему консультанту отдела',
      'ведущего консультанта отдела',
    ],
    ['педагог-психолог', 'педагога-психолога', 'педагогу-психологу', 'педагога-психолога'],
    [
      'руководитель методического объединения',
      'руководителя методического объединения',
      'руководителю методического объединения',
      'руководителя методического объединения',
    ],
    [
      'председатель комитета образования',
      'председателя комитета образования',
      'председателю комитета образования',
      'председателя комитета образования',
    ],
    ['учитель начальных классов', 'учителя начальных классов', 'учителю начальных классов', 'учителя начальных классов'],
    ['и. о. директора', 'и. о. директора', 'и. о. директора', 'и. о. директора'],
  ])('%s', (post, genitive, dative, accusative) => {
    expect([postIn(post, 'genitive'), postIn(post, 'dative'), postIn(post, 'accusative')]).toEqual([genitive, dative, accusative])
  })

  test('a corrected form wins', () =>
    expect(postIn('и. о. директора', 'dative', 'и. о. директора школы')).toBe('и. о. директора школы'))
})

test('dates as orders write them', () => {
  expect(orderDate('2022-06-15')).toBe('15 июня 2022 г.')
  expect(orderDate('2022-06-15', 'full')).toBe('15 июня 2022 года')
  expect(ofDateAndNumber('2021-01-28', '33', 'digits')).toBe('от 28.01.2021 № 33')
})
