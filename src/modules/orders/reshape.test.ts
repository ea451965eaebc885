import '../../../test/installed.ts'
import { describe, expect, test } from 'vitest'
import { named } from './naming-rules.ts'
import { reshapeOrder } from './reshape.ts'

const three = {
  title: 'О площадках',
  'points.0.text': 'первый',
  'points.0.level': '1',
  'points.1.text': 'второй',
  'points.1.level': '2',
  'points.1.effects.0.kind': 'extendStatus',
  'points.1.effects.1.kind': 'revoke',
  'points.2.text': 'третий',
  'points.2.level': '1',
}
const texts = (values: Readonly<Record<string, string | string[]>> | null) =>
  Object.entries(values ?? {})
    .filter(([name]) => /^points\.\d+\.text$/.test(name))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, text]) => text)

describe('buttons over the rows of an order', () => {
  test('another button does not reshape', () => expect(reshapeOrder(three)).toBeNull())
  test.each([
    ['point:add', ['первый', 'второй', 'третий', '']],
    ['point:below:0', ['первый', '', 'второй', 'третий']],
    ['point:remove:1', ['первый', 'третий']],
    ['point:up:2', ['первый', 'третий', 'второй']],
    ['point:down:0', ['второй', 'первый', 'третий']],
    ['point:up:0', ['первый', 'второй', 'третий']],
    ['names', ['первый', 'второй', 'третий']],
    ['nonsense:7', ['первый', 'второй', 'третий']],
  ])('%s', (change, left) => {
    const shaped = reshapeOrder({ ...three, change })
    expect(texts(shaped)).toEqual(left)
    expect(shaped).toMatchObject({ title: 'О площадках' })
    expect(shaped).not.toHaveProperty('change')
  })
  test.each(['__proto__', 'constructor', 'toString', 'noSuchKind', ''])('a change of a kind «%s» is not added', (newEffect) => {
    const shaped = reshapeOrder({ ...three, 'points.1.newEffect': newEffect, change: 'effect:add:1' })
    expect(Object.keys(shaped!).filter((name) => name.startsWith('points.1.effects.'))).toHaveLength(2)
    expect(Object.keys(reshapeOrder({ ...three, 'points.1.newEffect': 'appoint', change: 'effect:add:1' })!)).toContain(
      'points.1.effects.2.kind',
    )
  })
  test('a moved point takes its changes along', () => {
    expect(reshapeOrder({ ...three, change: 'point:up:1' })).toMatchObject({
      'points.0.text': 'второй',
      'points.0.effects.1.kind': 'revoke',
      'points.1.text': 'первый',
    })
  })
  test('a change is taken away or added, a new site gets an id of its own', () => {
    const fewer = reshapeOrder({ ...three, change: 'effect:remove:1:0' })
    expect(fewer).toMatchObject({ 'points.1.effects.0.kind': 'revoke' })
    expect(fewer).not.toHaveProperty(['points.1.effects.1.kind'])
    const more = reshapeOrder({ ...three, 'points.0.newEffect': 'grantStatus', change: 'effect:add:0' })
    expect(more).toMatchObject({ 'points.0.effects.0.kind': 'grantStatus' })
    expect(more?.['points.0.effects.0.siteId']).toMatch(/^[0-9a-f-]{36}$/)
    expect(more).not.toHaveProperty(['points.0.newEffect'])
  })
  test('an appendix is added with a title to begin with', () => {
    expect(reshapeOrder({ ...three, newAppendix: 'sites', change: 'appendix:add' })).toMatchObject({
      'appendices.0.content': 'sites',
      'appendices.0.title': 'Перечень стажировочных площадок',
    })
  })
})

describe('a typed name', () => {
  const rows = [
    { id: '1', label: 'Орлова Анна Ивановна, директор, СОШ № 3' },
    { id: '2', label: 'Орлова Анна Петровна, учитель, СОШ № 4' },
    { id: '3', label: 'МОУ «Озёрная СОШ»' },
    { id: '4', label: 'МОУ «Озёрная СОШ» № 2' },
  ]
  test.each([
    ['Орлова Анна Ивановна, директор, СОШ № 3', { id: '1' }],
    ['орлова  анна п', { id: '2' }],
    ['Орлова', { problem: 'several' }],
    ['Петрова', { problem: 'unknown' }],
    ['моу озерная сош', { id: '3' }],
  ])('%s', (typed, found) => expect(named(rows, typed)).toMatchObject(found))
})
