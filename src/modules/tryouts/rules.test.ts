// Proves R-A2p.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { move, statesOf } from '../../kernel/machine.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { machine, type TryOutAction, type TryOutState } from './machine.ts'
import { lowestOf, mayJudge, mayRate, seesAssessment, wrongLevels, wrongWork } from './rules.ts'

const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)

test('a picture, a file, a link or two lines: one is enough; of a picture it is said whether children are in it', () => {
  const none = { files: 0, pictures: 0, link: null, words: null, children: null }
  expect(rulesOf(wrongWork(none))).toEqual(['tryout.nothingSent'])
  expect(wrongWork({ ...none, words: 'Сработало' })).toEqual([])
  expect(wrongWork({ ...none, link: 'https://a.example' })).toEqual([])
  expect(wrongWork({ ...none, files: 1 })).toEqual([])
  expect(rulesOf(wrongWork({ ...none, files: 2, pictures: 1 }))).toEqual(['tryout.childrenUnsaid'])
  expect(wrongWork({ ...none, files: 2, pictures: 1, children: false })).toEqual([])
})

test('every criterion has a level', () => {
  const criteria = [1, 2].map((n) => ({ id: newId(), text: `Признак ${n}`, indicator: '' }))
  expect(wrongLevels({}, criteria)).toHaveLength(2)
  expect(wrongLevels({ [criteria[0]!.id]: 'seen' }, criteria)).toMatchObject([{ params: { criterion: 'Признак 2' } }])
  expect(wrongLevels(Object.fromEntries(criteria.map(({ id }) => [id, 'begun' as const])), criteria)).toEqual([])
})

test('nobody judges themselves, and the head of the own school does not judge', () => {
  const [person, school] = [newId<PersonId>(), newId<OrganisationId>()]
  const of = { personId: person, organisationId: school }
  const judge = (personId: PersonId, headsOrganisations: OrganisationId[]) =>
    rulesOf(mayJudge({ personId, headsOrganisations }, of))
  expect(judge(newId(), [])).toEqual([])
  expect(judge(newId(), [newId<OrganisationId>()])).toEqual([])
  expect(judge(person, [])).toEqual(['tryout.ownWork'])
  expect(judge(newId(), [school])).toEqual(['tryout.ownHead'])
})

test('self before others, where the paper asks for it', () => {
  expect(seesAssessment({ own: true, asksSelf: true, rated: false })).toBe(false)
  expect(seesAssessment({ own: true, asksSelf: true, rated: true })).toBe(true)
  expect(seesAssessment({ own: true, asksSelf: false, rated: false })).toBe(true)
  expect(seesAssessment({ own: false, asksSelf: true, rated: false })).toBe(true)
  expect(rulesOf(mayRate({ state: 'assigned', rated: false }))).toEqual(['tryout.nothingToRate'])
  expect(rulesOf(mayRate({ state: 'handedIn', rated: true }))).toEqual(['tryout.ratedAlready'])
  expect(mayRate({ state: 'assessed', rated: false })).toEqual([])
})

test('a try-out is as good as the worst of its criteria', () => {
  expect(lowestOf({ one: 'seen', other: 'steady' })).toBe('seen')
  expect(lowestOf({ one: 'steady', other: 'hidden', third: 'begun' })).toBe('hidden')
  expect(lowestOf({ one: 'steady' })).toBe('steady')
  expect(lowestOf({})).toBeNull()
})

const actions: readonly TryOutAction[] = ['handIn', 'return', 'assess']
test('whatever is tried, nothing is judged that was not handed in, and what is assessed stays so', () => {
  expect(statesOf(machine)).toEqual(['assigned', 'handedIn', 'returned', 'assessed'])
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (tried) => {
      const course: TryOutState[] = [machine.initial]
      for (const action of tried) {
        const next = move(machine, course.at(-1)!, action)
        if (next.ok) course.push(next.value)
      }
      for (const [at, state] of course.entries())
        if (state === 'returned' || state === 'assessed') expect(course[at - 1]).toBe('handedIn')
      const assessed = course.indexOf('assessed')
      expect(assessed === -1 || assessed === course.length - 1).toBe(true)
    }),
  )
})
