// Proves L-16.

import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import type { Block } from '../../documents/model.ts'
import type { OrderId } from '../../kernel/types.ts'
import { walk } from '../../regulation/clauses.ts'
import { bodyWord } from '../../regulation/parties/questions.ts'
import { regulationDocument } from './document.ts'
import { clauseAnchor } from './links.ts'
import { actName, amendmentNotes, orderName } from './texts.ts'

const order = {
  orderId: 'x' as OrderId,
  kind: 'order',
  number: '37-о',
  signedOn: '2021-08-24',
  issuer: 'МБУ «ЦИМС»',
  point: '3',
} as const
const textOf = (block: Block) => JSON.stringify(block)

describe.each(loadTerritories().map((one) => [one.facts.territory.code, one.regulation] as const))('%s', (_, regulation) => {
  test('the paper carries every number and every paragraph of the regulation', () => {
    const { sections } = regulationDocument({ regulation, version: 1, order })
    const blocks = sections.flatMap((section) => section.blocks)
    const numbers = blocks.flatMap((block) => ('number' in block && block.number ? [block.number] : []))
    const clauses = [...walk(regulation.clauses)]
    expect(numbers).toEqual(clauses.map((one) => one.label).filter((label) => label !== ''))
    const printed = blocks.map(textOf).join('')
    for (const part of clauses.flatMap((one) => one.body.flat())) expect(printed).toContain(JSON.stringify(part).slice(1, -1))
  })

  test('every clause and every point of the order has an address of its own', () => {
    const numbers = [...walk(regulation.clauses), ...(regulation.orderPoints?.points ?? [])].map((one) => one.number)
    expect(new Set(numbers.map(clauseAnchor)).size).toBe(numbers.length)
  })

  test('the acts it stands on are named whole', () => {
    for (const act of regulation.legalBasis.acts) expect(actName(act)).toMatch(/^\S.* «.+»$/)
  })
})

const { regulation } = loadTerritories()[0]!

test('the paper says by which order it was approved, or that it is a draft', () => {
  const approved = regulationDocument({ regulation, version: 2, order })
  expect(textOf(approved.sections[0]!.blocks[0]!)).toContain('от 24 августа 2021 г. № 37-о')
  expect(textOf(approved.sections[0]!.blocks[0]!)).toContain(
    `приказом ${bodyWord(regulation, regulation.status.grantedBy, 'genitive')}`,
  )
  expect(approved.date).toBe('2021-08-24')
  const draft = regulationDocument({ regulation, version: 1, order: null })
  expect(textOf(draft.sections[0]!.blocks[0]!)).toContain('ПРОЕКТ')
  expect(draft.date).toBeUndefined()
})

test('an order is named with its point', () => {
  expect(orderName(order)).toBe('Приказ № 37-о, п. 3')
  expect(orderName({ ...order, kind: 'directive', point: null })).toBe('Распоряжение № 37-о')
})

test('what an order did to a clause agrees with what the clause is', () => {
  const by = { act: 'order', signedOn: '2022-06-15', numberText: '37-о' } as const
  const section = { ...by, number: '3', kind: 'section', name: '3' } as const
  const appendix = { ...by, number: 'прил. 1', kind: 'appendix', name: '1' } as const
  const { of, repealed } = amendmentNotes([
    { ...section, what: 'repealed' },
    { ...appendix, what: 'repealed' },
    { ...appendix, number: 'прил. 2', what: 'added' },
    { ...section, number: '4', what: 'added' },
    { ...section, number: '5', what: 'changed' },
  ])
  expect(repealed).toEqual([
    'Раздел 3 признан утратившим силу приказом от 15.06.2022 № 37-о',
    'Приложение 1 признано утратившим силу приказом от 15.06.2022 № 37-о',
  ])
  expect([...of.values()]).toEqual([
    '(введено в действие приказом от 15.06.2022 № 37-о)',
    '(введён в действие приказом от 15.06.2022 № 37-о)',
    '(в редакции приказа от 15.06.2022 № 37-о)',
  ])
})
