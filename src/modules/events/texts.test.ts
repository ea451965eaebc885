import { expect, test } from 'vitest'
import { eventTag } from './texts.ts'
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
