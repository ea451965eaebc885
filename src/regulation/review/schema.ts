import { z } from 'zod'
import { aggregates, commentRule, reviewWays } from '../kinds.ts'
import { body, clauses, code, optionalRule, text } from '../rule.ts'
import { declined, wordsSchema } from '../words.ts'

/** What most papers call it. */
export const usualReview = declined('экспертиза', 'экспертизы', 'экспертизе', 'экспертизой', 'экспертизы')

const points = z.int().min(0).max(10_000)

/** Who judges applications, and how. */
export const reviewRules = {
  expertReview: optionalRule({
    by: body,
    /** What the paper calls it: «экспертиза», «конкурсный отбор». */
    words: wordsSchema.default(usualReview),
    /** By criteria of the order of the call, in words alone, or for points by the criteria of the paper. */
    way: z.enum(reviewWays),
    comment: commentRule,
    criteria: z.array(
      z.strictObject({
        code,
        text,
        weight: z.int().min(0).max(100),
        most: z.int().min(1).max(100),
        /** Below this by one criterion an application does not pass. */
        least: points.nullable(),
        clause: clauses,
      }),
    ),
    /** How the results of the experts become one, and from how much on it passes: points, or experts who say yes. */
    aggregate: z.enum(aggregates),
    pass: points.nullable(),
    /** How many experts read an application, and how far apart their results may lie, in percent; null: as the order or the setting says. */
    panel: z.int().min(1).max(30).nullable(),
    divergence: z.int().min(1).max(100).nullable(),
  }),
}
