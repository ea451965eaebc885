// Proves R-35, C-33.
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import '../../../test/installed.ts'
import { readEffect } from './effects/kits.ts'

const siteId = newId()

test('changes of a status signed before cases were known are read as orders of their own', () => {
  expect(readEffect({ kind: 'extendStatus', siteId, to: '2023-08-31' })).toEqual({
    kind: 'extendStatus',
    siteId,
    to: '2023-08-31',
    caseId: null,
  })
  expect(readEffect({ kind: 'terminateStatus', siteId, ground: 'mismatch', on: '2021-06-01' })).toEqual({
    kind: 'terminateStatus',
    siteId,
    ground: 'mismatch',
    on: '2021-06-01',
    attachTo: null,
    plan: 'keep',
    caseId: null,
  })
})
