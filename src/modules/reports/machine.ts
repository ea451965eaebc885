import type { Machine } from '../../kernel/machine.ts'
import type { ReportAction, ReportState } from './model.ts'

/** States of a report; which step of the regulation a submitted one has come to is kept beside. What is accepted stays as it is. */
export const machine: Machine<ReportState, ReportAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', submit: 'submitted' },
    submitted: { pass: 'submitted', accept: 'accepted', return: 'returned', withdraw: 'draft' },
    returned: { change: 'returned', submit: 'submitted' },
    accepted: {},
  },
}

/** The states in which the head still writes. */
export const isOpen = (state: ReportState): boolean => state === 'draft' || state === 'returned'
