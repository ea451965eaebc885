import { bodyWord } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep, whoGrants } from '../../regulation/status/questions.ts'
import type { Application, Participant } from './model.ts'

/** What happens next to an application, and who has to do it. */
export type NextStep = { readonly what: string; readonly who: string }

/** Whoever writes the application. */
export const author = 'Заявитель'

/** How many reviews of the present round have come, of how many; names are never told. */
export type ReviewCount = { readonly sent: number; readonly all: number }

/** «Что дальше и от кого» in every state, by the steps the regulation has. */
export function nextStep(
  app: Pick<Application, 'state'>,
  given: {
    readonly regulation: Regulation
    readonly participants: readonly Participant[]
    readonly missing: number
    readonly reviews: ReviewCount
  },
): NextStep | null {
  const { regulation, participants, missing, reviews } = given
  const operator = bodyWord(regulation, 'operator', 'nominative')
  const grants = whoGrants(regulation).value
  const decider = bodyWord(regulation, grants.by, 'nominative')
  switch (app.state) {
    case 'draft':
    case 'returned': {
      const asked = participants.filter(({ state }) => state === 'asked')
      if (asked.length > 0)
        return {
          what: `Подтвердить участие: ${asked.map(({ shortName }) => shortName).join(', ')}`,
          who: asked.length === 1 ? 'Руководитель этой организации' : 'Руководители этих организаций',
        }
      if (app.state === 'returned') return { what: 'Исправить замечания и отправить заявку снова', who: author }
      return missing > 0
        ? { what: 'Заполнить разделы, где чего-то не хватает', who: author }
        : { what: 'Проверить ответы и отправить заявку', who: author }
    }
    case 'submitted':
      return { what: 'Проверить, всё ли есть в заявке, и допустить её или вернуть на доработку', who: operator }
    case 'admitted':
      if (hasStep(regulation, 'expertReview')) return { what: 'Назначить экспертов', who: operator }
      return hasStep(regulation, 'submission')
        ? { what: 'Подготовить представление', who: operator }
        : { what: `Решить и подписать ${grants.act}`, who: decider }
    case 'underReview':
      return { what: `Прочесть программу и написать заключения: готово ${reviews.sent} из ${reviews.all}`, who: 'Эксперты' }
    case 'reviewed':
      return hasStep(regulation, 'submission')
        ? { what: 'Подготовить представление с предложением', who: operator }
        : { what: `Решить и подписать ${grants.act}`, who: decider }
    case 'proposed':
      return { what: `Решить и подписать ${grants.act}`, who: decider }
    default:
      return null
  }
}
