import { chebula, lenobl } from '../../../test/regulations.ts'
// Proves R-31, C-33.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { takesApplications } from '../../regulation/status/questions.ts'
import { backTo, decidableState, proposableState } from '../applications/deciding-rules.ts'
import { machine } from '../applications/machine.ts'
import type { Assessment, Candidate, Written } from './model.ts'
import {
  againstAll,
  coverText,
  differs,
  groundOf,
  headGroundOf,
  percent,
  problemsOf,
  proposalFor,
  proposeAll,
  ranked,
  resultInWords,
  resultTitle,
  termFor,
  termProblem,
} from './rules.ts'

const candidate = (number: number, more: Partial<Candidate> = {}): Candidate =>
  ({
    id: `a${number}`,
    callId: null,
    regulationId: 'r',
    number,
    state: 'reviewed',
    theme: 'Тема',
    direction: null,
    wantedFrom: '2021-09-01',
    wantedTo: '2024-08-31',
    headPersonId: null,
    protocolNumber: null,
    protocolOn: null,
    organisations: [],
    draftOrderId: null,
    ...more,
  }) as Candidate
const read = (median: number, more: Partial<Assessment> = {}): Assessment => ({
  score: null,
  sent: 3,
  median,
  mean: median,
  support: 3,
  reject: 0,
  ...more,
})

describe('the list', () => {
  test('stands by the median, then the mean, then the number; what nobody read is last', () => {
    const rows = [
      { candidate: candidate(1), assessment: null },
      { candidate: candidate(2), assessment: read(70, { mean: 69 }) },
      { candidate: candidate(3), assessment: read(70, { mean: 71 }) },
      { candidate: candidate(4), assessment: read(82.5) },
      { candidate: candidate(5), assessment: read(70, { mean: 71 }) },
    ]
    expect(ranked(rows).map((row) => row.candidate.number)).toEqual([4, 3, 5, 2, 1])
  })

  test('stands by the result of the paper where it sets one: the sum goes before the median', () => {
    const score = (value: number | null) => ({ score: { value, pass: null, passes: null, below: [], awaited: 0 } })
    const rows = [
      { candidate: candidate(1), assessment: read(90, score(40)) },
      { candidate: candidate(2), assessment: read(60, score(55)) },
      { candidate: candidate(3), assessment: read(95, score(null)) },
      { candidate: candidate(4), assessment: read(80, score(40)) },
    ]
    expect(ranked(rows).map((row) => row.candidate.number)).toEqual([2, 1, 4, 3])
    expect(rows.map(({ assessment }) => resultInWords(assessment))).toEqual(['40', '55', '—', '40'])
    expect([resultTitle(rows), resultTitle([{ assessment: read(1) }]), resultInWords(read(82.5))]).toEqual([
      ...['Итог', 'Медиана', '82,5 %'],
    ])
  })

  test('includes so many as the call has places; whom most experts reject takes no place', () => {
    const rows = [
      { candidate: candidate(1), assessment: read(90, { reject: 2, support: 1 }) },
      { candidate: candidate(2), assessment: read(80) },
      { candidate: candidate(3), assessment: read(70) },
      { candidate: candidate(4), assessment: read(60) },
    ]
    const items = proposeAll(rows, 2)
    expect(items.map((item) => item.proposal)).toEqual(['exclude', 'include', 'include', 'exclude'])
    expect(items[0]!.proposalReason).toBe('Большинство экспертов не рекомендует присваивать статус.')
    expect(items[3]!.proposalReason).toBe('Число статусов, объявленное приёмом, распределено между другими заявками.')
  })

  test('the reason of a refusal holds no points, no median and no place: the applicant reads it', () => {
    for (const assessment of [read(40, { reject: 3, support: 0 }), read(40), null])
      expect(proposalFor(assessment, { place: 5, places: 2 }).reason).not.toMatch(/\d|%|медиан|балл|место/)
  })

  test('a choice against every expert is marked; one with some of them, or where nobody has written, is not', () => {
    const all = (reject: number, sent = 3) => ({ sent, reject })
    expect([againstAll('include', all(3)), againstAll('exclude', all(0))]).toEqual([true, true])
    expect([againstAll('include', all(2)), againstAll('exclude', all(1)), againstAll('exclude', all(3))]).toEqual([
      false,
      false,
      false,
    ])
    expect([againstAll('include', all(0, 0)), againstAll('exclude', null), againstAll(null, all(3))]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('never includes more than there are places and leaves nobody out', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 3 })), { maxLength: 30 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10 }), (given, places) => {
        const items = proposeAll(
          given.map(([median, reject], index) => ({
            candidate: candidate(index + 1),
            assessment: read(median, { reject, support: 3 - reject }),
          })),
          places,
        )
        expect(items.length).toBe(given.length)
        expect(items.filter(({ proposal }) => proposal === 'include').length).toBeLessThanOrEqual(places)
        expect(
          problemsOf(
            items.map((item) => ({ applicationId: item.applicationId, verdict: item.proposal, reason: item.proposalReason })),
          ),
        ).toEqual(given.length === 0 ? [{ code: 'rule', rule: 'submission.noItems' }] : [])
      }),
    )
  })

  test('an exclusion needs a reason, a choice has to be made, something has to be in the list', () => {
    const written = (verdict: Written['verdict'], reason = ''): Written => ({
      applicationId: 'a' as ApplicationId,
      verdict,
      reason,
    })
    const rules = (...given: Written[]) => problemsOf(given).map(({ rule, field }) => [rule, field])
    expect(rules(written('include'), written('exclude', 'Мало занятий'), written('later'))).toEqual([])
    expect(rules(written('include'), written('exclude', '  '))).toEqual([['submission.reasonMissing', 'items.1.reason']])
    expect(rules(written(null))).toEqual([['submission.choiceMissing', 'items.0.verdict']])
    expect(rules()).toEqual([['submission.noItems', undefined]])
    expect(rules(written('later'))).toEqual([['submission.noItems', undefined]])
  })
})

