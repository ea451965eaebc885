import { factsToldOf } from '../../../history/told-before.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { area } from '../../../kit/form/fields.ts'
import { events } from '../case.ts'
import { paths } from '../paths.ts'
import { mayWrite } from '../rules.ts'
import { peopleOfEvent } from './plan.ts'

/** Writes to everybody who has to do with an event, by the network and by mail, where the paper knows work at a distance. (R-22v) */
export const writeToPeople = deed(events, null, {
  at: paths.eventLetters,
  permits: 'event.run',
  anyStanding: true,
  form: { text: area('Что написать', { what: 'что сообщить участникам', most: 1000, rows: 4 }) },
  lacks: ({ one, site }) => mayWrite(one.state, site.regulation),
  also: async (tx, { one, ctx }) => {
    const people = await peopleOfEvent(tx, ctx, one)
    if (people.length === 0) return refuseRule('event.nobodyToWrite', { field: 'text' })
    return ok({ people, before: await factsToldOf(tx, ctx, one.id, 'event.written') })
  },
  // Each letter of a day is told.
  tell: ({ one, ctx, input, made }) => ({
    kind: 'event.written',
    to: made.people,
    params: { title: one.title, text: input.text, by: ctx.actor.name },
    nth: made.before + 1,
  }),
  // What was written is nobody's but theirs: history says that there was a letter.
  fact: ({ made }) => ({ kind: 'event.written', facts: { people: made.people.length } }),
  done: ({ made }) => `Отправлено участникам: ${made.people.length}`,
  ask: {
    title: 'Написать участникам',
    folded: true,
    text: 'Получат все, кто записан, стоит в очереди или приглашён: в системе и по почте. Фамилий детей не называйте.',
    button: 'Отправить',
    kind: 'secondary',
  },
})
