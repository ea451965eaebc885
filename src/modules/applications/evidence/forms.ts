import { z } from 'zod'
import { optionalText, text } from '../../../web/fields.ts'

const keys = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter((one) => one !== '') : [value]),
  z.array(z.string().max(80, 'Выберите сведения из списка')).max(200, 'Выберите не больше 200 сведений'),
)

/** Evidence of one criterion. Files come beside it. */
export const evidenceForm = z.object({
  criterion: text('показатель', 60),
  link: optionalText('ссылку', 1000),
  facts: keys,
  note: optionalText('пояснение', 1000),
})
