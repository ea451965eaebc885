import { describe, expect, test } from 'vitest'
import { turochak } from '../../../test/regulations.ts'
import { formOf } from '../../web/form-data.ts'
import { describeRegulation } from '../describe.ts'
import { entryOf } from '../editor/entries.ts'
import { inWords } from '../editor/in-words.ts'
import { valueTyped } from '../editor/typed.ts'
import { writtenAs } from '../editor/written.ts'
import { regulationSchema } from '../schema.ts'
import { conditionProblems, conditionsInWords, type KnownCase, unmetConditions } from './conditions.ts'

const clause = ['2']
const figure = {
  code: 'share',
  kind: 'number' as const,
  caption: 'Доля педагогов с категорией',
  required: true,
  options: [],
  clause,
}
/** Each applies as a school; a head with five years of service; two of: a diploma, a publication, all of a group of its own. */
const regulation = regulationSchema.parse({
  ...turochak,
  application: { ...turochak.application, clause, items: [...(turochak.application?.items ?? []), figure], programme: [] },
  eligibility: {
    clause,
    all: [
      { code: 'resources', text: 'ресурсы', evidence: 'file', clause },
      { code: 'diploma', text: 'диплом', evidence: 'file', group: 1, clause },
      { code: 'paper', text: 'публикация', evidence: 'link', group: 1, clause },
    ],
    atLeast: null,
    checks: [
      { code: 'school', group: null, checked: { kind: 'applicant', kinds: ['school'] }, clause: ['1.2'] },
      { code: 'service', group: null, checked: { kind: 'service', years: 5 }, clause: ['4.1'] },
      { code: 'category', group: 2, checked: { kind: 'category', categories: ['highest'] }, clause },
      {
        code: 'share',
        group: 2,
        checked: { kind: 'figure', item: 'доля педагогов с категорией', compare: 'atLeast', value: 95 },
        clause,
      },
    ],
    groups: [
      { how: 'atLeast', count: 2, within: null, clause: ['3.1'] },
      { how: 'all', count: null, within: 1, clause },
    ],
  },
})
const whole: KnownCase = {
  proved: new Set(['resources', 'diploma', 'paper']),
  kinds: ['school', 'school'],
  head: { posts: ['head'], category: 'highest', work: [{ from: '2016-09-01', to: null }] },
  own: { share: '96' },
  on: '2021-09-01',
}
const unmet = (more: Partial<KnownCase>) =>
  unmetConditions(regulation, { ...whole, ...more }).map(({ code, basis }) => [code, basis.clause])

