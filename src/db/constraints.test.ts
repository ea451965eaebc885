import { expect, test } from 'vitest'
import { refusalOf } from './constraints.ts'

const broken = (constraint: string) => Object.assign(new Error('duplicate key'), { code: '23505', constraint })

test('a rule that the database keeps is a refusal; any other of its errors is a fault', () => {
  expect(refusalOf(broken('one_regulation_of_a_number'))).toEqual({ code: 'rule', rule: 'edition.numberTaken' })
  expect(refusalOf(broken('contract_number_is_unique'))).toEqual({ code: 'rule', rule: 'contract.numberTaken', field: 'number' })
  expect(refusalOf(broken('people_pkey'))).toBeNull()
  expect(refusalOf(new Error('connection lost'))).toBeNull()
})
