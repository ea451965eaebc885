// Proves in which order a person meets what waits on them.
import { expect, test } from 'vitest'
import type { Task } from '../../kit/tasks.ts'
import { comingWords, countOf, eachOnce, grouped, groupOf, mostShown, shortened } from './rules.ts'

const today = '2022-06-01'
const aTask = (what: string, due: string | null, decides?: true): Task => ({
  key: what,
  ...{ what, due, why: '', href: '/', action: 'Открыть' },
  ...(decides && { decides }),
})

test.each([
  ['2022-05-31', 'late'],
  ['2022-06-01', 'today'],
  ['2022-06-02', 'week'],
  ['2022-06-08', 'week'],
  ['2022-06-09', 'month'],
  ['2022-07-02', 'month'],
  ['2022-07-03', 'later'],
  [null, 'undated'],
] as const)('on 1 June a deadline of %s is %s', (due, group) => {
  expect(groupOf({ due }, today)).toBe(group)
  expect(groupOf({ due, decides: true }, today)).toBe('decision')
})

test('first what waits for the decision of the person, then by the day, then what has none', () => {
  const tasks = [
    aTask('без срока', null),
    aTask('завтра, б', '2022-06-02'),
    aTask('прошло вчера', '2022-05-31'),
    aTask('решить без срока', null, true),
    aTask('решить к сроку', '2022-08-01', true),
    aTask('завтра, а', '2022-06-02'),
    aTask('прошло давно', '2022-01-31'),
  ]
  expect(grouped(tasks, today).map(({ title, tasks: own }) => [title, own.map(({ what }) => what)])).toEqual([
    ['Ждёт вашего решения', ['решить к сроку', 'решить без срока']],
    ['Просрочено', ['прошло давно', 'прошло вчера']],
    ['В ближайшие семь дней', ['завтра, а', 'завтра, б']],
    ['Без срока', ['без срока']],
  ])
})

test('far duties are folded: only their number stands there, below everything, until they are asked for', () => {
  const tasks = [aTask('через 1154 дня', '2025-07-29'), aTask('без срока', null)]
  expect(grouped(tasks, today).map(({ code, count, tasks: own }) => [code, count, own.length])).toEqual([
    ['undated', 1, 1],
    ['later', 1, 0],
  ])
  expect(grouped(tasks, today, 'later').at(-1)?.tasks).toHaveLength(1)
})

test('a long group shows its nearest tasks and says how many there are; asked for, all', () => {
  const tasks = Array.from({ length: mostShown + 1 }, (_, n) => aTask(`дело ${n}`, '2022-06-01'))
  const [short] = grouped(tasks, today)
  expect([short?.tasks.length, short?.tasks.at(-1)?.what, short?.count]).toEqual([
    mostShown,
    `дело ${mostShown - 1}`,
    mostShown + 1,
  ])
  expect(grouped(tasks, today, 'today')[0]?.tasks).toHaveLength(mostShown + 1)
})

test('nothing to do makes no groups', () => {
  expect(grouped([], today)).toEqual([])
})

test('far duties are not folded when nothing nearer waits', () => {
  const tasks = [aTask('Сдать отчёт', '2023-06-01')]
  expect(grouped(tasks, today).map(({ code, tasks }) => [code, tasks.length])).toEqual([['later', 1]])
})

test('what one only may begin stands last and is not counted among what waits', () => {
  const offer = { ...aTask('Начать заявку', null), offers: true as const }
  const tasks = [offer, aTask('без срока', null)]
  expect(grouped(tasks, today).map(({ title }) => title)).toEqual(['Без срока', 'Можно начать'])
  expect([countOf(tasks), countOf([offer])]).toEqual([1, 0])
})

test('one duty is shown once, whoever asks for it', () => {
  const contract = { ...aTask('Заключить договор', null), covers: ['Исполнить пункт 3'] }
  const tasks = [aTask('Исполнить пункт 3', null), contract, aTask('Исполнить пункт 4', null), contract]
  expect(eachOnce(tasks).map(({ key }) => key)).toEqual(['Заключить договор', 'Исполнить пункт 4'])
  expect(eachOnce([aTask('Исполнить пункт 3', null)])).toHaveLength(1)
})

test('a source that has very much shows its first, says how many more there are and leads to the next; all are counted', () => {
  const tasks = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...aTask(`дело ${at}`, '2022-06-02'), href: `/${at}` }))
  expect(shortened(tasks(50))).toEqual(tasks(50))
  const shown = shortened(tasks(62))
  expect(shown).toHaveLength(51)
  expect(shown[50]).toMatchObject({ what: 'Ещё 12 дел того же рода', why: 'Следующее: дело 50', href: '/50', due: '2022-06-02' })
  expect(countOf(shown)).toBe(62)
  expect(grouped(shown, today)[0]?.count).toBe(62)
  expect(shortened(tasks(201))[50]?.what).toBe('Ещё 151 дело того же рода или больше')
})

test('a teacher without a task is told what comes to a teacher, and no plan to look through', () => {
  expect(comingWords(['teacher'])).toContain('куда можно прийти')
  expect(comingWords([])).toContain('куда можно прийти')
  expect(comingWords(['teacher', 'siteHead'])).toContain('план на рассмотрение')
})
