// Proves who is told that an application may be begun. (C-32, R-34)
import { expect, test } from 'vitest'
import { chebula, lenobl, luga } from '../../../test/regulations.ts'
import { intakeSaid, mayApply } from './openings.ts'

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

test('where the paper names days, they are said with its clause; else applications are taken on any day', () => {
  const windows = [{ days: { kind: 'between' as const, from: '09-01', to: '09-15' } }] as const
  const dated = { ...chebula, intakeDays: { clause: ['3.3'], windows: [...windows] } }
  expect(intakeSaid(chebula, '2021-09-10').why).toBe('Заявки принимают в любой день')
  expect(intakeSaid(dated, '2021-09-10')).toEqual({ why: 'Заявки принимают по 15 сентября 2021 г.', clause: '3.3' })
  expect(intakeSaid(dated, '2021-09-16')).toEqual({
    why: 'Сегодня заявок не принимают, отправить можно с 1 сентября 2022 г. по 15 сентября 2022 г.',
    clause: '3.3',
  })
})
