import { expect, test } from 'vitest'
import { unchosen } from './register-field.tsx'

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
