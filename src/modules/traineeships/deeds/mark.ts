import { ok, refuse, refuseAll } from '../../../kernel/result.ts'
import type { TraineeshipRowId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { unseen } from '../../../kit/form/fields.ts'
import { choice, idField } from '../../../web/fields.ts'
import { traineeships } from '../case-queries.ts'
import { paths } from '../paths.ts'
import { wordsOf } from '../people.ts'
import { planRows } from '../plan-queries.ts'
import { dayHeld, type RowMark, wrongMark } from '../rules.ts'

const marks: readonly [RowMark, ...RowMark[]] = ['held', 'notHeld', 'leftOut', 'back']
const said = {
  held: 'Отмечено: занятие прошло, часы записаны',
  notHeld: 'Отметка снята',
  leftOut: 'Занятия больше нет в плане стажёра',
  back: 'Занятие снова в плане стажёра',
} as const

/** Whoever leads says of a row that it was held, or is not in this person's plan; of an event its list speaks. (C-42i) */
export const markRow = deed(traineeships, 'plan', {
  at: paths.traineeshipMarks,
  permits: 'traineeship.lead',
  anyVersion: true,
  form: {
    row: unseen('Занятие', idField<TraineeshipRowId>('Откройте страницу заново')),
    mark: unseen('Отметка', choice('отметку', marks)),
  },
  also: async (tx, given) => {
    const { one, ctx, input } = given
    const row = (await planRows(tx, ctx, [one.id])).find(({ id }) => id === input.row)
    if (!row) return refuse({ code: 'notFound' })
    const wrong = wrongMark(row, input.mark, { ...one, today: ctx.today })
    if (wrong.length > 0) return refuseAll(wrong)
    const held = input.mark === 'held'
    const leaves = input.mark === 'leftOut' || input.mark === 'back'
    await tx
      .updateTable('traineeshipRows')
      .set(
        leaves
          ? { leftOut: input.mark === 'leftOut', ...(input.mark === 'leftOut' && { eventId: null, plannedOn: null }) }
          : { heldOn: held ? dayHeld(row, one, ctx.today) : null, heldBy: held ? ctx.actor.personId : null },
      )
      .where((is) => is.and({ territoryId: ctx.territory.id, id: row.id }))
      .execute()
    return ok({ ...(await wordsOf(tx, given)), row })
  },
  fact: ({ made, input }) => ({
    kind: 'traineeship.marked',
    facts: { person: made.person, programme: made.row.title, mark: input.mark },
  }),
  done: ({ input }) => said[input.mark],
  ask: { button: 'Проведено', small: true },
})