describe('conditions', () => {
  test('whoever fits all of them lacks nothing, and exactly five years are five years', () => {
    expect(unmet({})).toEqual([])
  })

  test.each<[string, Partial<KnownCase>, [string, string][]]>([
    ['one of those who apply is of another kind', { kinds: ['school', 'kindergarten'] }, [['school', '1.2']]],
    ['nobody applies', { kinds: [] }, [['school', '1.2']]],
    ['a day less than five years', { on: '2021-08-31' }, [['service', '4.1']]],
    ['nobody is named as the head', { head: null }, [['service', '4.1']]],
    ['one proof of the group, and the inner group whole', { proved: new Set(['paper']) }, []],
    ['one proof alone, the share too small', { proved: new Set(['paper']), own: { share: '94.5' } }, [['group1', '3.1']]],
    ['one proof alone, no figure written', { proved: new Set(['paper']), own: {} }, [['group1', '3.1']]],
    ['two proofs, and nothing of the inner group', { own: {}, head: { ...whole.head!, category: 'first' } }, []],
  ])('%s', (_, more, expected) => {
    expect(unmet(more)).toEqual(expected)
  })

  test.each<[string, [string, string | null][], boolean, string]>([
    [
      'posts one after another are one time of work',
      [
        ['2016-09-01', '2018-12-31'],
        ['2019-01-01', null],
      ],
      true,
      '',
    ],
    [
      'two posts at once count once',
      [
        ['2018-09-01', null],
        ['2018-09-01', null],
      ],
      false,
      'по реестру — с 1 сентября 2018 г.;',
    ],
    [
      'a gap is no work',
      [
        ['2016-08-31', '2018-12-31'],
        ['2019-01-03', null],
      ],
      false,
      'с 31 августа 2016 г., с перерывами;',
    ],
    [
      'a gap made up by an earlier start',
      [
        ['2016-08-30', '2018-12-31'],
        ['2019-01-03', null],
      ],
      true,
      '',
    ],
    ['work that ended long ago does not go on', [['2015-09-01', '2020-08-31']], true, ''],
    ['work that ended too soon', [['2016-09-01', '2021-08-30']], false, 'с 1 сентября 2016 г., с перерывами;'],
    [
      'the first post entered last autumn',
      [['2020-10-01', null]],
      false,
      'по реестру — с 1 октября 2020 г.; внесите прежние должности',
    ],
    ['a post that begins later', [['2022-01-01', null]], false, 'по реестру — с 1 января 2022 г.'],
    ['nobody entered a post', [], false, 'в реестре должностей нет; внесите прежние должности'],
  ])('years of work: %s', (_, spans, fits, said) => {
    const work = spans.map(([from, to]) => ({ from, to })) as never
    const found = unmetConditions(regulation, { ...whole, head: { ...whole.head!, work } })
    expect(found.map(({ code }) => code)).toEqual(fits ? [] : ['service'])
    expect(found[0]?.known ?? '').toContain(said)
  })

  test('of a person who is not named the registers say nothing', () => {
    expect(unmetConditions(regulation, { ...whole, head: null }).map(({ known }) => known)).toEqual([''])
  })

  test('are said as the paper would, beside their clauses', () => {
    const words =
      'не менее двух из трёх: диплом; публикация; (всё из перечня: категория руководителя площадки: высшая; доля педагогов с категорией: не меньше 95)'
    expect(conditionsInWords(regulation).map(({ text }) => text)).toEqual([
      'каждый, кто подаёт заявку: школа',
      'стаж руководителя площадки, лет: не меньше 5',
      words,
    ])
    expect(JSON.stringify(describeRegulation(regulation).get('3.1'))).toContain('не менее двух из трёх')
  })

  test('are written in the browser and read back as they were', () => {
    const entry = entryOf('eligibility')!
    const flat = Object.entries(writtenAs(entry.input, regulation.eligibility, 'value')).flatMap(([name, text]) =>
      (Array.isArray(text) ? text : [text]).map((one) => [name, one] as const),
    )
    const typed = valueTyped(entry.input, formOf(flat, []).nested.value)
    expect(entry.schema.parse(typed)).toEqual(regulation.eligibility)
    expect(inWords(entry, regulation.eligibility, regulation).every(({ text }) => text !== '')).toBe(true)
  })

  test.each<[string, Partial<NonNullable<typeof regulation.eligibility>>, string[]]>([
    [
      'more wanted than there is',
      { groups: [{ how: 'atLeast', count: 4, within: null, clause }, regulation.eligibility!.groups[1]!] },
      ['группа 1: нужно 4 из 3'],
    ],
    [
      'a number left out',
      { groups: [{ how: 'atLeast', count: null, within: null, clause }, regulation.eligibility!.groups[1]!] },
      ['группа 1: не сказано, сколько условий нужно'],
    ],
    [
      'an empty group',
      { groups: [...regulation.eligibility!.groups, { how: 'any', count: null, within: null, clause }] },
      ['группа 3 пуста'],
    ],
    ['a group that is not there', { groups: regulation.eligibility!.groups.slice(0, 1) }, ['группы 2 нет', 'группа 1: нужно']],
    [
      'a circle',
      { groups: [{ how: 'any', count: null, within: 2, clause }, regulation.eligibility!.groups[1]!] },
      ['группа 1 входит сама в себя', 'группа 2 входит сама в себя'],
    ],
    [
      'a figure nobody writes',
      { checks: [{ code: 'x', group: 2, checked: { kind: 'figure', item: 'Доля', compare: 'atMost', value: 1 }, clause }] },
      ['«Доля»: среди сведений заявки такого числа нет'],
    ],
  ])('%s is found by the check', (_, more, expected) => {
    const eligibility = { ...regulation.eligibility!, ...more }
    const found = conditionProblems({ ...regulation, eligibility })
    for (const problem of expected.slice(0, 1)) expect(found.join('\n')).toContain(problem)
    expect(conditionProblems(regulation)).toEqual([])
  })
})
