import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { aStep, chebula } from '../../../test/regulations.ts'
import { formOf } from '../../web/form-data.ts'
import { describeRegulation } from '../describe.ts'
import { regulationSchema } from '../schema.ts'
import { captionOf, valueName } from './captions.ts'
import { entries, entryOf } from './entries.ts'
import { inWords } from './in-words.ts'
import type { Input, Parts } from './inputs.ts'
import { hasFilled, proposed } from './proposed.ts'
import { wordsOfClauses } from './speaks.ts'
import { isEmpty, linesOf, valueTyped } from './typed.ts'
import { writtenAs } from './written.ts'

const packages = loadTerritories()

/** Every part with the path of its caption. */
function* parts(input: Input, path: string): Generator<readonly [string, Input]> {
  const inside = function* (of: Parts) {
    for (const [name, one] of Object.entries(of))
      if (name !== 'clause' || path.includes('.')) yield* parts(one, `${path}.${name}`)
  }
  if (input.as === 'group' || input.as === 'rows') {
    if (path.includes('.')) yield [path, input]
    yield* inside(input.of)
  } else if (input.as === 'shapes') {
    yield [`${path}.${input.by}`, { as: 'one', of: Object.keys(input.of), usual: null }]
    for (const of of Object.values(input.of)) yield* inside(of)
  } else yield [path, input]
}

test('new rows of two lists of one rule get codes of their own', () => {
  const { input } = entryOf('eligibility') ?? {}
  const criterion = (text: string) => ({ code: '', text, evidence: 'file' })
  const value =
    input && valueTyped(input, { all: [criterion('а')], atLeast: { count: '1', of: [criterion('б'), criterion('в')] } })
  expect(JSON.stringify(value).match(/"code":"\w+"/g)).toHaveLength(3)
  expect(new Set(JSON.stringify(value).match(/"code":"\w+"/g)).size).toBe(3)
})

describe('every rule can be filled in', () => {
  test.each(entries.map((entry) => [entry.key, entry] as const))(
    '%s: each part has a caption, each value a name',
    (_key, entry) => {
      for (const [path, input] of parts(entry.input, entry.captions)) {
        if (path.endsWith('.code') && input.as === 'text') continue
        expect(captionOf(path)).not.toBe('')
        if (input.as === 'one' || input.as === 'several')
          for (const value of input.of) expect(valueName(path, value)).not.toBe('')
      }
    },
  )

  test.each(packages.map(({ facts, regulation }) => [facts.territory.code, regulation] as const))(
    '%s: what stands in the regulation is read back from its form as it was',
    (_code, regulation) => {
      for (const entry of entries) {
        const value = entry.read(regulation)
        if (value === null) continue
        const flat = Object.entries(writtenAs(entry.input, value, 'value')).flatMap(([name, text]) =>
          (Array.isArray(text) ? text : [text]).map((one) => [name, one] as const),
        )
        const { nested } = formOf(flat, [])
        expect([entry.key, valueTyped(entry.input, nested.value)]).toEqual([entry.key, value])
        expect(entry.write(regulation, value)).toEqual(regulation)
        expect(inWords(entry, value, regulation).every(({ label, text }) => label !== '' && text !== '')).toBe(true)
      }
    },
  )

  test.each(packages.map(({ facts, regulation }) => [facts.territory.code, regulation] as const))(
    '%s: half written, with any rule silent or without its clause, it can still be shown',
    (_code, regulation) => {
      for (const entry of entries) {
        const value = entry.read(regulation)
        if (entry.maySilent) expect(() => describeRegulation(entry.write(regulation, null))).not.toThrow()
        if (entry.cites && value !== null)
          expect(() => describeRegulation(entry.write(regulation, { ...Object(value), clause: [] }))).not.toThrow()
      }
    },
  )

  test('a rule of every key of the schema is an entry, the text itself, or stands beside them', () => {
    const known = new Set(entries.map(({ key }) => key.split('.')[0]))
    const others = [
      'edition',
      'title',
      'subtitle',
      'level',
      'localTime',
      'paperWords',
      'clauses',
      'orderPoints',
      'provisions',
      'exceptions',
      'examples',
    ]
    expect(Object.keys(regulationSchema.shape).filter((key) => !known.has(key) && !others.includes(key))).toEqual([])
  })
})

const term = entryOf('term')!
const report = entryOf('report')!
const directions = entryOf('directions')!

