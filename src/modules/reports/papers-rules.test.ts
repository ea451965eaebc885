import { expect, test } from 'vitest'
import { papersFigures, papersSentences } from './papers-rules.ts'

const participation = { count: 7, hours: 14.5 }
const completion = { count: 2, hours: 72 }

test('hours of being there and of mastering a programme are never one sum', () => {
  const papers = { count: 9, hours: 86.5, participation, completion }
  expect(papersSentences(papers)).toEqual([
    'Справок и сертификатов об участии в мероприятиях выдано — 7, академических часов на них — 14,5.',
    'Справок и сертификатов об освоении программы выдано — 2, академических часов на них — 72.',
  ])
  expect(papersFigures(papers).map(({ value }) => value)).toEqual(['7', '14,5', '2', '72'])
})

test('a sort of which there is none is not named', () => {
  const papers = { ...participation, participation, completion: { count: 0, hours: 0 } }
  expect(papersFigures(papers).map(({ name }) => name)).toEqual(['Об участии в мероприятиях', 'Часов на них'])
})

test('a report of earlier days says what it said', () => {
  expect(papersSentences({ count: 9, hours: 86.5 })).toEqual([
    'Справок и сертификатов выдано — 9, академических часов на них — 86,5.',
  ])
})
