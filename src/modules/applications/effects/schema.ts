import { z } from 'zod'
import type { ApplicationId } from '../../../kernel/types.ts'
import { idSchema } from '../../../kit/order/effects.ts'

/** An order says no to an application, and why. */
export const declineApplicationSchema = z.object({
  kind: z.literal('declineApplication'),
  applicationId: idSchema<ApplicationId>(),
  reason: z.string().trim().min(1),
})

declare module '../../../kit/order/effects.ts' {
  interface Effects {
    declineApplication: Readonly<z.infer<typeof declineApplicationSchema>>
  }
}
