import { describe, expect, test } from 'vitest'
import { clause } from '../../../test/clauses.ts'
import { chebula, luga } from '../../../test/regulations.ts'
import { allRules } from '../../kernel/result.ts'
import { entryOf } from '../../regulation/editor/entries.ts'
import { writtenAs } from '../../regulation/editor/written.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { formOf } from '../../web/form-data.ts'
import { fromFile } from './commands/start-edition.ts'
import { withRule } from './deeds/write.ts'
import { problemsByRule, tooLong } from './rules.ts'
import { stateOn } from './texts.ts'

const here = (regulation: Regulation, ...offices: string[]) => ({
  regulation,
  offices: new Set(offices.length > 0 ? offices : ['authority', 'operator']),
})

/** The form of a rule as it stands, with what is typed over it. */
function typed(rule: string, value: unknown, over: Readonly<Record<string, string | string[]>> = {}): unknown {
  const entry = entryOf(rule)!
  const values = { ...writtenAs(entry.input, value, 'value'), ...over }
  return formOf(
    Object.entries(values).flatMap(([name, text]) => [text].flat().map((one) => [name, one] as const)),
    [],
  ).nested.value
}
function refusals(rule: string, value: unknown) {
  const done = withRule(chebula, { rule, said: 'yes', value })
  return done.ok ? [] : allRules(done.refusal).map(({ field, params, rule }) => [rule, field, params?.how, params?.row])
}

describe('a rule is written', () => {
  test('as it was typed', () => {
    const done = withRule(chebula, {
      rule: 'report',
      said: 'yes',
      value: typed('report', chebula.report, { 'value.kinds.0.due.on.day': '1 июля' }),
    })
    const [annual] = chebula.report?.kinds ?? []
    expect(done.ok && done.value.report?.kinds).toEqual([{ ...annual, due: { kind: 'on', day: '07-01', of: 'period' } }])
  })

  test('or said to be silent, where the paper may be', () => {
    expect(withRule(chebula, { rule: 'report', said: 'no', value: {} })).toMatchObject({ ok: true, value: { report: null } })
    expect(withRule(chebula, { rule: 'status', said: 'no', value: {} })).toMatchObject({ refusal: { rule: 'edition.mustSay' } })
  })

  test('a role is put beside the others, and taken away', () => {
    const { code: _code, ...mentor } = luga.roles.find(({ code }) => code === 'mentor')!
    const added = withRule(chebula, {
      rule: 'roles.mentor',
      said: 'yes',
      value: typed('roles.mentor', { ...mentor, clause: ['4.2'] }),
    })
    expect(added.ok && added.value.roles.map(({ code }) => code)).toEqual(['head', 'methodist', 'mentor'])
    expect(withRule(chebula, { rule: 'roles.methodist', said: 'no', value: {} })).toMatchObject({
      value: { roles: [chebula.roles[0]] },
    })
  })

  test('a rule nobody has is refused', () =>
    expect(withRule(chebula, { rule: 'x', said: 'yes', value: {} })).toMatchObject({ refusal: { rule: 'edition.unknownRule' } }))
})

