import type { Plug } from '../../kernel/port.ts'
import { ownerApplication } from '../programmes/ports.ts'
import { siteStatus } from '../sites/ports.ts'
import { programmeOwner } from './programme-owner.ts'
import { applicationOfSite } from './site-part.ts'

export const plugs: readonly Plug[] = [ownerApplication.plug(programmeOwner), siteStatus.plug(applicationOfSite)]
