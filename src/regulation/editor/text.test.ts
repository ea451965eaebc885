import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { clause, section } from '../../../test/clauses.ts'
import { walk } from '../clauses.ts'
import {
  bodyOfText,
  freeNumber,
  proposedLabel,
  rootOf,
  textOfBody,
  withClause,
  withNewClause,
  withoutClause,
} from './clause-text.ts'
import { changedClauses, changedRules } from './compared.ts'
import { cutIntoClauses } from './cutting.ts'
import { entryOf } from './entries.ts'

const packages = loadTerritories()
const { regulation } = packages.find(({ facts }) => facts.territory.code === 'chebula')!

test('clauses numbered anew in each section are named by it, «1.1», also where the section has a Roman number', () => {
  const cut = cutIntoClauses('I. Общие положения\n1. Первое.\n2. Второе.\nIV. Порядок\n1. Третье.\n2. Статус')
  expect([...walk(cut.clauses)].map(({ number, label }) => `${number} ${label}`)).toEqual([
    'I I.',
    '1.1 1.',
    '1.2 2.',
    'IV IV.',
    '4.1 1.',
    '2 2.',
  ])
})

test('a number that goes on after «2.2.» is no clause of that section', () => {
  const cut = cutIntoClauses('1. Утвердить Положение.\n2. Центру:\n2.1. первое;\n2.2. второе.\n3. Контроль за собой.')
  expect([...walk(cut.clauses)].map(({ number }) => number)).toEqual(['1', '2', '2.1', '2.2', '3'])
})

describe('the text of a clause', () => {
  test.each(packages.map(({ facts, regulation }) => [facts.territory.code, regulation] as const))(
    '%s: written and read back it is the same',
    (_code, { clauses }) => {
      for (const { body } of walk(clauses)) expect(bodyOfText(textOfBody(body))).toEqual(body)
    },
  )

  test('two lists with a paragraph between them stay two', () => {
    expect(bodyOfText('Центр:\n– учит;\n- помогает.\nШкола\n• пишет')).toEqual([
      'Центр:',
      ['учит;', 'помогает.'],
      'Школа',
      ['пишет'],
    ])
  })
})

test('a mark of a list without a text says nothing', () => expect(bodyOfText('Центр\n–\n•\n- учит')).toEqual(['Центр', ['учит']]))

describe('the tree', () => {
  const tree = [section('1', 'Общее', clause('1.1', 'Первый'), clause('1.2', 'Второй'))]
  const numbers = (clauses: Parameters<typeof walk>[0]) => [...walk(clauses)].map(({ number }) => number)

  test('a clause is put in the place of another, after one, under one, and taken out with what stands under it', () => {
    expect(withClause(tree, '1.2', clause('1.2', 'Иной'))[0]?.clauses[1]?.body).toEqual(['Иной'])
    expect(numbers(withNewClause(tree, '1.1', clause('1.1.1', 'Ещё')))).toEqual(['1', '1.1', '1.1.1', '1.2'])
    expect(withNewClause(tree, '1', clause('1.0', 'Ещё'), true)[0]?.clauses[0]?.number).toBe('1.0')
    expect(numbers(withoutClause(tree, '1'))).toEqual([])
    expect(numbers(withoutClause(tree, '1.1'))).toEqual(['1', '1.2'])
  })

  test('a clause belongs to the section it stands in', () => {
    expect(rootOf(tree, '1.2')).toBe('1')
    expect(rootOf(tree, '9')).toBeUndefined()
  })

  test('the number of a new clause is proposed, unless another has it', () => {
    const [section1] = tree
    const [first, second] = section1!.clauses
    expect(proposedLabel(tree, second!)).toBe('1.3.')
    expect(proposedLabel(tree, first!)).toBe('')
    expect(proposedLabel([section('2', 'Статус')], section('2', 'Статус'))).toBe('2.1.')
    expect(proposedLabel(tree, { ...first!, label: 'Приложение' })).toBe('')
  })

  test('a number that is taken gets a name of its own', () => {
    expect(freeNumber(tree, '1.3')).toBe('1.3')
    expect(freeNumber(tree, '1.2')).toBe('1.2 (2)')
  })
})

