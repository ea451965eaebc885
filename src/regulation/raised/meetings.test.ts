import { expect, test } from 'vitest'
import { meetingsRaised } from './meetings.ts'

test('a meeting of words alone is one with the heads of the sites; who is named stays', () => {
  const old = { meetings: { clause: ['4.3'], kinds: [{ code: 'heads', text: 'совещание', clause: ['4.3'] }] } }
  expect(meetingsRaised(old)).toMatchObject({ meetings: { kinds: [{ code: 'heads', invited: ['siteHeads'] }] } })
  expect(meetingsRaised(meetingsRaised(old))).toEqual(meetingsRaised(old))
  const named = { meetings: { clause: [], kinds: [{ code: 'all', invited: ['organisationHeads'] }] } }
  expect(meetingsRaised(named)).toEqual(named)
  expect(meetingsRaised({ meetings: null })).toEqual({ meetings: null })
})
