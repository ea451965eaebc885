import type { Permission } from '../../authz/policy.ts'
import type { Decider } from './model.ts'

const permissions = {
  head: 'plan.decideAsHead',
  operator: 'plan.decideAsOperator',
  authority: 'plan.decideAsAuthority',
  coordinator: 'plan.decideAsCoordinator',
} as const satisfies Record<Decider, Permission>

/** The permission a step of the chain asks for. */
export const permissionOf = (by: Decider): Permission => permissions[by]
