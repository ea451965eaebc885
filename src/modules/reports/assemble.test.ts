import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import type { PersonId, PlanId, SiteId } from '../../kernel/types.ts'
import { label } from '../../regulation/people/questions.ts'
import { reportKind } from '../../regulation/work/questions.ts'
import type { Execution, Line } from '../plans/model.ts'
import { assemble, isOfDays, numbersOf, outcomeOf, type ReportFacts } from './assemble.ts'
import { dynamicsUnder, factsFor, linesBehind } from './supporting-facts.ts'

const regulations = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))
const chebula = regulations.get('chebula')!
const kind = reportKind(chebula, 'report')
const head = 'head' as PersonId
const mentor = 'mentor' as PersonId

const line = (key: string, more: Partial<Line>): Line & { plan: PlanId } => ({
  key,
  plan: 'plan' as PlanId,
  activity: `Мероприятие ${key}`,
  form: 'seminar',
  direction: 'content',
  startsOn: '2021-10-12',
  endsOn: '2021-10-12',
  personIds: [head],
  own: {},
  ...more,
})
const held = (peopleCount: number | null): Execution => ({
  outcome: 'held',
  heldOn: '2021-10-12',
  peopleCount,
  cameFrom: null,
  note: null,
  editVersion: 1,
})
const cancelled: Execution = {
  outcome: 'cancelled',
  heldOn: null,
  peopleCount: null,
  cameFrom: null,
  note: 'Карантин',
  editVersion: 1,
}

const facts: ReportFacts = {
  site: {
    id: 'site' as SiteId,
    theme: 'Функциональная грамотность',
    direction: 'technologies',
    term: { from: '2021-08-24', to: '2022-08-31' },
    organisations: [{ fullName: 'МБОУ «Школа»', shortName: 'Школа' }],
    order: { id: 'order', text: 'приказ от 24.08.2021 № 37-о, п. 1' },
  },
  period: { from: '2021-09-01', to: '2022-08-31' },
  plan: {
    id: 'plan' as PlanId,
    lines: [
      line('a', {}),
      line('b', { form: 'openLesson', direction: 'technologies', personIds: [head, mentor] }),
      line('c', {}),
      line('d', { endsOn: '2021-11-01' }),
      line('e', { form: 'openLesson', startsOn: '2022-05-19', endsOn: '2022-05-19', direction: null }),
    ],
    executions: new Map([
      ['a', held(16)],
      ['b', held(null)],
      ['c', cancelled],
    ]),
    files: new Map([['a', [{ id: 'file', name: 'Лист регистрации.pdf' }]]]),
    versions: [{ number: 1, approvedOn: '2021-09-10', reason: null, added: 0, removed: 0, changed: 0 }],
  },
  names: new Map([
    [head, { familyName: 'Беляева', givenName: 'Ольга', patronymic: 'Петровна' }],
    [mentor, { familyName: 'Громов', givenName: 'Иван', patronymic: 'Сергеевич' }],
  ]),
  appointments: [
    { personId: mentor, kind: 'methodist', from: '2021-09-01', to: null },
    { personId: head, kind: 'head', from: '2021-08-24', to: '2022-08-31' },
    { personId: mentor, kind: 'head', from: '2020-08-24', to: '2021-08-23' },
  ],
  attachments: [
    { id: '1', name: 'Дальняя школа', from: '2021-09-01', to: null },
    { id: '2', name: 'Прежняя школа', from: '2020-01-01', to: '2021-05-31' },
  ],
}

