// Proves C-33, R-35, C-71.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chebula, lenobl, luga, turochak } from '../../../test/regulations.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Result } from '../../kernel/result.ts'
import type { OrderId } from '../../kernel/types.ts'
import { changeBasis, changedOnSubmission, lastDayOfStatus } from '../../regulation/status/questions.ts'
import type { Changing } from '../sites/standing-rules.ts'
import {
  asksExplanation,
  firstDay,
  groundsFor,
  groundWords,
  heardOut,
  kindsNow,
  mayDraft,
  mayStart,
  needsSubmission,
  type Wish,
  whyNotNow,
} from './rules.ts'
import { whyNotWords } from './texts.ts'

const site: Changing = { from: '2021-09-01', to: '2023-08-31', suspensions: [], endOrder: null, prolonged: 0, suspends: true }
const paused: Changing = {
  ...site,
  suspensions: [
    { from: '2022-01-10', to: null, reason: 'Ремонт', orderId: 'o' as OrderId, order: 'Приказ № 1', endedByOrderId: null },
  ],
}
const today = '2022-02-01'
const wish = (more: Partial<Wish>): Wish => ({
  kind: 'extension',
  onDay: '2024-08-31',
  untilDay: null,
  ground: null,
  proposedBy: 'operator',
  ...more,
})
const suspended = (from: '2021-10-01' | '2022-01-10' | '2022-03-01', to: '2021-12-31' | '2022-03-31' | null): Changing => ({
  ...site,
  suspensions: [{ ...paused.suspensions[0]!, from, to }],
})
const paramsOf = (result: Result<unknown>) => (!result.ok && result.refusal.code === 'rule' ? result.refusal.params : undefined)
const ruleOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : result.refusal.code === 'rule' ? [result.refusal.rule, result.refusal.clause] : result.refusal.code

describe('a question to a site', () => {
  const rule = { missed: 'report' as const, times: 1, days: 1, follows: 'question' as const, ground: null, clause: ['4.3'] }
  const asks: typeof chebula = { ...chebula, consequences: { clause: ['4.3'], list: [rule] } }
  const question = (more: Partial<Wish> = {}) => wish({ kind: 'question', onDay: today, ...more })

  test('is put by the office, and only where the paper says that a site is asked', () => {
    expect(ruleOf(mayStart(asks, site, question(), today))).toBe('ok')
    expect(ruleOf(mayStart(asks, site, question({ proposedBy: 'organisation' }), today))).toEqual([
      'case.nothingToAsk',
      undefined,
    ])
    expect(ruleOf(mayStart(chebula, site, question(), today))).toEqual(['case.nothingToAsk', undefined])
    expect(changeBasis(asks, 'question')).toMatchObject({ clause: '4.3' })
    expect(kindsNow(chebula, site, today, 'operator')).not.toContain('question')
  })

  test('is explained, and no order comes of it', () => {
    expect(asksExplanation('question')).toBe(true)
    const one = { kind: 'question', state: 'open', explanationDueOn: null, submittedAt: null } as const
    expect(ruleOf(mayDraft(asks, one, today))).toEqual(['case.questionDecidesNothing', undefined])
    expect(changedOnSubmission(asks, 'question')).toBe(false)
  })
})