describe('what cannot be read is refused at its field, with what to do', () => {
  const report = (over: Readonly<Record<string, string | string[]>>) => refusals('report', typed('report', chebula.report, over))
  test('a day no year has', () =>
    expect(report({ 'value.kinds.0.due.on.day': '30 февраля' })).toEqual([
      ['edition.valueMissing', 'value.kinds.0.due.on.day', 'Напишите день, который есть в каждом году, например 15 июня', 1],
    ]))
  test('a row that lacks its text, counted from one', () =>
    expect(report({ 'value.kinds.0.criteria.1.caption': '' })).toEqual([
      ['edition.valueMissing', 'value.kinds.0.criteria.1.caption', 'Заполните', 2],
    ]))
  test('a choice not made', () =>
    expect(report({ 'value.kinds.0.to': '' })).toEqual([['edition.valueMissing', 'value.kinds.0.to', 'Выберите ответ', 1]]))

  test('of two shapes the chosen one is looked at', () => {
    expect(refusals('term', { kind: 'longest', clause: ['3.3'], longest: { months: '0' } })).toEqual([
      ['edition.valueMissing', 'value.longest.months', 'Напишите целое число от 1 до 600', undefined],
    ])
    expect(refusals('term', { kind: 'fixed', clause: ['3.3'], fixed: { from: '1.09.2021', to: '' } })).toEqual([
      ['edition.valueMissing', 'value.fixed.to', 'Напишите день, месяц и год, например 1 сентября 2026', undefined],
    ])
    expect(refusals('term', { kind: '', clause: ['3.3'] })).toEqual([
      ['edition.valueMissing', 'value.kind', 'Выберите ответ', undefined],
    ])
  })
})

describe('what keeps an edition from being approved', () => {
  test('stands with its rule, by its name', () => {
    expect(problemsByRule(here(chebula)).size).toBe(0)
    const noClause = withRule(chebula, {
      rule: 'finance',
      said: 'yes',
      value: typed('finance', { clause: [], sources: [{ code: 'a', label: 'Свои' }], guaranteed: false }),
    })
    expect(noClause.ok && [...problemsByRule(here(noClause.value))]).toEqual([
      ['finance', ['«Средства»: не назван пункт Положения']],
    ])
  })
  test('a role whose clause is not in the text stands with the role', () => {
    const roles = chebula.roles.map((one) => (one.code === 'head' ? { ...one, clause: ['9.9'] } : one))
    expect([...problemsByRule(here({ ...chebula, roles })).keys()]).toEqual(['roles.head'])
  })
  test('a body that is to sign and has no office stands with each rule that asks for its signature', () => {
    const calls = { clause: ['3.4'], setBy: 'operator', act: 'приказ', announcedTo: 'школы' } satisfies Regulation['calls']
    const found = problemsByRule(here({ ...chebula, calls, status: { ...chebula.status, grantedBy: 'authority' } }, 'authority'))
    expect(found.get('calls')?.join()).toContain('нет канцелярии')
    expect(found.get('status')?.join() ?? '').not.toContain('канцелярии')
  })
  test('a number that comes twice stands with the text', () =>
    expect([...problemsByRule(here({ ...chebula, clauses: [...chebula.clauses, chebula.clauses[0]!] })).keys()]).toContain(
      'text',
    ))
})

describe('a text that is no Положение', () => {
  const deep = `${'{"clauses":['.repeat(50_000)}${']}'.repeat(50_000)}`
  test('nested beyond any paper is refused, not an outage', () =>
    expect(fromFile(`{"clauses":[${deep}]}`)).toMatchObject({ refusal: { rule: expect.stringMatching(/^edition\.not/) } }))
  test('with more clauses than any paper has', () => {
    const clauses = Array.from({ length: 501 }, (_, at) => clause(String(at + 1), 'Слово'))
    expect(tooLong(clauses, 'paper')).toMatchObject({
      refusal: { rule: 'edition.tooLong', field: 'paper', params: { count: 501 } },
    })
    expect(tooLong(clauses.slice(1))).toBeNull()
  })
})

test.each([
  ['draft', null, null, 'draft'],
  ['dropped', null, null, 'dropped'],
  ['approved', '2021-09-02', null, 'ahead'],
  ['approved', '2021-09-01', null, 'inForce'],
  ['approved', '2020-09-01', '2021-09-01', 'inForce'],
  ['approved', '2020-09-01', '2021-08-31', 'ceased'],
] as const)('an edition that is %s, from %s to %s, on 1 September 2021 is %s', (state, startsOn, endsOn, standing) =>
  expect(stateOn({ state, startsOn, endsOn }, '2021-09-01')).toBe(standing),
)
