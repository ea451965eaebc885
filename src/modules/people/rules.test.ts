import { describe, expect, test } from 'vitest'
import { postWords } from '../../kernel/names.ts'
import type { Result } from '../../kernel/result.ts'
import { allRules } from '../../kernel/result.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { act } from '../../regulation/acts.ts'
import type { PersonDetails, PostDetails } from './model.ts'
import { categoryToEnd, checkAchievement, checkPerson, checkPost, genderByPatronymic, lastDay, mayEndRole } from './rules.ts'
import { ruleTexts } from './texts.ts'

const today = '2021-09-01'
const rules = (result: Result<unknown>) => (result.ok ? [] : allRules(result.refusal).map(({ rule, field }) => [rule, field]))
const person: PersonDetails = {
  familyName: 'Ветрова',
  givenName: 'Мария',
  patronymic: 'Олеговна',
  gender: null,
  email: null,
  phone: null,
}
const post: PostDetails = {
  organisationId: 'x' as OrganisationId,
  kind: 'teacher',
  title: 'учитель физики',
  subject: 'физика',
  startsOn: '2021-09-01',
  endsOn: null,
}

describe('a person', () => {
  test.each([
    ['Олеговна', 'female'],
    ['Ильинична', 'female'],
    ['Савельевич', 'male'],
    ['Кузьмич', 'male'],
    ['Рустам кызы', 'female'],
    ['Рашид-оглы', 'male'],
    ['И.', null],
    [null, null],
  ])('the patronymic %s tells the gender %s', (patronymic, gender) => {
    expect(genderByPatronymic(patronymic)).toBe(gender)
  })

  test('the gender told by the patronymic is stored', () => {
    expect(checkPerson(person)).toEqual({ ok: true, value: { ...person, gender: 'female' } })
  })

  test('what was chosen goes before what the patronymic tells', () => {
    expect(checkPerson({ ...person, gender: 'male' })).toMatchObject({ value: { gender: 'male' } })
  })

  test('without a patronymic the gender is asked for, and everything wrong is told at once', () => {
    const found = checkPerson({ ...person, patronymic: null, familyName: '=1+1', phone: '12' })
    expect(rules(found)).toEqual([
      ['person.genderNeeded', 'gender'],
      ['person.badName', 'familyName'],
      ['person.badPhone', 'phone'],
    ])
  })

  test('names of many peoples are names', () => {
    for (const familyName of ['Салтыков-Щедрин', "О'Нил", 'Д’Артаньян', 'ван дер Ваальс', 'Кузнецова-Öl'])
      expect(rules(checkPerson({ ...person, familyName }))).toEqual([])
  })
})

describe('a post', () => {
  test('names its subject once', () => {
    expect(postWords({ title: 'учитель физики', subject: 'физика' })).toBe('учитель физики')
    expect(postWords({ title: 'Учитель химии', subject: 'химия' })).toBe('Учитель химии')
    expect(postWords({ title: 'учитель труда', subject: 'Труд' })).toBe('учитель труда')
    expect(postWords({ title: 'учитель из Луги', subject: 'ИЗО' })).toBe('учитель из Луги, ИЗО')
    expect(postWords({ title: 'учитель', subject: 'физика' })).toBe('учитель, физика')
    expect(postWords({ title: 'методист', subject: null })).toBe('методист')
    expect(postWords({ title: 'директор', subject: '' })).toBe('директор')
  })

  test('may begin today and go on', () => {
    expect(checkPost(post, { byOffice: false, today }).ok).toBe(true)
  })

  test('does not end before it begins', () => {
    for (const endsOn of [post.startsOn, '2022-05-31'])
      expect(checkPost({ ...post, endsOn }, { byOffice: true, today }).ok).toBe(true)
    expect(rules(checkPost({ ...post, endsOn: '2021-08-31' }, { byOffice: true, today }))).toEqual([
      ['person.endsBeforeStart', 'endsOn'],
    ])
  })

  test('does not begin in a year nobody plans for', () => {
    expect(rules(checkPost({ ...post, startsOn: '2031-09-01' }, { byOffice: true, today }))).toEqual([
      ['person.tooFarAhead', 'startsOn'],
    ])
  })

  test('the head of an organisation is recorded by the office only', () => {
    const head: PostDetails = { ...post, kind: 'head' }
    expect(rules(checkPost(head, { byOffice: false, today }))).toEqual([['person.headByOffice', 'kind']])
    expect(checkPost(head, { byOffice: true, today }).ok).toBe(true)
  })

  test('ends once, not before its first day, and can end earlier than said before', () => {
    const held = { startsOn: '2020-09-01', endsOn: '2021-12-31' }
    expect(rules(lastDay(held, '2020-08-31', today))).toEqual([['person.endsBeforeItStarted', 'endsOn']])
    expect(rules(lastDay(held, '2021-12-31', today))).toEqual([['person.hasEnded', 'endsOn']])
    expect(lastDay(held, '2021-10-01', today)).toEqual({ ok: true, value: '2021-10-01' })
  })
})

describe('a category', () => {
  const held = [{ id: 'a', startsOn: '2019-12-01', endsOn: null }]
  test('takes the place of the one held the day before', () => {
    const added = { category: 'highest', startsOn: '2021-03-01', endsOn: null } as const
    expect(categoryToEnd(held, added)).toEqual({ held: held[0], endsOn: '2021-02-28' })
  })

  test('pushes out one that would have gone on, and none that is over before it', () => {
    const added = { category: 'highest', startsOn: '2021-03-01', endsOn: null } as const
    const until = (endsOn: string) => categoryToEnd([{ ...held[0]!, endsOn }], added)?.endsOn ?? null
    expect([until('2021-03-01'), until('2024-11-30'), until('2021-02-28')]).toEqual(['2021-02-28', '2021-02-28', null])
  })

  test('does not push out one that began later', () => {
    expect(categoryToEnd(held, { category: 'first', startsOn: '2018-01-01', endsOn: null })).toBeNull()
  })
})

test('an achievement is recorded when it is there', () => {
  const achievement = { title: 'Победа в конкурсе', direction: null }
  expect(checkAchievement({ ...achievement, achievedOn: today }, today).ok).toBe(true)
  expect(rules(checkAchievement({ ...achievement, achievedOn: '2021-09-02' }, today))).toEqual([
    ['person.achievementAhead', 'achievedOn'],
  ])
})

test('somebody always remains who manages accounts', () => {
  expect(mayEndRole(1).ok).toBe(true)
  expect(rules(mayEndRole(0))).toEqual([['person.lastManager', 'endsOn']])
})

test('every rule has a sentence that says what to do', () => {
  for (const text of Object.values(ruleTexts)) {
    const sentence = typeof text === 'function' ? text({ start: today, end: today }, act('order')) : text
    expect(sentence).toMatch(/^[А-ЯЁ][^!]+([^.!]| г\.)$/)
  }
})
