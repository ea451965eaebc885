// Proves R-16.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import type { Result } from '../../kernel/result.ts'
import { asksContract } from '../../regulation/status/questions.ts'
import {
  asksToConclude,
  countedNumber,
  mayEnd,
  mayStillSign,
  missingToOffer,
  nextSignature,
  signedInFuture,
  standingOn,
  wrongPeriod,
} from './rules.ts'

const status = { from: '2021-09-01', to: '2023-08-31' }
const ruleOf = (result: Result<unknown>) =>
  result.ok ? result.value : result.refusal.code === 'rule' ? result.refusal.rule : result.refusal.code

describe('a contract', () => {
  test('is asked for by the regulation of Leningrad Region alone, with its clause', () => {
    const asked = loadTerritories().map(({ facts, regulation }) => [facts.territory.code, asksContract(regulation)] as const)
    expect(asked.filter(([, { value }]) => value).map(([code, { basis }]) => [code, basis?.clause])).toEqual([['lenobl', '1.6']])
  })
  test('lies within the status', () => {
    const rules = (startsOn: string, endsOn: string) => wrongPeriod({ startsOn, endsOn }, status).map((one) => one.rule)
    expect(rules('2021-09-01', '2023-08-31')).toEqual([])
    expect(rules('2021-08-31', '2023-09-01')).toEqual(['contract.beforeStatus', 'contract.afterStatus'])
    expect(rules('2022-09-01', '2022-08-31')).toEqual(['contract.endsBeforeItBegins'])
    expect(wrongPeriod({ startsOn: '2021-09-01', endsOn: '2050-01-01' }, { ...status, to: null })).toEqual([])
  })
  test('is laid before both sides only when it says everything', () => {
    expect(missingToOffer({ subject: ' ', terms: '' }).map((one) => one.field)).toEqual(['subject', 'terms'])
    expect(missingToOffer({ subject: 'О работе', terms: 'Работать' })).toEqual([])
  })
  test.each([
    ['7', 7],
    ['007', 7],
    ['12/2021', 0],
    ['б/н', 0],
    ['9999999999', 0],
  ])('numbered %s by hand moves the journal to %i', (typed, number) => expect(countedNumber(typed)).toBe(number))
  test('is signed once by each side, never in the future; the second signature is the last', () => {
    const none = { site: null, operator: null }
    const half = { ...none, site: { by: 'p', on: '2021-09-01' } }
    expect([nextSignature(none), nextSignature(half)]).toEqual(['signFirst', 'signLast'])
    expect(ruleOf(mayStillSign(none, 'site'))).toBeNull()
    expect(ruleOf(mayStillSign(half, 'operator'))).toBeNull()
    expect(ruleOf(mayStillSign(half, 'site'))).toBe('contract.signedAlready')
    expect(ruleOf(signedInFuture('2021-09-01', '2021-09-01'))).toBeNull()
    expect(ruleOf(signedInFuture('2021-09-02', '2021-09-01'))).toBe('contract.signedInFuture')
  })
  test('ends early only within its own period', () => {
    const period = { startsOn: '2021-09-01', endsOn: '2022-08-31' }
    expect(ruleOf(mayEnd(period, '2022-08-30'))).toBeNull()
    for (const day of ['2021-08-31', '2022-08-31', '2022-09-01']) expect(ruleOf(mayEnd(period, day))).toBe('contract.endOutside')
  })
  test('stands as its state and the calendar say', () => {
    const contract = { state: 'inForce', startsOn: '2021-09-01', endsOn: '2022-08-31' } as const
    const days = ['2021-08-31', '2021-09-01', '2022-08-31', '2022-09-01']
    expect(days.map((day) => standingOn(contract, day))).toEqual(['notBegun', 'inForce', 'inForce', 'expired'])
    expect(standingOn({ ...contract, state: 'draft' }, '2022-09-01')).toBe('draft')
  })
})

test.each([
  ['Заключить договор с площадкой.', true],
  ['обеспечить заключение договоров с организациями', true],
  ['Заключить с площадкой договор', true],
  ['Договориться о днях посещения', false],
  ['Заключить соглашение, достичь договорённости', false],
  ['Проверить договор аренды', false],
])('the point «%s» asks to conclude a contract: %s', (text, asks) => expect(asksToConclude(text)).toBe(asks))
