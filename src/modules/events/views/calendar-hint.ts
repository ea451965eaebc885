import { addDays, later } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import type { ThingRequest } from '../../../kit/thing.ts'
import { calendarWithin } from '../../calendar/queries.ts'
import { namedWords } from '../../calendar/rules.ts'

/** So many days before and after the day that stands in the form are looked at. */
const around = 30

/** What the calendar of the territory says about the days near to one, under the field of a day. */
export async function calendarHint({ tx, ctx }: Pick<ThingRequest, 'tx' | 'ctx'>, day: Day) {
  const from = later(ctx.today, addDays(day, -around))
  const said = namedWords(await calendarWithin(tx, ctx, { from, to: addDays(later(day, ctx.today), around) }))
  return said === null ? {} : { hint: said }
}
