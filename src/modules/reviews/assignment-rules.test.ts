// Proves R-31.
import { describe, expect, test } from 'vitest'
import type { ApplicationId, OrganisationId, PersonId } from '../../kernel/types.ts'
import { candidatesFor, hasDirection, vacanciesIn, vacancyOf, wrongAssignment } from './assignment-rules.ts'
import type { Concerned } from './conflict-rules.ts'

const school = 'school' as OrganisationId
const application = {
  organisations: [{ id: school, shortName: 'СОШ № 1', charterName: 'Школа № 1', settlement: null }],
  initiatorId: school,
  headId: null,
  adviserName: null,
  authorId: 'author' as PersonId,
  submittedBy: null,
  editorIds: [],
  direction: 'math',
} satisfies Concerned & { direction: string }
const expert = (id: string, more: object = {}) => ({
  personId: id as PersonId,
  name: id,
  fullName: `${id} Анна`,
  employer: 'Институт',
  employerOrganisationId: null,
  worksIn: [] as OrganisationId[],
  appointedAt: [],
  settlements: [],
  directions: ['math'],
  openReviews: 0,
  ...more,
})
const beside = (experts: ReturnType<typeof expert>[], taken: Parameters<typeof candidatesFor>[2] = []) =>
  candidatesFor(experts, application, taken)
const taken = (expertId: string, state: 'assigned' | 'declined' | 'sent' | 'replaced') => ({
  expertId: expertId as PersonId,
  state,
})

describe('candidates', () => {
  test('those who may read stand first, of the direction above, the least loaded of them above', () => {
    const pool = [
      expert('tied', { worksIn: [school] }),
      expert('other', { directions: ['chess'] }),
      expert('busy', { openReviews: 3 }),
      expert('free', { openReviews: 1 }),
    ]
    expect(beside(pool).map((one) => one.expert.personId)).toEqual(['free', 'busy', 'other', 'tied'])
  })
  test('whoever has it already is said to', () => {
    expect(beside([expert('a')], [taken('a', 'sent')])[0]!.against).toEqual(['Уже отправил заключение'])
    expect(beside([expert('a')], [taken('b', 'sent')])[0]!.against).toEqual([])
  })
  test('an expert without directions, and an application without one, fit any', () => {
    expect(hasDirection({ directions: [] }, 'math')).toBe(true)
    expect(hasDirection({ directions: ['chess'] }, null)).toBe(true)
    expect(hasDirection({ directions: ['chess'] }, 'math')).toBe(false)
    expect(hasDirection({ directions: ['math', 'chess'] }, 'chess')).toBe(true)
  })
})

test('an application wants as many more as nobody has and nobody declined', () => {
  expect(vacanciesIn([], 2)).toBe(2)
  expect(vacanciesIn([taken('a', 'assigned'), taken('b', 'sent'), taken('c', 'sent')], 2)).toBe(0)
  expect(vacanciesIn([taken('a', 'declined'), taken('b', 'replaced'), taken('c', 'sent')], 2)).toBe(1)
  const candidates = beside([
    expert('z'),
    expert('b'),
    expert('tied', { worksIn: [school] }),
    expert('o', { directions: ['chess'] }),
  ])
  expect(vacancyOf('a' as ApplicationId, candidates, [taken('x', 'sent')], 2)).toEqual({
    applicationId: 'a',
    wanted: 1,
    eligible: ['b', 'z'],
  })
})

describe('an assignment', () => {
  const candidates = beside([expert('a'), expert('tied', { worksIn: [school] })])
  const wrong = (personIds: string[], dueOn: '2021-01-27' | '2021-01-28' = '2021-01-28') =>
    wrongAssignment({
      personIds: personIds as PersonId[],
      dueOn,
      today: '2021-01-28',
      candidates,
      clause: '3.1',
      field: 'experts',
    })
  test('names experts once, of the pool, without ties, until a day to come', () => {
    expect(wrong(['a'])).toEqual([])
    expect(wrong([])).toMatchObject([{ rule: 'review.needsExperts', field: 'experts' }])
    expect(wrong(['a', 'a'])).toMatchObject([{ rule: 'review.expertTwice' }])
    expect(wrong(['a'], '2021-01-27')).toMatchObject([{ rule: 'review.dueInPast', field: 'dueOn' }])
    expect(wrong(['stranger'])).toMatchObject([{ rule: 'review.notExpert' }])
    expect(wrong(['tied'])).toMatchObject([
      { rule: 'review.conflict', clause: '3.1', params: { expert: 'tied', reason: 'Работает в организации-заявителе: СОШ № 1' } },
    ])
  })
})
