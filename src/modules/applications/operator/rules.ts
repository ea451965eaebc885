import { daysBetween } from '../../../kernel/dates.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { Day } from '../../../kernel/types.ts'
import { type ApplicationSection, applicationSections, programmeParts } from '../../../regulation/intake/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { ApplicationView } from '../model.ts'
import type { RemarkSection } from './model.ts'

/** A question leaves at least the day it is asked on, and never so long that nobody remembers it. */
const longestAnswerDays = 90

/** The day an answer is due, if any: not in the past, not beyond what anybody can plan. */
export function checkAnswerDay(dueOn: Day | null, today: Day): Result<null> {
  if (dueOn === null) return ok(null)
  if (dueOn < today) return refuseRule('information.dueInPast', { field: 'dueOn' })
  return daysBetween(today, dueOn) > longestAnswerDays
    ? refuseRule('information.dueTooFar', { field: 'dueOn', params: { most: longestAnswerDays } })
    : ok(null)
}

/** A place at which a remark may stand. */
export type RemarkPlace = { readonly section: RemarkSection; readonly title: string }

const sectionNames: Readonly<Record<ApplicationSection, string>> = {
  organisations: 'Организации',
  theme: 'Тема, направление и срок',
  head: 'Руководитель площадки',
  adviser: 'Научный руководитель',
  own: 'Другие сведения',
  eligibility: 'Право на статус',
  programme: 'Программа в целом',
}

/** Every place of an application at which a remark may stand: its sections, the parts of its programme, each topic. (R-33, R-A2) */
export function remarkPlaces(regulation: Regulation, view: ApplicationView): RemarkPlace[] {
  const sections = applicationSections(regulation).map(({ code }): RemarkPlace => ({ section: code, title: sectionNames[code] }))
  if (!sections.some(({ section }) => section === 'programme') || view.programme === null) return sections
  const parts = programmeParts(regulation).map(
    ({ code, text }): RemarkPlace => ({ section: `programme.${code}`, title: `Программа: ${text}` }),
  )
  const topics = view.programme.content.topics.map(
    ({ id, title }, index): RemarkPlace => ({
      section: `programme.topic.${id}`,
      title: `Тема ${index + 1}. ${title}`,
    }),
  )
  return [...sections, ...parts, ...topics]
}

/** The name of a place; of a topic that is no longer there, of the programme. */
export const placeName = (places: readonly RemarkPlace[], section: RemarkSection): string =>
  places.find((place) => place.section === section)?.title ?? sectionNames.programme
