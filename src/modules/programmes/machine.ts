import type { Machine } from '../../kernel/machine.ts'
import type { ProgrammeAction, ProgrammeState } from './model.ts'

/** A version of a programme is written and then fixed: by submitting its application, or by the head of its site. (R-A2, R-33) */
export const machine: Machine<ProgrammeState, ProgrammeAction> = {
  initial: 'draft',
  moves: { draft: { fix: 'fixed' }, fixed: {} },
}
