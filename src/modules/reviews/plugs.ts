import type { Plug } from '../../kernel/port.ts'
import { applicationLeft, applicationsDecided } from '../applications/ports.ts'
import { reviewProlonged } from '../calls/ports.ts'
import { closeReviews, prolongReviews, tellOutcome } from './deeds/hear.ts'

export const plugs: readonly Plug[] = [
  applicationLeft.plug(closeReviews),
  reviewProlonged.plug(prolongReviews),
  applicationsDecided.plug(tellOutcome),
]
