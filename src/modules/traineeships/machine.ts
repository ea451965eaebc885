import type { Machine } from '../../kernel/machine.ts'

export type TraineeshipState = 'asked' | 'offered' | 'agreed' | 'running' | 'finished' | 'left' | 'transferred' | 'declined'
export type TraineeshipAction =
  | 'accept'
  | 'pass'
  | 'admit'
  | 'decline'
  | 'change'
  | 'begin'
  | 'plan'
  | 'finish'
  | 'leave'
  | 'transfer'
  | 'goOn'

/**
 * A traineeship is asked for by the trainee, or offered; both have to say yes. What the head of a school or another site has offered goes
 * on to the site once the trainee agrees. Whoever has left may go on elsewhere, and keeps the hours; where somebody is offered to go on
 * elsewhere, nothing ends here before the other site has admitted them.
 */
export const machine: Machine<TraineeshipState, TraineeshipAction> = {
  initial: 'asked',
  moves: {
    offered: { accept: 'agreed', pass: 'asked', decline: 'declined' },
    asked: { admit: 'agreed', decline: 'declined' },
    agreed: { change: 'agreed', plan: 'agreed', begin: 'running', leave: 'left', transfer: 'agreed', goOn: 'transferred' },
    running: { change: 'running', plan: 'running', finish: 'finished', leave: 'left', transfer: 'running', goOn: 'transferred' },
    left: { transfer: 'left', goOn: 'transferred' },
    finished: {},
    transferred: {},
    declined: {},
  },
}

/** Both have said yes and it has not ended: what has been agreed on is due, and whoever learns or leads can be reckoned with. */
export const underWay = ['agreed', 'running'] as const satisfies readonly TraineeshipState[]

export const isUnderWay = (state: TraineeshipState): boolean => underWay.some((one) => one === state)

/** Of which there is never a second one by the same programme. */
export const going = ['asked', 'offered', ...underWay] as const satisfies readonly TraineeshipState[]