describe('what is typed', () => {
  test('a term of months and a term of days are two shapes of one rule', () => {
    const typed = { kind: 'fixed', clause: ['2.2'], fixed: { from: '1 сентября 2026', to: '31.08.2029' } }
    expect(valueTyped(term.input, typed)).toEqual({ kind: 'fixed', clause: ['2.2'], from: '2026-09-01', to: '2029-08-31' })
    expect(valueTyped(term.input, { kind: 'longest', clause: ['3.3'], longest: { months: '36' } })).toEqual({
      kind: 'longest',
      clause: ['3.3'],
      months: 36,
    })
  })

  test('a shape nobody chose is refused by the schema and loses nothing', () => {
    expect(term.schema.safeParse(valueTyped(term.input, { kind: '', clause: ['1'] })).success).toBe(false)
  })

  test.each([
    ['15 июня', '06-15'],
    ['15.06', '06-15'],
    ['15.06.', '06-15'],
    ['1 июня 2024', '06-01'],
    ['', null],
    ['30 февраля', '30 февраля'],
    ['29 февраля', '29 февраля'],
  ])('the day of a report «%s» is %s', (typed, day) => {
    const due = { kind: day === null ? '' : 'on', on: { day: typed, of: 'period' } }
    const written = day === null ? null : { kind: 'on', day, of: 'period' }
    expect(valueTyped(report.input, { kinds: [{ title: 'Отчёт', due }] })).toMatchObject({ kinds: [{ due: written }] })
  })

  test('a step of a procedure is written and read back: its time, what silence means, where a refusal leads; empty, they are none', () => {
    const plan = entryOf('plan')!
    const step = aStep('agree', 'operator', { due: { count: 10, unit: 'workingDay' }, silence: 'consent' })
    const given = { ...chebula.plan, chain: [step, aStep('approve', 'authority', { onRefusal: 1 })] }
    const flat = Object.entries(writtenAs(plan.input, given, 'value')).flatMap(([name, text]) =>
      (Array.isArray(text) ? text : [text]).map((one) => [name, one] as const),
    )
    expect(valueTyped(plan.input, formOf(flat, []).nested.value)).toMatchObject({ chain: given.chain })
  })

  test('rows left empty are left out, a new one gets a code nobody has', () => {
    const list = [
      { code: 'item1', label: 'Чтение' },
      { code: '', label: '' },
      { code: '', label: 'Письмо' },
    ]
    expect(valueTyped(directions.input, { clause: ['2'], list })).toEqual({
      clause: ['2'],
      list: [
        { code: 'item1', label: 'Чтение' },
        { code: 'item2', label: 'Письмо' },
      ],
    })
  })

  test('a row without a clause of its own comes from the clause of its rule', () => {
    const forms = entryOf('forms')!
    const catalogue = [
      { code: 'a', label: 'Лекция', remote: 'no' },
      { code: 'b', label: 'Семинар', remote: 'yes', clause: ['5.2'] },
    ]
    expect(valueTyped(forms.input, { clause: ['5.1'], catalogue })).toMatchObject({
      catalogue: [{ clause: ['5.1'] }, { clause: ['5.2'] }],
    })
  })

  test('marks of a list before its lines go, a dash inside stays', () => {
    expect(linesOf('– программа\n• план — график\n\n -отчёт ')).toEqual(['программа', 'план — график', 'отчёт'])
  })

  test('a row with nothing but a code is empty', () => {
    expect(isEmpty({ code: 'item1', label: ' ' })).toBe(true)
    expect(isEmpty({ code: 'item1', label: 'Чтение' })).toBe(false)
  })
})

