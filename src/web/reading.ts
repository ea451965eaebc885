import type { z } from 'zod'
import { isDay } from '../kernel/dates.ts'
import type { Day, Period } from '../kernel/types.ts'
import type { FieldProblem } from '../ui/fields.ts'

/** What is known while a form is read, beside the field itself. */
export type Reading = {
  /** The day from which a day is far; null: nothing is asked. */
  readonly today: Day | null
  /** The day that an example of a date is written with. */
  readonly example: Day
  /** Texts that the person has said to be meant so. */
  readonly sure: ReadonlySet<string>
  /** Where the days of the form lie, if one knows: a year, a call. */
  readonly within: Period | null
}

const unknown: Reading = { today: null, example: '2022-06-15', sure: new Set(), within: null }
let present = unknown

/** The reading of the form in hand; outside of one nothing is known. */
export const reading = (): Reading => present

/** Reads a form. Schemas are read at once, so that what is known of one form never meets another. */
export function readWith<Form>(known: Reading, form: z.ZodType<Form>, sent: unknown): z.ZodSafeParseResult<Form> {
  present = known
  try {
    return form.safeParse(sent)
  } finally {
    present = unknown
  }
}

/** What the form itself sends of it, in fields of the kit. A draft that keeps itself is asked about nothing. */
export function knownOf(own: Readonly<Record<string, string>>, today: Day): Reading {
  const [from = '', to = ''] = (own._within ?? '').split('/')
  return {
    today: own._stay ? null : today,
    example: today,
    sure: new Set(Object.entries(own).flatMap(([name, value]) => (name.startsWith('_sure.') ? [value.trim()] : []))),
    within: isDay(from) && isDay(to) ? { from, to } : null,
  }
}

/** What has to be put right in a form, or is only asked about, field by field. */
export const problemsIn = ({ issues }: z.ZodError): FieldProblem[] =>
  issues.map((issue) => ({
    ...{ field: issue.path.join('.'), message: issue.message },
    ...(issue.code === 'custom' && typeof issue.params?.asks === 'string' && { asks: issue.params.asks }),
  }))
