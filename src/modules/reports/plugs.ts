import type { Plug } from '../../kernel/port.ts'
import { siteOverview } from '../sites/ports.ts'
import { reportsOnOverview } from './site-part.tsx'

export const plugs: readonly Plug[] = [siteOverview.plug(reportsOnOverview)]
