import { z } from 'zod'
import { choice, optionalText, whole } from '../../web/fields.ts'
import { longestConclusion } from './rules.ts'

const conclusions = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), optionalText('вывод', longestConclusion))
  .default({})
  .transform((texts) => Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null)))

/** What the head writes. `base` is the version the person began with; it stays the same while the form is mended. */
export const conclusionsForm = z.object({
  base: whole('номер записи', 0, 1_000_000),
  intent: choice('что сделать', ['save', 'submit']),
  conclusions,
  extra: optionalText('выводы', longestConclusion),
})

export const startForm = z.object({ academicYear: whole('учебный год', 2000, 2100) })

export const decisionForm = z.object({
  outcome: choice('решение', ['accepted', 'returned']),
  remark: optionalText('замечание', 3000),
})

export const emptyForm = z.object({})

/** Which lines of the plan a report page shows: those behind one of its numbers. */
export const linesQuery = z.object({
  form: z.string().max(300).optional(),
  direction: z.string().max(300).optional(),
  outcome: z.enum(['held', 'cancelled', 'notHeld', 'ahead']).optional(),
})
export type LinesQuery = z.infer<typeof linesQuery>
