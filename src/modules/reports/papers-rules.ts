import { capital } from '../../kernel/names.ts'
import type { AssembledPapers } from './model.ts'

export type PapersOfSort = { readonly about: string; readonly count: number; readonly hours: number }

/** Papers about having been there and about having mastered a programme, each with its own hours; of a report of earlier days only what they were together. */
export function papersBySort({ count, hours, participation, completion }: AssembledPapers): PapersOfSort[] {
  if (!participation || !completion) return [{ about: '', count, hours }]
  return [
    { about: 'об участии в мероприятиях', ...participation },
    { about: 'об освоении программы', ...completion },
  ].filter((one) => one.count > 0)
}

/** «2,5» */
const hoursText = (hours: number) => String(hours).replace('.', ',')

/** «Выдано справок и сертификатов об участии в мероприятиях — 7, академических часов на них — 14.» */
export const papersSentences = (papers: AssembledPapers): string[] =>
  papersBySort(papers).map(({ about, count, hours }) =>
    [`Справок и сертификатов ${about}`.trim(), `выдано — ${count}, академических часов на них — ${hoursText(hours)}.`].join(' '),
  )

/** The same as figures of a page. */
export const papersFigures = (papers: AssembledPapers): { readonly name: string; readonly value: string }[] =>
  papersBySort(papers).flatMap(({ about, count, hours }) => [
    { name: about === '' ? 'Выдано' : capital(about), value: String(count) },
    { name: 'Часов на них', value: hoursText(hours) },
  ])
