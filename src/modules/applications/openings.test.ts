// Proves who is told that an application may be begun. (C-32, R-34)
import { expect, test } from 'vitest'
import { chebula, lenobl, luga } from '../../../test/regulations.ts'
import { mayApply } from './openings.ts'

const [school, centre] = [{ kind: 'school' }, { kind: 'methodicalCentre' }] as const
const call = { initiators: ['organisation'] } as const

test('an organisation of a kind that may host applies in a call, and without one where the regulation has no calls', () => {
  expect(mayApply({ call, regulation: lenobl }, [school, centre])).toEqual([school])
  expect(mayApply({ call: null, regulation: chebula }, [school, centre])).toEqual([school])
})

test('nobody applies where sites are named by an order, or where the order of the call leaves it to the office', () => {
  expect(mayApply({ call: null, regulation: luga }, [school])).toEqual([])
  expect(mayApply({ call: { initiators: ['operator'] }, regulation: chebula }, [school])).toEqual([])
  const office: typeof chebula = { ...chebula, initiators: { clause: ['3.2'], who: ['authority'] } }
  expect(mayApply({ call: null, regulation: office }, [school])).toEqual([])
})
