import { z } from 'zod'
import { choice, chosenIds, optionalDay, optionalText, text } from '../../../web/fields.ts'

const verdict = z.object({
  code: text('строку', 80),
  passed: z.preprocess((value) => (value === 'yes' ? true : value === 'no' ? false : null), z.boolean().nullable()),
  remark: z.preprocess((value) => value ?? '', optionalText('замечание', 2000)).transform((value) => value ?? ''),
})

/** The technical check: a verdict of every line, which earlier remarks were put right, and what comes of it. */
export const checkForm = z.object({
  intent: choice('решение', ['admit', 'return']),
  items: z.array(verdict, { error: 'Ответьте по каждой строке' }).max(200, 'Слишком много строк'),
  settled: chosenIds('замечания'),
  note: optionalText('примечание', 2000),
})

/** Remarks at places of the application; a place left empty has none. */
export const returnForm = z.object({
  remarks: z
    .array(z.object({ section: text('место', 120), text: optionalText('замечание', 4000) }), { error: 'Напишите замечания' })
    .max(200, 'Слишком много замечаний')
    .transform((rows) => rows.flatMap(({ section, text: said }) => (said === null ? [] : [{ section, text: said }]))),
})

export const askForm = z.object({ question: text('вопрос', 2000), dueOn: optionalDay('срок ответа') })
export const answerForm = z.object({ answer: text('ответ', 8000) })
