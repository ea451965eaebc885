import { expect, test } from 'vitest'
import { nameOn, namesDuring } from './names-in-time.ts'

const former = [
  { until: '2023-05-31', name: 'Вторая' },
  { until: '2022-08-31', name: 'Первая' },
]

test('the name of a day is the first that had not ended by it, the present one after the last', () => {
  const on = (day: string) => nameOn(former, 'Третья', day)
  expect(['2021-01-01', '2022-08-31', '2022-09-01', '2023-05-31', '2023-06-01'].map(on)).toEqual([
    'Первая',
    'Первая',
    'Вторая',
    'Вторая',
    'Третья',
  ])
})

test('a period is cut where the name changes, to the day', () => {
  expect(namesDuring({ from: '2022-08-31', to: '2023-06-01' }, former, 'Третья')).toEqual([
    { from: '2022-08-31', to: '2022-08-31', name: 'Первая' },
    { from: '2022-09-01', to: '2023-05-31', name: 'Вторая' },
    { from: '2023-06-01', to: '2023-06-01', name: 'Третья' },
  ])
  expect(namesDuring({ from: '2023-06-01', to: null }, former, 'Третья')).toEqual([
    { from: '2023-06-01', to: null, name: 'Третья' },
  ])
  expect(namesDuring({ from: '2021-01-01', to: '2022-08-31' }, former, 'Третья')).toEqual([
    { from: '2021-01-01', to: '2022-08-31', name: 'Первая' },
  ])
  expect(namesDuring({ from: '2022-01-01', to: '2022-03-01' }, former, 'Третья')).toEqual([
    { from: '2022-01-01', to: '2022-03-01', name: 'Первая' },
  ])
})
