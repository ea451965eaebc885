import { z } from 'zod'
import { shortDate } from '../../kernel/dates.ts'
import { isId } from '../../kernel/ids.ts'
import { isPeriodKey } from '../../kernel/periods.ts'
import type { PersonId, PlanId } from '../../kernel/types.ts'
import { type OwnField, ownWritten } from '../../regulation/fields.ts'
import type { FormState } from '../../ui/fields.ts'
import { checked, choice, optionalDay, optionalId, optionalText, optionalWhole, whole } from '../../web/fields.ts'
import type { Line, PlanVersion } from './model.ts'
import type { SentRow } from './rows.ts'

/** More people than this at one activity are a slip of the pen more often than the truth. */
const mostUsualPeople = 500

const people = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter((one) => one !== ''),
  z.array(z.string().refine(isId, 'Выберите ответственного из списка')).max(20, 'Выберите не больше 20 ответственных'),
)

const row = z
  .object({
    key: optionalId('строку'),
    activity: optionalText('мероприятие', 1000),
    form: optionalText('форму работы', 60),
    startsOn: optionalDay('начало'),
    endsOn: optionalDay('окончание'),
    direction: optionalText('направление', 60),
    people,
    own: z.unknown().optional(),
  })
  .transform(
    ({ people: chosen, activity, startsOn, endsOn, ...rest }): SentRow => ({
      ...rest,
      activity: activity ?? '',
      startsOn,
      // One date typed is an activity of one day.
      endsOn: endsOn ?? startsOn,
      personIds: chosen as PersonId[],
    }),
  )

/** Sent on, a plan is asked about whoever answers for two activities of one day: yes, it is meant so. */
export const sameDay = { sameDay: checked() }

/** The table of a plan. */
export const linesForm = z.object({
  ...sameDay,
  reason: optionalText('причину', 1000),
  lines: z.array(row).default([]),
})

export const startForm = z.object({
  period: z.string().refine(isPeriodKey, 'Выберите период'),
  copyFrom: optionalId<PlanId>('план'),
})

export const executionForm = z.object({
  base: whole('номер записи', 0, 1_000_000),
  outcome: choice('проведено мероприятие или отменено', ['held', 'cancelled']),
  heldOn: optionalDay('дата проведения'),
  peopleCount: optionalWhole('сколько было людей', 0, 100_000, mostUsualPeople),
  note: optionalText('примечание', 3000),
})

/** The name of a field of a row. */
const lineField = /^lines\.(\d+)\.(.+)$/

/** The row of a field of the table; null for any other field. */
export function rowOf(field: string): number | null {
  const found = lineField.exec(field)
  return found === null ? null : Number(found[1])
}

/** How many rows a typed table has. */
export function rowsTyped(values: FormState['values']): number {
  const numbers = Object.keys(values).flatMap((name) => {
    const found = lineField.exec(name)
    return found ? [Number(found[1]) + 1] : []
  })
  return Math.max(0, ...numbers)
}

/** How many rows of the table hold anything that would be saved. */
export const filledRows = (values: FormState['values']): number =>
  new Set(
    Object.entries(values).flatMap(([name, value]) => {
      const found = lineField.exec(name)
      return found && !name.endsWith('.key') && `${value}`.trim() !== '' ? [found[1]] : []
    }),
  ).size

/** The buttons «Добавить строку» and «Убрать строку» change the form and nothing else. Null: another button was pressed. */
export function reshapeLines(values: FormState['values']): FormState['values'] | null {
  const { add, drop, ...rest } = values
  if (add === undefined && drop === undefined) return null
  const dropped = drop === undefined ? -1 : Number(drop)
  const kept = Object.entries(rest).flatMap(([name, value]) => {
    const found = lineField.exec(name)
    if (!found) return [[name, value] as const]
    const number = Number(found[1])
    if (number === dropped) return []
    const place = dropped >= 0 && number > dropped ? number - 1 : number
    return [[`lines.${place}.${found[2]}`, value] as const]
  })
  const shaped: Record<string, string | string[]> = Object.fromEntries(kept)
  const before = rowsTyped(shaped)
  const more = Math.min(Number(add ?? 0) || 0, 20)
  for (let number = before; number < before + more; number++) shaped[`lines.${number}.key`] = ''
  return shaped
}

/** A stored table as the form shows it; a plan without lines begins with three empty rows. */
export function storedValues(lines: readonly Line[], version: PlanVersion, columns: readonly OwnField[]): FormState['values'] {
  const values: Record<string, string> = { reason: version.reason ?? '' }
  lines.forEach((line, row) => {
    const put = (field: string, value: string) => {
      values[`lines.${row}.${field}`] = value
    }
    put('key', line.key)
    put('activity', line.activity)
    put('form', line.form ?? '')
    put('startsOn', line.startsOn === null ? '' : shortDate(line.startsOn))
    put('endsOn', line.endsOn === null ? '' : shortDate(line.endsOn))
    put('direction', line.direction ?? '')
    for (const [name, value] of Object.entries(ownWritten(columns, line.own))) put(name, value)
    line.personIds.forEach((id, index) => {
      put(`people.${index}`, id)
    })
  })
  if (lines.length === 0) for (const row of [0, 1, 2]) values[`lines.${row}.key`] = ''
  return values
}
