import type { Machine } from '../../kernel/machine.ts'
import type { ReportAction, ReportState } from './model.ts'

/** States of an annual report. What is accepted stays as it is. */
export const machine: Machine<ReportState, ReportAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', submit: 'submitted' },
    submitted: { accept: 'accepted', return: 'returned', withdraw: 'draft' },
    returned: { change: 'returned', submit: 'submitted' },
    accepted: {},
  },
}

/** The states in which the head still writes. */
export const isOpen = (state: ReportState): boolean => state === 'draft' || state === 'returned'
