import { expect, test } from 'vitest'
import type { Clause } from '../clauses.ts'
import { emptyRegulation } from '../empty.ts'
import type { Regulation } from '../schema.ts'
import { amendmentsBetween } from './amendments.ts'

const body = { name: 'Управление', shortName: 'Управление' }
const empty = emptyRegulation({ level: 'municipal', localTime: 'по Москве', authority: body, operator: body, act: 'приказ' })
const clause = (number: string, text: string, clauses: Clause[] = []): Clause => ({
  number,
  kind: 'clause',
  label: `${number}.`,
  body: [text],
  clauses,
})
const section = (number: string, title: string, clauses: Clause[]): Clause => ({
  ...clause(number, ''),
  kind: 'section',
  title,
  body: [],
  clauses,
})
const of = (...clauses: Clause[]): Regulation => ({ ...empty, clauses })

const before = of(
  section('1', 'Общие положения', [clause('1.1', 'Одно.'), clause('1.2', 'Другое.')]),
  section('2', 'Статус', [clause('2.1', 'На три года.'), clause('2.2', 'Продлевают.')]),
  section('3', 'Прочее', [clause('3.1', 'Прочее.')]),
)

test('the same text asks for nothing', () => {
  expect(amendmentsBetween(before, before)).toEqual([])
})

test('a clause of another wording, a new one and one that is gone are ordered one after another', () => {
  const after = of(
    section('1', 'Общие положения', [clause('1.1', 'Одно.'), clause('1.2', 'Третье.')]),
    section('2', 'Статус', [clause('2.1', 'На два года.'), clause('2.3', 'Без конкурса.')]),
    section('3', 'Прочее', [clause('3.1', 'Прочее.')]),
  )
  expect(amendmentsBetween(before, after)).toEqual([
    { number: '1.2', what: 'changed', says: 'пункт 1.2 изложить в следующей редакции: «1.2. Третье.»' },
    { number: '2.1', what: 'changed', says: 'пункт 2.1 изложить в следующей редакции: «2.1. На два года.»' },
    { number: '2.3', what: 'added', says: 'дополнить пунктом 2.3 следующего содержания: «2.3. Без конкурса.»' },
    { number: '2.2', what: 'repealed', says: 'пункт 2.2 признать утратившим силу' },
  ])
})

test('what stands under a section that is new or gone goes with it; a heading is a wording too', () => {
  const after = of(
    section('1', 'Основы', [clause('1.1', 'Одно.'), clause('1.2', 'Другое.')]),
    section('2', 'Статус', [clause('2.1', 'На три года.'), clause('2.2', 'Продлевают.')]),
    section('4', 'Отчёт', [clause('4.1', 'Сдают в июне;')]),
  )
  expect(amendmentsBetween(before, after).map(({ number, what, says }) => [number, what, says])).toEqual([
    ['1', 'changed', 'раздел 1 изложить в следующей редакции: «1. Основы.»'],
    ['4', 'added', 'дополнить разделом 4 следующего содержания: «4. Отчёт\n4.1. Сдают в июне.»'],
    ['3', 'repealed', 'раздел 3 признать утратившим силу'],
  ])
})

test('a clause of an appendix is named with it', () => {
  const appendix = (text: string): Clause => ({
    ...clause('прил. 1', ''),
    kind: 'appendix',
    label: 'Приложение 1',
    title: 'Заявка',
    body: [],
    clauses: [{ ...clause('прил. 1, п. 2', text), label: '2.' }],
  })
  expect(amendmentsBetween(of(appendix('Имя.')), of(appendix('Название.')))).toEqual([
    { number: 'прил. 1, п. 2', what: 'changed', says: 'пункт 2 приложения 1 изложить в следующей редакции: «2. Название.»' },
  ])
  expect(amendmentsBetween(of(section('1', 'А', [])), of(section('1', 'А', []), appendix('Имя.')))[0]?.says).toBe(
    'дополнить приложением 1 следующего содержания: «Приложение 1 Заявка\n2. Имя.»',
  )
})
