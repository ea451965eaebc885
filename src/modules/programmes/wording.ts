import { type AnySection, ownSections, programmeParts, programmeSections } from '../../regulation/intake/questions.ts'
import { type ProgrammePart, programmeParts as parts } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { ProcedureState } from '../procedures/model.ts'
import type { Part } from './model.ts'

/** The caption of a form of work in the regulation's catalogue. */
export const formName = ({ forms }: Regulation, code: string): string =>
  forms.catalogue.find((form) => form.code === code)?.label ?? ''

const usualNames: Readonly<Record<ProgrammePart, string>> = {
  note: 'Пояснительная записка',
  topics: 'Содержание по темам',
  resources: 'Ресурсы',
  assessment: 'Способы оценки',
}

/** What no regulation says: the conditions of the paper about a mastered programme are those of the programme itself. */
export const completionName = 'Кому дают бумагу об освоении'

/** All parts in the order of the regulation, under its captions; without a structure of its own, in the usual order. */
export function namedParts(regulation: Regulation): readonly { code: Part; name: string; clause: string | null }[] {
  const completion = { code: 'completion' as const, name: completionName, clause: null }
  if (programmeSections(regulation).length === 0)
    return [...parts.map((code) => ({ code, name: usualNames[code], clause: null })), completion]
  const [own] = ownSections(regulation)
  return [
    ...programmeParts(regulation).map(({ code, text, basis }) => ({ code, name: text, clause: basis.clause })),
    ...(own ? [{ code: 'own' as const, name: 'Другие разделы', clause: own.clause[0] ?? null }] : []),
    completion,
  ]
}

/** All sections as they are read, those of the paper's own each at its place. */
export function shownSections(regulation: Regulation): readonly AnySection[] {
  const sections = programmeSections(regulation)
  return sections.length > 0 ? sections : parts.map((part) => ({ part, text: usualNames[part] }))
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

/** How far the agreement of a programme has come. */
export const wayWord = (way: ProcedureState | null): string =>
  way === null
    ? 'Не отправлена'
    : { going: 'На согласовании', passed: 'Согласована', returned: 'Возвращена', withdrawn: 'Отозвана' }[way]
