import { entriesIn } from './values.ts'

/** A review had nothing but who holds it: points stood in the order of the call. */
export function reviewRaised(document: unknown): unknown {
  const { expertReview, ...rest } = entriesIn(document)
  if (typeof expertReview !== 'object' || expertReview === null || 'way' in expertReview) return document
  const left = { criteria: [], aggregate: 'median', pass: null, panel: null, divergence: null }
  return { ...rest, expertReview: { way: 'byOrder', ...left, ...expertReview } }
}
