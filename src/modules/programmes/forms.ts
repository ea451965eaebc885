import { z } from 'zod'
import { isId } from '../../kernel/ids.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import { programmePart } from '../../regulation/kinds.ts'
import { askAbove, chosenId, chosenIds, optionalId, optionalText, text } from '../../web/fields.ts'
import { fixedPlaces, type PiecePlace, topicOf, topicPlaces } from './reading/pieces.ts'
import { mostHours, mostLines } from './rules.ts'

/** What no page of ours could have sent. */
const again = { error: 'Откройте страницу заново' }

/** Text that may be empty: a draft keeps whatever there is. */
const draft = (what: string, most: number) => optionalText(what, most).transform((value) => value ?? '')

const hoursMessage = `Часы: напишите число от 0 до ${mostHours}, можно с половиной, например 1,5`
const asNumber = (value: unknown) =>
  typeof value === 'string' && /^\s*\d{1,4}([.,]\d)?\s*$/.test(value) ? Number(value.trim().replace(',', '.')) : value
const hoursNumber = z
  .number({ error: hoursMessage })
  .min(0, hoursMessage)
  .max(mostHours, hoursMessage)
  .multipleOf(0.5, hoursMessage)
/** One session or try-out of more hours than a week of courses is a slip of the pen. */
const hoursAtOnce = hoursNumber.superRefine(askAbove('часы', 40))
const isBlank = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '')
const hours = z.preprocess((value) => (isBlank(value) ? 0 : asNumber(value)), hoursAtOnce)
const optionalHours = z.preprocess((value) => (isBlank(value) ? null : asNumber(value)), hoursNumber.nullable())

const list = <Row extends z.ZodType>(row: Row) =>
  z
    .array(row, { error: 'Заполните строки заново: список прочитать не удалось' })
    .max(mostLines, `Уберите лишние строки: в списке не больше ${mostLines}`)
    .default([])
const lines = (what: string) => list(z.object({ id: optionalId('строку'), text: draft(what, 1000) }, again))
const yes = z.preprocess((value) => value === 'yes' || value === 'on', z.boolean())

export const noteForm = {
  title: text('название программы', 300),
  relevance: draft('актуальность', 10_000),
  aim: draft('цель', 3000),
  tasks: lines('задачу'),
  contingent: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string(again).max(300, again), again).max(mostLines, again),
  ),
  others: lines('кто будет учиться'),
  directions: lines('направление'),
}

export const resourcesForm = {
  people: lines('кадровый ресурс'),
  material: lines('материально-технический ресурс'),
  teaching: lines('учебный ресурс'),
}

const assessed = z.object(
  {
    criteria: list(
      z.object({ id: optionalId('строку'), text: draft('критерий', 1000), indicator: draft('показатель', 1000) }, again),
    ),
    procedure: draft('процедуру', 5000),
    tools: draft('инструменты', 5000),
  },
  again,
)
const nothing = { criteria: [], procedure: '', tools: '' }
export const assessmentForm = { external: assessed.default(nothing), self: assessed.default(nothing) }

/** Sections of the paper's own: read by the fields of the regulation. */
export const ownForm = { own: z.unknown().optional() }

/** The list of topics: one more, one moved, one taken out. */
export const topicsForm = { title: draft('название темы', 300), topicId: optionalId('тему') }

export const topicForm = {
  title: draft('название темы', 300),
  declaredHours: optionalHours,
  teach: lines('задачу'),
  form: lines('задачу'),
  develop: lines('задачу'),
  sessions: list(
    z.object(
      {
        id: optionalId('строку'),
        form: draft('форму занятия', 60),
        title: draft('занятие', 500),
        hours,
        remote: yes,
      },
      again,
    ),
  ),
  tryOuts: list(
    z.object({ id: optionalId('строку'), title: draft('пробу', 500), assignment: draft('задание', 5000), hours }, again),
  ),
  results: lines('результат'),
}

export const copyForm = {
  from: chosenId<ProgrammeId>('программу'),
  parts: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(programmePart.options, { error: 'Отметьте части из списка' }), again).max(4, again),
  ),
}

const piecePlace = z
  .string({ error: 'Выберите место из списка' })
  .refine((value) => isPlace(value), 'Выберите место из списка')
  .transform((value) => value as PiecePlace | 'leave')
const isPlace = (value: string) => {
  const inTopic = topicOf(value as PiecePlace)
  if (inTopic !== null) return isId(inTopic.topicId) && topicPlaces.includes(inTopic.field)
  return value === 'leave' || fixedPlaces.some((place) => place === value)
}

/** The pieces of a file as a person has sorted them. */
export const piecesForm = {
  pieces: z
    .array(
      z.object(
        {
          id: chosenId('строку'),
          text: draft('текст', 10_000),
          to: z.preprocess((value) => (isBlank(value) ? null : value), piecePlace.nullable()),
        },
        again,
      ),
      again,
    )
    .max(1500, again)
    .default([]),
  back: chosenIds('строки'),
}
