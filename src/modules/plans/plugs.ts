import type { Plug } from '../../kernel/port.ts'
import { siteOverview, sitesForgotten } from '../sites/ports.ts'
import { forgetActivities } from './commands/forget-activities.ts'
import { planOnOverview } from './site-part.tsx'

export const plugs: readonly Plug[] = [siteOverview.plug(planOnOverview), sitesForgotten.plug(forgetActivities)]
