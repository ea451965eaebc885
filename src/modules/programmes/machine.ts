import type { Machine } from '../../kernel/machine.ts'
import type { ProgrammeAction, ProgrammeState } from './model.ts'

/**
 * A version of a programme is written and then fixed: by submitting its application, or by the head of its site. A fixed one is followed by
 * another draft, which may be given up. Where the regulation lets somebody agree it, what is fixed is agreed beside. (R-A2, R-33)
 */
export const machine: Machine<ProgrammeState, ProgrammeAction> = {
  initial: 'draft',
  moves: { draft: { change: 'draft', fix: 'fixed', drop: 'fixed' }, fixed: { agree: 'fixed', renew: 'draft' } },
}
