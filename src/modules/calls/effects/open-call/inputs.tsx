import { z } from 'zod'
import { newId } from '../../../../kernel/ids.ts'
import { field } from '../../../../kit/order/effect-fields.tsx'
import type { EffectProps } from '../../../../kit/order/effect-props.ts'
import { localTimeOf } from '../../../../regulation/paper/questions.ts'
import { TextField } from '../../../../ui/fields.ts'
import { text, whole } from '../../../../web/fields.ts'
import { readLevels } from '../../criteria-rules.ts'

/** What a clock shows, typed «9:00», «09.00» or «9»; gives «09:00». */
const clock = (what: string) => {
  const message = `${what}: напишите часы и минуты, например 09:00`
  return z.preprocess(
    (value) => String(value ?? '').trim(),
    z.string().transform((value, context) => {
      const [, hours, minutes = '00'] = /^([01]?\d|2[0-3])(?:\s*[:.,\-ч]\s*([0-5]\d)\s*(?:мин\.?)?)?$/.exec(value) ?? []
      if (hours !== undefined) return `${hours.padStart(2, '0')}:${minutes}`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
  )
}

/** Lines typed one under another; empty ones say nothing. */
export const typedLines = (what: string) =>
  z.preprocess(
    (value) =>
      (Array.isArray(value) ? value.map(String) : String(value ?? '').split('\n'))
        .map((line) => line.trim().replace(/[;,]$/, ''))
        .filter((line) => line !== ''),
    z.array(z.string().max(300, `Сократите: ${what} — строка не длиннее 300 знаков`)).max(50, `Оставьте не больше 50: ${what}`),
  )

const levels = z.preprocess(
  (value) => String(value ?? ''),
  z
    .string()
    .max(4000, 'Сократите уровни: не длиннее 4000 знаков')
    .transform((value, context) => {
      const read = readLevels(value)
      if ('levels' in read) return read.levels
      context.addIssue({ code: 'custom', message: read.problem })
      return z.NEVER
    }),
)

export const typedCriterion = z.object({
  code: z.preprocess((value) => (typeof value === 'string' && value !== '' ? value : newId()), z.string().max(60)),
  title: text('критерий', 300),
  weight: whole('вес', 0, 100),
  levels,
})

export const typedInitiators = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'Выберите, кто подаёт заявку'))
    .min(1, 'Отметьте, кто подаёт заявку: хотя бы одного'),
)

/** Whose clock a form means. */
const clockOf = ({ regulation }: EffectProps) => localTimeOf(regulation) ?? 'по местному времени'

/** What a clock on the wall of the territory shows, «09:00». */
export const hour = (given: { label: string; what: string; hint: (clock: string) => string }) =>
  field({
    stored: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    reads: clock(given.what),
    shown: (props, at) => (
      <TextField {...at} label={given.label} hint={given.hint(clockOf(props))} width={5} inputMode="numeric" autoComplete="off" />
    ),
  })
