import { daysBetween, later, longDate } from '../../kernel/dates.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import type { PairState } from './machine.ts'

type Term = { readonly startsOn: Day; readonly endsOn: Day }

/** One meeting has at most so many minutes. */
export const mostMinutes = 480
/** So many signs its line has. */
export const mostSigns = 300

/** A meeting is written down once it has been: not ahead, and on a day of the pair. (c21) */
export function wrongMeeting({ startsOn, endsOn }: Term, heldOn: Day, today: Day): RuleRefusal[] {
  if (heldOn > today) return [no('pair.meetingAhead', { field: 'heldOn', params: { today: longDate(today) } })]
  if (heldOn < startsOn) return [no('pair.meetingBefore', { field: 'heldOn', params: { day: longDate(startsOn) } })]
  return heldOn > endsOn ? [no('pair.meetingAfter', { field: 'heldOn', params: { day: longDate(endsOn) } })] : []
}

/** Before its first day there is nothing to write down. */
export const notBegun = ({ startsOn }: Pick<Term, 'startsOn'>, today: Day): RuleRefusal[] =>
  today < startsOn ? [no('pair.notBegunYet', { params: { day: longDate(startsOn) } })] : []

type Line = { readonly writtenBy: PersonId; readonly isDoubted: boolean }
/** One may disagree with a line of the other, once. */
export const mayDoubt = ({ writtenBy, isDoubted }: Line, reader: PersonId): boolean => writtenBy !== reader && !isDoubted

type Heard = Term & { readonly state: PairState; readonly heardOn: Day }
/** Whether nothing has been heard of a pair at work for so many days: counted from its first day or from the last word of either. (c23) */
export const isSilent = ({ state, startsOn, endsOn, heardOn }: Heard, today: Day, days: number): boolean =>
  state === 'running' && today <= endsOn && daysBetween(later(startsOn, heardOn), today) >= days
