// Proves R-31.
import { describe, expect, test } from 'vitest'
import { mayKnowNames, mayReadApplication, mayReadOthers } from './blind-rules.ts'
import type { ReviewState } from './model.ts'

describe('a blind review: experts do not see one another', () => {
  test('until their own and all standing others are sent', () => {
    expect(mayReadOthers('accepted', ['sent'], 'underReview')).toBe(false)
    expect(mayReadOthers('sent', ['accepted'], 'underReview')).toBe(false)
    expect(mayReadOthers('sent', ['declined'], 'underReview')).toBe(false)
    expect(mayReadOthers('sent', ['sent', 'replaced', 'closed'], 'underReview')).toBe(true)
    expect(mayReadOthers('sent', ['sent', 'assigned'], 'underReview')).toBe(false)
  })

  test('an expert who wrote nothing sees nothing even after the decision', () => {
    for (const state of ['assigned', 'accepted', 'declined', 'replaced', 'closed'] as const)
      expect(mayReadOthers(state, ['sent'], 'granted')).toBe(false)
    expect(mayReadOthers('sent', ['declined'], 'granted')).toBe(true)
  })

  test('names are told after the decision', () => {
    expect(mayKnowNames('reviewed')).toBe(false)
    expect(mayKnowNames('proposed')).toBe(false)
    expect(mayKnowNames('granted')).toBe(true)
    expect(mayKnowNames('declined')).toBe(true)
  })

  test('nothing of an application opens before the declaration, nor after the review was taken away', () => {
    const open: ReviewState[] = ['accepted', 'sent']
    for (const state of ['assigned', 'accepted', 'sent', 'declined', 'replaced', 'closed'] as const)
      expect(mayReadApplication(state)).toBe(open.includes(state))
  })
})
