import { z } from 'zod'
import { asked, askedPage, oneOf } from '../../web/address.ts'
import { choice, chosenIds, day, optionalId, optionalText, text } from '../../web/fields.ts'
import { caseKinds } from './machine.ts'

export const listQuery = z.object({ page: askedPage })
export const startQuery = z.object({ kind: asked.transform((value) => oneOf(caseKinds, value)) })

const fate = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.enum(['cancelRest', 'keep']).nullable(),
)

export const startForm = z.object({
  kind: choice('что предлагаете', caseKinds),
  onDay: day('день'),
  ground: optionalText('основание', 500),
  reason: text('причину', 3000),
  attachTo: optionalId('площадку для закреплённых школ'),
  planFate: fate,
})

const link = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null),
  z
    .url({ protocol: /^https?$/, error: 'Допишите адрес, например https://primer.ru/otchet' })
    .max(500, 'Сократите адрес')
    .nullable(),
)

export const evidenceForm = z.object({
  evidenceText: optionalText('что это доказывает', 500),
  evidenceLink: link,
  lines: chosenIds('строку плана'),
})
export const askForm = z.object({ dueOn: day('срок объяснения') })
export const explanationForm = z.object({ explanation: text('объяснение', 10_000) })
export const submissionForm = z.object({ submissionText: text('представление', 10_000) })
export const remarkForm = z.object({ remark: text('замечание', 3000) })
export const dropForm = z.object({ dropReason: text('причину', 2000) })
export const emptyForm = z.object({})
