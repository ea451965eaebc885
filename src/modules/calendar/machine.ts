import type { Machine } from '../../kernel/machine.ts'

export type CalendarState = 'kept' | 'removed'
export type CalendarAction = 'change' | 'remove' | 'putBack'

/** Days of the calendar: what was written by mistake is taken out, and may be put back; nothing is forgotten. */
export const machine: Machine<CalendarState, CalendarAction> = {
  initial: 'kept',
  moves: {
    kept: { change: 'kept', remove: 'removed' },
    removed: { putBack: 'kept' },
  },
}