describe('opening a case', () => {
  test('a status is prolonged up to three years and no day more, the clause is named', () => {
    expect(ruleOf(mayStart(chebula, site, wish({ onDay: '2024-08-31' }), today))).toBe('ok')
    expect(ruleOf(mayStart(chebula, site, wish({ onDay: '2024-09-01' }), today))).toEqual(['case.termTooLong', '3.3'])
    expect(ruleOf(mayStart(lenobl, site, wish({ onDay: '2024-09-01' }), today))).toEqual(['case.termTooLong', '3.2'])
    expect(ruleOf(mayStart(luga, site, wish({ onDay: '2024-08-31' }), today))).toEqual(['case.termTooLong', '2.2'])
    expect(ruleOf(mayStart(turochak, site, wish({ onDay: '2030-08-31' }), today))).toBe('ok')
    expect(ruleOf(mayStart(chebula, site, wish({ onDay: '2023-08-31' }), today))).toEqual(['case.extensionIsShorter', undefined])
    expect(ruleOf(mayStart(chebula, { ...site, to: null }, wish({}), today))).toEqual(['case.termHasNoEnd', undefined])
  })

  test('who asks for too long a term, or for a day after it, reads the days there are', () => {
    expect(paramsOf(mayStart(chebula, site, wish({ onDay: '2024-09-01' }), today))).toMatchObject({ last: '31 августа 2024 г.' })
    const after = mayStart(chebula, site, wish({ kind: 'suspension', onDay: '2023-09-01' }), today)
    expect(ruleOf(after)).toEqual(['case.outsideTerm', undefined])
    expect(paramsOf(after)).toEqual({ from: '1 сентября 2021 г.', to: '31 августа 2023 г.' })
  })

  test('no wish that may be opened leads past the longest term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2500 }), fc.constantFrom(chebula, lenobl, luga), (days, regulation) => {
        const onDay = addDays(today, days)
        const last = lastDayOfStatus(regulation, site.from).value!
        return !mayStart(regulation, site, wish({ onDay }), today).ok || onDay <= last
      }),
    )
  })

  test('nothing is decided about a status that has not begun, is over, or on a day that has passed', () => {
    const kinds = ['extension', 'suspension', 'resumption', 'termination'] as const
    for (const kind of kinds) {
      expect(ruleOf(mayStart(chebula, site, wish({ kind }), '2021-08-31'))).toEqual(['case.statusNotBegun', undefined])
      expect(ruleOf(mayStart(chebula, site, wish({ kind }), '2023-09-01'))).toEqual(['case.statusOver', undefined])
      expect(ruleOf(mayStart(chebula, site, wish({ kind, onDay: '2022-01-31' }), today))).toEqual(['case.dayPassed', undefined])
    }
  })

  test('a suspension and a resumption take turns', () => {
    const suspend = wish({ kind: 'suspension', onDay: today })
    const resume = wish({ kind: 'resumption', onDay: today })
    expect(ruleOf(mayStart(chebula, site, suspend, today))).toBe('ok')
    expect(ruleOf(mayStart(chebula, paused, suspend, today))).toEqual(['case.suspendedAlready', undefined])
    expect(ruleOf(mayStart(chebula, paused, resume, today))).toBe('ok')
    expect(ruleOf(mayStart(chebula, site, resume, today))).toEqual(['case.notSuspended', undefined])
    expect(kindsNow(chebula, site, today, 'operator')).toEqual(['extension', 'suspension', 'termination'])
    expect(kindsNow(chebula, paused, today, 'operator')).toEqual(['extension', 'resumption', 'termination'])
    expect(kindsNow(luga, site, today, 'organisation')).toEqual(['suspension', 'termination'])
    expect(kindsNow(chebula, site, '2023-09-01', 'operator')).toEqual([])
    expect(kindsNow(lenobl, site, today, 'organisation')).not.toContain('termination')
    expect(kindsNow(lenobl, site, today, 'operator')).toContain('termination')
  })

  test('a suspension with a last day is in the way to that day and no longer', () => {
    const suspendOn = (onDay: Wish['onDay']) =>
      ruleOf(mayStart(chebula, suspended('2022-01-10', '2022-03-31'), wish({ kind: 'suspension', onDay }), today))
    expect(suspendOn('2022-03-31')).toEqual(['case.suspendedAlready', undefined])
    expect(suspendOn('2022-04-01')).toBe('ok')
  })

  test('a suspension that is over is forgotten; one ordered for later without an end can be resumed from already', () => {
    expect(kindsNow(chebula, suspended('2021-10-01', '2021-12-31'), today, 'operator')).toContain('suspension')
    expect(kindsNow(chebula, suspended('2022-03-01', null), today, 'operator')).toContain('resumption')
  })

  test('a prolongation is offered while the term can grow', () => {
    const offered = (regulation: typeof chebula, to: Changing['to']) =>
      kindsNow(regulation, { ...site, to }, today, 'operator').includes('extension')
    expect([offered(chebula, '2024-08-30'), offered(chebula, '2024-08-31')]).toEqual([true, false])
    expect([offered(turochak, '2024-08-31'), offered(turochak, null)]).toEqual([true, false])
  })

  test('what cannot be on any day is said with its clause, in place of a form nobody could pass', () => {
    const why = (
      regulation: typeof chebula,
      standing: Changing,
      kind: Wish['kind'],
      proposedBy: Wish['proposedBy'] = 'operator',
    ) => {
      const refusal = whyNotNow(regulation, standing, kind, { today, proposedBy })
      return refusal && [whyNotWords(kind, refusal), refusal.clause]
    }
    expect(why(chebula, { ...site, to: '2024-08-31' }, 'extension')).toEqual([
      'Продлить нельзя: статус и так действует до последнего возможного дня, 31 августа 2024 г.',
      '3.3',
    ])
    expect(why(chebula, { ...site, to: '2024-08-30' }, 'extension')).toBeNull()
    // No day is proposed where it is the number of extensions that offends.
    const once = { ...chebula, extension: { clause: ['3.3'], times: 1, months: 12, daysBefore: null, conditions: [] } }
    const done = mayStart(once, { ...site, prolonged: 1 }, wish({ onDay: '2024-09-01' }), today)
    expect(done.ok ? null : done.refusal).toMatchObject({
      rule: 'case.termTooLong',
      params: { reason: expect.stringContaining('не больше 1 раза') },
    })
    expect(JSON.stringify(done)).not.toContain('"last"')
    expect(why(turochak, { ...site, to: null }, 'extension')?.[0]).toMatch(/^Продлить нельзя: у статуса нет последнего дня/)
    expect(why(lenobl, site, 'termination', 'organisation')).toEqual([
      expect.stringMatching(/^Прекратить нельзя: обратитесь к оператору/),
      '3.5',
    ])
    expect(why(lenobl, site, 'termination')).toBeNull()
    expect(why(chebula, site, 'resumption')).toEqual([
      'Возобновить нельзя: деятельность площадки не приостановлена: возобновлять нечего',
      undefined,
    ])
  })

  test('a suspension with its own last day may be ended before it, and not after', () => {
    const until = suspended('2022-01-10', '2022-03-31')
    const resumed = (onDay: Wish['onDay']) => ruleOf(mayStart(chebula, until, wish({ kind: 'resumption', onDay }), today))
    expect([resumed(today), resumed('2022-03-31')]).toEqual(['ok', 'ok'])
    expect(resumed('2022-04-01')).toEqual(['case.notSuspended', undefined])
    expect(kindsNow(chebula, until, today, 'operator')).toContain('resumption')
  })

  test('a suspension whose end an order has set is not resumed a second time', () => {
    const [{ suspensions }] = [suspended('2022-01-10', '2022-03-31')]
    const ordered = { ...site, suspensions: suspensions.map((one) => ({ ...one, endedByOrderId: 'later' as OrderId })) }
    expect(ruleOf(mayStart(chebula, ordered, wish({ kind: 'resumption', onDay: today }), today))).toEqual([
      'case.resumedAlready',
      undefined,
    ])
    expect(paramsOf(mayStart(chebula, ordered, wish({ kind: 'resumption', onDay: today }), today))).toEqual({
      from: '1 апреля 2022 г.',
    })
    expect(ruleOf(mayStart(chebula, ordered, wish({ kind: 'resumption', onDay: '2022-04-01' }), today))).toEqual([
      'case.notSuspended',
      undefined,
    ])
    expect(kindsNow(chebula, ordered, today, 'operator')).toEqual(['extension', 'suspension', 'termination'])
    expect(firstDay('suspension', ordered, today)).toBe('2022-04-01')
    expect(firstDay('suspension', site, today)).toBe(today)
    expect(firstDay('resumption', suspended('2022-03-01', null), today)).toBe('2022-03-02')
    expect(firstDay('resumption', paused, today)).toBe(today)
    expect(firstDay('extension', site, today)).toBe('2023-09-01')
    expect(firstDay('termination', site, today)).toBe(today)
  })

  test('grounds: at Chebula each side has its own; in Leningrad Region only the operator names them; elsewhere one’s own words', () => {
    const end = (ground: string | null, proposedBy: Wish['proposedBy']) =>
      wish({ kind: 'termination', onDay: '2022-06-01', ground, proposedBy })
    const ask = (regulation: typeof chebula, one: Wish) => ruleOf(mayStart(regulation, site, one, today))
    expect(ask(chebula, end('completedByOrganisation', 'organisation'))).toBe('ok')
    expect(ask(chebula, end('completedByOperator', 'operator'))).toBe('ok')
    expect(ask(chebula, end('completedByOperator', 'organisation'))).toEqual(['case.unknownGround', '7.1'])
    expect(ask(lenobl, end('mismatch', 'operator'))).toBe('ok')
    expect(ask(lenobl, end('mismatch', 'organisation'))).toEqual(['case.noGroundForYou', '3.5'])
    expect(ask(lenobl, end('просто так', 'operator'))).toEqual(['case.unknownGround', '3.5'])
    expect(ask(turochak, end('школа закрыта', 'organisation'))).toBe('ok')
    expect(ask(turochak, end(' ', 'organisation'))).toEqual(['case.groundMissing', undefined])
    expect(groundsFor(turochak, 'operator')).toBeNull()
  })

  test('a ground is said in the words of the regulation, else in those it was written in', () => {
    expect(groundWords(lenobl, 'mismatch')).toBe('работа площадки расходится с отчётами')
    expect(groundWords(turochak, 'школа закрыта')).toBe('школа закрыта')
    expect(groundWords(lenobl, null)).toBe('')
  })
})

