import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FieldType, fieldTypes, type OwnField, ownLacking, ownOf, ownSaid, ownTyped, ownWritten } from './fields.ts'

const field = (kind: FieldType, more: Partial<OwnField> = {}): OwnField => ({
  ...{ code: kind, kind, caption: `Поле ${kind}`, required: false, options: [], clause: ['1'] },
  ...more,
})
const one = (kind: FieldType, typed: unknown, options: string[] = []) => {
  const { values, wrong } = ownTyped([field(kind, { options })], { [kind]: typed })
  return wrong[0]?.why ?? values[kind] ?? null
}

describe('what is typed into a field of the paper’s own', () => {
  test('is kept by its type', () => {
    expect(one('text', '  Этап первый ')).toBe('Этап первый')
    expect(one('number', '1 250,5')).toBe('1250.5')
    expect(one('number', '−3')).toBe('-3')
    expect(one('hours', '4,5')).toBe('4.5')
    expect(one('day', '15.06.2026')).toBe('2026-06-15')
    expect(one('period', { from: '01.09.2026', to: '31.05.2027' })).toBe('2026-09-01/2027-05-31')
    expect(one('period', { from: '01.09.2026', to: '' })).toBe('2026-09-01/2026-09-01')
    expect(one('choice', 'II квартал', ['I квартал', 'II квартал'])).toBe('II квартал')
    expect(one('table', [['Урок', '2'], ['', ''], 'чужое'], ['Что', 'Сколько'])).toEqual([['Урок', '2']])
  })

  test('says what is wrong with it and where', () => {
    expect(one('number', 'много')).toBe('number')
    expect(one('hours', '1,3')).toBe('hours')
    expect(one('hours', '-1')).toBe('hours')
    expect(one('day', '30.02.2026')).toBe('day')
    expect(one('choice', 'V квартал', ['I квартал'])).toBe('option')
    expect(one('text', 'а'.repeat(10_001))).toBe('long')
    const { wrong } = ownTyped([field('period')], { period: { from: '02.09.2026', to: '01.09.2026' } })
    expect(wrong).toEqual([{ at: 'own.period.to', caption: 'Поле period', why: 'reversed' }])
  })

  test('an empty field is not kept, and one that is required is lacking', () => {
    const fields = [field('text', { required: true }), field('day')]
    expect(ownTyped(fields, { text: ' ', day: '' })).toEqual({ values: {}, wrong: [] })
    expect(ownLacking(fields, {}).map(({ code }) => code)).toEqual(['text'])
    expect(ownLacking(fields, { text: 'есть' })).toEqual([])
  })

  test('a file is not typed', () => expect(ownTyped([field('file')], { file: 'x' })).toEqual({ values: {}, wrong: [] }))
})

test('a field that means something to the system is not its own', () =>
  expect(ownOf([field('text'), { ...field('text'), kind: 'responsible' }]).map(({ kind }) => kind)).toEqual(['text']))

test('is said as people write it', () => {
  expect(ownSaid(field('day'), '2026-06-15')).toBe('15.06.2026')
  expect(ownSaid(field('hours'), '4.5')).toBe('4,5')
  expect(ownSaid(field('period'), '2026-09-01/2027-05-31')).toBe('01.09.2026 – 31.05.2027')
  expect(
    ownSaid(field('table'), [
      ['Урок', '2'],
      ['Семинар', '1'],
    ]),
  ).toBe('Урок — 2\nСеминар — 1')
  expect(ownSaid(field('file'), 'id', () => 'устав.pdf')).toBe('устав.pdf')
  expect(ownSaid(field('text'), undefined)).toBe('')
})

test('whatever is kept is written into the form and read back as it was', () => {
  const options = ['Первый', 'Второй']
  const fields = fieldTypes.filter((kind) => kind !== 'file').map((kind) => field(kind, { options }))
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const word = fc.stringMatching(/^[а-я]{1,12}( [а-я.]{1,8})?$/)
  const kept = fc.record(
    {
      text: word,
      person: word,
      organisation: word,
      number: fc
        .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9 }))
        .map(([whole, part]) => `${whole}.${part}`),
      hours: fc.integer({ min: 0, max: 400 }).map((halves) => String(halves / 2)),
      day,
      period: fc.tuple(day, day).map((days) => days.toSorted().join('/')),
      choice: fc.constantFrom(...options),
      table: fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(kept, (values) => {
      expect(ownTyped(fields, nested(ownWritten(fields, values)))).toEqual({ values, wrong: [] })
    }),
  )
})

/** The names of a form as the form is read: «own.table.0.1» is a list of lists. */
function nested(flat: Readonly<Record<string, string>>): unknown {
  const own: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(flat)) {
    const [, code = '', first, second] = name.split('.')
    if (first === undefined) own[code] = value
    else if (second === undefined) own[code] = { ...Object(own[code]), [first]: value }
    else {
      const rows = Array.isArray(own[code]) ? (own[code] as string[][]) : []
      rows[Number(first)] = [...(rows[Number(first)] ?? []), value]
      own[code] = rows
    }
  }
  return own
}
