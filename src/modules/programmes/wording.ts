import { programmeParts } from '../../regulation/intake/questions.ts'
import { type ProgrammePart, programmeParts as parts } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'

/** The caption of a form of work in the regulation's catalogue. */
export const formName = ({ forms }: Regulation, code: string): string =>
  forms.catalogue.find((form) => form.code === code)?.label ?? ''

const usualNames: Readonly<Record<ProgrammePart, string>> = {
  note: 'Пояснительная записка',
  topics: 'Содержание по темам',
  resources: 'Ресурсы',
  assessment: 'Способы оценки',
}

/** All parts in the order of the regulation, under its captions; without a structure of its own, in the usual order. */
export function namedParts(regulation: Regulation): readonly { code: ProgrammePart; name: string; clause: string | null }[] {
  const own = programmeParts(regulation)
  if (own.length === 0) return parts.map((code) => ({ code, name: usualNames[code], clause: null }))
  return own.map(({ code, text, basis }) => ({ code, name: text, clause: basis.clause }))
}

/** «Тема 2. Разбор урока» */
export const topicName = (index: number, title: string): string =>
  title === '' ? `Тема ${index + 1}` : `Тема ${index + 1}. ${title}`

export const objectiveNames = { teach: 'Научить', form: 'Сформировать', develop: 'Развивать' } as const
export const resourceNames = {
  people: 'Кадровые ресурсы',
  material: 'Материально-технические ресурсы',
  teaching: 'Учебные и учебно-методические ресурсы',
} as const
export const assessmentNames = {
  external: 'Внешняя оценка образовательных результатов',
  self: 'Самооценка образовательных результатов',
} as const

/** Where the page of a programme has a topic. */
export const topicAnchor = (id: string): string => `topic-${id}`
