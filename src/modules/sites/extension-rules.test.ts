import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import type { Day, OrderId } from '../../kernel/types.ts'
import { type EndMoved, withoutMovesOf } from './extension-rules.ts'

const [pausing, resuming, again, prolonging] = [newId<OrderId>(), newId<OrderId>(), newId<OrderId>(), newId<OrderId>()]
const days = (orderId: OrderId, was: Day, until: Day): EndMoved => ({ orderId, pointNumber: '1', was, until, makesUp: true })
const paused = { orderId: pausing, until: '2021-02-19', endedByOrderId: resuming }

describe('an order that moved the last day of a status is revoked', () => {
  const added = days(pausing, '2022-08-31', '2022-09-10')
  const back = days(resuming, '2022-09-10', '2022-09-05')

  test('what it added goes, and what the early resumption of it gave back', () => {
    expect(withoutMovesOf([added, back], pausing, [paused])).toEqual({ left: [], end: '2022-08-31' })
    expect(withoutMovesOf([added, back], resuming, [paused])).toEqual({ left: [added], end: '2022-09-10' })
  })

  test('days of other suspensions are counted from the end that is before them', () => {
    const other = days(again, '2022-09-05', '2022-09-10')
    expect(withoutMovesOf([added, back, other], pausing, [paused])).toEqual({
      left: [days(again, '2022-08-31', '2022-09-05')],
      end: '2022-09-05',
    })
  })

  test('a day that an order names stays, whatever was before it', () => {
    const named: EndMoved = { ...days(prolonging, '2022-09-05', '2023-08-31'), makesUp: false }
    const after = days(again, '2023-08-31', '2023-09-03')
    expect(withoutMovesOf([added, back, named, after], pausing, [paused])).toEqual({
      left: [{ ...named, was: '2022-08-31' }, after],
      end: '2023-09-03',
    })
    expect(withoutMovesOf([added, back, named, after], prolonging, [paused])).toEqual({
      left: [added, back, days(again, '2022-09-05', '2022-09-08')],
      end: '2022-09-08',
    })
  })

  test('one order that resumed and suspended again keeps the second time; an endless suspension adds its days when it is over', () => {
    const both = [added, days(resuming, '2022-09-05', '2022-09-10'), days(resuming, '2022-09-10', '2022-09-05')]
    expect(withoutMovesOf(both, pausing, [paused])).toEqual({
      left: [days(resuming, '2022-08-31', '2022-09-05')],
      end: '2022-09-05',
    })
    const endless = { ...paused, until: null }
    const ended = [days(resuming, '2022-08-31', '2022-09-10'), days(resuming, '2022-09-10', '2022-09-12')]
    expect(withoutMovesOf(ended, pausing, [endless])).toEqual({
      left: [days(resuming, '2022-08-31', '2022-09-02')],
      end: '2022-09-02',
    })
  })

  test('a resumption of another suspension stays, and an order that moved nothing changes nothing', () => {
    expect(withoutMovesOf([added, back], pausing, [{ ...paused, orderId: again }])).toEqual({
      left: [days(resuming, '2022-08-31', '2022-08-26')],
      end: '2022-08-26',
    })
    expect(withoutMovesOf([added], again, [])).toBeNull()
    expect(withoutMovesOf([], pausing, [])).toBeNull()
  })
})
