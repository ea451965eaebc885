import type { Permission, Subject } from '../../authz/policy.ts'
import type { SiteId, TerritoryId } from '../../kernel/types.ts'
import type { Acceptor } from './model.ts'

const permissions = {
  operator: 'report.decideAsOperator',
  authority: 'report.decideAsAuthority',
  coordinator: 'report.decideAsCoordinator',
} as const satisfies Record<Acceptor, Permission>

/** The permission that accepting or returning a report asks for. */
export const permissionOf = (acceptor: Acceptor): Permission => permissions[acceptor]

/** What permissions on a report are asked about. */
export const subjectOf = (territoryId: TerritoryId, siteId: SiteId): Subject => ({ territoryId, siteId })
