import { describe, expect, test } from 'vitest'
import { fullName } from '../kernel/names.ts'
import { inAccusative, inDative, inGenitive, ofDateAndNumber, orderDate } from './russian.ts'
import { postIn } from './russian-posts.ts'

const krasiy = { familyName: 'Красий', givenName: 'Сергей', patronymic: 'Викторович', gender: 'male' } as const

describe('cases', () => {
  test.each([
    ['genitive', inGenitive, 'Красия Сергея Викторовича'],
    ['dative', inDative, 'Красию Сергею Викторовичу'],
    ['accusative', inAccusative, 'Красия Сергея Викторовича'],
  ] as const)('a man in the %s', (_, put, form) => expect(fullName(put(krasiy))).toBe(form))

  test('one surname, two genders', () => {
    const snigur = { familyName: 'Снигур', givenName: 'Н.', patronymic: 'А.' }
    expect(inDative({ ...snigur, gender: 'male' }).familyName).toBe('Снигуру')
    expect(inDative({ ...snigur, gender: 'female' }).familyName).toBe('Снигур')
  })

  test('initials do not change', () => {
    const naumova = { familyName: 'Наумова', givenName: 'Т.', patronymic: 'Я.', gender: 'female' } as const
    expect(fullName(inAccusative(naumova))).toBe('Наумову\u00a0Т.\u00a0Я.')
  })

  test('surnames that never change', () => {
    expect(inDative({ familyName: 'Голубых', givenName: 'Егор', patronymic: null, gender: 'male' }).familyName).toBe('Голубых')
    expect(inGenitive({ familyName: 'Данильченко', givenName: 'Анна', patronymic: null, gender: 'female' }).familyName).toBe(
      'Данильченко',
    )
  })

  test('without a gender nothing is guessed', () => {
    const snigur = { familyName: 'Снигур', givenName: 'Нина', patronymic: null }
    expect(inDative(snigur)).toEqual(snigur)
  })

  test('a form corrected by hand wins, the rest follows the rules', () => {
    const solovey = {
      familyName: 'Соловей',
      givenName: 'Лев',
      patronymic: null,
      gender: 'male',
      forms: { dative: { familyName: 'Соловью' } },
    } as const
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
