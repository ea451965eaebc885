// Proves R-31.
import { describe, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { type Concerned, conflictsOf, isNamed, type KnownExpert } from './conflict-rules.ts'

const organisation = (id: string) => id as OrganisationId
const person = (id: string) => id as PersonId

const expert: KnownExpert = {
  personId: person('expert'),
  fullName: 'Ветров Олег Павлович',
  employer: 'Северный педагогический институт',
  employerOrganisationId: organisation('institute'),
  worksIn: [],
  appointedAt: [],
  settlements: [],
}
const application: Concerned = {
  organisations: [
    { id: organisation('school'), shortName: 'Озёрная школа', charterName: 'МБОУ «Озёрная школа»', settlement: 'пос. Озёрный' },
    { id: organisation('partner'), shortName: 'Полевая школа', charterName: 'МБОУ «Полевая школа»', settlement: null },
  ],
  initiatorId: organisation('school'),
  headId: person('head'),
  adviserName: null,
  authorId: person('author'),
  submittedBy: person('submitter'),
  editorIds: [person('editor')],
}

test('a stranger has no conflict', () => {
  expect(conflictsOf(expert, { ...application, initiatorId: organisation('operator') })).toEqual([])
  expect(conflictsOf(expert, application)).toEqual([])
})

describe('each tie is a sentence of its own', () => {
  const cases: readonly [string, Partial<KnownExpert>, Partial<Concerned>, string][] = [
    ['a post', { worksIn: [organisation('partner')] }, {}, 'Работает в организации-заявителе: Полевая школа'],
    [
      'the employer',
      { employerOrganisationId: organisation('school') },
      {},
      'Место работы эксперта — организация-заявитель: Озёрная школа',
    ],
    [
      'the employer by name',
      { employer: 'МБОУ  «озерная школа»' },
      {},
      'Место работы эксперта — организация-заявитель: Озёрная школа',
    ],
    ['a site', { appointedAt: [organisation('school')] }, {}, 'Назначен на площадку организации-заявителя: Озёрная школа'],
    [
      'who submitted it',
      { worksIn: [organisation('authority')] },
      { initiatorId: organisation('authority') },
      'Работает в организации, которая подала заявку',
    ],
    ['the head', {}, { headId: person('expert') }, 'Назван руководителем будущей площадки'],
    ['the adviser', {}, { adviserName: 'О. П. Ветров' }, 'Назван научным руководителем в заявке'],
    ['the author', {}, { authorId: person('expert') }, 'Составил или подал эту заявку'],
    ['the sender', {}, { submittedBy: person('expert') }, 'Составил или подал эту заявку'],
    ['an editor', {}, { editorIds: [person('expert')] }, 'Помогал составлять эту заявку'],
    ['the settlement', { settlements: ['Пос. Озерный'] }, {}, 'Работает там же, где организация-заявитель: пос. Озёрный'],
  ]
  test.each(cases)('%s', (_, ofExpert, ofApplication, sentence) => {
    expect(conflictsOf({ ...expert, ...ofExpert }, { ...application, ...ofApplication })).toEqual([sentence])
  })

  test('several ties are all told', () => {
    const tied = { ...expert, worksIn: [organisation('school')], settlements: ['пос. Озёрный'] }
    expect(conflictsOf(tied, { ...application, headId: person('expert') })).toHaveLength(3)
  })
})

test('a typed name is this person’s when the family name and every initial fit', () => {
  for (const typed of ['Ветров Олег Павлович', 'Ветров О. П.', 'О.П. Ветров', 'ветров', 'Ветров Олег'])
    expect(isNamed(typed, expert.fullName), typed).toBe(true)
  for (const typed of ['Ветрова О. П.', 'Ветров А. П.', 'Олег Павлович', '', null])
    expect(isNamed(typed, expert.fullName), String(typed)).toBe(false)
})
