import { expect, test } from 'vitest'
import { ruleText } from '../../web/refusals.ts'
import { cameWords, eventTag, nobodyToMark, othersTag, peopleTitle, placesWords, placeTags, ruleTexts } from './texts.ts'
import { lengthWords } from './when.ts'

const at = (time: string) => new Date(`2021-10-21T${time}:00Z`)

test('what is announced is signed up for until it begins, then it goes on, then it is over', () => {
  const open = { state: 'open' as const, startsAt: at('03:20'), endsAt: at('04:05') }
  expect(['03:19', '03:20', '04:04', '04:05'].map((time) => eventTag(open, at(time)).word)).toEqual([
    'Открыта запись',
    'Идёт',
    'Идёт',
    'Прошло',
  ])
  const left = (free: number | null) => eventTag({ ...open, free }, at('03:19')).word
  expect([left(0), left(1), left(null)]).toEqual(['Запись в очередь', 'Открыта запись', 'Открыта запись'])
  expect(eventTag({ ...open, free: 0 }, at('03:20')).word).toBe('Идёт')
  expect(eventTag({ ...open, state: 'closed' }, at('05:00')).word).toBe('Состоялось')
  expect(eventTag({ ...open, state: 'draft' }, at('05:00')).word).toBe('Готовится')
})

test('how long events lasted is said in the academic hours that papers count', () => {
  const one = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) })
  expect(lengthWords([one('10:00', '10:45')])).toBe('1 академический час')
  expect(lengthWords([one('10:00', '11:30')])).toBe('2 академических часа')
  expect(lengthWords([one('10:00', '11:00'), one('10:00', '11:10')])).toBe('2,5 академического часа')
  expect(lengthWords([])).toBe('0 академических часов')
})

test('places are told to whoever may take one as theirs, to others as a number, and when nobody signs up any more only as taken', () => {
  const two = { places: 2, taken: 1, free: 1, isTheirs: true }
  expect(placesWords(two)).toBe('всего 2, занято 1, для вас свободно 1')
  expect(placesWords({ ...two, free: 0 })).toBe('всего 2, занято 1, свободных для вас нет')
  expect(placesWords({ ...two, isTheirs: false })).toBe('всего 2, занято 1, свободно 1')
  expect(placesWords({ ...two, taken: 2, free: 0, isTheirs: false })).toBe('всего 2, занято 2')
  expect(placesWords({ ...two, free: null })).toBe('всего 2, занято 1')
  expect(placesWords({ ...two, places: null, free: null })).toBe('сколько придёт, записано 1')
  expect(placesWords({ ...two, places: null, taken: 0, free: null })).toBe('сколько придёт')
})

test('who was there is one number, of which guests are told', () => {
  expect([cameWords(2, 7), cameWords(1, 0), cameWords(0, 0)]).toEqual(['9 человек, из них гостей — 7', '1 человек', '0 человек'])
})

test('somebody else’s place is never told as one’s own', () => {
  for (const state of Object.keys(placeTags) as (keyof typeof placeTags)[]) expect(othersTag(state).word).not.toMatch(/^Вы|^Вас/)
})

test('before it begins people are to come, then they have signed up', () => {
  const open = { state: 'open' as const, startsAt: at('03:20') }
  expect(['03:19', '03:20'].map((time) => peopleTitle(open, at(time)))).toEqual(['Кто придёт', 'Кто записан'])
  expect(peopleTitle({ ...open, state: 'closed' }, at('03:19'))).toBe('Кто записывался')
})

test('how many are marked already is said in a number that agrees', () => {
  const refused = (present: number) => ({ code: 'rule', rule: 'event.someWereThere', params: { present } }) as const
  const said = [1, 3, 21].map((present) => ruleText(ruleTexts, refused(present)))
  expect(said.map((words) => words.match(/уже ([^.]+)\./)?.[1])).toEqual([
    'отмечен: 1 человек',
    'отмечены: 3 человека',
    'отмечен: 21 человек',
  ])
})

test('of adding those who came it is spoken only where they may be added', () => {
  expect(nobodyToMark(true)).toContain('добавить их ниже')
  expect(nobodyToMark(false)).not.toContain('ниже')
})
