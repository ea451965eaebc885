import { expect, test } from 'vitest'
import type { PersonId } from '../../kernel/types.ts'
import {
  hasAgreed,
  isThrough,
  keyOf,
  mostOfOne,
  mostProposed,
  nearestOf,
  type Offer,
  othersOf,
  proposalsWithin,
  proposed,
  type StepFacts,
  stateOfStep,
  wrongAgreeing,
  wrongCourse,
  wrongNoting,
  wrongRemoving,
  wrongStep,
} from './rules.ts'

const facts: Omit<StepFacts, 'kind'> = { atEvent: null, byProgramme: null, deficit: 'open', documentOn: null }
const state = (kind: StepFacts['kind'], more: Partial<StepFacts> = {}) => stateOfStep({ ...facts, kind, ...more })

test('the state of a step follows from facts: presence, a finished traineeship, a document seen, another diagnosis', () => {
  for (const at of ['done', 'missed', 'cancelled', 'taken', 'waiting', 'ahead']) expect(state('event', { atEvent: at })).toBe(at)
  expect(state('event')).toBe('ahead')
  expect(state('topic', { byProgramme: 'done' })).toBe('done')
  expect(state('topic', { byProgramme: 'going' })).toBe('going')
  expect(state('topic', { byProgramme: 'ahead' })).toBe('ahead')
  expect([state('course'), state('course', { documentOn: '2023-10-01' })]).toEqual(['ahead', 'done'])
  expect([state('diagnosis'), state('diagnosis', { deficit: 'diagnosed' })]).toEqual(['ahead', 'done'])
  expect([state('material'), state('material', { deficit: 'closed' })]).toEqual(['ahead', 'done'])
})

test('when its deficit is closed or taken back what is left is needless, and what was done stays done', () => {
  for (const deficit of ['closed', 'diagnosed', 'takenBack'])
    expect(state('event', { atEvent: 'taken', deficit })).toBe('needless')
  expect(state('event', { atEvent: 'done', deficit: 'closed' })).toBe('done')
  expect(state('diagnosis', { deficit: 'closed' })).toBe('needless')
  expect(state('material', { deficit: 'takenBack' })).toBe('needless')
  expect(state('course', { deficit: null })).toBe('ahead')
})

test('the nearest steps are those ahead, by their days; without a day last; a route is through when nothing is left', () => {
  const step = (name: string, one: StepFacts['kind'] | string, on: string | null) => ({ name, state: one as 'ahead', on })
  const steps = [
    step('no day', 'ahead', null),
    step('late', 'taken', '2023-12-01'),
    step('done', 'done', '2023-10-01'),
    step('missed', 'missed', '2023-10-02'),
    step('off', 'cancelled', '2023-10-03'),
    step('soon', 'waiting', '2023-11-01'),
  ]
  expect(nearestOf(steps, 9).map(({ name }) => name)).toEqual(['soon', 'late', 'no day'])
  expect(nearestOf(steps, 2)).toHaveLength(2)
  expect(isThrough(steps)).toBe(false)
  expect(isThrough([{ state: 'done' }, { state: 'needless' }])).toBe(true)
  expect(isThrough([{ state: 'done' }, { state: 'missed' }])).toBe(false)
  expect(isThrough([])).toBe(false)
})

const offer = (id: string, competenceId: string, more: Partial<Offer> = {}): Offer => ({
  ...{ kind: 'event', id, competenceId, state: 'open', startsOn: '2023-11-01' },
  ...more,
})
const lacks = [
  { id: 'deficit-a', competenceId: 'a' },
  { id: 'deficit-b', competenceId: 'b' },
  { id: 'deficit-own', competenceId: null },
]
const names = (offers: readonly Offer[], taken: string[] = []) =>
  proposed(lacks, offers, new Set(taken)).map(({ offer: { id }, deficitId }) => `${id} ${deficitId.slice(-1)}`)

test('what is proposed fits what is lacking: with places first, the nearest first, a programme last, nothing that is over or taken', () => {
  const offers = [
    offer('year', 'a', { kind: 'topic', startsOn: null }),
    offer('full', 'a', { state: 'full', startsOn: '2023-10-20' }),
    offer('later', 'a', { startsOn: '2023-12-01' }),
    offer('soon', 'a'),
    offer('held', 'a', { state: 'held', startsOn: '2023-10-01' }),
    offer('other', 'c'),
    offer('soon', 'b'),
  ]
  expect(names(offers)).toEqual(['soon a', 'later a', 'year a'])
  expect(names(offers, ['event:soon'])).toEqual(['later a', 'year a', 'full a'])
  expect(names([offer('x', 'b'), offer('y', 'a')])).toEqual(['y a', 'x b'])
})

test('so many for one deficit, and so many in all', () => {
  expect(names(Array.from({ length: 9 }, (_, n) => offer(`e${n}`, 'a')))).toHaveLength(mostOfOne)
  const many = Array.from({ length: 9 }, (_, n) => ({ id: `d${n}`, competenceId: `c${n}` }))
  const offers = many.flatMap(({ competenceId }) => [1, 2, 3].map((n) => offer(`${competenceId}-${n}`, competenceId)))
  const all = proposed(many, offers, new Set())
  expect(all).toHaveLength(mostProposed)
  expect(new Set(all.map(keyOf)).size).toBe(mostProposed)
})

