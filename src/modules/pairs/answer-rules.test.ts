// Proves L-O42.
import { expect, test } from 'vitest'
import { no } from '../../kernel/result.ts'
import { saidTo } from './answer-rules.ts'
import { ruleTexts } from './texts.ts'

const full = no('pair.tooMany', { field: 'mentorId', params: { pairs: '3', most: '3' } })
const words = ({ rule, params = {} }: ReturnType<typeof no>) => {
  const text = ruleTexts[rule]
  return typeof text === 'function' ? text(params, {} as never) : text
}

test('whoever answers has nobody to choose: a full mentor is told what to press, and so is whoever learns', () => {
  const [mentor, mentee] = [saidTo('mentor', full), saidTo('mentee', full)]
  expect(words(mentor)).toBe('Вы ведёте 3 из 3 пар: измените число на странице «Сколько пар я веду» или откажитесь')
  expect(words(mentee)).toBe('Эту пару сейчас начать нельзя: наставник ведёт 3 из 3 пар. Откажитесь или подождите')
  for (const one of [mentor, mentee]) expect(one.field).toBeUndefined()
})

test.each([
  ['pair.mentorHasNoRole', { day: '1 июня' }, 'нет назначения'],
  ['pair.roleEnds', { day: '1 июня' }, 'назначение наставника кончается 1 июня'],
  ['pair.noPost', { day: '1 июня' }, 'нет должности'],
  ['pair.postEnds', { day: '1 июня' }, 'должность того, кто учится, кончается 1 июня'],
  ['pair.termIsOver', { today: '1 июня' }, 'срок вышел'],
  ['pair.outsideStatus', { term: '01.09.2021 – 31.05.2022' }, '01.09.2021 – 31.05.2022'],
] as const)('%s cannot be mended by an answer', (rule, params, why) => {
  for (const who of ['mentor', 'mentee'] as const) {
    const said = saidTo(who, no(rule, { field: 'endsOn', params }))
    expect(said.field).toBeUndefined()
    expect(words(said)).toMatch(/^Эту пару уже нельзя начать: .+\. Откажитесь и предложите новую$/)
    expect(words(said)).toContain(why)
  }
})

test('whoever names somebody else may choose the person alone', () => {
  expect(saidTo('passing', full)).toEqual(full)
  expect(saidTo('passing', no('pair.oneself', { field: 'menteeId' })).field).toBe('mentorId')
  const ends = saidTo('passing', no('pair.roleEnds', { field: 'endsOn', params: { day: '1 июня' } }))
  expect(ends.field).toBe('mentorId')
  expect(words(ends)).toBe('Выберите другого: назначение этого человека кончается 1 июня, раньше, чем пара')
})
