import { z } from 'zod'
import { dayWithin, isFar, lacksYear, longDate, parseDay, shortDate } from '../kernel/dates.ts'
import { isId } from '../kernel/ids.ts'
import { capital } from '../kernel/names.ts'
import { reading } from './reading.ts'

/**
 * Schemas of form fields. Every message is a Russian sentence that says what to do. `what` is written in the accusative, lower case:
 * `text('название')` refuses with «Напишите название».
 */
const tidy = (text: unknown) => (typeof text === 'string' ? text.trim().replace(/[ \t]+/g, ' ') : text)
const blankAsNull = (value: unknown) => (value === undefined || value === '' ? null : value)

/** Required text of one or several lines. */
export const text = (what: string, most = 500) =>
  z.preprocess(
    (value) => tidy(value) ?? '',
    z
      .string({ error: `Напишите ${what} одним текстом` })
      .min(1, `Напишите ${what}`)
      .max(most, `Сократите: ${what} — не длиннее ${most} знаков`),
  )

/** Text that may be left empty; then null. */
export const optionalText = (what: string, most = 500) =>
  z.preprocess(
    (value) => blankAsNull(tidy(value)),
    z
      .string({ error: `Напишите ${what} одним текстом` })
      .max(most, `Сократите: ${what} — не длиннее ${most} знаков`)
      .nullable(),
  )

const example = () => shortDate(reading().example)
const dayMessage = (what: string) => `${capital(what)}: такой даты нет. Напишите день, месяц и год, например ${example()}`
const noYear = (what: string) => `${capital(what)}: допишите год, например ${example()}`
const asDay = (what: string) =>
  z.string({ error: () => dayMessage(what) }).transform((value, context) => {
    const { within, today } = reading()
    const day = parseDay(value) ?? (within && dayWithin(value, within))
    if (day === null || day < '1900-01-01' || day > '2200-12-31') {
      context.addIssue({ code: 'custom', message: lacksYear(value) ? noYear(what) : dayMessage(what) })
      return z.NEVER
    }
    if (today !== null && isFar(day, today)) askAgain(context, what, longDate(day), value)
    return day
  })

/** What is possible and hardly true is asked once more, until the person has said that it is meant so. */
function askAgain(context: z.RefinementCtx, what: string, shown: string, typed: string): void {
  if (reading().sure.has(typed)) return
  const message = `${capital(what)}: проверьте, верно ли ${shown} Если верно, отметьте это ниже и отправьте ещё раз`
  context.addIssue({ code: 'custom', message, params: { asks: typed } })
}

/** A calendar day, typed as «15.06.2022»; gives `YYYY-MM-DD`. `what` is a nominative: «начало срока». */
export const day = (what: string) =>
  z.preprocess(
    (value) => tidy(value) ?? '',
    z
      .string({ error: () => dayMessage(what) })
      .min(1, { error: () => `${capital(what)}: напишите дату, например ${example()}` })
      .pipe(asDay(what)),
  )

/** A calendar day that may be left empty; then null. */
export const optionalDay = (what: string) => z.preprocess((value) => blankAsNull(tidy(value)), asDay(what).nullable())

/** The id of a chosen row. `what` is accusative: «организацию». */
export const chosenId = <Id extends string = string>(what: string) => idField<Id>(`Выберите ${what}`)
export const optionalId = <Id extends string = string>(what: string) =>
  z.preprocess(blankAsNull, idField<Id>(`Выберите ${what} из списка`).nullable())
/** Whose id it is the form says, by what it asks to choose. */
export const idField = <Id extends string = string>(error: string) =>
  z.custom<Id>((value) => typeof value === 'string' && isId(value), { error })

/** Ids of several chosen rows; possibly none. */
export const chosenIds = <Id extends string = string>(what: string) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter((one) => one !== '') : [value]),
    z.array(idField<Id>(`Выберите ${what} из списка`)).max(500, `Выберите не больше 500: ${what}`),
  )

/** One of the codes that a regulation or a dictionary gives, known only when it is asked. */
export const chosenCode = (what: string) =>
  z
    .string({ error: `Выберите ${what}` })
    .trim()
    .min(1, `Выберите ${what}`)
    .max(80, `Выберите ${what} из списка`)

/** Codes of several chosen lines; possibly none. */
export const chosenCodes = (what: string, most = 50) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter((one) => one !== '') : [value]),
    z.array(z.string().max(80, `Выберите ${what} из списка`)).max(most, `Выберите не больше ${most}: ${what}`),
  )

/** One of a fixed list. */
export const choice = <const Values extends readonly string[]>(what: string, values: Values) =>
  z.enum(values, { error: `Выберите ${what}` })
export const optionalChoice = <const Values extends readonly string[]>(what: string, values: Values) =>
  z.preprocess(blankAsNull, z.enum(values, { error: `Выберите ${what} из списка` }).nullable())

/** A checkbox. */
export const checked = () => z.preprocess((value) => value === 'on' || value === 'yes' || value === 'true', z.boolean())

/** A number above the usual is asked about once more. `what` is a nominative: «сколько было людей». */
export const askAbove = (what: string, usual: number) => (value: number, context: z.RefinementCtx) => {
  const shown = String(value).replace('.', ',')
  if (reading().today !== null && value > usual) askAgain(context, what, `${shown}.`, shown)
}

/** A whole number within bounds; above `usual` it is asked about once more. */
export const whole = (what: string, least: number, most: number, usual = most) => {
  const message = `${capital(what)}: напишите целое число от ${least} до ${most}`
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value),
    z.number({ error: message }).int(message).min(least, message).max(most, message).superRefine(askAbove(what, usual)),
  )
}
export const optionalWhole = (what: string, least: number, most: number, usual = most) =>
  z.preprocess(blankAsNull, whole(what, least, most, usual).nullable())

/** An e-mail address that may be left empty. */
export const optionalEmail = () =>
  z.preprocess(
    (value) => blankAsNull(tidy(value)),
    z
      .string()
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Допишите адрес почты, например shkola@primer.ru')
      .max(200, 'Сократите адрес почты')
      .nullable(),
  )

/** A link that may be left out, safe where it is given. */
export const httpsLink = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : null),
  z
    .string()
    .max(500, 'Сократите ссылку до 500 знаков')
    .refine((typed) => URL.canParse(typed) && new URL(typed).protocol === 'https:', 'Дайте ссылку, которая начинается с https://')
    .nullable(),
)

/** An hour of the clock as people type it: 9:05, 09.05, 9-05. */
export const hour = (what: string) =>
  z
    .string({ error: `Напишите ${what}: например, 10:20` })
    .trim()
    .transform((typed, context) => {
      const [, hours = '', minutes = ''] = /^(\d{1,2})[:.\- ](\d{2})$/.exec(typed) ?? []
      if (hours !== '' && Number(hours) < 24 && Number(minutes) < 60) return `${hours.padStart(2, '0')}:${minutes}`
      context.addIssue({ code: 'custom', message: `Напишите ${what} часами и минутами: например, 10:20` })
      return z.NEVER
    })
