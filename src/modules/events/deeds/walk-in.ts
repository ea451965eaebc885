import { ok, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { optionalLine, row } from '../../../kit/form/fields.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { personSubject } from '../../people/subject-queries.ts'
import { headsOf } from '../../sites/decider-queries.ts'
import { events } from '../case.ts'
import { paths } from '../paths.ts'
import { correctsFor, mayBeAdded, mayCorrect, mayMark } from '../rules.ts'
import { writeThere } from '../store.ts'
import { reported } from './hold.ts'

/** Somebody who came without having signed up: found by name in the register, written down as there. Of others there is only their number. */
export const addWalkIn = deed(events, ({ one }) => (one.state === 'closed' ? 'correct' : null), {
  at: paths.eventWalkIns,
  permits: 'event.run',
  anyStanding: true,
  anyVersion: true,
  form: {
    personId: row<PersonId>('Кто пришёл', { what: 'человека', hint: 'Фамилия и имя' }),
    reason: optionalLine('Почему добавляете', { most: 500, hint: 'Причина останется в истории' }),
  },
  lacks: ({ one, ctx }) => [...mayMark(one, ctx.now), ...mayCorrect(one.closedOn, ctx.today)],
  rule: ({ one, input }) => correctsFor(one.closedOn, input.reason),
  also: async (tx, given) => {
    const {
      ctx,
      input: { personId },
    } = given
    const its = mayBeAdded((await headsOf(tx, ctx, given.site.id)).includes(personId))
    if (its.length > 0) return refuseAll(its)
    if (!(await personSubject(tx, ctx, personId))) return refuse({ code: 'notFound' })
    const written = await writeThere(tx, given, personId, 'list')
    if (!written.ok) return written
    if (!written.value) return refuseRule('event.markedAlready', { field: 'personId' })
    return ok({ person: (await initialsOf(tx, ctx, [personId]))(personId) })
  },
  follow: async (tx, given) => {
    if (given.one.state !== 'closed') return ok({})
    const facts = await reported(tx, given.ctx, given)
    return facts.ok ? ok({ facts: facts.value }) : facts
  },
  fact: ({ made, input }) => ({ kind: 'event.walkedIn', facts: { person: made.person, reason: input.reason } }),
  done: ({ made, one, params: { territory = '' } }) => ({
    to: paths.eventList({ territory, event: one.id }),
    notice: `В списке, присутствие отмечено: ${made.person}`,
  }),
  ask: {
    title: 'Пришёл без записи',
    folded: true,
    text: 'Найдите человека по фамилии: он встанет в список уже отмеченным. Сначала сохраните отметки, которые поставили выше.',
    button: 'Добавить в список',
    kind: 'secondary',
  },
})
