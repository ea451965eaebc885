import type { Regulation } from '../schema.ts'
import type { PlanStep } from './schema.ts'

/** The way a plan takes, step by step. */
export const planSteps = ({ plan }: Pick<Regulation, 'plan'>): readonly PlanStep[] => plan.chain
