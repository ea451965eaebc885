import { z } from 'zod'
import { asId } from '../../kernel/ids.ts'
import type { EventId, PersonId, ProgrammeId } from '../../kernel/types.ts'
import { asked, day, type Fields, optionalLine, optionalSelect, period, row } from '../../kit/form/fields.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { trainingFormats } from '../../regulation/work/questions.ts'
import { optionalDay, optionalId } from '../../web/fields.ts'

/** What is agreed of a traineeship. */
export const termsForm = {
  programmeId: row<ProgrammeId>('Программа', { what: 'программу' }),
  ...period(
    'Срок стажировки',
    { startsOn: day('Первый день', { what: 'первый день' }), endsOn: day('Последний день', { what: 'последний день' }) },
    'Внутри срока статуса площадки; оба дня включительно',
  ),
  format: optionalSelect('Вид стажировки', 500),
  licenceHolder: optionalLine('У кого лицензия на дополнительную профессиональную программу', {
    most: 500,
    hint: 'Заполните, если стажировка идёт в рамках такой программы',
  }),
}
export const guideField = { guide: optionalSelect('Кто ведёт стажёра', 36) }
export const personField = { personId: row<PersonId>('Кого', { what: 'человека' }) }

/** Whoever was chosen to lead; nobody where the field was left empty. */
export const guideIn = (typed: string | null): PersonId | null => (typed === null ? null : asId<PersonId>(typed))

/** The fields where a regulation is in force: forms are asked only where the paper names some, the licence only where one of them needs it. */
export function formUnder(regulation: Regulation, form: Fields): Fields {
  const formats = trainingFormats(regulation)
  return asked(form, {
    ...(formats.length === 0 && { format: false as const }),
    ...(!formats.some(({ licensed }) => licensed) && { licenceHolder: false as const }),
  })
}

const days = z.record(z.uuid(), optionalDay('день')).default({})
const events = z.record(z.uuid(), optionalId<EventId>('мероприятие')).default({})

/**
 * One table for many: a day for each row, and an event where it is shared. Without plans of their own everybody has the same day. What
 * stood in the fields comes with them, so that only what was changed is written.
 */
export const planForm = z.object({ days, events, wasDays: days, wasEvents: events })
