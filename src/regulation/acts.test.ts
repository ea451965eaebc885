import { describe, expect, test } from 'vitest'
import { lenobl } from '../../test/regulations.ts'
import { act, actNamed, actNames, byLabel, numberedAct, orderLabel } from './acts.ts'

describe('the words of an act', () => {
  test('every kind has its cases and its plural', () => {
    const { agreed: _, many, ...one } = act('resolution')
    expect(Object.values(one)).toEqual([
      ...['постановление', 'Постановление', 'постановления', 'постановлению', 'постановлением', 'постановлении'],
    ])
    expect(many).toMatchObject({ title: 'Постановления', genitive: 'постановлений', instrumental: 'постановлениями' })
    expect(act('order')).toMatchObject({
      genitive: 'приказа',
      dative: 'приказу',
      instrumental: 'приказом',
      prepositional: 'приказе',
    })
    expect(act('order').many).toMatchObject({ nominative: 'приказы', genitive: 'приказов', dative: 'приказам' })
    expect(act('directive')).toMatchObject({ title: 'Распоряжение', genitive: 'распоряжения' })
  })

  test.each([
    ['подписан', 'подписано'],
    ['отменён', 'отменено'],
    ['сохранён', 'сохранено'],
    ['изменил', 'изменило'],
    ['подписанный', 'подписанное'],
    ['другой', 'другое'],
    ['какой', 'какое'],
    ['этот', 'это'],
    ['прежний', 'прежнее'],
  ])('what is said of it agrees: приказ %s, распоряжение %s', (masculine, neuter) => {
    expect(act('order').agreed(masculine)).toBe(masculine)
    expect(act('directive').agreed(masculine)).toBe(neuter)
  })

  test('of an order by its kind, of a page by the acts of the territory, of any where they differ', () => {
    expect(act({ kind: 'directive' }).nominative).toBe('распоряжение')
    expect(act({ territory: { actKind: 'order' } }).nominative).toBe('приказ')
    expect(act({ territory: { actKind: null } }).nominative).toBe('документ')
    expect(act(undefined).many.title).toBe('Документы')
  })

  test('a regulation names each kind by its word', () => {
    expect(Object.values(actNames).map((name) => actNames[actNamed(name)])).toEqual(Object.values(actNames))
    expect(actNamed(lenobl.status.act)).toBe('directive')
  })

  test('labels', () => {
    const signed = { kind: 'resolution', signedOn: '2024-03-01', numberText: '№ 183/1' } as const
    expect(orderLabel(signed)).toBe('постановление от 01.03.2024 № 183/1')
    expect(orderLabel({ ...signed, signedOn: null })).toBe('проект: постановление')
    expect(byLabel(orderLabel(signed))).toBe('постановлением от 01.03.2024 № 183/1')
    expect(numberedAct('directive', '1-р')).toBe('Распоряжение №\u00a01-р')
  })
})

test('a kind that a kept text names wrongly is any act, not an outage', () => {
  expect(act(JSON.parse('"указ"')).nominative).toBe(act(null).nominative)
  expect(act('order').nominative).toBe('приказ')
})
