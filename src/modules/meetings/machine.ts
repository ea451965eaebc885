import type { Machine } from '../../kernel/machine.ts'

export type MeetingState = 'called' | 'held' | 'minutesSigned' | 'cancelled'
export type MeetingAction = 'change' | 'invite' | 'answer' | 'nameChair' | 'hold' | 'correct' | 'cancel' | 'write' | 'sign'

/** A meeting is called, held, and over when its minutes are signed: after that nothing changes. (L-321m) */
export const machine: Machine<MeetingState, MeetingAction> = {
  initial: 'called',
  moves: {
    called: { change: 'called', invite: 'called', answer: 'called', nameChair: 'called', hold: 'held', cancel: 'cancelled' },
    held: { nameChair: 'held', correct: 'held', write: 'held', sign: 'minutesSigned' },
    minutesSigned: {},
    cancelled: {},
  },
}
