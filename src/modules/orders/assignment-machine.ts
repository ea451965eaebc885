import type { Machine } from '../../kernel/machine.ts'

export type AssignmentState = 'open' | 'done' | 'accepted' | 'cancelled'
export type AssignmentAction = 'report' | 'accept' | 'return' | 'cancel'

/** What a duty comes from: a point of a signed order, a decision of signed minutes. */
export type DutySource = 'order' | 'meeting'

/** A point of a signed order as the task of one assignee. Revocation of the order cancels what is not accepted yet. */
export const assignmentMachine: Machine<AssignmentState, AssignmentAction> = {
  initial: 'open',
  moves: {
    open: { report: 'done', cancel: 'cancelled' },
    done: { accept: 'accepted', return: 'open', cancel: 'cancelled' },
    accepted: {},
    cancelled: {},
  },
}

/** Assignments somebody still has to do something about. */
export const unfinishedStates: readonly AssignmentState[] = ['open', 'done']
