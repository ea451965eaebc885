import { daysBetween, longDate } from '../../../kernel/dates.ts'
import { restOfDays } from '../../../kernel/plural.ts'
import type { Day } from '../../../kernel/types.ts'
import { nb, StateTag, SummaryList, type SummaryRow, type Tone } from '../../../ui/content.ts'
import type { ReviewCriterion } from '../../calls/model.ts'
import { isOpen } from '../machine.ts'
import type { ReviewState, ReviewText } from '../model.ts'
import { topOf } from '../rules.ts'
import { percent, points, recommendationNames, stateNames } from '../wording.ts'

const tones: Readonly<Record<ReviewState, Tone>> = {
  assigned: 'wait',
  accepted: 'now',
  sent: 'ok',
  declined: 'late',
  replaced: 'calm',
  closed: 'calm',
}

/** The state of a review; an open one whose day has passed is late. */
export function ReviewTag({
  state,
  dueOn,
  today,
  words = stateNames,
}: {
  state: ReviewState
  dueOn: Day
  today: Day
  words?: Readonly<Record<ReviewState, string>>
}) {
  const late = isOpen(state) && dueOn < today
  return <StateTag tone={late ? 'late' : tones[state]} word={late ? 'Просрочено' : words[state]} />
}

/** «до 1 ноября 2021 г., осталось 12 дней» */
export const dueWords = (dueOn: Day, today: Day): string => `до ${longDate(dueOn)}, ${restOfDays(daysBetween(today, dueOn))}`

/** What an expert gave: every criterion with its level in words and the reason, then the conclusion. */
export function WrittenReview({
  criteria,
  text,
  total,
}: {
  criteria: readonly ReviewCriterion[]
  text: ReviewText
  total: number | null
}) {
  const given = new Map(text.scores.map((score) => [score.code, score]))
  const rows: SummaryRow[] = [
    ...(total === null ? [] : [{ key: 'Итог', value: <b>{percent(total)}</b> }]),
    ...(text.recommendation === null ? [] : [{ key: 'Рекомендация', value: recommendationNames[text.recommendation] }]),
    ...criteria.map((criterion) => {
      const score = given.get(criterion.code)
      const level = criterion.levels.find((one) => one.points === score?.points)
      return {
        key: criterion.title,
        value: (
          <>
            {nb(level ? `${points(level.points)} из ${points(topOf(criterion))}: ${level.text}` : 'нет оценки')}
            {score?.comment && <p class="pl-pre">{nb(score.comment)}</p>}
          </>
        ),
      }
    }),
    { key: 'Заключение', value: <span class="pl-pre">{nb(text.conclusion)}</span> },
  ]
  return <SummaryList rows={rows} />
}
