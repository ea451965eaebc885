import { describe, expect, test } from 'vitest'
import { allRules, type Result } from '../../kernel/result.ts'
import { asWebAddress, checkOrganisation, checkSupportNeed, endOfSupportNeed } from './rules.ts'

const today = '2021-09-01'
const rules = (result: Result<unknown>) => (result.ok ? [] : allRules(result.refusal).map(({ rule, field }) => [rule, field]))

describe('an organisation', () => {
  test.each(['https://shkola.example', 'http://shkola.example/o-nas'])('the address %s opens', (website) => {
    expect(rules(checkOrganisation({ website, phone: null }))).toEqual([])
  })

  test.each(['javascript:alert(1)', 'https://shkola', 'не знаю'])('the address %s does not', (website) => {
    expect(rules(checkOrganisation({ website, phone: null }))).toEqual([['organisation.badWebsite', 'website']])
  })

  test('an address typed without its beginning gets one', () => {
    expect(asWebAddress('shkola.example')).toBe('https://shkola.example')
    expect(asWebAddress('http://shkola.example')).toBe('http://shkola.example')
    expect(asWebAddress(null)).toBeNull()
  })

  test('a telephone has digits', () => {
    expect(rules(checkOrganisation({ website: null, phone: 'нет' }))).toEqual([['organisation.badPhone', 'phone']])
    expect(rules(checkOrganisation({ website: null, phone: '8 (38444) 2-11-22, доб. 3' }))).toEqual([])
  })
})

describe('a trait', () => {
  const need = { kind: 'lowResults', startsOn: today, endsOn: null, ground: null } as const
  test('has dates that can be', () => {
    expect(rules(checkSupportNeed(need, today))).toEqual([])
    for (const endsOn of [today, '2022-05-31']) expect(rules(checkSupportNeed({ ...need, endsOn }, today))).toEqual([])
    expect(rules(checkSupportNeed({ ...need, endsOn: '2021-08-31' }, today))).toEqual([['supportNeed.endsBeforeStart', 'endsOn']])
    expect(rules(checkSupportNeed({ ...need, startsOn: '2031-01-01' }, today))).toEqual([['supportNeed.tooFarAhead', 'startsOn']])
  })

  test('ends once and not before it began', () => {
    expect(rules(endOfSupportNeed(need, '2021-08-01', today))).toEqual([['supportNeed.endsBeforeStart', 'endsOn']])
    expect(rules(endOfSupportNeed({ ...need, endsOn: '2021-10-01' }, '2021-10-01', today))).toEqual([
      ['supportNeed.hasEnded', 'endsOn'],
    ])
    expect(endOfSupportNeed({ ...need, endsOn: '2021-10-02' }, '2021-10-01', today)).toEqual({ ok: true, value: '2021-10-01' })
    expect(endOfSupportNeed(need, '2021-10-01', today)).toEqual({ ok: true, value: '2021-10-01' })
  })
})
