// What a body beside the authority and the operator may order: what its regulation gives it, and nothing else.
import { describe, expect, test } from 'vitest'
import { council } from '../../../../test/factories/bodies.ts'
import type { Effect } from '../../../kit/order/effects.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { also, anAppointment, anOrder, effectOf, refused, registers, regulation, under } from './registers.fixture.ts'

const issuedByIt: Partial<Registers> = { issuer: { isAuthority: false, isOperator: false, body: 'body1' } }
const byCouncil = under({ status: { ...regulation.status, grantedBy: 'body1' } })
const appointments = also('appointments', anAppointment('a'))

const ofSites: Effect[] = [
  effectOf('appoint', { personId: 'mentor', as: 'mentor', siteId: 's', from: '2021-02-01', to: null, ground: null }),
  effectOf('endAppointment', { appointmentId: 'a', on: '2021-03-01' }),
  effectOf('attachOrganisations', { siteId: 's', organisationIds: ['c'], from: '2021-02-01', to: null }),
  effectOf('detachOrganisations', { siteId: 's', organisationIds: ['c'], on: '2021-03-01' }),
  effectOf('declineApplication', { applicationId: 'x', reason: 'нет программы' }),
]
const ofPaper: Effect[] = [
  effectOf('approveRegulation', { regulationId: 'reg' }),
  effectOf('amendRegulation', { regulationId: 'reg' }),
]
const decidedOtherwise = (effect: Effect, change: Partial<Registers>) =>
  refused(effect, { ...appointments, ...change }).includes('notOfThisBody')

describe('a further body', () => {
  test.each([...ofSites, ...ofPaper].map((one) => [one.kind, one] as const))(
    '%s is not its own where the paper is silent',
    (_, effect) => {
      expect(refused(effect, { ...appointments, ...issuedByIt })).toEqual(['notOfThisBody'])
      expect(decidedOtherwise(effect, {})).toBe(false)
    },
  )

  test('that gives the statuses decides what belongs to its sites, and not the regulation', () => {
    // A role that no body gives by its order goes with the statuses.
    const roles = regulation.roles.map((one) => (one.code === 'mentor' ? { ...one, appointedBy: 'head' } : one))
    const there = { ...under({ roles, status: { ...regulation.status, grantedBy: 'body1' } }), ...issuedByIt }
    expect(ofSites.filter((one) => decidedOtherwise(one, there))).toEqual([])
    expect(ofPaper.filter((one) => !decidedOtherwise(one, { ...byCouncil, ...issuedByIt }))).toEqual([])
  })

  test('appoints to the roles that the regulation has it give', () => {
    const roles = regulation.roles.map((one) => (one.code === 'mentor' ? { ...one, appointedBy: 'body1' } : one))
    const [appoint] = ofSites
    const bodies = { ...regulation.bodies, further: [council] }
    expect(appoint && decidedOtherwise(appoint, { ...under({ roles, bodies }), ...issuedByIt })).toBe(false)
    const others = regulation.roles.map((one) => (one.code === 'mentor' ? { ...one, appointedBy: 'authority' } : one))
    const there = under({ roles: others, bodies, status: { ...regulation.status, grantedBy: 'body1' } })
    expect(appoint && decidedOtherwise(appoint, { ...there, ...issuedByIt })).toBe(true)
  })

  test('revokes its own orders only', () => {
    const revoke = effectOf('revoke', { orderId: 'old' })
    const of = (issuerId: string) => also('orders', anOrder('old', { issuerId }))
    expect(refused(revoke, { ...issuedByIt, ...of('other') })).toEqual(['revokesOfAnother'])
    expect(refused(revoke, { ...issuedByIt, ...of(registers.issuerId) })).toEqual([])
    expect(refused(revoke, of('other'))).toEqual([])
  })
})
