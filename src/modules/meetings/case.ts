import { hoursOf } from '../../kernel/hours.ts'
import { caseOf } from '../../kit/case.ts'
import { thing } from '../../kit/thing.ts'
import { initialsOf } from '../people/name-queries.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { decisionsOf, guestsOf, itemsOf } from './queries.ts'
import { numbered } from './rules.ts'

/** The territory as somewhere to call a meeting in. */
export const theMeetings = thing({
  param: 'territory',
  sees: 'meeting.list',
  open: async (_tx, { territory }) => territory,
  lock: async (_tx, { territory }) => territory,
  concerns: () => ({}),
})

/** A meeting of the operator: whoever is invited sees it and answers for themselves, whoever chairs it runs it beside the office and signs. (L-321m) */
export const meetings = caseOf({
  table: 'meetings',
  machine,
  param: 'meeting',
  sees: 'meeting.view',
  home: paths.meeting,
  around: async (tx, ctx, one) => {
    const { day } = hoursOf(one, ctx.territory)
    const [guests, items, decided, nameOf] = await Promise.all([
      guestsOf(tx, ctx, one.id, day),
      itemsOf(tx, ctx, one.id),
      decisionsOf(tx, ctx, one.id, day),
      initialsOf(tx, ctx, [one.chairId]),
    ])
    return { guests, items, decisions: numbered(items, decided), day, chair: nameOf(one.chairId) }
  },
  concerns: ({ one, guests, decisions }, { permission }) => {
    const invited = guests.map(({ personId }) => personId)
    // Whoever has a duty by it reads what it comes from, once it is signed.
    const duties = one.state === 'minutesSigned' ? decisions.map(({ personId }) => personId) : []
    if (permission === 'meeting.view') return { personIds: [...invited, one.chairId, ...duties] }
    return { personIds: permission === 'meeting.answer' ? invited : [one.chairId] }
  },
})
export type OpenMeeting = NonNullable<Awaited<ReturnType<typeof meetings.open>>>
