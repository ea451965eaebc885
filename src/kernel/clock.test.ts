import { expect, test } from 'vitest'
import { instantOf, localTime } from './clock.ts'

test('the same moment is another day in Omsk than in Moscow', () => {
  const moment = new Date('2022-06-15T20:30:00Z')
  expect(localTime(moment, 'Europe/Moscow')).toEqual({ day: '2022-06-15', time: '23:30:00' })
  expect(localTime(moment, 'Asia/Omsk')).toEqual({ day: '2022-06-16', time: '02:30:00' })
})

test('a deadline is the last second of the territory’s own day', () => {
  expect(instantOf('2022-06-15', '23:59:59', 'Asia/Novokuznetsk').toISOString()).toBe('2022-06-15T16:59:59.000Z')
  expect(instantOf('2022-06-15', '23:59:59', 'Europe/Kaliningrad').toISOString()).toBe('2022-06-15T21:59:59.000Z')
})

test('wall time and instant agree in every Russian zone', () => {
  const zones = [
    'Europe/Kaliningrad',
    'Europe/Moscow',
    'Europe/Samara',
    'Asia/Yekaterinburg',
    'Asia/Omsk',
    'Asia/Novokuznetsk',
    'Asia/Barnaul',
    'Asia/Irkutsk',
    'Asia/Yakutsk',
    'Asia/Vladivostok',
    'Asia/Magadan',
    'Asia/Kamchatka',
  ]
  for (const zone of zones) {
    for (const day of ['2020-02-29', '2021-12-31', '2022-01-01']) {
      expect(localTime(instantOf(day, '00:00:01', zone), zone)).toEqual({ day, time: '00:00:01' })
    }
  }
})
