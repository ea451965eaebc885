// Proves R-33, R-A2.
import { describe, expect, test } from 'vitest'
import { aProgrammeContent } from '../../../../test/factories/programmes.ts'
import { chebula, lenobl } from '../../../../test/regulations.ts'
import type { ApplicationView } from '../model.ts'
import { checkAnswerDay, placeName, remarkPlaces } from './rules.ts'

describe('the day of an answer', () => {
  const rule = (dueOn: Parameters<typeof checkAnswerDay>[0]) => {
    const checked = checkAnswerDay(dueOn, '2021-01-28')
    return checked.ok ? 'ok' : checked.refusal
  }
  test('may be none, today, or within ninety days', () =>
    expect([null, '2021-01-28', '2021-04-28'].map((day) => rule(day as never))).toEqual(['ok', 'ok', 'ok']))
  test('is not in the past', () => expect(rule('2021-01-27')).toMatchObject({ rule: 'information.dueInPast', field: 'dueOn' }))
  test('is not so far that nobody remembers', () =>
    expect(rule('2021-04-29')).toMatchObject({ rule: 'information.dueTooFar', params: { most: 90 } }))
})

describe('places of remarks', () => {
  const content = aProgrammeContent(lenobl)
  const view = { programme: { content } } as unknown as ApplicationView
  const sections = (places: ReturnType<typeof remarkPlaces>) => places.map(({ section }) => section)

  test('are the sections, the parts of the programme and each of its topics', () => {
    const places = remarkPlaces(lenobl, view)
    expect(sections(places)).toEqual(
      expect.arrayContaining(['organisations', 'programme', 'programme.note', `programme.topic.${content.topics[0]!.id}`]),
    )
    expect(places.at(-1)!.title).toBe(`Тема ${content.topics.length}. ${content.topics.at(-1)!.title}`)
  })
  test('end with the sections when nothing of a programme is written', () => {
    const none = { programme: null } as unknown as ApplicationView
    expect(sections(remarkPlaces(lenobl, none)).filter((section) => section.startsWith('programme.'))).toEqual([])
  })
  test('know no programme where the regulation asks for none', () => {
    const asked = sections(remarkPlaces(chebula, view)).includes('programme')
    expect(sections(remarkPlaces(chebula, view)).some((section) => section.startsWith('programme.'))).toBe(asked)
  })
  test('a topic that is gone is called by its programme', () => {
    const places = remarkPlaces(lenobl, view)
    expect(placeName(places, 'organisations')).toBe('Организации')
    expect(placeName(places, 'programme.topic.gone')).toBe('Программа в целом')
  })
})
