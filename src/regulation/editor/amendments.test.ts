import { describe, expect, test } from 'vitest'
import type { Clause } from '../clauses.ts'
import { emptyRegulation } from '../empty.ts'
import type { Regulation } from '../schema.ts'
import { amendmentsBetween, changesOrderPoints } from './amendments.ts'

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

const told = (from: Regulation, to: Regulation) =>
  amendmentsBetween(from, to).map(({ number, what, says }) => [number, what, says])

test('the same text asks for nothing', () => {
  expect(amendmentsBetween(before, before)).toEqual([])
})

test('a clause of another wording, a new one and one that is gone are ordered one after another', () => {
  const after = of(
    section('1', 'Общие положения', [clause('1.1', 'Одно.'), clause('1.2', 'Третье.')]),
    section('2', 'Статус', [clause('2.1', 'На два года.'), clause('2.3', 'Без конкурса.')]),
    section('3', 'Прочее', [clause('3.1', 'Прочее.')]),
  )
  expect(told(before, after)).toEqual([
    ['1.2', 'changed', 'пункт 1.2 изложить в следующей редакции: «1.2. Третье.»'],
    ['2.1', 'changed', 'пункт 2.1 изложить в следующей редакции: «2.1. На два года.»'],
    ['2.3', 'added', 'дополнить пунктом 2.3 следующего содержания: «2.3. Без конкурса.»'],
    ['2.2', 'repealed', 'пункт 2.2 признать утратившим силу'],
  ])
})

test('another heading strikes out nothing under it; what stands under a section that is new or gone goes with it', () => {
  const after = of(
    section('1', 'Основы', [clause('1.1', 'Одно.'), clause('1.2', 'Третье.')]),
    section('2', 'Статус', [clause('2.1', 'На три года.'), clause('2.2', 'Продлевают.')]),
    section('4', 'Отчёт', [clause('4.1', 'Сдают в июне.')]),
  )
  expect(told(before, after)).toEqual([
    ['1', 'changed', 'наименование раздела 1 изложить в следующей редакции: «1. Основы»'],
    ['1.2', 'changed', 'пункт 1.2 изложить в следующей редакции: «1.2. Третье.»'],
    ['4', 'added', 'дополнить разделом 4 следующего содержания: «4. Отчёт\n4.1. Сдают в июне.»'],
    ['3', 'repealed', 'раздел 3 признать утратившим силу'],
  ])
})

describe('a clause that has others under it', () => {
  const under = [clause('3.1.1', 'школы;'), clause('3.1.2', 'сады.')]
  const with3 = (lead: string, more: string[], clauses: Clause[]) => of({ ...clause('3.1', '', clauses), body: [lead, ...more] })
  const was = with3('К ним относятся:', ['Иных нет.'], under)

  test('is worded anew in its first paragraph alone where only that is another', () => {
    const [school] = under
    expect(told(was, with3('Это:', ['Иных нет.'], [school!, clause('3.1.2', 'детские сады.')]))).toEqual([
      ['3.1', 'changed', 'абзац первый пункта 3.1 изложить в следующей редакции: «3.1. Это:»'],
      ['3.1.2', 'changed', 'пункт 3.1.2 изложить в следующей редакции: «3.1.2. детские сады.»'],
    ])
  })

  test('else is quoted with all that stands under it, and that is not named again', () => {
    const now = with3('Это:', [], [clause('3.1.1', 'школы и лицеи;'), clause('3.1.3', 'центры.')])
    expect(amendmentsBetween(was, now)).toEqual([
      {
        number: '3.1',
        kind: 'clause',
        name: '3.1',
        what: 'changed',
        says: 'пункт 3.1 изложить в следующей редакции: «3.1. Это:\n3.1.1. школы и лицеи;\n3.1.3. центры.»',
        under: ['3.1.1', '3.1.2', '3.1.1', '3.1.3'],
      },
    ])
  })
})

const appendix = (text: string, title = 'Заявка', more: Partial<Clause> = {}): Clause => ({
  ...clause('прил. 1', ''),
  kind: 'appendix',
  label: 'Приложение 1',
  title,
  body: [],
  clauses: [{ ...clause('прил. 1, п. 2', text), label: '2.' }],
  ...more,
})

test('a clause of an appendix is named with it, and its name alone may change', () => {
  expect(told(of(appendix('Имя.')), of(appendix('Название', 'Форма')))).toEqual([
    ['прил. 1', 'changed', 'наименование приложения 1 изложить в следующей редакции: «Форма»'],
    ['прил. 1, п. 2', 'changed', 'пункт 2 приложения 1 изложить в следующей редакции: «2. Название»'],
  ])
  expect(told(of(section('1', 'А', [])), of(section('1', 'А', []), appendix('Имя.')))[0]?.[2]).toBe(
    'дополнить приложением 1 следующего содержания: «Приложение 1 Заявка\n2. Имя.»',
  )
})

test('what bears no number is named by its title, and what bears the number of another by where it stands', () => {
  const loose = (title: string, number = 'заголовок') => ({ ...section(number, title, []), label: '' })
  const repeated = (text: string) => ({ ...clause('1 (2)', text), label: '1.' })
  const second = (title: string) => appendix('Имя.', title, { number: 'прил. 1 (2)', clauses: [] })
  const was = of(loose('О площадках'), section('I', 'А', [clause('1', 'Одно.')]), section('II', 'Б', [repeated('Другое.')]))
  const now = of(
    loose('О площадках и школах'),
    section('I', 'А', [clause('1', 'Одно.')]),
    section('II', 'Б', [repeated('Третье.')]),
    loose('Заключительные положения', 'заголовок (2)'),
    appendix('Имя.'),
    second('Отчёт'),
  )
  expect(told(was, now).map(([, , says]) => String(says).split(': «')[0])).toEqual([
    'наименование раздела «О площадках» изложить в следующей редакции',
    'пункт 1 раздела II изложить в следующей редакции',
    'дополнить разделом «Заключительные положения» следующего содержания',
    'дополнить приложением 1 «Заявка» следующего содержания',
    'дополнить приложением 1 «Отчёт» следующего содержания',
  ])
})

test('a point of the enacting order is no clause of the regulation', () => {
  const withPoint = (text: string): Regulation => ({
    ...before,
    orderPoints: { orderTitle: 'приказа', points: [{ ...clause('приказ 1', text), kind: 'point' }] },
  })
  expect(amendmentsBetween(withPoint('Одно.'), withPoint('Другое.'))).toEqual([])
  expect(changesOrderPoints(withPoint('Одно.'), withPoint('Другое.'))).toBe(true)
  expect(changesOrderPoints(withPoint('Одно.'), { ...withPoint('Одно.'), clauses: [] })).toBe(false)
})
