import type { Machine } from '../../kernel/machine.ts'

export type AdaptationState = 'described' | 'introduced' | 'checked' | 'ended' | 'takenBack'
export type AdaptationAction = 'change' | 'takeBack' | 'introduce' | 'answerFirst' | 'answerSecond'

/**
 * A model is described, introduced in the own school, and asked about twice. Who stays silent at the first question is still asked the
 * second; what was introduced is not taken back: that it did not fit is an answer. (L-13)
 */
export const machine: Machine<AdaptationState, AdaptationAction> = {
  initial: 'described',
  moves: {
    described: { change: 'described', introduce: 'introduced', takeBack: 'takenBack' },
    introduced: { answerFirst: 'checked', answerSecond: 'ended' },
    checked: { answerSecond: 'ended' },
    ended: {},
    takenBack: {},
  },
}
