import { describe, expect, test } from 'vitest'
import { queryText } from '../../web/paths.ts'
import { addressOf, foundWords, isAsked, queryOf, tagsOf } from './ask.ts'
import { alwaysOne, anyText, oneId, oneKnown, onePeriod, oneText, oneYear } from './filters.ts'
import { written } from './keys.ts'
import type { Address, Query } from './spec.ts'

const states = { active: 'Действуют', ended: 'Завершены' } as const
const spec = {
  search: 'Название',
  asOf: { hint: '' },
  sorts: ['name', 'term'],
  filters: {
    kind: anyText({
      label: 'Вид',
      choices: [
        { value: 'school', label: 'школа' },
        { value: 'centre', label: 'центр' },
      ],
    }),
    state: alwaysOne(['active', 'ended'], states, { label: 'Состояние', usual: 'active' }),
    post: oneKnown(['head', 'teacher'], { head: 'директор', teacher: 'учитель' }, { label: 'Должность', empty: 'Любая' }),
    site: oneId({ label: 'Площадка', empty: 'Любая', choices: [] }),
    direction: oneText({ label: 'Направление', empty: 'Любое', choices: [] }),
    year: oneYear({ label: 'Год', empty: 'Все', choices: [] }),
  },
} as const
const read = (address: Address, today: string | null = '2022-01-28') =>
  queryOf<Query<typeof spec.filters, 'name' | 'term', string | null>>(spec as never, address, today)
const choices = {
  kind: spec.filters.kind.choices as { value: string; label: string }[],
  state: spec.filters.state.choices as { value: string; label: string }[],
}
const href = (address: Address) => (change: Address) => queryText({ ...address, ...change })
const chosen = (address: Address) => ({ query: read(address), usualOn: '2022-01-28', choices, href: href(address) })

test('a period is asked for by its key, or by the year of an old address', () => {
  const filters = { period: onePeriod({ label: 'Период', choices: [] }) }
  const asked = (address: Address) =>
    queryOf<Query<typeof filters, '', string | null>>({ filters } as never, addressOf({ filters }).parse(address), null).period
  expect([asked({ period: '2023-2кв' }), asked({ year: '2021' }), asked({ period: '2023', year: '2021' })]).toEqual([
    '2023-2кв',
    '2021/22',
    '2023',
  ])
  expect([asked({ period: '2023-5кв' }), asked({ year: 'год' }), asked({})]).toEqual([null, null, null])
})

describe('an address', () => {
  test('asks for nothing: the usual of everything', () => {
    expect(read({})).toEqual({
      on: '2022-01-28',
      q: null,
      sort: 'name',
      down: false,
      page: 1,
      after: null,
      before: null,
      print: false,
      kind: [],
      state: 'active',
      post: null,
      site: null,
      direction: null,
      year: null,
    })
  })

  test('is read parameter by parameter', () => {
    const id = '018f3c5e-0000-7000-8000-000000000001'
    const address = {
      q: 'лес',
      date: '15.09.2021',
      sort: 'term',
      down: 'yes',
      page: '3',
      after: written(['Лесная', null]),
      print: 'yes',
      kind: ['centre'],
      state: 'ended',
      post: 'head',
      site: id,
      direction: 'ИКТ',
      year: '2021',
    }
    expect(read(addressOf(spec as never).parse(address))).toEqual({
      on: '2021-09-15',
      q: 'лес',
      sort: 'term',
      down: true,
      page: 3,
      after: ['Лесная', null],
      before: null,
      print: true,
      kind: ['centre'],
      state: 'ended',
      post: 'head',
      site: id,
      direction: 'ИКТ',
      year: 2021,
    })
  })

  test('of what cannot be is never refused', () => {
    const address = {
      date: '31.02.2021',
      sort: 'x',
      page: '-1',
      after: 'x',
      kind: 'castle',
      state: 'x',
      post: 'x',
      site: 'x',
      year: 'x',
      page_: 'x',
    }
    expect(read(addressOf(spec as never).parse(address))).toEqual(read({}))
    expect(read({ date: '31.02.2021' }, null).on).toBe(null)
  })
})

describe('the tags of conditions', () => {
  test('name each and lead to the address without it', () => {
    const address = { q: 'лес', date: '15.09.2021', kind: ['school', 'centre'], state: 'ended', year: '2021', sort: 'term' }
    const tags = tagsOf(spec as never, chosen(address))
    expect(tags.map(({ label }) => label)).toEqual(['на 15.09.2021', 'школа', 'центр', 'Завершены', '«лес»'])
    expect(new URLSearchParams(tags[1]!.without).getAll('kind')).toEqual(['centre'])
    expect(new URLSearchParams(tags[4]!.without).has('q')).toBe(false)
    expect(new URLSearchParams(tags[4]!.without).get('sort')).toBe('term')
  })

  test('a list is under conditions when one is set, a year over it too; an order is no condition', () => {
    const asked = (address: Address) => isAsked(spec as never, chosen(address))
    expect([asked({}), asked({ sort: 'term', page: '2' }), asked({ year: '2021' }), asked({ q: 'лес' })]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})

test('what was found is counted, with its day', () => {
  const nouns = ['запись', 'записи', 'записей'] as const
  expect(foundWords(nouns, { total: 21, isMore: false }, undefined)).toBe('21 запись')
  expect(foundWords(nouns, { total: 2, isMore: false }, null)).toBe('2 записи на сегодня')
  expect(foundWords(nouns, { total: 5, isMore: false }, '2022-01-28')).toBe('5 записей на 28 января 2022 г.')
  expect(foundWords(nouns, { total: 10_000, isMore: true }, undefined)).toMatch(/^более 10.000 записей$/u)
})
