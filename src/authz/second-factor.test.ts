import { expect, test } from 'vitest'
import type { Role } from './roles.ts'
import { isTrusted } from './second-factor.ts'

test.each<[Role[], boolean]>([
  [['signatory'], true],
  [['teacher', 'administrator'], true],
  [['installer'], true],
  [['official', 'methodist', 'siteHead', 'expert'], false],
  [[], false],
])('a second factor may be demanded of %j: %j', (roles, is) => {
  expect(isTrusted(roles)).toBe(is)
})
