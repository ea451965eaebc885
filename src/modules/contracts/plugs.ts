import type { Plug } from '../../kernel/port.ts'
import { siteStatus, sitesForgotten } from '../sites/ports.ts'
import { forgetContracts } from './commands/forget-contracts.ts'
import { contractsOnStatus } from './site-part.tsx'

export const plugs: readonly Plug[] = [siteStatus.plug(contractsOnStatus), sitesForgotten.plug(forgetContracts)]
