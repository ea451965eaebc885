// Proves R-31.
import { expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { keptCriteria, levelLines, readLevels, usualCriteria } from './criteria-rules.ts'

const regulationOf = (code: string) => loadTerritories().find(({ facts }) => facts.territory.code === code)!.regulation

test('criteria follow the parts of the programme, with growing levels in words', () => {
  const criteria = usualCriteria(regulationOf('lenobl'))
  expect(criteria.map(({ code }) => code)).toEqual(['note', 'topics', 'resources', 'assessment'])
  expect(criteria.map(({ weight }) => weight)).toEqual([2, 3, 2, 2])
  for (const { title, levels } of criteria) {
    expect(title).toMatch(/^[А-ЯЁ].+: \S/)
    expect(levels.length).toBeGreaterThanOrEqual(3)
    expect(levels.map(({ points }) => points)).toEqual(levels.map((_, at) => at))
  }
})

test('where nobody reviews there are no criteria', () => {
  for (const code of ['luga', 'chebula', 'turochak', 'ustishim']) expect(usualCriteria(regulationOf(code))).toEqual([])
})

test('a call keeps what its regulation asks beside the points', () => {
  const kept = keptCriteria(regulationOf('lenobl'), usualCriteria(regulationOf('lenobl')))
  expect(new Set(kept.map(({ comment }) => comment))).toEqual(new Set(['edges']))
})

test('levels are read as people write them, in any order, and written back', () => {
  const typed = '2 — полностью; со сроками\n\n0 - нет\n1. частично\n5 баллов: лучше всех'
  const read = readLevels(typed)
  expect(read).toEqual({
    levels: [
      { points: 0, text: 'нет' },
      { points: 1, text: 'частично' },
      { points: 2, text: 'полностью; со сроками' },
      { points: 5, text: 'лучше всех' },
    ],
  })
  expect('levels' in read && readLevels(levelLines(read.levels))).toEqual(read)
})

test.each([
  ['0 — нет\nда', 'Строка 2: начните с числа баллов'],
  ['0 — нет', 'не меньше двух уровней'],
  ['', 'не меньше двух уровней'],
  ['0 — нет\n0 — да', 'Два уровня дают по 0'],
  ['0 — нет\n500 — да', 'не больше 100 баллов'],
])('%j is refused with what to do', (typed, sentence) => {
  expect(readLevels(typed)).toEqual({ problem: expect.stringContaining(sentence) })
})
