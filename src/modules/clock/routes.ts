import { z } from 'zod'
import { longDate } from '../../kernel/dates.ts'
import { choice, optionalDay, optionalText } from '../../web/fields.ts'
import { post, type Route } from '../../web/route.ts'
import { advanceClock } from './commands/advance-clock.ts'
import { paths } from './paths.ts'

const form = z.object({
  move: choice('шаг', ['day', 'week', 'to']),
  to: optionalDay('день показа'),
  back: optionalText('адрес', 2000),
})

/** Only an address of our own, never one of another host. */
const localOr = (back: string | null, otherwise: string) => (back?.startsWith('/t/') ? back : otherwise)

export const routes: Route[] = [
  post(paths.clock, {
    permits: 'clock.advance',
    form,
    act: ({ ctx, form: { move, to } }) => advanceClock(ctx, { move, to }),
    next: ({ params, form: { back }, value }) => ({
      to: localOr(back, paths.tasks(params)),
      notice: `Теперь ${longDate(value)}`,
    }),
  }),
]
