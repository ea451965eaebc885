// Proves that what each paper says of a case is what the product answers.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { aStep, chebula, lenobl, luga } from '../../../test/regulations.ts'
import { formOf } from '../../web/form-data.ts'
import { problemsOf } from '../check.ts'
import { captionOf, valueName } from '../editor/captions.ts'
import { valueTyped } from '../editor/typed.ts'
import { writtenAs } from '../editor/written.ts'
import { changedExamples, exampleInput, exampleInWords, exampleProblems, tryExamples } from './run.ts'
import type { Example } from './schema.ts'

const packages = loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation] as const)

describe('the examples of each territory', () => {
  test.each(packages)('%s: at least fifteen, and each is answered as its paper says', (_code, regulation) => {
    expect(regulation.examples.length).toBeGreaterThanOrEqual(15)
    expect(exampleProblems(regulation)).toEqual([])
  })

  test.each(packages)('%s: no two ask the same', (_code, regulation) => {
    const asked = regulation.examples.map((one) => exampleInWords(one, regulation))
    expect(asked).toEqual([...new Set(asked)])
  })

  test.each(packages)('%s: each is read back from its form as it was', (_code, regulation) => {
    for (const example of regulation.examples) {
      const flat = Object.entries(writtenAs(exampleInput, example, 'value')).flatMap(([name, text]) =>
        (Array.isArray(text) ? text : [text]).map((one) => [name, one] as const),
      )
      expect(valueTyped(exampleInput, formOf(flat, []).nested.value)).toEqual(example)
    }
  })
})

test('every kind of example has a name, every part a caption, every choice words', () => {
  const kinds = exampleInput.as === 'shapes' ? Object.entries(exampleInput.of) : []
  expect(kinds.length).toBeGreaterThan(15)
  for (const [kind, parts] of kinds) {
    expect(valueName('example.kind', kind)).not.toBe('')
    for (const [part, input] of Object.entries(parts)) {
      expect(captionOf(`example.${part}`)).not.toBe('')
      if (input.as === 'one') for (const value of input.of) expect(valueName(`example.${part}`, value)).not.toBe('')
    }
  }
})

const fourYears: Example = { kind: 'term', from: '2021-08-24', to: '2025-08-23', expected: 'refused', clause: ['3.3'] }

describe('an example that does not hold', () => {
  test('is told with what was expected and what was answered', () => {
    const wrong: Example = { ...fourYears, expected: 'allowed', clause: [] }
    expect(exampleProblems({ ...chebula, examples: [fourYears, wrong] })).toEqual([
      'правило «examples»: 2. Присваивают статус на срок: с 24 августа 2021 г., по 23 августа 2025 г. — ждали: можно; ответ: нельзя, п. 3.3 Положения',
    ])
  })

  test('names a clause of another rule, or a clause where the paper is silent', () => {
    const holds = (example: Example, of = chebula) => tryExamples({ ...of, examples: [example] })[0]?.holds
    expect(holds(fourYears)).toBe(true)
    expect(holds({ ...fourYears, clause: ['3.4'] })).toBe(false)
    expect(holds({ kind: 'attach', expected: 'refused', clause: [] })).toBe(true)
    expect(holds({ kind: 'attach', expected: 'refused', clause: ['3.4'] })).toBe(false)
    expect(holds({ kind: 'reportDue', year: 2021, title: null, expected: '2022-06-14', clause: ['4.3'] })).toBe(false)
  })

  test('asks of a step by which day, and whether the party is one of those the procedure names', () => {
    const step = aStep('agree', 'operator', { due: { count: 5, unit: 'workingDay' }, clause: ['3.2.1'] })
    const asked = { ...luga, programmeAgreement: { clause: ['3.2.1'], chain: [{ ...step, act: 'agree' as const }] } }
    const holds = (example: Example) => tryExamples({ ...asked, examples: [example] })[0]?.holds
    const due = { kind: 'stepDue' as const, thing: 'programme' as const, by: 'operator', from: '2021-09-10' }
    expect(holds({ ...due, expected: '2021-09-17', clause: ['3.2.1'] })).toBe(true)
    expect(holds({ ...due, by: 'authority', expected: null, clause: [] })).toBe(true)
    expect(holds({ kind: 'programmeStep', by: 'authority', expected: 'refused', clause: ['3.2.1'] })).toBe(true)
    expect(holds({ kind: 'accept', by: 'operator', expected: 'allowed', clause: ['3.1'] })).toBe(true)
  })

  test('does not keep a regulation from being read, only from being approved', () => {
    expect(problemsOf({ ...chebula, examples: [{ ...fourYears, expected: 'allowed' }] })).toEqual([])
  })

  test('a clause named by an example has to be in the text', () => {
    expect(problemsOf({ ...chebula, examples: [{ ...fourYears, clause: ['9.9'] }] })).toEqual([
      'правило «examples»: пункт 9.9 не найден в тексте Положения',
    ])
  })
})

test('what the paper forbids is refused with that clause', () => {
  const forbids = { ...luga, attachments: null, provisions: { attachments: { state: 'forbidden' as const, clause: ['2.4'] } } }
  const [tried] = tryExamples({ ...forbids, examples: [{ kind: 'attach', expected: 'refused', clause: ['2.4'] }] })
  expect(tried).toMatchObject({ holds: true, reason: 'Положение это запрещает' })
})

test('an edition says which examples it answers otherwise', () => {
  const shorter = { ...lenobl, term: { kind: 'longest' as const, clause: ['3.2'], months: 24 } }
  expect(changedExamples(lenobl, shorter)).toEqual([
    {
      what: 'Присваивают статус на срок: с 1 сентября 2021 г., по 31 августа 2024 г.',
      before: 'можно, п. 3.2 Положения',
      after: 'нельзя, п. 3.2 Положения',
    },
    {
      what: 'Последний день статуса: с 1 сентября 2021 г.',
      before: '31 августа 2024 г., п. 3.2 Положения',
      after: '31 августа 2023 г., п. 3.2 Положения',
    },
  ])
  expect(changedExamples(lenobl, lenobl)).toEqual([])
})
