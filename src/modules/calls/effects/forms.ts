import { z } from 'zod'
import { shortDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { CallId } from '../../../kernel/types.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { initiators } from '../../../regulation/kinds.ts'
import { chosenId, day, optionalDay, optionalWhole, text, whole } from '../../../web/fields.ts'
import { levelLines, readLevels } from '../criteria-rules.ts'

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
const typedLines = (what: string) =>
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

const criterionForm = z.object({
  code: z.preprocess((value) => (typeof value === 'string' && value !== '' ? value : newId()), z.string().max(60)),
  title: text('критерий', 300),
  weight: whole('вес', 0, 100),
  levels,
})

const initiatorsForm = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(initiators, { error: 'Выберите, кто подаёт заявку' })).min(1, 'Отметьте, кто подаёт заявку: хотя бы одного'),
)

/** A call as a person fills it in; levels of a criterion are lines «0 — нет». */
export const openCallForm = z.object({
  kind: z.literal('openCall'),
  callId: chosenId<CallId>('приём заявок'),
  title: text('название приёма', 300),
  opensOn: day('начало приёма'),
  opensAt: clock('Время начала приёма'),
  closesOn: day('конец приёма'),
  closesAt: clock('Время конца приёма'),
  initiators: initiatorsForm,
  directions: typedLines('направления'),
  contingent: typedLines('кто стажируется'),
  places: optionalWhole('сколько площадок', 1, 10_000),
  expertsPerApplication: whole('экспертов на заявку', 0, 9),
  reviewDueOn: optionalDay('срок экспертизы'),
  spreadLimit: whole('расхождение', 1, 100),
  criteria: z.array(criterionForm).max(30, 'В приёме не больше 30 критериев').default([]),
})

export const extendCallForm = z.object({
  kind: z.literal('extendCall'),
  callId: chosenId<CallId>('приём заявок'),
  closesOn: day('конец приёма'),
  closesAt: clock('Время конца приёма'),
  reviewDueOn: optionalDay('срок экспертизы'),
})

type Values = Record<string, string | string[]>

/** A stored call as its fields. */
export function openCallValues(effect: EffectOf<'openCall'>): Values {
  const { kind, callId, title, opensAt, closesAt, criteria } = effect
  const values: Values = {
    kind,
    callId,
    title,
    opensOn: shortDate(effect.opensOn),
    opensAt,
    closesOn: shortDate(effect.closesOn),
    closesAt,
    'initiators[]': [...effect.initiators],
    // One of the two is shown: boxes where the regulation has a list, lines where it has none.
    directions: effect.directions.join('\n'),
    'directions[]': [...effect.directions],
    contingent: effect.contingent.join('\n'),
    places: effect.places === null ? '' : String(effect.places),
    expertsPerApplication: String(effect.expertsPerApplication),
    reviewDueOn: effect.reviewDueOn === null ? '' : shortDate(effect.reviewDueOn),
    spreadLimit: String(effect.spreadLimit),
  }
  criteria.forEach((criterion, at) => {
    values[`criteria.${at}.code`] = criterion.code
    values[`criteria.${at}.title`] = criterion.title
    values[`criteria.${at}.weight`] = String(criterion.weight)
    values[`criteria.${at}.levels`] = levelLines(criterion.levels)
  })
  return values
}

/** A stored extension as its fields. */
export const extendCallValues = ({ kind, callId, closesOn, closesAt, reviewDueOn }: EffectOf<'extendCall'>): Values => ({
  kind,
  callId,
  closesOn: shortDate(closesOn),
  closesAt,
  reviewDueOn: reviewDueOn === null ? '' : shortDate(reviewDueOn),
})
