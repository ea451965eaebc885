import { z } from 'zod'
import type { CallId } from '../../../kernel/types.ts'
import { daySchema, idSchema } from '../../../kit/order/effects.ts'
import { initiators } from '../../../regulation/kinds.ts'

const callId = idSchema<CallId>()
const day = daySchema
/** What a clock on the wall of the territory shows, «09:00». */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const label = z.string().trim().min(1)

const levelSchema = z.object({ points: z.int().min(0).max(100), text: label })

/** What experts read a programme by: at least two levels, each worth more than the one before. */
export const criterionSchema = z.object({
  code: z.string().min(1),
  title: label,
  weight: z.int().min(0).max(100),
  levels: z
    .array(levelSchema)
    .min(2)
    .refine((levels) => levels.every(({ points }, at) => at === 0 || points > levels[at - 1]!.points)),
})
export type CriterionEffect = z.infer<typeof criterionSchema>

/** An order opens a call; days and hours are those of the territory's own clock. */
export const openCallSchema = z.object({
  kind: z.literal('openCall'),
  callId,
  title: label,
  opensOn: day,
  opensAt: clock,
  closesOn: day,
  closesAt: clock,
  initiators: z.array(z.enum(initiators)).min(1),
  directions: z.array(label),
  contingent: z.array(label),
  places: z.int().min(1).nullable(),
  expertsPerApplication: z.int().min(0).max(9),
  reviewDueOn: day.nullable(),
  spreadLimit: z.int().min(1).max(100),
  criteria: z.array(criterionSchema),
})

/** An order moves the closing of a call; without a new day of the review the former one stays. */
export const extendCallSchema = z.object({
  kind: z.literal('extendCall'),
  callId,
  closesOn: day,
  closesAt: clock,
  reviewDueOn: day.nullable(),
})

declare module '../../../kit/order/effects.ts' {
  interface Effects {
    openCall: Readonly<z.infer<typeof openCallSchema>>
    extendCall: Readonly<z.infer<typeof extendCallSchema>>
  }
}
