import { describe, expect, test } from 'vitest'
import { chebula } from '../../../test/regulations.ts'
import { postsCalled } from '../dictionary.ts'
import { emptyRegulation } from '../empty.ts'
import type { Regulation } from '../schema.ts'
import { proposedForms } from './declined.ts'
import { entries, entryOf } from './entries.ts'
import { proposed } from './proposed.ts'
import { spokenOf } from './speaks.ts'

const body = { name: 'Управление', shortName: 'Управление' }
const empty = emptyRegulation({ level: 'municipal', localTime: 'по Москве', authority: body, operator: body, act: 'приказ' })
const ofPage = (page: string) => entries.filter((entry) => entry.page === page)

describe('rules that the text seems to speak of are marked as said', () => {
  const { clauses, orderPoints } = chebula
  const pasted: Regulation = { ...empty, clauses, orderPoints }

  test('on a page where nothing is decided', () => {
    expect(spokenOf(ofPage('status'), pasted).map(({ key }) => key)).toEqual(['siteList', 'term', 'termination'])
    expect(spokenOf(ofPage('intake'), pasted)).toEqual([])
  })
  test('never where a person has written a rule of the page, or noted one', () => {
    expect(spokenOf(ofPage('status'), { ...pasted, term: chebula.term })).toEqual([])
    expect(spokenOf(ofPage('status'), { ...pasted, provisions: { limits: { state: 'forbidden', clause: ['3.3'] } } })).toEqual([])
  })
  test('of an empty draft nothing is said', () => {
    for (const { page } of entries) expect(spokenOf(ofPage(page), empty)).toEqual([])
  })
})

test('posts that a paper takes together by one word are proposed together', () => {
  expect(postsCalled('руководящие работники')).toEqual(['head', 'deputyHead'])
  expect(postsCalled('учителя-предметники')).toEqual(['teacher', 'unionHead', 'methodicalActive'])
  expect(postsCalled('Педагогические работники')).not.toContain('head')
  expect(postsCalled('педагогические работники').length).toBe(7)
  expect(postsCalled('методисты')).toEqual(['methodist', 'seniorMethodist'])
  expect(postsCalled('заместители директора')).toEqual(['deputyHead'])
  expect(postsCalled('педагоги дополнительного образования')).toEqual(['supplementaryTeacher'])
  for (const heads of ['руководители', 'руководители образовательных организаций', 'руководители и педагогические работники'])
    expect(postsCalled(heads)).toEqual(expect.arrayContaining(['head', 'deputyHead']))
  expect(postsCalled('руководители методических объединений')).toEqual([])
  expect(postsCalled('руководители методических объединений организаций')).toEqual([])
  expect(postsCalled('родители')).toEqual([])
})

test('a row of whom a paper takes as trainees gets its posts', () => {
  const entry = entryOf('trainees')
  if (!entry) throw new Error('no rule of trainees')
  const typed = {
    contingent: [
      { text: 'руководящие работники', posts: [] },
      { text: 'учителя', posts: ['head'] },
      { text: 'тьюторы', posts: [] },
    ],
  }
  const tutors = { ...empty, kinds: [{ list: 'post' as const, code: 'tutor', name: 'тьютор' }] }
  expect(proposed(entry, typed, tutors)).toMatchObject({
    contingent: [{ posts: ['head', 'deputyHead'] }, { posts: ['head'] }, { posts: ['tutor'] }],
  })
})

describe('both nouns of a name change', () => {
  test('«тематический план и график»', () => {
    expect(proposedForms('тематический план и график')).toEqual({
      nominative: 'тематический план и график',
      genitive: 'тематического плана и графика',
      dative: 'тематическому плану и графику',
      instrumental: 'тематическим планом и графиком',
      many: 'тематические планы и графики',
    })
  })
  test('what only belongs to the first noun stays', () => {
    expect(proposedForms('управление образования и науки').dative).toBe('управлению образования и науки')
    expect(proposedForms('комитет по спорту и молодёжи').genitive).toBe('комитета по спорту и молодёжи')
  })
})
