import type { Machine } from '../../kernel/machine.ts'

export const caseKinds = ['extension', 'suspension', 'resumption', 'termination', 'question'] as const
export type CaseKind = (typeof caseKinds)[number]

export type CaseState = 'open' | 'explanationAsked' | 'proposed' | 'drafted' | 'decided' | 'dropped'
export type CaseAction =
  | 'addEvidence'
  | 'askExplanation'
  | 'explain'
  | 'propose'
  | 'sendBack'
  | 'draft'
  | 'reopen'
  | 'reopenProposed'
  | 'decide'
  | 'drop'

/**
 * States of a case about a status. Only an order carries it out: a case whose draft is thrown away goes back to where it was, to its
 * submission if there was one.
 */
export const machine: Machine<CaseState, CaseAction> = {
  initial: 'open',
  moves: {
    open: { addEvidence: 'open', askExplanation: 'explanationAsked', propose: 'proposed', draft: 'drafted', drop: 'dropped' },
    explanationAsked: {
      addEvidence: 'explanationAsked',
      explain: 'open',
      propose: 'proposed',
      draft: 'drafted',
      drop: 'dropped',
    },
    proposed: { addEvidence: 'proposed', sendBack: 'open', draft: 'drafted', drop: 'dropped' },
    drafted: { addEvidence: 'drafted', reopen: 'open', reopenProposed: 'proposed', decide: 'decided' },
    decided: {},
    dropped: {},
  },
}

/** Whether a case is over. */
export const isClosed = (state: CaseState): boolean => state === 'decided' || state === 'dropped'
