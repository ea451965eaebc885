import { z } from 'zod'
import { clauseSchema } from '../clauses.ts'
import { rule, text } from '../rule.ts'
import { declined, wordsSchema } from '../words.ts'

/** What most of them are. */
export const usualPaper = declined('Положение', 'Положения', 'Положению', 'Положением', 'Положения')

/** The paper itself: what it is called, what it rests on, its text. */
export const paperRules = {
  edition: z.int().min(1),
  title: text,
  subtitle: text.nullable(),
  /** What kind of paper it calls itself: «Положение», «Порядок», «Правила». */
  paperWords: wordsSchema.default(usualPaper),
  level: z.enum(['municipal', 'regional']),
  /** How a deadline names local time: «по Кемерову». */
  localTime: text,
  legalBasis: rule({
    acts: z.array(z.strictObject({ type: text, number: text.nullable(), date: z.iso.date().nullable(), title: text })).min(1),
  }),
  clauses: z.array(clauseSchema).min(1),
  /** Points of the order that put the regulation in force, where a rule comes from the order and not from the regulation itself. */
  orderPoints: z.strictObject({ orderTitle: text, points: z.array(clauseSchema) }).nullable(),
}
