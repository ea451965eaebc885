import { expect, test } from 'vitest'
import type { OrderId } from '../../kernel/types.ts'
import { type Standing, siteIsNotSuspended, siteIsOpen, suspensionOn } from './standing-rules.ts'

const suspension = {
  from: '2021-02-01',
  to: '2021-02-28',
  reason: 'ремонт',
  orderId: 'o' as OrderId,
  order: 'приказ № 5',
  endedByOrderId: null,
} as const
const site: Standing = { from: '2021-01-28', to: '2021-12-31', suspensions: [suspension], endOrder: null }
const said = (result: ReturnType<typeof siteIsOpen>) => (result.ok ? 'ok' : result.refusal)

test('a suspension holds from its first to its last day', () => {
  const days = ['2021-01-31', '2021-02-01', '2021-02-28', '2021-03-01'] as const
  expect(days.map((day) => suspensionOn([suspension], day) !== null)).toEqual([false, true, true, false])
  expect(said(siteIsNotSuspended(site, '2021-02-10'))).toMatchObject({
    rule: 'site.suspended',
    params: { since: '1 февраля 2021 г.', reason: 'ремонт', order: 'приказ № 5' },
  })
  expect(said(siteIsNotSuspended(site, '2022-02-10'))).toBe('ok')
})

test('a site is open to its last day, and says which order ended it', () => {
  expect(said(siteIsOpen(site, '2021-12-31'))).toBe('ok')
  expect(said(siteIsOpen(site, '2021-02-10'))).toMatchObject({ rule: 'site.suspended' })
  expect(said(siteIsOpen(site, '2022-01-01'))).toEqual(
    expect.objectContaining({ rule: 'site.over', params: { last: '31 декабря 2021 г.' } }),
  )
  expect(said(siteIsOpen({ ...site, endOrder: 'приказ № 7' }, '2022-01-01'))).toMatchObject({ params: { order: 'приказ № 7' } })
  expect(said(siteIsOpen({ ...site, to: null }, '2030-01-01'))).toBe('ok')
})
