import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { initialsOf } from '../people/name-queries.ts'
import { candidatesOf, type Reviewing } from './reviewing.ts'
import { figuresOf, isWide, needsExtra } from './rules.ts'
import { scoresOf } from './store.ts'

/** An application as those who lead its review see it: reasons only of what has been sent. */
export async function leadingSheet(tx: Tx, ctx: Ctx, reviewing: Reviewing) {
  const { reviews, call } = reviewing
  const sent = reviews.filter(({ state }) => state === 'sent').map(({ id }) => id)
  const people = reviews.flatMap(({ expertId, enteredBy }) => (enteredBy === null ? [expertId] : [expertId, enteredBy]))
  const figures = figuresOf(reviews)
  return {
    ...reviewing,
    nameOf: await initialsOf(tx, ctx, people),
    scores: await scoresOf(tx, ctx, sent),
    figures,
    wide: isWide(figures, call),
    needsExtra: needsExtra(reviews, call),
    candidates: await candidatesOf(tx, ctx, reviewing),
  }
}
export type LeadingSheet = Awaited<ReturnType<typeof leadingSheet>>
