// Proves L-O2: what the text of a paper says is proposed in the forms of its rules, to be confirmed.
import { describe, expect, test } from 'vitest'
import { chebula, lenobl, luga, turochak } from '../../../test/regulations.ts'
import type { Clause } from '../clauses.ts'
import type { Regulation } from '../schema.ts'
import { entryOf } from './entries.ts'
import { proposed } from './proposed.ts'
import { clauseHolding } from './speaks.ts'
import { actorIn, furtherClauses, termIn, toldAt } from './told.ts'

const by = (text: string, regulation: Regulation = lenobl) => actorIn({ text, row: '', regulation })
const at = (path: string, text: string, row = '', regulation: Regulation = lenobl) => toldAt(path, { text, row, regulation })

describe('a term in words', () => {
  test.each([
    ['Статус присваивается на срок до трёх лет.', { kind: 'longest', longest: { months: '36' } }],
    ['Статус присваивается сроком на 18 месяцев.', { kind: 'exact', exact: { length: '18' } }],
    ['Статус присваивается на срок два года.', { kind: 'exact', exact: { length: '24' } }],
    ['Статус присваивается на срок не более двух лет.', { kind: 'longest', longest: { months: '24' } }],
    ['Статус действует по 31 августа 2026 года.', { kind: 'until', until: { to: '31.08.2026' } }],
    ['Статус действует в течение учебного года.', null],
  ])('%s', (text, expected) => expect(termIn(text)).toEqual(expected))
})

describe('who does what a clause says', () => {
  test('«прекращается Комитетом», «распоряжением Комитета»; who only proposes does not', () => {
    expect(by('Деятельность прекращается Комитетом по представлению ГАОУ ДПО «ЛОИРО» в случае:')).toBe('authority')
    expect(by('утверждаются распоряжением Комитета на основании представления ЛОИРО')).toBe('authority')
    expect(by('Перечень площадок утверждается приказом МБУ «ЦИМС».', chebula)).toBe('operator')
    expect(by('Площадка работает совместно с ЛОИРО.')).toBeNull()
    expect(by('подкомитетом')).toBeNull()
  })

  test('on whose submission, by which act, between whom, appointed by whom', () => {
    expect(at('status.onSubmissionOfOperator', 'утверждаются на основании представления ЛОИРО')).toBe('yes')
    expect(at('status.onSubmissionOfOperator', 'организация представляет заявку')).toBeNull()
    expect(at('status.act', 'утверждаются Распоряжением Комитета')).toBe('распоряжение')
    expect(at('contract.between', 'заключённым между ними и ГАОУ ДПО «ЛОИРО» договором')).toEqual(['operator', 'site'])
    expect(at('contract.between', 'на условиях договора')).toBeNull()
    expect(at('role.appointedBy', 'Руководитель площадки: назначает наставников и кураторов', 'наставник')).toBe('head')
    expect(at('role.appointedBy', 'Тьютор помогает стажёру', 'тьютор')).toBeNull()
  })
})

test('the way to a status follows from the rules that are there and from its clause', () => {
  const clause = 'утверждаются распоряжением Комитета на основании представления ЛОИРО'
  expect(at('status.steps', clause)).toEqual(['call', 'application', 'expertReview', 'submission', 'order', 'contract'])
  expect(at('status.steps', 'на основании приказа', '', luga)).toEqual(['order'])
  expect(at('status.steps', 'на срок до трёх лет', '', chebula)).toEqual(['application', 'order'])
})

test('a usual answer without a clause gives way to what the text says, one that somebody has written does not', () => {
  const entry = entryOf('status')
  if (!entry) throw new Error('no rule of status')
  const typed = { grantedBy: 'authority', act: 'приказ', onSubmissionOfOperator: 'no', steps: ['order'] }
  const usual = { ...lenobl.status, clause: [], act: 'приказ' as const, onSubmissionOfOperator: false, steps: ['order' as const] }
  const found = { act: 'распоряжение', onSubmissionOfOperator: 'yes', grantedBy: 'authority' }
  expect(proposed(entry, typed, { ...lenobl, status: usual })).toMatchObject({ ...found, clause: '3.1' })
  expect(proposed(entry, { ...typed, act: 'постановление' }, { ...lenobl, status: usual })).toMatchObject({
    act: 'постановление',
  })
  expect(proposed(entry, typed, { ...lenobl, status: { ...usual, clause: ['3.1'] } })).toMatchObject(typed)
})

describe('clauses', () => {
  test('a rule comes from the appendices it names too, and what is said of trainees from where each part is said', () => {
    expect(furtherClauses('application', '3.3', lenobl)).toEqual(['3.3', 'прил. 1', 'прил. 2'])
    expect(furtherClauses('plan', '4.6', lenobl)).toEqual(['4.6', 'прил. 3'])
    expect(furtherClauses('initiators', '3.3', lenobl)).toEqual(['3.3'])
    expect(furtherClauses('trainees', '1.3', lenobl)).toEqual(['прил. 2, п. 1', 'прил. 2, п. 2', 'прил. 2, п. 4'])
  })

  test('routes have the clause that speaks of them, never that of another part', () => {
    const told = { text: '', row: '', regulation: turochak }
    expect(toldAt('trainees.routes', told)).toBe('yes')
    expect(furtherClauses('trainees', '1.2', turochak)).toContain('3.2')
    const clause = (number: string, text: string): Clause => ({
      number,
      kind: 'clause',
      label: number,
      body: [text],
      clauses: [],
    })
    const clauses = [clause('1', 'Стажёр ведёт дневник самооценки.'), clause('2', 'Центр строит индивидуальные маршруты.')]
    expect(toldAt('trainees.grounds', { ...told, regulation: { ...turochak, clauses } })).toEqual([
      { of: 'selfAssessment', clause: '1' },
      { of: 'routes', clause: '2' },
    ])
  })

  test('a line is looked for under the clauses of its rule first', () => {
    expect(clauseHolding('Руководитель организации', lenobl, ['3.3', 'прил. 1'])).toBe('прил. 1, п. 4')
    expect(clauseHolding('Содержание по темам', lenobl, ['прил. 2'])).toBe('прил. 2, п. 2')
    expect(clauseHolding('Содержание по темам', lenobl)).toBeNull()
  })
})

test('what a section of a programme and a column of a plan are', () => {
  expect(at('application.programme.asks', 'Оценка результатов: внешняя оценка; самооценка стажёра')).toEqual(['external', 'self'])
  expect(at('application.programme.asks', 'Ничего')).toBeNull()
  expect(at('application.programme.kind', '', 'Содержание по темам')).toBe('topics')
  expect(at('application.items.kind', '', 'Программа площадки')).toBe('programme')
  expect(at('plan.columns.kind', '', 'Мероприятие')).toBe('activity')
  expect(at('plan.columns.kind', 'мероприятия и формы их проведения', 'Мероприятие')).toBe('activityAndForm')
  expect([at('plan.columns.required', '', '№'), at('plan.columns.required', '', 'Сроки')]).toEqual(['no', 'yes'])
})

test('a word of a row of which only the first form stands gets the others', () => {
  const entry = entryOf('bodies')
  if (!entry) throw new Error('no rule of bodies')
  const typed = { further: [{ name: 'Совет района', short: { nominative: 'Координационный совет' } }] }
  expect(proposed(entry, typed, lenobl)).toMatchObject({ further: [{ short: { genitive: 'Координационного совета' } }] })
})
