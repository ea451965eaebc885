// Proves L-O42.
import { expect, test } from 'vitest'
import { evidenceOf, evidenceRows, hoursOf } from './evidence-rules.ts'

const led = {
  ...{ state: 'ended', goal: 'Урок', startsOn: '2021-10-01', endsOn: '2022-05-31', closedOn: '2022-05-20' },
  ...{ meetings: 2, minutes: 100, outcome: 'Готово' },
}

test('pairs that have worked are told, the earliest first; those that never began are not', () => {
  const running = { ...led, state: 'running', startsOn: '2021-09-01', closedOn: null, outcome: null }
  const found = evidenceOf([led, running, { ...led, state: 'declined' }, { ...running, startsOn: '2021-12-02' }], '2021-12-01')
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    ['2021-09-01', '2022-05-31'],
    ['2021-10-01', '2022-05-20'],
  ])
  expect(evidenceOf([{ ...running, startsOn: '2021-12-01' }], '2021-12-01')).toHaveLength(1)
  expect(evidenceOf([{ ...led, closedOn: '2021-09-30' }], '2022-06-01')).toEqual([])
  expect(evidenceOf([{ ...led, closedOn: '2021-10-01' }], '2022-06-01')).toHaveLength(1)
})

test('those that have ended are counted apart', () => {
  const pairs = evidenceOf([led, led, { ...led, outcome: null, state: 'running', closedOn: null }], '2022-06-01')
  expect(evidenceRows({ issuedOn: '2022-06-01', territory: 'Луга', pairs })[1]?.value).toBe('3, закончили работу — 2')
})

test('hours are whole academic ones of all meetings together', () => {
  expect(hoursOf([{ minutes: 44 }])).toBe(0)
  expect(hoursOf([{ minutes: 45 }])).toBe(1)
  expect(hoursOf([{ minutes: 100 }, { minutes: 35 }])).toBe(3)
})

test('the rows say all that is printed', () => {
  const pairs = evidenceOf([led, { ...led, outcome: null, state: 'running', closedOn: null }], '2022-06-01')
  const rows = evidenceRows({ issuedOn: '2022-06-01', territory: 'Лужский район', pairs })
  expect(rows.map(({ value }) => value)).toEqual([
    'Лужский район',
    '2, закончили работу — 1',
    '4',
    '4 академических часа',
    '01.10.2021 – 20.05.2022. Цель: Урок; дней встреч — 2, академических часов — 2; итог: Готово',
    '01.10.2021 – 31.05.2022. Цель: Урок; дней встреч — 2, академических часов — 2; пара работает',
  ])
})
