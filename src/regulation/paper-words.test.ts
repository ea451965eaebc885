import { expect, test } from 'vitest'
import { chebula } from '../../test/regulations.ts'
import { ruleText } from '../web/refusals.ts'
import { basisOf, citeClause } from './cite.ts'
import { paperWord, titleAs } from './paper/questions.ts'
import { whyAbsent } from './provisions/questions.ts'
import { reviewWord } from './review/questions.ts'
import type { Regulation } from './schema.ts'
import { citedAs, onlyLine, referenceTo } from './several.ts'
import { declined } from './words.ts'

const paperWords = declined('Порядок', 'Порядка', 'Порядку', 'Порядком', 'Порядки')
const order: Regulation = { ...chebula, paperWords, title: 'Порядок работы стажировочных площадок' }

test('a paper is cited as it calls itself', () => {
  expect(citeClause(order, '3.3')).toBe('п. 3.3 Порядка')
  expect(citeClause(order, '1.3')).toBe('п. 3 раздела 1 Порядка')
  expect(basisOf(order, ['3.3', '3.4']).text).toBe('пп. 3.3, 3.4 Порядка')
  expect(titleAs(order, 'instrumental')).toBe('Порядком работы стажировочных площадок')
  expect(titleAs({ ...order, title: 'О площадках' }, 'genitive')).toBe('О площадках')
  expect(whyAbsent({ ...order, attachments: null, provisions: {} }, 'attachments').reason).toBe('Порядок об этом молчит')
})

test('where a refusal knows no more than the clause, the clause says of which paper it is', () => {
  const clause = referenceTo(order, onlyLine, '3.3')
  expect(ruleText({ 'site.no': 'Нельзя' }, { code: 'rule', rule: 'site.no', clause }, 'order')).toBe('Нельзя (п. 3.3 Порядка)')
  expect(citeClause(citedAs(order, onlyLine), clause)).toBe('п. 3.3 Порядка')
})

test('where it says nothing of it, it is a Положение and its review an экспертиза', () => {
  expect([paperWord(chebula), reviewWord(null, 'genitive')]).toEqual(['Положение', 'экспертизы'])
})
