// Proves L-321m: what a meeting may be.
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/types.ts'
import {
  agendaIn,
  agendaText,
  answersOf,
  asksAnew,
  isMoved,
  isSameText,
  lateDecisions,
  mayHold,
  maySign,
  mayStillAnswer,
  newMarks,
  newNumber,
  newOnes,
  numbered,
  pageNamed,
  pageWord,
  wrongChair,
  wrongDecision,
  wrongInvited,
  wrongMeeting,
} from './rules.ts'

const at = (time: string) => new Date(`2021-08-26T${time}:00Z`)
const one = { startsAt: at('10:00'), endsAt: at('11:30'), room: 'Малый зал', link: null }
const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)
const [first, second] = ['a', 'b'] as [PersonId, PersonId]

describe('a meeting', () => {
  const wrong = (more: object, now = at('09:00')) => rulesOf(wrongMeeting({ ...one, ...more }, now))
  test('ends after it begins', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ endsAt: at('10:00') })).toEqual(['meeting.endsBeforeItBegins'])
    expect(wrong({ endsAt: at('10:01') })).toEqual([])
  })
  test('is ahead when it is called', () => {
    expect(wrong({}, at('10:00'))).toEqual(['meeting.isPast'])
    expect(wrong({}, at('09:59'))).toEqual([])
  })
  test('is somewhere: in a room, by a link or both', () => {
    expect(wrong({ room: null })).toEqual(['meeting.nowhere'])
    expect(wrong({ room: null, link: 'https://a.ru' })).toEqual([])
  })
  test('is moved by another beginning, end, room or link', () => {
    expect(isMoved(one, { ...one, startsAt: at('10:00') })).toBe(false)
    for (const other of [{ startsAt: at('10:01') }, { endsAt: at('11:31') }, { room: 'Зал' }, { link: 'https://a.ru' }])
      expect(isMoved(one, { ...one, ...other })).toBe(true)
  })
  test('asks for answers anew only when it begins at another hour', () => {
    expect(asksAnew(one, { ...one, startsAt: at('10:00') })).toBe(false)
    expect(asksAnew(one, { ...one, startsAt: at('10:01') })).toBe(true)
  })
})

describe('who was there', () => {
  const guests = [
    { id: 'a', present: true },
    { id: 'b', present: false },
    { id: 'c', present: null },
  ]
  const marks = (shown: string[], was: string[], present: string[]) => newMarks(guests, { shown, was, present })
  test('is said only of those a list has shown, and only where it changes something', () => {
    expect(marks(['a', 'b', 'c'], ['a'], ['a', 'b'])).toEqual([
      { id: 'b', present: true },
      { id: 'c', present: false },
    ])
    expect(marks(['b'], [], [])).toEqual([])
    expect(marks(['a'], ['a'], [])).toEqual([{ id: 'a', present: false }])
  })
  test('stays as another telephone has marked it since', () => {
    // «a» was not marked when the list was shown, «b» was.
    expect(marks(['a', 'b'], ['b'], ['b'])).toEqual([])
    expect(marks(['a', 'b'], [], ['a'])).toEqual([])
  })
  test('and how many besides, where the number was not touched', () => {
    expect(newNumber(3, null, null)).toBe(3)
    expect(newNumber(3, 2, 4)).toBe(4)
    expect(newNumber(3, 3, null)).toBeNull()
  })
})

test('a text is the same with other ends of lines', () => {
  expect(isSameText('а\r\nб', 'а\nб')).toBe(true)
  expect(isSameText('а\nб', 'а\r\nб')).toBe(true)
  expect(isSameText('а', 'б')).toBe(false)
  expect(isSameText('а', null)).toBe(false)
  expect(isSameText(null, null)).toBe(true)
})

describe('an agenda', () => {
  const read = (typed: string) => agendaIn(typed, 'luga')
  test('is a question a line, without numbers of its own', () => {
    expect(read('1. Планы площадок\n\n2) Разное \n10 школ района')).toEqual({
      items: [
        { text: 'Планы площадок', about: null },
        { text: 'Разное', about: null },
        { text: '10 школ района', about: null },
      ],
      wrong: [],
    })
  })
  test('names a page of this territory at the end of a line', () => {
    const { items, wrong } = read('План школы № 3 https://site.ru/t/luga/plans/7?page=2#a\nОтчёт /t/luga/reports/9')
    expect(wrong).toEqual([])
    expect(items).toEqual([
      { text: 'План школы № 3', about: '/t/luga/plans/7' },
      { text: 'Отчёт', about: '/t/luga/reports/9' },
    ])
    expect(read(agendaText(items)).items).toEqual(items)
  })
  test('names no page of another territory or site, and is more than an address', () => {
    expect(rulesOf(read('План /t/chebula/plans/7').wrong)).toEqual(['meeting.foreignPage'])
    expect(rulesOf(read('План https://other.ru/doc').wrong)).toEqual(['meeting.foreignPage'])
    expect(rulesOf(read('/t/luga/plans/7').wrong)).toEqual(['meeting.itemIsAddress'])
  })
  test('has at least one question and at most thirty, each of a readable length', () => {
    expect(rulesOf(read(' \n').wrong)).toEqual(['meeting.noAgenda'])
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `Вопрос ${n}`).join('\n')
    expect(read(lines(30)).wrong).toEqual([])
    expect(rulesOf(read(lines(31)).wrong)).toEqual(['meeting.longAgenda'])
    expect(read('я'.repeat(500)).wrong).toEqual([])
    expect(rulesOf(read('я'.repeat(501)).wrong)).toEqual(['meeting.longItem'])
  })
})

