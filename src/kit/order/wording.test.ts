import { describe, expect, test } from 'vitest'
import { contradiction, ifAny, say, silence, together, turn, unsaidIn } from './wording.ts'

const extension = say`Продлить статус площадки ${'МОУ «Школа № 3»'} по ${'31 августа 2023 г.'}.`

describe('a sentence made from fields', () => {
  test('is its words and what stands in the gaps, without a second full stop', () => {
    expect(extension).toEqual({
      text: 'Продлить статус площадки МОУ «Школа № 3» по 31 августа 2023 г.',
      said: ['МОУ «Школа № 3»', '31 августа 2023 г.'],
    })
  })
  test('holds others, and turns of phrase that no field decides', () => {
    const where = ifAny('площадка', (name) => say` (${name})`)
    expect(say`Назначить ${turn('куратором')}${where}: ${'Ветрова М. О.'}.`).toEqual({
      text: 'Назначить куратором (площадка): Ветрова М. О.',
      said: ['площадка', 'Ветрова М. О.'],
    })
    expect(ifAny(null, () => extension)).toBe(silence)
    expect(say`Причина: ${'Ремонт здания.'}.`.text).toBe('Причина: Ремонт здания.')
    expect(together([extension, silence, turn('Точка.')]).text).toBe(`${extension.text} Точка.`)
  })
})

describe('what a text by hand leaves out', () => {
  const left = (text: string) => unsaidIn(text, extension)
  test('is nothing when it says the same in other cases and forms', () => {
    expect(left('Статус школы № 3 (МОУ) продлить до 31.08.2023')).toEqual([])
    const head = say`${'Морозова И. А.'} — ${'методист'}`
    expect(unsaidIn('Назначить Морозову Ирину методистом', head)).toEqual([])
  })
  test('is named piece by piece', () => {
    expect(left('Продлить статус площадки МОУ «Школа № 13» по 31 августа 2023 г.')).toEqual(['МОУ «Школа № 3»'])
    expect(left('Продлить статус площадки МОУ «Школа № 3» по 30 августа 2023 г.')).toEqual(['31 августа 2023 г.'])
    expect(left('Сделать написанное.')).toHaveLength(2)
  })
})

describe('a text contradicts the changes', () => {
  const call = say`Приём до ${'18:00 15 июля 2022 г.'}`
  test('when it sets another day or hour and not theirs', () => {
    expect(contradiction('Приём до 18:00 20 июля 2022 г.', call)).toEqual({ typed: '20 июля 2022', meant: '15 июля 2022' })
    expect(contradiction('Приём до 9:00 15.07.2022', call)).toEqual({ typed: '9:00', meant: '18:00' })
  })
  test('and not when it only leaves the day out, or names one more', () => {
    expect(contradiction('Приём объявить.', call)).toBeNull()
    expect(contradiction('Приём до 18:00 15.07.2022, а протокол до 20.07.2022', call)).toBeNull()
  })
  test('the day of another paper is none that the point sets', () => {
    expect(contradiction('Приём по приказу от 28.01.2021 № 33', call)).toBeNull()
    expect(contradiction('Приём по приказу от 28 января 2021 г. № 33', call)).toBeNull()
    expect(contradiction('Приём до 20.07.2022 (протокол № 5 от 12.02.2025)', say`до ${'15 июля 2022 г.'}`)).not.toBeNull()
    expect(contradiction('Приём до конца года (протокол № 5 от 12.02.2025)', call)).toBeNull()
    expect(contradiction('Приём с 28.01.2021', call)).not.toBeNull()
  })
  test('days are compared with days and hours with hours, whichever way an hour is written', () => {
    const span = say`с ${'09:00 1 марта 2025 г.'} до ${'17:00 31 марта 2025 г.'}`
    for (const [from, to] of [
      ['9.00', '17.00'],
      ['9:00', '17:00'],
      ['9 часов', '17 часов'],
    ])
      expect(
        contradiction(`с ${from} 1 марта 2025 г. до ${to} 31 марта 2025 г. Итоги подвести 15 апреля 2025 г.`, span),
      ).toBeNull()
    expect(contradiction('с 9:00 1 марта 2025 г. до 18:00 31 марта 2025 г.', span)).toEqual({ typed: '18:00', meant: '17:00' })
    expect(contradiction('с 1 марта по 31 марта 2025 г., программа 36 часов, п. 3.30', span)).toBeNull()
  })
  test('the day after the last one, from which something is no more, is the same end', () => {
    const end = say`Прекратить после ${'31 августа 2025 г.'}`
    expect(contradiction('Прекратить статус с 1 сентября 2025 года', end)).toBeNull()
    expect(contradiction('Действует до 01.09.2025', end)).toBeNull()
    expect(contradiction('Прекратить статус с 2 сентября 2025 года', end)).not.toBeNull()
    expect(contradiction('Действует по 01.09.2025', end)).not.toBeNull()
  })
  test('a year of study said once is read as one', () => {
    expect(contradiction('с 1 сентября по 15 июня 2022 г.', say`с ${'1 сентября 2021 г.'} по ${'15 июня 2022 г.'}`)).toBeNull()
  })
})