describe('where an application has to stand', () => {
  test('by the steps of each regulation', () => {
    expect([proposableState(lenobl), decidableState(lenobl)]).toEqual(['reviewed', 'proposed'])
    expect([proposableState(chebula), decidableState(chebula)]).toEqual(['admitted', 'admitted'])
  })

  test('from there the machine lets decide it and brings it back to exactly there', () => {
    for (const { regulation } of loadTerritories()) {
      if (!takesApplications(regulation).value) continue
      const state = decidableState(regulation)
      for (const action of ['grant', 'decline'] as const) {
        const decided = machine.moves[state][action]!
        expect(machine.moves[decided][backTo[state]!]).toBe(state)
      }
      if (state === 'proposed')
        expect(machine.moves.proposed[backTo[proposableState(regulation)]!]).toBe(proposableState(regulation))
    }
  })
})

describe('what a status is made of', () => {
  test('the term is the one asked for; one whose beginning has passed begins today', () => {
    const asked = candidate(1)
    expect(termFor(asked, lenobl, '2021-06-01')).toEqual({ from: '2021-09-01', to: '2024-08-31' })
    expect(termFor(asked, lenobl, '2022-01-10')).toEqual({ from: '2022-01-10', to: '2024-08-31' })
    expect(termFor(asked, lenobl, '2025-01-10')).toEqual({ from: '2025-01-10', to: '2028-01-10' })
    expect(termFor({ wantedFrom: null, wantedTo: null }, lenobl, '2022-01-10')).toEqual({ from: '2022-01-10', to: '2025-01-09' })
  })

  test('a term longer than the regulation allows is refused with the clause', () => {
    const [problem] = termProblem(candidate(7, { wantedTo: '2030-08-31' }), lenobl, '2021-06-01', 'items.0.verdict')
    expect([problem?.rule, problem?.clause, problem?.params?.label]).toEqual(['submission.termTooLong', '3.2', 'заявка № 7'])
    expect(termProblem(candidate(7), lenobl, '2021-06-01', 'x')).toEqual([])
  })

  test('the protocol is the ground only where organisations choose the head together', () => {
    const two = [{ id: 'o1' }, { id: 'o2' }] as unknown as Candidate['organisations']
    const given = { headPersonId: 'p' as Candidate['headPersonId'], protocolNumber: '3', protocolOn: '2021-09-20' }
    expect(headGroundOf(candidate(1, { ...given, organisations: two }), lenobl)).toBe('протокол от 20 сентября 2021 г. № 3')
    expect(headGroundOf(candidate(1, { ...given, organisations: two.slice(0, 1) }), lenobl)).toBeNull()
    for (const unnamed of [{ protocolNumber: null }, { protocolOn: null }])
      expect(headGroundOf(candidate(1, { ...given, ...unnamed, organisations: two }), lenobl)).toBeNull()
  })

  test('the letter speaks of a review only where the regulation has one', () => {
    expect(coverText(lenobl)).toContain('по итогам экспертизы программ')
    expect(coverText(chebula)).not.toContain('экспертиз')
  })

  test('the order names the submission and the protocols', () => {
    expect(groundOf(lenobl, { number: 3, sentOn: '2021-12-01' }, [{ number: 1, heldOn: '2021-11-20' }])).toMatch(
      /^по представлению .+ от 1 декабря 2021 г\. № 3 и по результатам экспертизы \(протокол от 20 ноября 2021 г\. № 1\)$/,
    )
  })

  test('percents are short, and a difference is only what was chosen otherwise', () => {
    expect([percent(82.5), percent(70), percent(66.67)]).toEqual(['82,5', '70', '66,7'])
    expect(differs({ proposal: 'include', decision: null })).toBe(false)
    expect(differs({ proposal: 'include', decision: 'exclude' })).toBe(true)
  })
})
