// Proves R-34.
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../kernel/clock.ts'
import { callState, clockWords, directionNames, mayReceive, momentWords, restWords } from './rules.ts'

const zones = ['Europe/Moscow', 'Asia/Omsk', 'Asia/Novokuznetsk', 'Asia/Kamchatka', 'Europe/Kaliningrad', 'America/New_York']

const callIn = (timeZone: string) => ({
  opensAt: instantOf('2021-10-01', '09:00:00', timeZone),
  closesAt: instantOf('2021-11-15', '18:00:00', timeZone),
  revokedOn: null,
  timeZone,
  localTime: 'по местному времени',
})

const ruleOf = (result: ReturnType<typeof mayReceive>) =>
  result.ok ? 'received' : result.refusal.code === 'rule' ? result.refusal.rule : result.refusal.code

describe.each(zones)('%s', (zone) => {
  const call = callIn(zone)
  const at = (day: string, time: string) => instantOf(day, time, zone)

  test('the opening and the closing moment are in time, a second outside is not', () => {
    expect(ruleOf(mayReceive(call, at('2021-10-01', '08:59:59')))).toBe('call.notOpenYet')
    expect(ruleOf(mayReceive(call, at('2021-10-01', '09:00:00')))).toBe('received')
    expect(ruleOf(mayReceive(call, at('2021-11-15', '18:00:00')))).toBe('received')
    expect(ruleOf(mayReceive(call, at('2021-11-15', '18:00:01')))).toBe('call.closed')
    expect(ruleOf(mayReceive(call, new Date(call.closesAt.getTime() + 1)))).toBe('call.closed')
  })

  test('the refusal names the moment on the clock of the territory', () => {
    const refused = mayReceive(call, at('2021-11-15', '18:00:01'))
    expect(refused).toMatchObject({ refusal: { params: { moment: '18:00 15 ноября 2021 г. по местному времени' } } })
  })

  test('states change at the very moments', () => {
    expect(callState(call, at('2021-10-01', '08:59:59'))).toBe('announced')
    expect(callState(call, at('2021-10-01', '09:00:00'))).toBe('open')
    expect(callState(call, at('2021-11-08', '17:59:59'))).toBe('open')
    expect(callState(call, at('2021-11-08', '18:00:00'))).toBe('closingSoon')
    expect(callState(call, at('2021-11-15', '18:00:00'))).toBe('closingSoon')
    expect(callState(call, at('2021-11-15', '18:00:01'))).toBe('closed')
  })
})

test('one and the same call closes at different instants where clocks differ', () => {
  const [moscow, kamchatka] = [callIn('Europe/Moscow'), callIn('Asia/Kamchatka')]
  expect(moscow.closesAt.getTime() - kamchatka.closesAt.getTime()).toBe(9 * 3_600_000)
  expect(ruleOf(mayReceive(kamchatka, moscow.closesAt))).toBe('call.closed')
})

test('23:59 is the minute it says, and the day is not shown a day early', () => {
  const call = { ...callIn('Asia/Novokuznetsk'), closesAt: instantOf('2021-10-15', '23:59:00', 'Asia/Novokuznetsk') }
  expect(clockWords(call.closesAt, call)).toBe('23:59 15 октября 2021 г.')
  expect(momentWords(call.closesAt, { ...call, localTime: 'по Кемерову' })).toBe('23:59 15 октября 2021 г. по Кемерову')
  expect(restWords(call.closesAt, instantOf('2021-10-15', '00:00:01', 'Asia/Novokuznetsk'), call)).toBe('сегодня до 23:59')
  expect(restWords(call.closesAt, instantOf('2021-10-03', '23:59:59', 'Asia/Novokuznetsk'), call)).toBe('осталось 12 дней')
})

test('a call whose order is revoked receives until that day and never after', () => {
  const call = { ...callIn('Europe/Moscow'), revokedOn: '2021-10-20' }
  expect(ruleOf(mayReceive(call, instantOf('2021-10-19', '23:59:59', 'Europe/Moscow')))).toBe('received')
  expect(ruleOf(mayReceive(call, instantOf('2021-10-20', '00:00:00', 'Europe/Moscow')))).toBe('call.revoked')
  expect(callState(call, instantOf('2021-10-20', '00:00:00', 'Europe/Moscow'))).toBe('closed')
})

test('a direction is called as the regulation calls its code, else as the order does', () => {
  const known = [
    { code: 'math', label: 'Математика' },
    { code: 'it', label: 'Информатика' },
  ]
  expect(directionNames(['it', 'Шахматы'], known)).toEqual(['Информатика', 'Шахматы'])
  expect(directionNames(['it'], null)).toEqual(['it'])
})
