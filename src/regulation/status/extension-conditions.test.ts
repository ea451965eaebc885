// Proves C-33: a status is prolonged under the conditions of the paper alone, each with its own clause.
import { describe, expect, test } from 'vitest'
import { chebula } from '../../../test/regulations.ts'
import { problemsOf } from '../check.ts'
import { describeRegulation } from '../describe.ts'
import type { Regulation } from '../schema.ts'
import { documentsForExtension, hasExtensionConditions, mayProlong, type SiteRecord } from './extension-conditions.ts'

type Condition = NonNullable<Regulation['extension']>['conditions'][number]
const under = (...conditions: Condition[]): Regulation => ({
  ...chebula,
  extension: { clause: ['3.3'], times: null, months: 12, daysBefore: null, conditions },
})
const record: SiteRecord = {
  reports: [{ name: 'отчёт за 2021/22 учебный год', due: '2022-06-15', accepted: true }],
  planned: 5,
  held: 4,
  documents: [],
}
const reports: Condition = { checked: { kind: 'reportsAccepted' }, clause: ['6.2'] }
const plan = (percent: number): Condition => ({ checked: { kind: 'planHeld', percent }, clause: ['4.3'] })
const document: Condition = { checked: { kind: 'document', name: 'Заключение совета' }, clause: ['3.4'] }
const tried = (regulation: Regulation, more: Partial<SiteRecord> = {}) => {
  const verdict = mayProlong(regulation, { ...record, ...more })
  return verdict.ok || [verdict.reason, verdict.basis?.clause]
}

describe('a status is prolonged only if', () => {
  test('every report whose day has passed is accepted', () => {
    expect(tried(under(reports))).toBe(true)
    expect(tried(under(reports), { reports: [{ ...record.reports[0]!, accepted: false }] })).toEqual([
      'Статус продлевают, если приняты все отчёты, срок которых прошёл; не принято: отчёт за 2021/22 учебный год (срок 15 июня 2022 г.)',
      '6.2',
    ])
    expect(tried(under(reports), { reports: [] })).toBe(true)
  })

  test('so much of what was planned was held, to the very per cent', () => {
    expect([tried(under(plan(80))), tried(under(plan(80)), { planned: 0, held: 0 })]).toEqual([true, true])
    expect(tried(under(plan(81)))).toEqual([
      'Статус продлевают, если проведено не меньше 81 % того, что намечено планами на прошедшие дни; проведено 4 из 5 мероприятий',
      '4.3',
    ])
  })

  test('a document of that name stands in the case; before there is a case none is asked', () => {
    const regulation = under(document)
    expect(tried(regulation, { documents: null })).toBe(true)
    expect(tried(regulation, { documents: ['заключение совета, 12 мая.pdf'] })).toBe(true)
    expect(tried(regulation)).toEqual([
      'Статус продлевают, если к делу приложен документ: Заключение совета; приложите его и назовите так же',
      '3.4',
    ])
    expect(documentsForExtension(regulation)).toMatchObject([{ name: 'Заключение совета', basis: { clause: '3.4' } }])
  })

  test('the first that is not met is told; a paper without conditions asks nothing', () => {
    expect(tried(under(plan(100), document))).toEqual([expect.stringContaining('4 из 5'), '4.3'])
    expect([hasExtensionConditions(chebula), hasExtensionConditions(under()), hasExtensionConditions(under(plan(1)))]).toEqual([
      false,
      false,
      true,
    ])
    expect(tried(chebula)).toBe(true)
  })

  test('each stands beside its own clause, and none is named twice', () => {
    const regulation = under(reports, document)
    expect((describeRegulation(regulation).get('6.2') ?? []).map(({ text }) => text)).toContain(
      'Продлить можно, если приняты все отчёты, срок которых прошёл: проверяется, когда открывают дело и при подписании',
    )
    expect(problemsOf(regulation)).toEqual([])
    expect(problemsOf(under(reports, reports))).toEqual(['правило «extension»: одно и то же условие названо дважды'])
    expect(problemsOf(under(document, { ...document, checked: { kind: 'document', name: 'Протокол' } }))).toEqual([])
  })
})
