import { z } from 'zod'
import type { ApplicationId } from '../../kernel/types.ts'

export const applicationIdSchema = z.uuid() as unknown as z.ZodType<ApplicationId>

/** An order says no to an application, and why. */
export const declineApplicationSchema = z.object({
  kind: z.literal('declineApplication'),
  applicationId: applicationIdSchema,
  reason: z.string().trim().min(1),
})
