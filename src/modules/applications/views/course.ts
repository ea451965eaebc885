import { longDate } from '../../../kernel/dates.ts'
import type { Instant } from '../../../kernel/types.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { hasStep } from '../../../regulation/status/questions.ts'
import type { TimelineItem } from '../../../ui/content.ts'
import type { CourseStep } from '../course-queries.ts'
import { momentOf } from '../wording.ts'

/** A step of a case as a line of its course. */
export function courseItem(step: CourseStep, timeZone: string): TimelineItem {
  const at = (when: Instant, by: string | null = null) => `${momentOf(when, timeZone)}${by === null ? '' : `, ${by}`}`
  switch (step.kind) {
    case 'started':
      return { title: 'Начата', when: at(step.at, step.by) }
    case 'submitted':
      return { title: step.round > 1 ? `Отправлена ${step.round}-й раз` : 'Отправлена', when: at(step.at, step.by), act: true }
    case 'admitted':
      return { title: 'Допущена', when: at(step.at, step.by) }
    case 'returned':
      return { title: 'Возвращена на доработку', when: at(step.at, step.by) }
    case 'reviewed':
      return { title: 'Эксперты прочли программу', when: at(step.at), more: `Заключений: ${step.reviews.sent}` }
    case 'withdrawn':
      return { title: 'Отозвана', when: at(step.at), more: step.reason }
    default:
      return {
        title: step.kind === 'granted' ? 'Статус дан' : 'Отклонена',
        when: `${longDate(step.on)}${step.order ? `, № ${step.order}` : ''}`,
        act: true,
        more: step.reason ?? undefined,
      }
  }
}

/** Experts read applications only where the regulation has a review. */
export const previewName = (regulation: Regulation): string =>
  hasStep(regulation, 'expertReview') ? 'Как увидит эксперт' : 'Заявка целиком'
