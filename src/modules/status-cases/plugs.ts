import type { Plug } from '../../kernel/port.ts'
import { siteStatus } from '../sites/ports.ts'
import { casesOnStatus } from './site-part.tsx'

export const plugs: readonly Plug[] = [siteStatus.plug(casesOnStatus)]
