import { expect, test } from 'vitest'
import { named } from './naming-rules.ts'

const rows = [
  { id: '1', label: 'МОУ «СОШ № 1»' },
  { id: '10', label: 'МОУ «СОШ № 10»' },
  { id: 'b', label: 'Берёзкина Анна' },
]

test('a whole name is its row, though another begins with it', () => expect(named(rows, 'моу  СОШ № 1')).toEqual({ id: '1' }))
test('the beginning of one name only is enough', () => {
  expect(named(rows, 'березк')).toEqual({ id: 'b' })
  expect(named(rows, 'МОУ «СОШ № 10')).toEqual({ id: '10' })
})
test('of several or of none nothing is guessed', () => {
  expect(named(rows, 'МОУ')).toEqual({ problem: 'several' })
  expect(named(rows, 'Гимназия')).toEqual({ problem: 'unknown' })
  expect(named([rows[2]!, { ...rows[2]!, id: 'c' }], 'Березкина Анна')).toEqual({ problem: 'several' })
})
