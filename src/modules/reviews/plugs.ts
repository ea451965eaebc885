import type { Plug } from '../../kernel/port.ts'
import { applicationLeft, applicationsDecided } from '../applications/ports.ts'
import { reviewProlonged } from '../calls/ports.ts'
import { closeReviews } from './commands/close-reviews.ts'
import { prolongReviews } from './commands/prolong-reviews.ts'
import { tellOutcome } from './commands/tell-outcome.ts'

export const plugs: readonly Plug[] = [
  applicationLeft.plug(closeReviews),
  reviewProlonged.plug(prolongReviews),
  applicationsDecided.plug(tellOutcome),
]
