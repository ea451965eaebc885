// Proves C-31, T-2.
import { describe, expect, test } from 'vitest'
import { chebula, lenobl, luga, turochak } from '../../../../test/regulations.ts'
import type { KnownCase } from '../../../regulation/hosts/conditions.ts'
import { asksFor, atLeastOf, checkLink, criterionOf, eligibilityGaps, stillNeeded } from './rules.ts'

// Proves C-31, T-2.

const known = (...met: string[]): KnownCase => ({
  proved: new Set(met),
  kinds: ['school'],
  head: null,
  own: {},
  on: '2022-01-10',
})
const texts = (regulation: typeof turochak, ...met: string[]) =>
  eligibilityGaps(regulation, known(...met)).map(({ text, basis }) => `${basis.text}: ${text}`)

describe('what an application still has to prove', () => {
  test('Turochak: the base and one of four', () => {
    expect(texts(turochak)).toEqual([
      'раздел 2 Положения: нужно доказать: нужные ресурсы и устойчиво хорошие результаты учеников',
      'раздел 2 Положения: нужен ещё один из четырёх показателей',
    ])
    expect(texts(turochak, 'base')).toEqual(['раздел 2 Положения: нужен ещё один из четырёх показателей'])
    expect(texts(turochak, 'networking')).toHaveLength(1)
    for (const { code } of turochak.eligibility!.atLeast!.of) expect(texts(turochak, 'base', code)).toEqual([])
  })

  test('Leningrad Region and Chebula: every base criterion', () => {
    expect(texts(lenobl)).toEqual([
      'п. 4 раздела I Положения: нужно доказать: ресурсы, чтобы учить других на собственном успешном опыте',
    ])
    expect(texts(lenobl, 'resources')).toEqual([])
    expect(texts(chebula)).toHaveLength(chebula.eligibility!.all.length)
  })

  test('a regulation that asks for nothing misses nothing', () => {
    expect(texts(luga)).toEqual([])
  })

  test('conditions that are not met are missing as well, also where nothing has to be proved', () => {
    const clause = ['4.1']
    const checks = [{ code: 'kind', group: null, checked: { kind: 'applicant' as const, kinds: ['kindergarten'] }, clause }]
    const alone = { ...luga, eligibility: { clause, all: [], atLeast: null, checks, groups: [] } }
    expect(texts(alone)).toEqual(['п. 4.1 Положения: условие не выполнено: каждый, кто подаёт заявку: детский сад'])
    const grouped = { code: 'diploma', text: 'диплом', evidence: 'file' as const, group: 1, clause }
    const groups = [{ how: 'any' as const, count: null, within: null, clause }]
    const both = { ...luga, eligibility: { clause, all: [grouped], atLeast: null, checks: [], groups } }
    expect(texts(both)).toHaveLength(1)
    expect(texts(both, 'diploma')).toEqual([])
    expect([asksFor(luga), asksFor(alone), asksFor(both)]).toEqual(['nothing', 'conditions', 'proof'])
  })

  test('a criterion that the regulation does not have is no evidence', () => {
    expect(texts(lenobl, 'base')).toHaveLength(1)
    expect(criterionOf(lenobl, 'base')).toMatchObject({ ok: false })
    expect(criterionOf(lenobl, 'resources')).toMatchObject({ ok: true, value: { code: 'resources' } })
  })

  test('counts in words', () => {
    expect(stillNeeded(2, 5)).toBe('нужны ещё два из пяти показателей')
    expect(stillNeeded(1, 1)).toBe('нужен ещё один из одного показателя')
    expect(atLeastOf(1, 4)).toBe('не меньше одного из четырёх')
  })
})

describe('a link', () => {
  test.each([
    ['https://school.ru/opyt', 'https://school.ru/opyt'],
    ['http://школа.рф/опыт', 'http://школа.рф/опыт'],
    ['school.ru', 'https://school.ru'],
  ])('%s', (typed, kept) => {
    expect(checkLink(typed)).toEqual({ ok: true, value: kept })
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://',
    'опыт',
    'https://a:b@school.ru',
    'ftp://school.ru',
    'https://school.ru/a b',
  ])('not %s', (typed) => {
    expect(checkLink(typed)).toMatchObject({ ok: false, refusal: { rule: 'evidence.badLink', field: 'link' } })
  })
})
