import { expect, test } from 'vitest'
import { coveringThemes, mostOfTheme, type OpenPair, type Theme, themesFor, toldOf } from './cover-rules.ts'
import { frameworkOf, noneOwn } from './framework.ts'
import { choiceWords } from './texts.ts'

const framework = frameworkOf(noneOwn)
const method = framework.filter(({ group }) => group === 'method').map(({ id }) => id)
const [a = '', b = '', c = '', d = ''] = method
const lacks = (competenceId: string, ...people: string[]): OpenPair[] => people.map((personId) => ({ personId, competenceId }))
const theme = (title: string, competences: string[], taughtBy: string | null = null): Theme => ({ title, competences, taughtBy })

test('each time the theme that covers most of what is left; the second is counted without what the first covers', () => {
  const open = [...lacks(a, '1', '2', '3'), ...lacks(b, '3', '4'), ...lacks(c, '5')]
  const chosen = coveringThemes(open, [theme('b and c', [b, c]), theme('a', [a]), theme('a and b', [a, b])], 5)
  expect(chosen.map(({ theme: { title }, deficits, people, covers }) => [title, deficits, people, covers])).toEqual([
    ['a and b', 5, 4, [a, b]],
    ['b and c', 1, 1, [c]],
  ])
})

test('of two alike the one that was taught before comes first, wherever it stands; a smaller one does not', () => {
  const open = [...lacks(a, '1', '2'), ...lacks(b, '1')]
  expect(coveringThemes(open, [theme('new', [a]), theme('known', [a], 'СОШ № 3')], 1)[0]?.theme.title).toBe('known')
  expect(coveringThemes(open, [theme('known', [a], 'СОШ № 3'), theme('new', [a])], 1)[0]?.theme.title).toBe('known')
  expect(coveringThemes(open, [theme('known', [b], 'СОШ № 3'), theme('new', [a])], 1)[0]?.theme.title).toBe('new')
  expect(coveringThemes(open, [theme('new', [a]), theme('known', [b], 'СОШ № 3')], 1)[0]?.theme.title).toBe('new')
  expect(coveringThemes(open, [theme('new', [a]), theme('newer', [a])], 1)[0]?.theme.title).toBe('new')
})

test('it stops when nothing is left, and at so many themes; a theme of what nobody lacks is never chosen', () => {
  const open = [...lacks(a, '1'), ...lacks(b, '2'), ...lacks(c, '3')]
  const themes = [theme('a', [a]), theme('b', [b]), theme('c', [c]), theme('d', [d])]
  expect(coveringThemes(open, themes, 2)).toHaveLength(2)
  expect(coveringThemes(open, themes, 9)).toHaveLength(3)
  expect(coveringThemes([], themes, 9)).toEqual([])
})

test('the same named twice by a person, and the same competence twice in a theme, count once', () => {
  const open = [...lacks(a, '1', '1'), ...lacks(b, '1')]
  expect(coveringThemes(open, [theme('a', [a, a, b])], 1)[0]).toMatchObject({ deficits: 2, people: 1 })
})

test('a theme is made of three close competences at most, those that more lack together, and is named by its group', () => {
  const open = [...lacks(a, '1'), ...lacks(b, '1', '2', '3'), ...lacks(c, '1', '2'), ...lacks(d, '1', '2')]
  const [first, second, ...rest] = themesFor(open, framework, [])
  expect(rest).toEqual([])
  expect(first?.competences).toHaveLength(mostOfTheme)
  expect(new Set(first?.competences)).toEqual(new Set([b, c, d]))
  expect(first?.title.startsWith('Методика: ')).toBe(true)
  expect([second?.competences, second?.title]).toEqual([[a], framework.find(({ id }) => id === a)?.label])
  expect(themesFor(open, framework, [theme('known', [a], 'СОШ № 3')])[0]?.title).toBe('known')
})

test('no number is told from which a row of fewer than five people comes out by subtraction', () => {
  const seven = ['1', '2', '3', '4', '5', '6', '7']
  const of = (...rows: OpenPair[][]) => {
    const [choice] = coveringThemes(rows.flat(), [theme('one', [a, b, c])], 1)
    return choice && { told: toldOf(choice), words: choiceWords(choice, true) }
  }
  const small = of(lacks(a, ...seven), lacks(b, ...seven.slice(0, 6)), lacks(c, '1', '2', '3', '4'))
  expect(small?.told).toBeNull()
  expect(small?.words).toContain('Покроет больше всех; ')
  expect(small?.words).not.toMatch(/\d/)
  for (const few of [['1'], ['1', '2', '3', '4']]) expect(of(lacks(a, ...few))?.told).toBeNull()
  expect(of(lacks(a, '1', '2', '3', '4', '5'))?.told).toEqual({ deficits: 5, people: 5 })
  expect(of(lacks(a, ...seven))?.words).toContain('дефицитов — 7, людей — 7')
  const alike = of(lacks(a, ...seven), lacks(b, ...seven))
  expect(alike?.told).toEqual({ deficits: 14, people: 7 })
  // One lacks the first alone; two lack both: neither comes out.
  expect(of(lacks(a, ...seven), lacks(b, ...seven.slice(0, 6)))?.told).toEqual({ deficits: 13, people: null })
  expect(of(lacks(a, ...seven), lacks(b, '6', '7', '8', '9', '10', '11', '12'))?.words).toContain('дефицитов — 14; ')
  const apart = of(lacks(a, ...seven), lacks(b, '11', '12', '13', '14', '15'))
  expect(apart?.told).toEqual({ deficits: 12, people: 12 })
})
