import { expect, test } from 'vitest'
import { askedNames } from './written-content.ts'

const id = '0190a3c1-7a3e-7cc2-9d5b-3b1f5a1c2d3e'

test('ids and typed names are gathered from a form as typed, as read, and from a stored order; each once', () => {
  const typed = {
    title: 'О площадках',
    controllerName: 'Снигур Н. А.',
    'points.0.assigneeNames.0': 'Петров И. И.',
    'points.0.assigneeNames.1': ' ',
  }
  const read = { points: [{ assigneeIds: [id], assigneeNames: ['Петров И. И.'], effects: [{ organisationNames: ['СОШ № 1'] }] }] }
  const { ids, people, organisations } = askedNames(typed, read, { order: { signatoryId: id, at: new Date(0), none: null } })
  expect(ids).toEqual([id])
  expect(people).toEqual(['Снигур Н. А.', 'Петров И. И.', 'СОШ № 1'])
  expect(organisations).toEqual(people)
})
