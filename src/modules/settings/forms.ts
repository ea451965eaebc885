import { z } from 'zod'
import { type Field, lineRead, radios } from '../../kit/form/fields.ts'
import { whole } from '../../web/fields.ts'
import { type About, allSettings, type Setting, saidOf, type Value } from './model.ts'

const mostDays = 6

/** «90, 30, 7» as days, the farthest first; empty is none. */
const daysRead = (least: number, most: number) =>
  z.preprocess(
    listTyped,
    z
      .array(z.number(), { error: 'Напишите числа через запятую, например 30, 7, 0' })
      .max(mostDays, `Оставьте не больше ${mostDays} напоминаний`)
      .refine((days) => days.every((day) => least <= day && day <= most), `Напишите числа от ${least} до ${most}`)
      .transform((days): readonly number[] => [...new Set(days)].sort((a, b) => b - a)),
  )

/** The numbers of a line; null where something else stands among them. */
function listTyped(typed: unknown): number[] | null {
  const parts = typeof typed === 'string' ? typed.split(/[\s,;]+/).filter((one) => one !== '') : []
  return parts.every((one) => /^\d{1,4}$/.test(one)) ? parts.map(Number) : null
}

function fieldOf({ title, hint, usual, bounds }: Setting): Field<Value> {
  const said = { hint: [`Обычно: ${saidOf(usual)}`, hint].filter((part) => part !== undefined).join('. ') }
  if (bounds === null) {
    const asked = radios(title, { ...said, of: ['yes', 'no'], named: (one) => (one === 'yes' ? 'Да' : 'Нет') })
    return { ...asked, reads: asked.reads.transform((one) => one === 'yes') }
  }
  const { least, most } = bounds
  if (typeof usual === 'number') return lineRead<Value>(title, whole(title, least, most), said)
  return lineRead<Value>(title, daysRead(least, most), said)
}

/** The fields of the page under one of its headings. */
export const fieldsAbout = (about: About): Readonly<Record<string, Field<Value>>> =>
  Object.fromEntries(allSettings.filter((one) => one.about === about).map((one) => [one.key, fieldOf(one)]))

/** All of them. */
export const fields = Object.fromEntries(allSettings.map((one) => [one.key, fieldOf(one)]))

/** A value as its field shows it. */
export const writtenAs = (value: Value): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value].flat().join(', ')

const byCode = z.record(z.string(), z.string()).default({})
const byList = z.record(z.string(), byCode).default({})
/** The dictionary: names and closed ones by list and code, new ones by list. */
export const kindsForm = z.object({ names: byList, closed: byList, added: byCode })
