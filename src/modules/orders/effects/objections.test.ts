// Proves R-31: an objection stands where its effect does.
import { expect, test } from 'vitest'
import type { Effect } from '../../../kit/order/effects.ts'
import { checkEffects } from './handlers.ts'
import { effectOf, registers } from './registers.fixture.ts'

const grant = (change: object = {}) =>
  effectOf('grantStatus', {
    ...{ siteId: 'new', organisationIds: ['b'], leadOrganisationId: 'b', theme: 'Урок', direction: null },
    ...{ from: '2021-02-01', to: '2024-01-31', headPersonId: null, headGround: null },
    ...change,
  })

const decline = (applicationId: string) => effectOf('declineApplication', { applicationId, reason: 'поздно' })

test('an objection stands at the effect of its point', () => {
  const point = (number: string, ...effects: Effect[]) => ({ number, effects }) as never
  const refusals = checkEffects([point('1', grant()), point('2', grant(), decline('x'))], registers)
  expect(refusals).toMatchObject([{ rule: 'order.unknownApplication', field: 'points.1.effects.1', params: { point: '2' } }])
})
