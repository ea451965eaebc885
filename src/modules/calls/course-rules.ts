import { longDate } from '../../kernel/dates.ts'
import { capital } from '../../kernel/names.ts'
import { callRule } from '../../regulation/intake/questions.ts'
import { bodyWord } from '../../regulation/parties/questions.ts'
import { reviewRule, reviewWord } from '../../regulation/review/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { asksContract, grantingBasis, hasStep, whoGrants } from '../../regulation/status/questions.ts'
import type { Call, CallState } from './model.ts'
import { momentWords } from './rules.ts'

/** One step of what happens after a call is announced: what, whose it is and by when; `clause` where the regulation says so. */
export type CourseStep = {
  readonly title: string
  readonly who: string
  readonly when: string | null
  readonly clause: string | null
  readonly state: 'done' | 'now' | 'next'
}

/** What comes next and from whom, by the steps this regulation has. */
export function courseOf(call: Call, state: CallState, regulation: Regulation): CourseStep[] {
  const granting = whoGrants(regulation).value
  const review = reviewRule(regulation)
  const operator = bodyWord(regulation, 'operator')
  const received = state === 'closed'
  const receiving = state === 'open' || state === 'closingSoon'
  const rows: (Omit<CourseStep, 'state'> | null)[] = [
    { title: 'Проверка документов', who: operator, when: 'по мере поступления', clause: null },
    hasStep(regulation, 'expertReview')
      ? {
          title: `${capital(reviewWord(regulation))} программы`,
          who: bodyWord(regulation, review.value?.by ?? 'operator'),
          when: call.reviewDueOn && `до ${longDate(call.reviewDueOn)}`,
          clause: review.basis?.clause ?? null,
        }
      : null,
    hasStep(regulation, 'submission')
      ? { title: 'Представление к статусу', who: operator, when: null, clause: grantingBasis(regulation).clause }
      : null,
    {
      title: 'Решение',
      who: `${bodyWord(regulation, granting.by)}, ${granting.act}`,
      when: null,
      clause: grantingBasis(regulation).clause,
    },
    hasStep(regulation, 'contract')
      ? { title: 'Договор с площадкой', who: operator, when: null, clause: asksContract(regulation).basis?.clause ?? null }
      : null,
  ]
  const opening: CourseStep = {
    title: 'Подача заявок',
    who: 'организации',
    when: state === 'announced' ? `с ${momentWords(call.opensAt, call)}` : `до ${momentWords(call.closesAt, call)}`,
    clause: callRule(regulation).basis?.clause ?? null,
    state: received ? 'done' : receiving ? 'now' : 'next',
  }
  const rest = rows.filter((row) => row !== null)
  return [opening, ...rest.map((row, index): CourseStep => ({ ...row, state: received && index === 0 ? 'now' : 'next' }))]
}
