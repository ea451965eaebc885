import { expect, test } from 'vitest'
import { foundAmong, unchosen } from './register-field.tsx'

const error = [{ field: 'school', message: 'Выберите из того, что нашлось, или сотрите название' }]
const asked = (schoolNamed: string, schoolFound: string, school: string) => unchosen({ schoolNamed, schoolFound, school })

test('a name that was typed has to be found and chosen before the form is taken', () => {
  expect(asked('Берёзовская', '', '')).toEqual(error)
  expect(asked('Берёзовская', 'Берёзовская', '')).toEqual(error)
  expect(asked('Берёзовская', 'Берёзовская', 'id')).toEqual([])
})

test('another name typed after the choice is looked for anew', () => expect(asked('Лесная', 'Берёзовская', 'id')).toEqual(error))

test('without a name there is nothing to find: the field itself says whether it may stay empty', () => {
  expect(asked(' ', '', '')).toEqual([])
  expect(unchosen({ organisationNamed: 'x', title: 'y' })).toEqual([])
})

test('of rows that are known already the list is whole while it is short, else what was typed finds, and a cut is said', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ value: `${at}`, label: `Школа № ${at}, Берёзовка` }))
  const found = (typed: string, chosen = '', count = 101) => {
    const { choices, ...rest } = foundAmong(rows(count), { typed, chosen })
    return { ...rest, values: choices.map(({ value }) => value) }
  }
  expect(found('школа', '', 100)).toMatchObject({ typed: null, isCut: false, values: { length: 100 } })
  expect(found('')).toEqual({ typed: '', isCut: false, values: [] })
  expect(found('березов школа 7', '3')).toMatchObject({
    isCut: false,
    values: ['3', '7', ...Array.from({ length: 10 }, (_, at) => `7${at}`)],
  })
  expect(found('Школа', '100')).toMatchObject({ isCut: true, values: { length: 31, 0: '100', 1: '0', 30: '29' } })
  expect(found('лес').values).toEqual([])
})
