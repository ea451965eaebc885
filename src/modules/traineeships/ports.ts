import type { JSX } from 'preact'
import { port } from '../../kernel/port.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import type { OpenTraineeship } from './case-queries.ts'
import type { PlanRow } from './plan-queries.ts'

/** A traineeship as its page is shown, with its plan. */
export type TraineeShown = {
  readonly opened: OpenTraineeship
  readonly request: ThingRequest
  readonly rows: readonly PlanRow[]
}

/** A sheet on the page of a traineeship, under its plan. */
export const traineePart = port<(shown: TraineeShown) => Promise<JSX.Element | null>>('traineePart')
