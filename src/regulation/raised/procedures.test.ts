import { expect, test } from 'vitest'
import { proceduresRaised } from './procedures.ts'

test('whoever accepts a report becomes the one step of its procedure; a second time changes nothing', () => {
  const kind = { code: 'report', to: 'operator', clause: ['4.3'] }
  const today = proceduresRaised({ plan: 'x', report: { clause: ['4.3'], kinds: [{ ...kind, acceptedBy: 'authority' }] } })
  const chain = [{ act: 'accept', by: 'authority', caption: 'Принимает отчёт', clause: ['4.3'] }]
  expect(today).toEqual({ plan: 'x', report: { clause: ['4.3'], kinds: [{ ...kind, chain }] } })
  expect(proceduresRaised(today)).toEqual(today)
  expect(proceduresRaised({ report: null })).toEqual({ report: null })
  expect(proceduresRaised('x')).toBe('x')
})
