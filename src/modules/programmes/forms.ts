import { z } from 'zod'
import { isId } from '../../kernel/ids.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import { programmeParts } from '../../regulation/kinds.ts'
import { chosenId, chosenIds, optionalId, optionalText } from '../../web/fields.ts'
import { fixedPlaces, type PiecePlace, topicOf, topicPlaces } from './reading/pieces.ts'

/** What no page of ours could have sent. */
const again = { error: 'Откройте страницу заново' }

/** Text that may be empty: a draft keeps whatever there is. */
const draft = (what: string, most: number) => optionalText(what, most).transform((value) => value ?? '')

const isBlank = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '')

/** Sections of the paper's own: read by the fields of the regulation. */
export const ownForm = { own: z.unknown().optional() }

/** The list of topics: one more, one moved, one taken out. */
export const topicsForm = { title: draft('название темы', 300), topicId: optionalId('тему') }

export const copyForm = {
  from: chosenId<ProgrammeId>('программу'),
  parts: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum([...programmeParts, 'own'], { error: 'Отметьте части из списка' }), again).max(5, again),
  ),
}

const piecePlace = z
  .string({ error: 'Выберите место из списка' })
  .refine((value) => isPlace(value), 'Выберите место из списка')
  .transform((value) => value as PiecePlace | 'leave')
const isPlace = (value: string) => {
  const inTopic = topicOf(value as PiecePlace)
  if (inTopic !== null) return isId(inTopic.topicId) && topicPlaces.includes(inTopic.field)
  return value === 'leave' || /^own\.[a-z][A-Za-z0-9]*$/.test(value) || fixedPlaces.some((place) => place === value)
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
