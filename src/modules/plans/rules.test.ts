// Proves R-A3.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { academicYear, academicYears, periodOf } from '../../kernel/periods.ts'
import { allRules } from '../../kernel/result.ts'
import type { Period, PersonId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { formsOfWork } from '../../regulation/work/questions.ts'
import { ruleText } from '../../web/refusals.ts'
import { copyLines } from './commands/start-plan.ts'
import { compare } from './comparison.ts'
import { filledRows } from './forms.ts'
import type { Line } from './model.ts'
import { mergeRows } from './rows.ts'
import {
  bounds,
  brokenLines,
  isEmptyLine,
  missingForSubmission,
  onlyNewVersions,
  planDueOn,
  sameDays,
  shownState,
  whyChange,
  wrongExecution,
} from './rules.ts'
import { lineState, planFactByMonth, tally } from './sheet.ts'
import { ruleTexts, stateNames } from './texts.ts'
import { stateWord } from './wording.ts'

const regulationOf = (code: string) => loadTerritories().find(({ facts }) => facts.territory.code === code)!.regulation
const luga = regulationOf('luga')
/** A paper that lets an approved plan be changed only with a reason. */
const strict: Regulation = { ...luga, planVersions: { clause: ['3.1'], reasonRequired: true } }
const person = '0190a000-0000-7000-8000-000000000001' as PersonId
const frameOf = (year: number, term: Period) => ({ period: periodOf(academicYear(year), academicYears, term), term })
const frame = frameOf(2021, { from: '2021-01-28', to: '2023-08-31' })
const line = (more: Partial<Line> = {}): Line => ({
  key: 'a',
  activity: 'Открытый урок',
  form: 'openLesson',
  startsOn: '2021-10-12',
  endsOn: '2021-10-12',
  direction: null,
  personIds: [person],
  own: {},
  ...more,
})
const known = new Set([person])
const broken = (more: Partial<Line>, term = frame.term) =>
  brokenLines([{ line: line(more), row: 3 }], { ...frame, term }, luga, known).map(({ rule, field, clause }) => [
    rule,
    field,
    clause,
  ])

describe('a line of a draft', () => {
  test('as it should be has nothing wrong, and a half-typed one may be saved', () => {
    expect(broken({})).toEqual([])
    expect(broken({ activity: '', form: null, startsOn: null, endsOn: null, personIds: [] })).toEqual([])
  })

  test.each<[string, Partial<Line>, (string | undefined)[]]>([
    ['before the academic year', { startsOn: '2021-08-31' }, ['plan.outsidePeriod', 'lines.3.startsOn', undefined]],
    ['after it', { endsOn: '2022-09-01' }, ['plan.outsidePeriod', 'lines.3.endsOn', undefined]],
    ['ending before it begins', { endsOn: '2021-10-11' }, ['plan.endsBeforeStart', 'lines.3.endsOn', undefined]],
    ['of a form the regulation does not know', { form: 'dance' }, ['plan.unknownForm', 'lines.3.form', '3.1']],
    ['of a direction where there are none', { direction: 'any' }, ['plan.unknownDirection', 'lines.3.direction', undefined]],
    ['for a stranger', { personIds: ['x' as PersonId] }, ['plan.unknownPerson', 'lines.3.people.0', undefined]],
  ])('%s is refused at its field', (_, more, refusal) => {
    expect(broken(more)).toEqual([refusal])
  })

  test('of a form held in one place is refused where the paper lets sites work at a distance alone', () => {
    const only = { ...luga, remoteWork: { ...luga.remoteWork!, only: true } }
    const refused = (form: string, regulation: typeof luga) =>
      brokenLines([{ line: line({ form }), row: 3 }], frame, regulation, known).map(({ rule, field, clause }) => [
        rule,
        field,
        clause,
      ])
    const there = luga.forms.catalogue.find(({ remote }) => !remote)!.code
    const apart = luga.forms.catalogue.find(({ remote }) => remote)!.code
    expect(refused(there, only)).toEqual([['plan.onlyRemote', 'lines.3.form', '3.1']])
    expect([refused(there, luga), refused(apart, only)]).toEqual([[], []])
    expect(formsOfWork(only).map(({ code }) => code)).not.toContain(there)
  })

  test('the first and the last day of the year are within it', () => {
    expect(broken({ startsOn: '2021-09-01', endsOn: '2022-08-31' })).toEqual([])
  })

  test('outside the term of the site it is refused with the clause of the term', () => {
    expect(broken({ startsOn: '2021-09-30' }, { from: '2021-10-01', to: null })).toEqual([
      ['plan.beforeTerm', 'lines.3.startsOn', '2.2'],
    ])
    expect(broken({}, { from: '2021-01-28', to: '2021-10-11' }).map(([rule]) => rule)).toEqual(['plan.afterTerm'])
  })
})

describe('one person at two activities of one day', () => {
  const other = 'other' as PersonId
  test('is asked about, by day and by person; longer activities and other days are not', () => {
    const first = line({ key: 'a', activity: 'Урок' })
    expect(sameDays([first, line({ key: 'b', activity: 'Семинар', personIds: [other, person] })])).toEqual([
      { day: '2021-10-12', personId: person, activities: ['Урок', 'Семинар'] },
    ])
    expect(sameDays([first, line({ key: 'b', startsOn: '2021-10-13', endsOn: '2021-10-13' })])).toEqual([])
    expect(sameDays([first, line({ key: 'b', endsOn: '2021-10-13' })])).toEqual([])
    expect(sameDays([first, line({ key: 'b', personIds: [other] })])).toEqual([])
    expect(sameDays([line({ personIds: [person, person] })])).toEqual([])
    expect(sameDays([line({ startsOn: null, endsOn: null }), line({ startsOn: null, endsOn: null })])).toEqual([])
  })
})

describe('the days, words and emptiness of a line', () => {
  const rules = (more: Partial<Line>, regulation = luga) =>
    brokenLines([{ line: line(more), row: 3 }], frame, regulation, known).map(({ rule, field }) => [rule, field])
  test('a single day outside the year is refused once, two days each', () => {
    const refused = (startsOn: '2020-10-01', endsOn: '2020-10-01' | '2020-10-02') =>
      rules({ startsOn, endsOn }).map(([, field]) => field)
    expect(refused('2020-10-01', '2020-10-01')).toEqual(['lines.3.startsOn'])
    expect(refused('2020-10-01', '2020-10-02')).toEqual(['lines.3.startsOn', 'lines.3.endsOn'])
  })
  test('a direction is one of the regulation', () => {
    const list = ['math', 'it'].map((code) => ({ code, label: code }))
    const regulation = { ...luga, directions: { clause: ['1.1'], list } }
    expect(rules({ direction: 'it' }, regulation)).toEqual([])
    expect(rules({ direction: 'chess' }, regulation)).toEqual([['plan.unknownDirection', 'lines.3.direction']])
    expect(rules({ direction: null }, regulation)).toEqual([])
  })
  test('anything written keeps a row', () => {
    const blank = { activity: '', form: null, startsOn: null, endsOn: null, personIds: [], own: {} }
    expect(isEmptyLine(blank)).toBe(true)
    for (const one of [
      { activity: 'Урок' },
      { form: 'openLesson' },
      { startsOn: '2021-10-12' },
      { endsOn: '2021-10-12' },
      { personIds: [person] },
      { own: { stage: 'Первый этап' } },
    ])
      expect(isEmptyLine({ ...blank, ...one })).toBe(false)
  })
})

describe('a plan sent on', () => {
  const missing = (
    lines: Line[],
    executed: string[] = [],
    needsReason = false,
    reason: string | null = null,
    regulation = strict,
  ) =>
    missingForSubmission(
      lines.map((one, row) => ({ line: one, row })),
      { executed: new Set(executed), regulation, needsReason, reason },
    ).map(({ rule, field }) => [rule, field])

  test('may not be empty', () => expect(missing([])).toEqual([['plan.noLines', undefined]]))
  test('lacks nothing', () => expect(missing([line()])).toEqual([]))
  test('says all that a line lacks', () => {
    expect(missing([line(), line({ activity: '', form: null, startsOn: null, endsOn: null, personIds: [] })])).toEqual([
      ['plan.needsActivity', 'lines.1.activity'],
      ['plan.needsForm', 'lines.1.form'],
      ['plan.needsStart', 'lines.1.startsOn'],
      ['plan.needsEnd', 'lines.1.endsOn'],
      ['plan.needsPerson', 'lines.1.people.0'],
    ])
  })
  test('does not ask again about lines with a report', () => expect(missing([line({ form: null })], ['a'])).toEqual([]))
  test('needs a reason from the second version on, where the paper asks for one', () => {
    expect(missing([line()], [], true, '  ')).toEqual([['plan.needsReason', 'reason']])
    expect(missing([line()], [], true, 'Карантин')).toEqual([])
    expect(missing([line()], [], true, null, luga)).toEqual([])
  })
})

describe('a plan on its way back', () => {
  const said = (refusals: ReturnType<typeof whyChange>) => refusals.map(({ rule, field }) => [rule, field])
  test('once approved, is changed with a reason where the paper asks for one', () => {
    expect(said(whyChange(strict, 'Карантин'))).toEqual([])
    expect(said(whyChange(strict, '  '))).toEqual([['plan.needsReason', 'reason']])
    expect(said(whyChange(luga, null))).toEqual([])
  })
  test('is given up only where an approved one remains', () => {
    expect(said(onlyNewVersions(true))).toEqual([])
    expect(said(onlyNewVersions(false))).toEqual([['plan.nothingToDrop', undefined]])
  })
})

describe('the report on a line', () => {
  const today = '2021-10-20'
  const held = { outcome: 'held', heldOn: '2021-10-12', peopleCount: 16, note: null } as const
  const wrong = (more: object) => wrongExecution({ ...held, ...more }, frame, today).map(({ rule, field }) => [rule, field])

  test('is right on the day, with nobody or with many', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ heldOn: today, peopleCount: 0 })).toEqual([])
    expect(wrong({ peopleCount: null })).toEqual([])
  })
  test.each([
    [{ heldOn: '2021-10-21' }, ['plan.heldInFuture', 'heldOn']],
    [{ heldOn: '2021-08-31' }, ['plan.heldOutsidePeriod', 'heldOn']],
    [{ heldOn: null }, ['plan.needsHeldOn', 'heldOn']],
    [{ peopleCount: -1 }, ['plan.wrongPeopleCount', 'peopleCount']],
    [{ outcome: 'cancelled', note: null }, ['plan.cancelledNeedsNote', 'note']],
  ])('%j is refused', (more, refusal) => expect(wrong(more)).toEqual([refusal]))
  test('nothing is held after the end of the status', () => {
    const until = (to: '2021-10-11' | null) =>
      wrongExecution(held, { ...frame, term: { ...frame.term, to } }, today).map(({ rule }) => rule)
    expect(until('2021-10-11')).toEqual(['plan.heldAfterEnd'])
    expect(until(null)).toEqual([])
  })
  test('a cancelled one needs only a note', () =>
    expect(wrong({ outcome: 'cancelled', heldOn: null, note: 'Карантин' })).toEqual([]))
})