describe('a pasted paper', () => {
  const paper = `ПОЛОЖЕНИЕ
о районной стажировочной площадке

1. Общие положения
1.1. Площадка открывается в школе.
1.2 Работа площадки:
- открытые уроки;
- семинары.
Итоги подводит центр.
2. Статус
2.1. Статус присваивает комитет на срок до двух лет.
2.1. Заявку подаёт школа.
2.1.1. К заявке прилагают программу.
Приложение № 1
Форма заявки
1. Название школы.
2. Телефон.`

  const { heading, clauses } = cutIntoClauses(paper)
  const all = [...walk(clauses)]

  test('the heading is kept apart, sections, clauses and appendices are found with their numbers', () => {
    expect(heading).toEqual(['ПОЛОЖЕНИЕ', 'о районной стажировочной площадке'])
    expect(all.map(({ number, kind }) => `${kind} ${number}`)).toEqual([
      'section 1',
      'clause 1.1',
      'clause 1.2',
      'section 2',
      'clause 2.1',
      'clause 2.1 (2)',
      'clause 2.1.1',
      'appendix прил. 1',
      'clause прил. 1, п. 1',
      'clause прил. 1, п. 2',
    ])
  })

  test('a list and a paragraph after it belong to their clause; the printed number stays as printed', () => {
    const second = all.find(({ number }) => number === '1.2')
    expect(second).toMatchObject({
      label: '1.2',
      body: ['Работа площадки:', ['открытые уроки;', 'семинары.'], 'Итоги подводит центр.'],
    })
    expect(all.find(({ number }) => number === '2.1 (2)')).toMatchObject({ label: '2.1.', body: ['Заявку подаёт школа.'] })
    expect(all.find(({ kind }) => kind === 'appendix')).toMatchObject({ title: 'Форма заявки' })
  })

  test('a numbered sentence without clauses under it is a clause, not a section', () => {
    expect(cutIntoClauses('1. Статус присваивает комитет.\n2. Срок статуса — год.').clauses.map(({ kind }) => kind)).toEqual([
      'clause',
      'clause',
    ])
  })

  test.each(packages.map(({ facts, regulation }) => [facts.territory.code, regulation] as const))(
    '%s: its own text, printed and pasted, is cut at the same numbers',
    (_code, given) => {
      const print = [...walk(given.clauses)]
        .filter(({ kind, label }) => kind !== 'appendix' && label !== '')
        .filter(({ number }) => !number.startsWith('прил.'))
      const text = print
        .map(({ label, title, body }) =>
          [[label, title].filter(Boolean).join(' '), textOfBody(body)].filter(Boolean).join(title ? '\n' : ' '),
        )
        .join('\n')
      const cut = [...walk(cutIntoClauses(text).clauses)]
      expect(cut.map(({ label }) => label)).toEqual(print.map(({ label }) => label))
      expect(new Set(cut.map(({ number }) => number)).size).toBe(cut.length)
    },
  )
})

describe('two editions', () => {
  const term = entryOf('term')!
  const shorter = term.write(regulation, { clause: ['3.3'], kind: 'longest', months: 24 })

  test('a changed rule is named in words, before and after', () => {
    const [change, ...others] = changedRules(regulation, shorter)
    expect(others).toEqual([])
    expect(change).toMatchObject({ before: [{}, { text: '36' }], after: [{}, { text: '24' }] })
    expect(changedClauses(regulation, shorter)).toEqual([])
  })

  test('a changed, a new and a removed clause', () => {
    const clauses = withNewClause(
      withoutClause(withClause(regulation.clauses, '3.3', clause('3.3', 'Иначе')), '7.1'),
      '3.4',
      clause('3.5', 'Новый'),
    )
    expect(
      changedClauses(regulation, { ...regulation, clauses: [...clauses] }).map(({ number, kind }) => [number, kind]),
    ).toEqual([
      ['3.3', 'changed'],
      ['3.5', 'added'],
      ['7.1', 'removed'],
    ])
  })
})

test('a heading without a number, marked as one, is a section of its own with the clauses after it', () => {
  const { heading, clauses } = cutIntoClauses(
    '# Положение\n# 1. Общее\n1.1. Одно.\n# Переходные положения\n2.1. Другое.\nЕщё строка\n# Переходные положения',
  )
  expect(heading).toEqual(['Положение'])
  expect(clauses.map(({ number, label, title }) => [number, label, title])).toEqual([
    ['1', '1.', 'Общее'],
    ['заголовок', '', 'Переходные положения'],
    ['заголовок (2)', '', 'Переходные положения'],
  ])
  expect(clauses[1]?.clauses[0]).toMatchObject({ number: '2.1', body: ['Другое.', 'Ещё строка'] })
})
