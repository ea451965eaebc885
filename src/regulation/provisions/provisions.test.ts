import { describe, expect, test } from 'vitest'
import { chebula, luga } from '../../../test/regulations.ts'
import { problemsOf } from '../check.ts'
import { describeRegulation } from '../describe.ts'
import { changedRules, clausesOf } from '../editor/compared.ts'
import { entryOf } from '../editor/entries.ts'
import { ruleInWords } from '../editor/in-words.ts'
import type { Regulation } from '../schema.ts'
import { provisionOf, whyAbsent } from './questions.ts'
import type { ProvisionNote } from './schema.ts'

const noted = (key: string, note: ProvisionNote, of: Regulation = chebula): Regulation => ({ ...of, provisions: { [key]: note } })
const forbidden = noted('attachments', { state: 'forbidden', clause: ['3.4'] })
const readings = [
  { text: 'до трёх лет', clause: ['3.3'] },
  { text: 'до 31 августа 2023 года', clause: ['3.4'] },
]
const conflict = noted('term', { state: 'conflict', readings }, { ...chebula, term: null })

describe('what the paper says of a rule', () => {
  test('it says it, with its clauses and the sentence noted', () => {
    expect(provisionOf(chebula, 'term')).toMatchObject({ state: 'said', basis: { clause: '3.3' }, sentence: null })
    expect(provisionOf(noted('term', { state: 'said', sentence: 'на срок до трёх лет' }), 'term')).toMatchObject({
      sentence: 'на срок до трёх лет',
    })
    expect(provisionOf(luga, 'roles.mentor')).toMatchObject({ state: 'said', basis: { clause: 'приказ 4.2' } })
  })

  test('it is silent, forbids, or says two things', () => {
    expect(provisionOf(chebula, 'attachments')).toEqual({ state: 'silent' })
    expect(provisionOf(chebula, 'roles.mentor')).toEqual({ state: 'silent' })
    expect(provisionOf(forbidden, 'attachments')).toMatchObject({ state: 'forbidden', basis: { clause: '3.4' } })
    expect(provisionOf(conflict, 'term')).toMatchObject({ state: 'conflict', readings: [{ text: 'до трёх лет' }, {}] })
  })

  test('a refusal where it forbids names that clause, where it is silent names none', () => {
    expect(whyAbsent(forbidden, 'attachments')).toEqual({
      reason: 'Положение это запрещает',
      basis: { clause: '3.4', text: 'п. 3.4 Положения' },
    })
    expect(whyAbsent(chebula, 'attachments')).toEqual({ reason: 'Положение об этом молчит', basis: null })
  })

  test('what is forbidden stands beside its clause', () => {
    const lines = describeRegulation(forbidden).get('3.4') ?? []
    expect(lines.map(({ text }) => text)).toContain('Запрещено: закреплённые школы')
  })
})

describe('what keeps it from being approved', () => {
  test('a contradiction nobody has settled, told with both readings', () => {
    expect(problemsOf(conflict)).toEqual([
      'правило «term»: Положение говорит двояко: «до трёх лет» (п. 3.3 Положения) и «до 31 августа 2023 года» (п. 3.4 Положения). Выберите одно чтение',
    ])
  })

  test('a rule that is forbidden and set, a clause that is not in the text', () => {
    expect(problemsOf(noted('term', { state: 'forbidden', clause: ['3.4'] }))).toEqual([
      'правило «term»: отмечено, что Положение это запрещает, а правило записано',
    ])
    expect(problemsOf(noted('attachments', { state: 'forbidden', clause: ['9.9'] }))).toEqual([
      'правило «attachments»: пункт 9.9 не найден в тексте Положения',
    ])
  })

  test('nothing where it only forbids what is not set', () => {
    expect(problemsOf(forbidden)).toEqual([])
  })
})

describe('an edition beside the one in force', () => {
  const entry = entryOf('attachments')
  test('silence and a ban are two things', () => {
    expect(changedRules(chebula, forbidden).map((one) => [one.entry.key, one.before, one.after])).toEqual([
      ['attachments', [], [{ label: 'Положение', text: 'это запрещает (п. 3.4 Положения)' }]],
    ])
    expect(entry && clausesOf(entry, forbidden)).toEqual(['3.4'])
  })

  test('both readings are told', () => {
    const term = entryOf('term')
    expect(term && ruleInWords(term, conflict)).toEqual([
      {
        label: 'Положение говорит двояко',
        text: '«до трёх лет» (п. 3.3 Положения) или «до 31 августа 2023 года» (п. 3.4 Положения)',
      },
    ])
  })
})