describe('on the way to an order', () => {
  const one = { kind: 'termination', state: 'open', explanationDueOn: null, submittedAt: null } as const
  test('Leningrad Region ends a status on a submission alone; Chebula needs none and has nobody to write to', () => {
    expect(needsSubmission(lenobl, 'termination')).toEqual({ value: true, clause: '3.5' })
    expect(needsSubmission(lenobl, 'suspension').value).toBe(false)
    expect([lenobl, chebula, luga].map((one) => changedOnSubmission(one, 'termination'))).toEqual([true, false, false])
    expect(ruleOf(mayDraft(lenobl, one, today))).toEqual(['case.needsSubmission', '3.5'])
    expect(ruleOf(mayDraft(lenobl, { ...one, state: 'proposed' }, today))).toBe('ok')
    expect(ruleOf(mayDraft(chebula, one, today))).toBe('ok')
  })
  test('the operator writes to the authority about what the authority decides', () => {
    const endedByOperator = { ...lenobl, termination: { ...lenobl.termination!, decidedBy: 'operator' as const } }
    expect(changedOnSubmission(endedByOperator, 'termination')).toBe(false)
    expect(changedOnSubmission(endedByOperator, 'extension')).toBe(true)
  })
  test('an explanation is asked before something is taken, not before something is given', () => {
    const kinds = ['extension', 'suspension', 'resumption', 'termination'] as const
    expect(kinds.filter(asksExplanation)).toEqual(['suspension', 'termination'])
  })
  test('a case whose explanation has come goes on before the day it was due', () =>
    expect(ruleOf(heardOut({ state: 'open', explanationDueOn: '2022-02-10' }, '2022-02-01'))).toBe('ok'))
  test('a decision rests on the clause of its kind; of what the regulation is silent no clause is named', () => {
    const clauses = (regulation: typeof chebula) =>
      (['extension', 'suspension', 'resumption', 'termination'] as const).map((kind) => changeBasis(regulation, kind)?.clause)
    expect(clauses(lenobl)).toEqual([undefined, undefined, undefined, '3.5'])
    expect(clauses({ ...lenobl, suspension: { clause: ['3.6'], months: null, stopsTerm: false } })).toEqual([
      undefined,
      '3.6',
      '3.6',
      '3.5',
    ])
    expect(new Set(clauses(turochak))).toEqual(new Set([undefined]))
  })
  test('a site that was asked is heard out to the end of its day', () => {
    const asked = { state: 'explanationAsked', explanationDueOn: '2022-02-10' } as const
    expect(ruleOf(heardOut(asked, '2022-02-10'))).toEqual(['case.explanationAwaited', undefined])
    expect(ruleOf(heardOut(asked, '2022-02-11'))).toBe('ok')
    expect(ruleOf(mayDraft(chebula, { ...one, ...asked }, '2022-02-01'))).toEqual(['case.explanationAwaited', undefined])
  })
})