describe('a row that is cleared again is no row, although a choice pressed in it cannot be taken back', () => {
  const rowsOf = (key: string, ...path: string[]) => {
    const input = path.reduce<Input | undefined>(
      (of, name) => (of?.as === 'group' || of?.as === 'rows' ? of.of[name] : undefined),
      entryOf(key)?.input,
    )
    if (input?.as !== 'rows') throw new Error(`no rows at ${key} ${path}`)
    return input
  }
  const kept = (input: Input, ...given: unknown[]) => valueTyped(input, given)

  test.each([
    ['application', ['items'], { code: 'a', caption: ' ', kind: 'text', required: 'yes', options: '', clause: '' }],
    ['forms', ['catalogue'], { code: '', label: '', remote: 'no', clause: '' }],
    ['consequences', ['list'], { missed: 'report', times: '', days: '', follows: 'question', ground: '', clause: '' }],
    ['intakeDays', ['windows'], { days: { kind: 'between', between: { from: '', to: '' }, nth: { month: '' } } }],
    [
      'intakeDays',
      ['windows'],
      { days: { kind: 'nth', between: { from: '1 мая' }, nth: { place: '', weekday: '', month: '' } } },
    ],
    [
      'bodies',
      ['further'],
      { code: 'b1', name: '', short: { nominative: '' }, vote: { members: '', quorum: '', majority: 'present' } },
    ],
    [
      'report',
      ['kinds'],
      {
        code: '',
        title: '',
        unit: 'year',
        form: 'card',
        due: { kind: 'on', on: { day: '', of: 'period' } },
        chain: [{ act: 'agree', by: '', how: 'one', due: { count: '', unit: 'day' } }],
      },
    ],
    ['report', ['kinds'], { title: '', due: { kind: 'nth', nth: { place: 'first', weekday: 'monday', of: 'period' } } }],
  ])('%s.%s: %j', (key, path, row) => {
    expect(kept(rowsOf(key, ...path), row)).toEqual([])
  })

  test.each([
    ['a clause', 'forms', ['catalogue'], { code: '', label: '', remote: 'no', clause: '5.1' }],
    ['a number', 'consequences', ['list'], { missed: 'report', times: '1', days: '' }],
    ['a day', 'intakeDays', ['windows'], { days: { kind: 'between', between: { from: '1 мая', to: '' } } }],
    ['a day of a shape nobody chose', 'intakeDays', ['windows'], { days: { kind: '', between: { from: '1 мая', to: '' } } }],
    ['a party of a row within', 'report', ['kinds'], { title: '', chain: [{ act: 'agree', by: 'operator' }] }],
    ['what is marked in a list', 'application', ['programme'], { caption: '', kind: 'text', asks: ['goal'] }],
    ['lines to be cut into rows within', 'report', ['kinds'], { title: '', criteriaList: 'полнота' }],
  ])('%s keeps it', (_what, key, path, row) => {
    expect(kept(rowsOf(key, ...path), row)).toHaveLength(1)
  })

  test.each([
    ['eligibility', ['groups'], { how: 'all', count: '', within: '', clause: '' }, { how: '' }],
    ['publication', ['things'], { what: 'regulation', clause: '' }, { what: '' }],
    [
      'intakeDays',
      ['windows'],
      { days: { kind: 'nth', nth: { month: 'every' } } },
      { days: { kind: 'nth', nth: { month: '' } } },
    ],
  ])('%s.%s may be a choice alone, until that is taken back', (key, path, row, cleared) => {
    expect(kept(rowsOf(key, ...path), row, cleared)).toHaveLength(1)
  })

  test('a way of saying it that has no fields of its own is content where nothing else can be', () => {
    const when = {
      as: 'shapes',
      by: 'kind',
      of: { always: {}, on: { day: { as: 'day', optional: false } } },
      optional: false,
    } as const
    const title = { as: 'text', optional: false } as const
    const row = { title: '', when: { kind: 'always' } }
    expect(kept({ as: 'rows', of: { when }, codes: 'item' }, row)).toHaveLength(1)
    expect(kept({ as: 'rows', of: { title, when }, codes: 'item' }, row)).toEqual([])
  })

  test('what is usual stays chosen', () => {
    const form = { as: 'one', of: ['assembled', 'card'], usual: 'assembled' } as const
    const rows = { as: 'rows', of: { title: { as: 'text', optional: true }, form }, codes: 'kind' } as const
    expect(kept(rows, { title: 'Отчёт', form: 'assembled' }, { code: 'k2', title: '', form: 'assembled' })).toHaveLength(1)
    expect(kept(rows, { code: '', title: '', form: 'card' })).toHaveLength(1)
  })

  test('a choice of an optional part alone does not make it said', () => {
    const atLeast = { count: '', of: [{ code: '', text: '', evidence: 'file' }] }
    expect(valueTyped(entryOf('eligibility')!.input, { all: [], atLeast })).toMatchObject({ atLeast: null })
  })

  test('a comma between two numbers does as a semicolon does', () => {
    const [comma, semicolon] = ['3.3, 4.1', '3.3; 4.1'].map((named) => [...wordsOfClauses(named, chebula)])
    expect(comma).toEqual(semicolon)
    expect(comma?.length).toBeGreaterThan([...wordsOfClauses('3.3', chebula)].length)
  })

  test('what was typed already is no proposal', () => {
    expect(hasFilled({ months: '12', clause: '' }, { months: '12', clause: '3.3' })).toBe(true)
    expect(hasFilled({ months: '12', clause: '' }, { months: '12', clause: '' })).toBe(false)
    expect(hasFilled(undefined, { list: [{ text: 'а' }] })).toBe(true)
  })

  test('it is not proposed again', () => {
    const forms = entryOf('forms')!
    const catalogue = [
      { code: 'a', label: 'Лекция', remote: '' },
      { code: 'b', label: '', remote: 'no', clause: '' },
    ]
    expect(proposed(forms, { clause: '2.2', catalogue }, chebula)).toMatchObject({
      catalogue: [{ label: 'Лекция', remote: 'no' }],
    })
    const atLeast = { count: '', of: [{ code: '', text: '', evidence: 'file' }] }
    expect(proposed(entryOf('eligibility')!, { clause: '2.2', atLeast }, chebula)).toMatchObject({ atLeast })
  })
})