describe('a report assembled from facts', () => {
  const report = assemble(facts, { kind, regulation: chebula }, '2022-01-15')
  const plan = report.plan!

  test('counts what was planned and what came of it', () => {
    expect(plan.numbers).toEqual({ planned: 5, held: 2, cancelled: 1, notHeld: 1, ahead: 1, attendances: 16 })
  })

  test('counts by form of work and by direction, in words of the regulation', () => {
    expect(plan.byForm.map(({ name, planned, held: done, attendances }) => [name, planned, done, attendances])).toEqual([
      ['Семинар', 3, 1, 16],
      ['Открытый урок, занятие', 2, 1, 0],
    ])
    expect(plan.byDirection.map(({ name, planned, notHeld }) => [name, planned, notHeld])).toEqual([
      ['Новое в содержании образования и воспитании', 3, 1],
      ['Новые педагогические технологии и современный урок', 1, 0],
      ['Без направления', 1, 0],
    ])
  })

  test('the parts of every table add up to the whole', () => {
    for (const table of [plan.byForm, plan.byDirection])
      for (const key of ['planned', 'held', 'cancelled', 'notHeld', 'ahead', 'attendances'] as const)
        expect(table.reduce((sum, row) => sum + row[key], 0)).toBe(plan.numbers[key])
  })

  test('every number opens exactly as many lines as it says', () => {
    for (const outcome of ['held', 'cancelled', 'notHeld', 'ahead'] as const) {
      expect(linesBehind(plan.lines, { outcome })).toHaveLength(plan.numbers[outcome])
      for (const row of plan.byForm) expect(linesBehind(plan.lines, { form: row.name, outcome })).toHaveLength(row[outcome])
      for (const row of plan.byDirection)
        expect(linesBehind(plan.lines, { direction: row.name, outcome })).toHaveLength(row[outcome])
    }
    expect(linesBehind(plan.lines, {})).toHaveLength(plan.numbers.planned)
  })

  test('the facts beside a criterion are those that bear on it, others get the outcomes', () => {
    expect(factsFor('goals', report).map((fact) => fact.name)).toEqual(['Тема площадки', 'Проведено', 'Не проведено', 'Отменено'])
    expect(factsFor('dynamics', report).at(-1)).toMatchObject({ name: 'Посещений', value: '16' })
    expect(factsFor('dynamics', report)[0]).toMatchObject({
      value: '1 из 3, 16 посещений',
      lines: { direction: plan.byDirection[0]!.name },
    })
    expect(factsFor('another', report).map((fact) => fact.name)).toContain('Проведено')
  })

  test('what was measured stands under the criterion of dynamics alone', () => {
    const dynamics = [{ direction: 'Читательская грамотность', words: 'мало данных: 3' }]
    expect(dynamicsUnder('dynamics', { dynamics })).toEqual(dynamics)
    expect(dynamicsUnder('goals', { dynamics })).toEqual([])
    expect(dynamicsUnder('another', { dynamics })).toEqual([])
    expect(dynamicsUnder('dynamics', report)).toEqual([])
  })

  test('each line tells its date, people, note and files', () => {
    expect(plan.lines[0]).toMatchObject({
      outcome: 'held',
      heldOn: '2021-10-12',
      people: 16,
      responsible: ['Беляева\u00a0О.\u00a0П.'],
      files: [{ name: 'Лист регистрации.pdf' }],
    })
    expect(plan.lines[2]).toMatchObject({ outcome: 'cancelled', note: 'Карантин', people: null })
    expect(plan.lines[1]!.responsible).toEqual(['Беляева\u00a0О.\u00a0П.', 'Громов\u00a0И.\u00a0С.'])
  })

  test('people of the year come with the territory’s own words, the head first', () => {
    expect(report.people.map(({ name, role }) => [name, role])).toEqual([
      ['Беляева\u00a0О.\u00a0П.', label(chebula, 'head')],
      ['Громов\u00a0И.\u00a0С.', label(chebula, 'methodist')],
    ])
  })

  test('schools are those attached during the year', () => {
    expect(report.schools.map((school) => school.name)).toEqual(['Дальняя школа'])
  })

  test('it is addressed to whom the regulation names and signed by the head', () => {
    expect(report.addressee).toBe(chebula.bodies.operator.name)
    expect(report.signature).toEqual({ post: 'Руководитель стажировочной площадки', name: 'О.\u00a0П.\u00a0Беляева' })
    expect(report.site).toMatchObject({ direction: 'Новые педагогические технологии и современный урок', to: '2022-08-31' })
  })

  test('without an approved plan it says so and keeps the rest', () => {
    const bare = assemble({ ...facts, plan: null }, { kind, regulation: chebula }, '2022-01-15')
    expect(bare.plan).toBeNull()
    expect(bare.people).toHaveLength(2)
  })

  test('a regulation without directions has no table of them', () => {
    expect(assemble(facts, { kind, regulation: { ...chebula, directions: null } }, '2022-01-15').plan!.byDirection).toEqual([])
  })
})

test('the last day of a line still belongs to it', () => {
  expect(outcomeOf({ endsOn: '2021-10-12' }, null, '2021-10-12')).toBe('ahead')
  expect(outcomeOf({ endsOn: '2021-10-12' }, null, '2021-10-13')).toBe('notHeld')
  expect(outcomeOf({ endsOn: null }, null, '2022-10-13')).toBe('ahead')
  expect(outcomeOf({ endsOn: '2021-10-12' }, cancelled, '2021-10-13')).toBe('cancelled')
})

test('a line belongs to the days in which it was held, or else in which it is planned', () => {
  const days = { from: '2023-11-01', to: '2023-11-10' }
  const planned = { startsOn: '2023-11-10', endsOn: '2023-11-20' }
  expect(isOfDays(planned, null, days)).toBe(true)
  expect(isOfDays(planned, '2023-11-11', days)).toBe(false)
  expect(isOfDays({ startsOn: '2023-10-01', endsOn: '2023-10-02' }, '2023-11-01', days)).toBe(true)
  expect(isOfDays({ startsOn: null, endsOn: null }, null, days)).toBe(false)
})

test('nothing counts as nothing', () => {
  expect(numbersOf([])).toEqual({ planned: 0, held: 0, cancelled: 0, notHeld: 0, ahead: 0, attendances: 0 })
})
