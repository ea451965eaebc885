import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { ByClock } from '../../kit/told.ts'
import type { ProcedureKind } from '../../regulation/work/steps.ts'

/** What silence does to things of one kind: says whether anything has moved. */
export type Silence = {
  readonly kind: ProcedureKind
  readonly apply: (tx: Tx, ctx: ByClock, caseId: string) => Promise<boolean>
}
export const silences = port<Silence>('silences')
