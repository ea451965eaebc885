import { expect, test } from 'vitest'
import type { Task } from '../../kit/tasks.ts'
import { grouped, groupOf } from './rules.ts'

const today = '2022-06-01'
const aTask = (what: string, due: string | null): Task => ({
  key: what,
  what,
  why: '',
  clause: null,
  who: null,
  due,
  href: '/',
  action: 'Открыть',
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
  expect(groupOf(due, today)).toBe(group)
})

test('groups go by nearness, empty ones are left out, inside the earlier deadline comes first', () => {
  const tasks = [
    aTask('без срока', null),
    aTask('завтра, б', '2022-06-02'),
    aTask('прошло вчера', '2022-05-31'),
    aTask('завтра, а', '2022-06-02'),
    aTask('прошло давно', '2022-01-31'),
  ]
  expect(grouped(tasks, today).map(({ title, tasks: own }) => [title, own.map(({ what }) => what)])).toEqual([
    ['Просрочено', ['прошло давно', 'прошло вчера']],
    ['В ближайшие семь дней', ['завтра, а', 'завтра, б']],
    ['Без срока', ['без срока']],
  ])
})

test('nothing waits: no groups', () => {
  expect(grouped([], today)).toEqual([])
})
