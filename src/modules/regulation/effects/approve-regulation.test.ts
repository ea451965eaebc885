// Proves R-31, L-O2: regulations approved.
import { describe, expect, test } from 'vitest'
import { lenobl } from '../../../../test/regulations.ts'
import { also, checked, effectOf, lines, refused, registers, regulation } from '../../orders/effects/registers.fixture.ts'

describe('a regulation is approved', () => {
  const approve = (regulationId = 'draft') => effectOf('approveRegulation', { regulationId })
  const draft = (startsOn: '2020-01-01' | null = null, text = lenobl, state = 'draft') =>
    also('regulations', { id: 'draft', version: 2, paper: text, state, startsOn, endsOn: null })
  const unready = { ...lenobl, contract: null }
  const inForceSince = (startsOn: '2021-01-31' | '2021-02-01') => ({ inForce: { ...registers.inForce!, startsOn } })
  checked([
    ['when it is a draft', approve(), draft(), []],
    ['when it is known', approve('x'), draft(), ['unknownRegulation']],
    ['with no rule at odds with another', approve(), draft(null, unready), ['regulationUnready']],
    ['not when it was given up', approve(), draft(null, lenobl, 'dropped'), ['regulationDropped']],
    ['once', approve(), draft('2020-01-01'), ['regulationAlreadyApproved']],
    ['after the one in force began', approve(), { ...draft(), ...inForceSince('2021-01-31') }, []],
    ['not on its first day', approve(), { ...draft(), ...inForceSince('2021-02-01') }, ['regulationTooEarly']],
    ['the first of all', approve(), { ...draft(), inForce: null }, []],
  ])
  test('one in an order', () => expect(refused(approve(), draft(), approve('other'))).toEqual(['regulationApprovedTwice']))
})

test('a regulation takes the place of the one before', () => {
  const approve = effectOf('approveRegulation', { regulationId: 'draft' })
  const draft = also('regulations', { id: 'draft', version: 2, paper: regulation, startsOn: null, endsOn: null })
  expect(lines(approve, draft)).toEqual([
    [regulation.title, 'действует редакция 1', 'редакция 2 вступит в силу 1 февраля 2021 г.'],
  ])
  expect(lines(approve, { inForce: null })).toEqual([
    ['Положение', 'Положения не было', 'редакция 1 вступит в силу 1 февраля 2021 г.'],
  ])
})

describe('single clauses of a regulation are changed', () => {
  const amend = effectOf('amendRegulation', { regulationId: 'draft' })
  const [first, ...others] = lenobl.clauses
  const other = { ...lenobl, clauses: [{ ...first!, title: 'Основы' }, ...others] }
  const orderPoints = { orderTitle: 'приказа', points: [{ ...first!, number: 'приказ 1', kind: 'point' as const, clauses: [] }] }
  const draft = (text: typeof lenobl, state = 'draft') => ({
    ...also('regulations', { id: 'draft', version: 2, paper: text, state, startsOn: null, endsOn: null }),
    inForce: { ...registers.inForce!, paper: lenobl },
  })
  checked([
    ['when a clause reads otherwise', amend, draft(other), []],
    ['not with points of the order that enacted it', amend, draft({ ...other, orderPoints }), ['enactingPointsAmended']],
    ['not when every clause reads the same', amend, draft(lenobl), ['noClauseAmended']],
    ['not when none is in force', amend, { ...draft(other), inForce: null }, ['nothingToAmend']],
    ['not by an edition that was given up', amend, draft(other, 'dropped'), ['regulationDropped']],
  ])
  test('or the whole is approved, not both in one order', () =>
    expect(refused(amend, draft(other), effectOf('approveRegulation', { regulationId: 'draft' }))).toEqual([
      'regulationApprovedTwice',
    ]))
  test('and each of them is told before it is signed', () =>
    expect(lines(amend, draft(other))).toEqual([
      [`наименование раздела ${first!.number} изложить в следующей редакции`, 'редакция 1', 'редакция 2 с 1 февраля 2021 г.'],
    ]))
})
