import { expect, test } from 'vitest'
import { reviewRaised } from './review.ts'

test('a review without a way goes by the order of the call', () => {
  const raised = { expertReview: { clause: ['3.1'], by: 'operator', comment: 'edges', way: 'byOrder', aggregate: 'median' } }
  expect(reviewRaised({ expertReview: { clause: ['3.1'], by: 'operator', comment: 'edges' } })).toMatchObject(raised)
})

test('may be taken twice, and leaves what has no review', () => {
  const once = reviewRaised({ expertReview: { clause: ['3.1'], by: 'operator', comment: 'edges' } })
  expect(reviewRaised(once)).toEqual(once)
  expect(reviewRaised({ expertReview: null })).toEqual({ expertReview: null })
})
