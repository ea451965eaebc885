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

/** The fields where one of these regulations is in force: forms are asked where a paper leaves a choice, the licence only where a form needs it. */
export function formUnderAny(regulations: readonly Regulation[], form: Fields): Fields {
  const formats = regulations.flatMap(trainingFormats)
  return asked(form, {
    ...(regulations.every((one) => trainingFormats(one).length < 2) && { format: false as const }),
    ...(!formats.some(({ licensed }) => licensed) && { licenceHolder: false as const }),
  })
}
export const formUnder = (regulation: Regulation, form: Fields): Fields => formUnderAny([regulation], form)

/** The forms these papers name, each once. */
export const formatsOf = (regulations: readonly Regulation[]) =>
  [...new Set(regulations.flatMap(trainingFormats).map(({ text }) => text))].map((text) => ({ value: text, label: text }))

/** What stands in a field of rows that differ: left as it is, each keeps its own; emptied, none has any. */
export const differ = { days: 'разные', events: 'differ' } as const
const days = z.record(z.uuid(), z.union([z.literal(differ.days), optionalDay('день')])).default({})
const events = z.record(z.uuid(), z.union([z.literal(differ.events), optionalId<EventId>('мероприятие')])).default({})

/**
 * One table for many: a day for each row, and an event where it is shared. Without plans of their own everybody has the same day. What
 * stood in the fields comes with them, so that only what was changed is written.
 */
export const planForm = z.object({ days, events, wasDays: days, wasEvents: events })