describe('how a line stands today', () => {
  test.each([
    ['2021-10-12', 'soon'],
    ['2021-09-28', 'soon'],
    ['2021-09-27', 'ahead'],
    ['2021-10-13', 'overdue'],
  ])('on %s it is %s', (today, state) => expect(lineState(line(), null, today)).toBe(state))
  test('a report settles it', () => {
    expect(lineState(line(), { outcome: 'held' }, '2022-01-01')).toBe('held')
    expect(lineState(line(), { outcome: 'cancelled' }, '2022-01-01')).toBe('cancelled')
  })
  test('plan and fact by month, September first', () => {
    const lines = [
      { ...line(), execution: { outcome: 'held' as const } },
      { ...line(), execution: null },
      { ...line({ startsOn: '2022-05-11', endsOn: '2022-05-11' }), execution: null },
    ]
    const months = planFactByMonth(lines, frame.period, '2021-11-01')
    expect(months.map(({ month }) => month)).toEqual([9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(months[1]).toEqual({ month: 10, planned: 2, held: 1, cancelled: 0, overdue: 1 })
    expect(months[8]).toEqual({ month: 5, planned: 1, held: 0, cancelled: 0, overdue: 0 })
    expect(tally(lines, '2021-11-01')).toEqual({ held: 1, cancelled: 0, overdue: 1, soon: 0, ahead: 1, total: 3 })
  })
})

test('two versions differ by added, removed and changed lines', () => {
  const before = [line({ key: 'a' }), line({ key: 'b' }), line({ key: 'c' })]
  const after = [line({ key: 'a' }), line({ key: 'b', activity: 'Семинар', endsOn: '2021-10-14' }), line({ key: 'd' })]
  expect(compare(before, after)).toEqual([
    { kind: 'changed', before: before[1], after: after[1], fields: ['activity', 'dates'] },
    { kind: 'added', line: after[2] },
    { kind: 'removed', line: before[2] },
  ])
  expect(compare([line({ personIds: ['b', 'a'] as PersonId[] })], [line({ personIds: ['a', 'b'] as PersonId[] })])).toEqual([])
})

test.each<[string, Partial<Line>]>([
  ['activity', { activity: 'Другое' }],
  ['form', { form: 'seminar' }],
  ['dates', { startsOn: '2021-10-11' }],
  ['dates', { endsOn: '2021-10-13' }],
  ['people', { personIds: ['other' as PersonId] }],
  ['people', { personIds: [person, 'other' as PersonId] }],
  ['direction', { direction: 'math' }],
])('a line of which only the %s differ has changed in them', (field, more) => {
  expect(compare([line()], [line(more)])).toMatchObject([{ kind: 'changed', fields: [field] }])
})

describe('the plan of last year', () => {
  const copy = (more: Partial<Line>, term = frame.term) =>
    copyLines([line(more)], {
      from: '2020-09-01',
      frame: { ...frame, term },
      regulation: luga,
      knownPeople: known,
      newKey: () => 'new',
    })[0]!

  test('comes with its dates a year later, under new keys', () => {
    expect(copy({ startsOn: '2020-10-12', endsOn: '2020-10-14' })).toEqual(
      line({ key: 'new', startsOn: '2021-10-12', endsOn: '2021-10-14' }),
    )
  })
  test('29 February becomes 28 February', () => {
    const given = {
      from: '2019-09-01',
      frame: frameOf(2020, frame.term),
      regulation: luga,
      knownPeople: known,
      newKey: () => 'new',
    }
    const leap = { startsOn: '2020-02-29', endsOn: '2020-03-01' }
    expect(copyLines([line(leap)], { ...given })[0]).toMatchObject({ startsOn: '2021-02-28', endsOn: '2021-03-01' })
  })
  test('keeps within the term of the site', () => {
    expect(copy({ startsOn: '2021-05-30', endsOn: '2021-06-10' }, { from: '2021-01-28', to: '2022-05-31' })).toMatchObject({
      startsOn: '2022-05-30',
      endsOn: '2022-05-31',
    })
  })
  test('leaves blank what is no longer known', () => {
    expect(copy({ form: 'dance', direction: 'none', personIds: ['gone' as PersonId] })).toMatchObject({
      form: null,
      direction: null,
      personIds: [],
    })
  })
})

describe('a typed table', () => {
  const merge = (rows: Parameters<typeof mergeRows>[0], executed: string[] = []) => {
    let made = 0
    const stored = [line({ key: 'a' }), line({ key: 'b' })]
    const given = { stored, executed: new Set(executed), knownKeys: new Set(['a', 'b']), newKey: () => `new${++made}` }
    return mergeRows(rows, given).map(({ line: { key, activity }, row }) => [key, activity, row])
  }
  const empty = { ...line({ activity: '', form: null, startsOn: null, endsOn: null, personIds: [] }), key: null }

  test('drops empty rows and gives keys to new ones, and a refusal still finds the row', () => {
    expect(merge([empty, { ...line(), key: null }, line({ key: 'b' })])).toEqual([
      ['new1', 'Открытый урок', 1],
      ['b', 'Открытый урок', 2],
    ])
  })
  test('a line with a report stays as it was, even when it is left out or changed', () => {
    expect(merge([line({ key: 'b', activity: 'Другое' })], ['a', 'b'])).toEqual([
      ['a', 'Открытый урок', -1],
      ['b', 'Открытый урок', 0],
    ])
  })
  test('a strange key or the same key twice becomes a new line', () => {
    expect(merge([line({ key: 'a' }), line({ key: 'a' }), line({ key: 'z' })]).map(([key]) => key)).toEqual(['a', 'new1', 'new2'])
  })
})

test('the year and the term leave some days or none', () => {
  expect(bounds(frameOf(2021, { from: '2022-01-10', to: null }))).toEqual({ from: '2022-01-10', to: '2022-08-31' })
  expect(bounds(frameOf(2023, frame.term))).toBeNull()
})

test('every refusal has its sentence', () => {
  for (const rule of allRules({ code: 'rule', rule: 'plan.noLines' })) expect(ruleText(ruleTexts, rule)).toContain('мероприятие')
  const params = {
    period: '2023 год',
    from: '1',
    to: '2',
    today: '3',
    most: 4,
    count: 501,
    who: 'Снигур Н. А.',
    day: '5',
    activities: '«Урок»',
    members: 9,
    people: 11,
    present: 7,
    name: 'Совет',
    quorum: 6,
    reason: 'лекция: площадки работают только на расстоянии',
  }
  for (const rule of Object.keys(ruleTexts)) {
    const text = ruleText(ruleTexts, { code: 'rule', rule: rule as 'plan.noLines', params })
    expect(text).not.toContain('undefined')
  }
})

describe('what a person reads of a plan is so', () => {
  test('a draft that came back is «Возвращён», another one is a draft', () => {
    expect(stateNames[shownState('draft', true)]).toBe('Возвращён')
    expect([shownState('draft', false), shownState('submitted', true)]).toEqual(['draft', 'submitted'])
  })

  test('a line whose day has passed without a mark is not called «не проведено»: nobody knows that', () => {
    const past = { startsOn: '2021-10-01', endsOn: '2021-10-01' }
    expect(stateWord(lineState(past, null, '2021-10-02'), past, '2021-10-02')).toBe('Нет отметки')
  })

  test('the plan is wanted by the first day of work in the year: of the year, or of a status that begins within it', () => {
    expect([planDueOn(frame.period, '2021-01-28'), planDueOn(frame.period, '2022-02-01')]).toEqual(['2021-09-01', '2022-02-01'])
  })

  test('rows are counted by what stands in them: an empty row with its key is none', () => {
    const values = {
      'lines.0.key': 'a',
      'lines.0.activity': 'Семинар',
      'lines.0.startsOn': '15.09.2021',
      'lines.1.key': '',
      'lines.1.activity': ' ',
      'lines.2.people.0': 'p',
      reason: 'x',
    }
    expect(filledRows(values)).toBe(2)
  })
})
