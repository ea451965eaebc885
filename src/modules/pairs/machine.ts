import type { Machine } from '../../kernel/machine.ts'

export const states = ['proposed', 'waitsForMentor', 'waitsForMentee', 'running', 'declined', 'ended'] as const
export type PairState = (typeof states)[number]
export type PairAction = 'mentorAgrees' | 'menteeAgrees' | 'decline' | 'meet' | 'withdraw' | 'pass' | 'end'

/** A pair works from the word of both, whoever says it first; what was declined or is over does not begin again. (L-O42) */
export const machine: Machine<PairState, PairAction> = {
  initial: 'proposed',
  moves: {
    proposed: { mentorAgrees: 'waitsForMentee', menteeAgrees: 'waitsForMentor', decline: 'declined' },
    waitsForMentor: { mentorAgrees: 'running', decline: 'declined' },
    waitsForMentee: { menteeAgrees: 'running', decline: 'declined' },
    running: { meet: 'running', withdraw: 'running', pass: 'running', end: 'ended' },
    declined: {},
    ended: {},
  },
}

/** Not begun yet, and not declined. */
export const waiting = ['proposed', 'waitsForMentor', 'waitsForMentee'] as const satisfies readonly PairState[]
export const isWaiting = (state: PairState): boolean => waiting.some((one) => one === state)

/** What the mentor has agreed to and what is not over: so many are led. */
export const led = ['waitsForMentee', 'running'] as const satisfies readonly PairState[]