test('a page is one of this territory, written without tricks', () => {
  expect(pageNamed('/t/luga/sites/1', 'luga')).toBe('/t/luga/sites/1')
  for (const bad of ['/t/lugansk/sites/1', 't/luga/sites', '/t/luga/../chebula/x', '/t/luga/a b', '/t/luga/a\\b'])
    expect(pageNamed(bad, 'luga')).toBeNull()
  expect(pageWord('/t/luga/plans/7')).toBe('План')
  expect(pageWord('/t/luga/sites/7')).toBe('Площадка')
  expect(pageWord('/t/luga/calendar')).toBe('Открыть в системе')
})

test('answers are taken until it begins', () => {
  expect(mayStillAnswer(one, at('09:59'))).toEqual([])
  expect(rulesOf(mayStillAnswer(one, at('10:00')))).toEqual(['meeting.hasBegun'])
})

test('who was there is written down from its hour on, and the hour is named', () => {
  const zone = { timeZone: 'Europe/Moscow' }
  expect(mayHold(one, at('09:59'), zone)).toMatchObject([
    { rule: 'meeting.isAhead', params: { day: '26 августа 2021 г.', from: '13:00' } },
  ])
  expect(mayHold(one, at('10:00'), zone)).toEqual([])
})

test('minutes are signed when something is written down', () => {
  const minutes = { items: [{ heard: null }, { heard: 'Отчёт' }], decisions: [] }
  expect(maySign(minutes)).toEqual([])
  expect(rulesOf(maySign({ ...minutes, items: [{ heard: null }] }))).toEqual(['meeting.emptyMinutes'])
  expect(maySign({ ...minutes, items: [{ heard: null }], decisions: [{}] })).toEqual([])
})

test('minutes with decisions whose day has gone by are not signed, and these are named', () => {
  const decisions = [
    { number: '1.1', dueOn: '2021-08-27' },
    { number: '1.2', dueOn: '2021-08-28' },
    { number: '2.1', dueOn: '2021-08-26' },
  ]
  expect(lateDecisions(decisions, '2021-08-28')).toMatchObject([{ rule: 'meeting.lateDecisions', params: { late: '1.1, 2.1' } }])
  expect(lateDecisions(decisions, '2021-08-26')).toEqual([])
})

test('another is named to chair it', () => {
  expect(rulesOf(wrongChair(first, first))).toEqual(['meeting.isChair'])
  expect(wrongChair(second, first)).toEqual([])
})

test('a decision is done on the day of the meeting or later, and has a number of its question', () => {
  expect(rulesOf(wrongDecision('2021-08-25', '2021-08-26', '2021-08-28'))).toEqual(['meeting.dueBefore'])
  expect(rulesOf(wrongDecision('2021-08-27', '2021-08-26', '2021-08-28'))).toEqual(['meeting.dueIsPast'])
  expect(wrongDecision('2021-08-28', '2021-08-26', '2021-08-28')).toEqual([])
  expect(wrongDecision('2021-08-26', '2021-08-26', '2021-08-26')).toEqual([])
  const items = [
    { id: 'x', position: 1 },
    { id: 'y', position: 2 },
  ]
  const decisions = [{ itemId: 'y' }, { itemId: 'x' }, { itemId: 'y' }]
  expect(numbered(items, decisions).map(({ number }) => number)).toEqual(['1.1', '2.1', '2.2'])
})

test('nobody is invited twice', () => {
  expect(wrongInvited(second, [{ personId: first }])).toEqual([])
  const third = 'c' as PersonId
  const both = [{ personId: third }, { personId: first }]
  expect(rulesOf(wrongInvited(first, both))).toEqual(['meeting.isInvited'])
  expect(newOnes([first, second, second], both)).toEqual([second])
})

test('the answers are counted', () => {
  const guest = (answer: string | null, deputy: string | null = null) => ({ answer, deputy })
  expect(
    answersOf([guest('comes'), guest('cannot'), guest('cannot'), guest('cannot', 'Орлова'), guest(null), guest(null)]),
  ).toEqual({
    ...{ all: 6, come: 1, send: 1, cannot: 2, silent: 2 },
  })
})
