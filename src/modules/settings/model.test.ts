import { expect, test } from 'vitest'
import { changesBetween, chosenIn, keptOf, saidOf, settings } from './model.ts'

const usual = Object.fromEntries(Object.values(settings).map((one) => [one.key, one.usual]))

test('every setting is called by its key, and its own usual value is one it may hold', () => {
  for (const [key, setting] of Object.entries(settings)) {
    expect(setting.key).toBe(key)
    expect(setting.read(setting.usual)).toEqual(setting.usual)
  }
})

test('without a choice the product decides, a choice holds, and what cannot be a choice does not', () => {
  expect(chosenIn({}, settings.checkDays)).toBe(7)
  expect(chosenIn({ checkDays: 10 }, settings.checkDays)).toBe(10)
  expect(chosenIn({ checkDays: 0 }, settings.checkDays)).toBe(7)
  expect(chosenIn({ checkDays: 'десять' }, settings.checkDays)).toBe(7)
  expect(chosenIn({ statusReminders: [] }, settings.statusReminders)).toEqual([])
  expect(chosenIn({ statusReminders: [400] }, settings.statusReminders)).toEqual([90, 30, 7])
  expect(chosenIn({ suspension: false }, settings.suspension)).toBe(false)
})

test('only what differs from the usual is kept', () => {
  expect(keptOf(usual)).toEqual({})
  expect(keptOf({ ...usual, checkDays: 10, suspension: false, unknown: 1 })).toEqual({ checkDays: 10, suspension: false })
})

test('a change is told with what was and what is', () => {
  expect(changesBetween({}, { statusReminders: [60], suspension: false })).toEqual([
    { setting: 'statusReminders', was: '90, 30, 7', is: '60' },
    { setting: 'suspension', was: 'да', is: 'нет' },
  ])
  expect(changesBetween({ checkDays: 7 }, {})).toEqual([])
  expect(saidOf([])).toBe('не напоминать')
})
