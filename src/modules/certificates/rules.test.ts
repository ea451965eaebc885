import { describe, expect, test } from 'vitest'
import { actionsFrom } from '../../kernel/machine.ts'
import type { EventId, PersonId } from '../../kernel/types.ts'
import { codeInGroups, codeTyped, newCode } from './code-rules.ts'
import { machine } from './machine.ts'
import { holderShown, mayIssue, type Presence, readyFrom, wrongExtent } from './rules.ts'
import { hoursText } from './wording.ts'

const [vera, oleg] = ['vera' as PersonId, 'oleg' as PersonId]
const presence = (personId: PersonId, day: string, hours: number): Presence => ({
  ...{ personId, organisationId: null, eventId: `event ${day}` as EventId, title: `Урок ${day}`, day, hours },
})
const rules = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule)

test('a paper is issued once and revoked once', () => {
  expect([actionsFrom(machine, 'issued'), actionsFrom(machine, 'revoked')]).toEqual([['revoke'], []])
})

describe('who is ready', () => {
  test('everybody once, with the sum of their hours and their first and last day', () => {
    const ready = readyFrom([presence(vera, '2021-10-01', 2), presence(oleg, '2021-10-01', 2), presence(vera, '2021-11-05', 1.5)])
    expect(ready.map(({ personId, hours, from, to, lines }) => [personId, hours, from, to, lines.length])).toEqual([
      [vera, 3.5, '2021-10-01', '2021-11-05', 2],
      [oleg, 2, '2021-10-01', '2021-10-01', 1],
    ])
    expect(readyFrom([])).toEqual([])
  })

  test('days that have been', () => {
    const wrong = (startsOn: string, endsOn: string) => rules(wrongExtent({ startsOn, endsOn }, '2021-10-10'))
    expect(wrong('2021-10-10', '2021-10-10')).toEqual([])
    expect(wrong('2021-10-09', '2021-10-08')).toEqual(['certificate.endsBeforeStart'])
    expect(wrong('2021-10-11', '2021-10-12')).toEqual(['certificate.daysAhead'])
  })

  test('somebody chosen, each of them ready, and a head to sign', () => {
    const ready = [{ personId: vera }]
    expect(rules(mayIssue({ chosen: [vera], ready, hasSignatory: true }))).toEqual([])
    expect(rules(mayIssue({ chosen: [], ready, hasSignatory: true }))).toEqual(['certificate.nobodyChosen'])
    expect(rules(mayIssue({ chosen: [vera, oleg], ready, hasSignatory: true }))).toEqual(['certificate.notReady'])
    expect(rules(mayIssue({ chosen: [vera], ready, hasSignatory: false }))).toEqual(['certificate.noSignatory'])
  })
})

test('the check shows a name only with consent', () => {
  const name = { familyName: 'Рощина', givenName: 'Вера', patronymic: 'Павловна' }
  expect(holderShown(name, true)).toBe('Рощина Вера Павловна')
  expect(holderShown(name, false)).toBe('Р. В. П.')
  expect(holderShown({ ...name, patronymic: null }, false)).toBe('Р. В.')
})

describe('a code', () => {
  test('has 26 signs, another each time, and is read back as people copy it', () => {
    const codes = new Set(Array.from({ length: 1000 }, newCode))
    expect(codes.size).toBe(1000)
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
      expect(codeTyped(codeInGroups(code).toLowerCase())).toBe(code)
    }
  })

  test('in Russian letters and with letters for digits it is the same; anything else is none', () => {
    expect(codeTyped('АВЕК МНОР СТХ0 1234 5678 9ABC DO')).toBe('ABEKMH0PCTX0123456789ABCD0')
    expect(codeTyped('iL00 0000 0000 0000 0000 0000 00')).toBe('11000000000000000000000000')
    expect(codeTyped('9F2K')).toBeNull()
    expect(codeTyped('9F2K 7QXM 41TD Z8RA 0000 0000 0Я')).toBeNull()
  })
})

test('hours agree with their number', () => {
  expect([1, 2, 5, 21, 1.5].map(hoursText)).toEqual([
    '1 академический час',
    '2 академических часа',
    '5 академических часов',
    '21 академический час',
    '1,5 академического часа',
  ])
})
