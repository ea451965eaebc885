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
  expect(named(rows, 'МОУ')).toMatchObject({ problem: 'several' })
  expect(named(rows, 'Гимназия')).toEqual({ problem: 'unknown' })
  expect(named([rows[2]!, { ...rows[2]!, id: 'c' }], 'Березкина Анна')).toMatchObject({ problem: 'several' })
})

const people = [
  { id: 'L', label: 'Самойлова Любовь Петровна, учитель, СОШ № 1' },
  { id: 'i', label: 'Снигур\u00a0Н.\u00a0А., методист, ИМЦ' },
  { id: 'a', label: 'Петров Иван Ильич, учитель, СОШ № 1' },
  { id: 'b', label: 'Петров Иван Ильич, учитель, СОШ № 2' },
  { id: 'c', label: 'Петров Иван Ильич, без должности' },
  { id: 'd', label: 'Петрова Инна Ильинична, методист' },
]

test.each([
  'Самойлова Л. П.',
  'Самойлова Л.П.',
  'самойлова л.п',
  'Самойлова Л .П.',
  'Л. П. Самойлова',
  'Л.П.Самойлова',
  'Самойлова Л.',
  'Самойлова Любовь П.',
])('initials in any spacing and on either side of the surname mean the person: %s', (typed) =>
  expect(named(people, typed)).toEqual({ id: 'L' }),
)
test('other initials, another surname, a surname only begun mean nobody', () => {
  for (const typed of ['Самойлова М. П.', 'Самойлова Л. И.', 'Самойлов Л. П.', 'Петровa И. И.'])
    expect(named(people, typed)).toEqual({ problem: 'unknown' })
})
test('who is in the register by initials is found by them in any spacing, and by the full name', () => {
  for (const typed of ['Снигур Н.А.', 'Н.А. Снигур', 'Снигур Надежда Андреевна'])
    expect(named(people, typed)).toEqual({ id: 'i' })
})
test('of namesakes none is taken in silence: they are shown, and the post or the organisation tells which', () => {
  const [, , ...petrovs] = people.map(({ label }) => label)
  for (const typed of ['Петров И. И.', 'Петров Иван Ильич', 'И.И. Петров'])
    expect(named(people, typed)).toEqual({ problem: 'several', like: petrovs.slice(0, 3) })
  expect(named(people, 'Петров И.И., СОШ № 2')).toEqual({ id: 'b' })
  expect(named(people, 'Петров Иван Ильич, без должности')).toEqual({ id: 'c' })
})