const [me, guide, other] = ['me', 'guide', 'other'] as unknown as [PersonId, PersonId, PersonId]
const route = { personId: me, personAgreedOn: null, otherAgreedOn: null }

test('each side agrees once: the person, and whoever of the others comes first; not to nothing', () => {
  const half = { ...route, otherAgreedOn: '2023-10-01' }
  expect([hasAgreed(route, me), hasAgreed(route, guide)]).toEqual([false, false])
  expect([hasAgreed(half, me), hasAgreed(half, guide), hasAgreed(half, other)]).toEqual([false, true, true])
  expect(hasAgreed({ ...route, personAgreedOn: '2023-10-01' }, me)).toBe(true)
  const rules = (...given: Parameters<typeof wrongAgreeing>) => wrongAgreeing(...given).map(({ rule }) => rule)
  expect(rules(route, me, 1)).toEqual([])
  expect(rules(route, me, 0)).toEqual(['route.noSteps'])
  expect(rules(half, other, 1)).toEqual(['route.agreedAlready'])
})

test('a step by hand: a material has a link and its deficit, a diagnosis its deficit, a day is not behind', () => {
  const typed = { kind: 'course' as const, deficit: null, dueOn: null, link: null }
  const rules = (more: Partial<Parameters<typeof wrongStep>[0]>) =>
    wrongStep({ ...typed, ...more }, lacks, '2023-10-01').map(({ rule }) => rule)
  expect(rules({})).toEqual([])
  expect(rules({ kind: 'diagnosis' })).toEqual(['route.whichDeficit'])
  expect(rules({ kind: 'diagnosis', deficit: 'deficit-a' })).toEqual([])
  expect(rules({ kind: 'material', deficit: 'deficit-a' })).toEqual(['route.noLink'])
  expect(rules({ kind: 'material', link: 'https://a.example' })).toEqual(['route.whichDeficit'])
  expect(rules({ deficit: 'of another' })).toEqual(['route.unknownDeficit'])
  expect(rules({ dueOn: '2023-09-30' })).toEqual(['route.dayBehind'])
  expect(rules({ dueOn: '2023-10-01' })).toEqual([])
})

test('a document of a course is not of a day to come', () => {
  expect(wrongCourse('2023-10-01', '2023-10-01')).toEqual([])
  expect(wrongCourse('2023-10-02', '2023-10-01')).toHaveLength(1)
})

test('the network is asked until the end of the next school year, also on its last and its first day', () => {
  expect(proposalsWithin('2022-06-15')).toEqual({ from: '2022-06-15', to: '2023-08-31' })
  expect(proposalsWithin('2022-08-31').to).toBe('2023-08-31')
  expect(proposalsWithin('2022-09-01').to).toBe('2024-08-31')
})

test('of the others those are told who lead the person today, or have made or agreed to the route and may still open it', () => {
  const made = { personId: me, createdBy: other, otherAgreedBy: null }
  const nobody = { leaders: [], methodists: [] }
  expect(othersOf(made, me, nobody), 'who has made it is no methodist any more').toEqual([])
  expect(othersOf(made, me, { leaders: [], methodists: [other] })).toEqual([other])
  expect(othersOf(made, me, { leaders: [guide], methodists: [] })).toEqual([guide])
  expect(othersOf({ ...made, otherAgreedBy: guide }, me, { leaders: [guide], methodists: [other] })).toEqual([guide, other])
  expect(othersOf(made, guide, { leaders: [guide], methodists: [other] })).toEqual([me])
  const agreed = { ...made, otherAgreedBy: other }
  expect(othersOf(agreed, guide, { leaders: [guide], methodists: [other] }), 'whose yes is gone').toEqual([me, other])
  expect(othersOf(agreed, guide, { leaders: [guide], methodists: [] })).toEqual([me])
  expect(othersOf(agreed, other, { leaders: [], methodists: [other] })).toEqual([me])
  expect(othersOf({ ...made, createdBy: me }, me, { leaders: [me], methodists: [me] })).toEqual([])
})

test('a step with a document stays; a document belongs to a course that has none yet', () => {
  const rules = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)
  expect(rules(wrongRemoving(undefined))).toEqual(['route.noStep'])
  expect(rules(wrongRemoving({ document: null }))).toEqual([])
  expect(rules(wrongRemoving({ document: 'Удостоверение № 114' }))).toEqual(['route.stepHasDocument'])
  expect(rules(wrongNoting(undefined))).toEqual(['route.notCourse'])
  expect(rules(wrongNoting({ kind: 'event', document: null }))).toEqual(['route.notCourse'])
  expect(rules(wrongNoting({ kind: 'course', document: null }))).toEqual([])
  expect(rules(wrongNoting({ kind: 'course', document: 'Удостоверение № 114' }))).toEqual(['route.documentThere'])
})
