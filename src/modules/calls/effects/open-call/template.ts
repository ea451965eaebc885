import { addDays } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { CallId } from '../../../../kernel/types.ts'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { type DraftPoint, ordering, point, type Setting, type Template, task } from '../../../../kit/order/template.ts'
import { initiators, mayShareSite } from '../../../../regulation/hosts/questions.ts'
import { callRule, formBasis } from '../../../../regulation/intake/questions.ts'
import { paperWord, titleAs } from '../../../../regulation/paper/questions.ts'
import { bodyWord, siteWord } from '../../../../regulation/parties/questions.ts'
import { reviewRule, reviewWord } from '../../../../regulation/review/questions.ts'
import { contingentOf, workDirections } from '../../../../regulation/work/questions.ts'
import { usualCriteria } from '../../criteria-rules.ts'

export const usual = { opensAt: '09:00', closesAt: '18:00', days: 30, reviewDays: 30, experts: 2, spread: 25 } as const

/** The call an order begins with: a month from the next day, whoever the regulation lets apply, criteria by the parts of the programme. */
function usualCall(setting: Setting): EffectOf<'openCall'> {
  const { regulation, choices, today } = setting
  const opensOn = choices.from ?? addDays(today, 1)
  const closesOn = choices.to ?? addDays(opensOn, usual.days)
  const hasReview = reviewRule(regulation).value !== null
  return {
    kind: 'openCall',
    callId: newId<CallId>(),
    title: [`Приём заявок ${closesOn.slice(0, 4)} года`, choices.theme].filter(Boolean).join(': '),
    opensOn,
    opensAt: usual.opensAt,
    closesOn,
    closesAt: usual.closesAt,
    initiators: [...initiators(regulation).value],
    directions: workDirections(regulation).map(({ code }) => code),
    contingent: [...contingentOf(regulation)],
    places: null,
    expertsPerApplication: hasReview ? usual.experts : 0,
    reviewDueOn: hasReview ? addDays(closesOn, usual.reviewDays) : null,
    spreadLimit: usual.spread,
    criteria: usualCriteria(regulation).map((criterion) => ({ ...criterion, levels: [...criterion.levels] })),
  }
}

/** Where and how: the form of the regulation, filled in here, and its programme. */
function howToApply({ regulation }: Setting): string {
  const basis = formBasis(regulation, true)
  const by = basis === null ? '' : ` (${basis.text})`
  const programme = basis === null ? '' : ' вместе с программой площадки'
  return `Заявку по форме Положения${by}${programme} подают в системе «Площадка». Заявка, отправленная до указанного часа, подана в срок; время отмечает система.`
}

/** Where several may apply together, the clause that lets them. */
function together({ regulation }: Setting): DraftPoint[] {
  const joint = mayShareSite(regulation, 2)
  return joint.ok ? [point(`Несколько организаций могут подать одну заявку (${joint.basis?.text}).`)] : []
}

/** The review as the operator's task: its days and criteria stand in the first point. */
function reviewTask({ regulation, operatorHead, today }: Setting, { reviewDueOn }: EffectOf<'openCall'>): DraftPoint[] {
  const { value: review } = reviewRule(regulation)
  if (review === null) return []
  const text = `${bodyWord(regulation, review.by, 'dative')} обеспечить проведение ${reviewWord(regulation, 'genitive')} программ, как сказано в пункте 1.`
  const head = review.by === 'operator' ? operatorHead : null
  return [head === null ? point(text) : task(text, [head], { from: today, to: reviewDueOn })]
}

export const openCallTemplate: Template = {
  code: 'openCall',
  name: 'Объявить приём заявок',
  hint: 'Сроки с часами, кто подаёт и куда, экспертиза с критериями; при подписании о приёме узнают все, кто может подать заявку.',
  place: 12,
  asks: ['receiving'],
  fits: (regulation) => callRule(regulation).value !== null,
  write(setting) {
    const { regulation } = setting
    const call = usualCall(setting)
    const { value: rule, basis } = callRule(regulation)
    return {
      title: `О приёме заявок на присвоение статуса ${siteWord(regulation, 'genitive')}`,
      preamble: `В соответствии с ${basis?.text.replace(` ${paperWord(regulation, 'genitive')}`, '')} ${titleAs(regulation, 'genitive')}`,
      points: [
        ordering([call]),
        ...together(setting),
        point(howToApply(setting)),
        ...reviewTask(setting, call),
        point(`О сроках приёма известить: ${rule?.announcedTo} (${basis?.text}).`),
      ],
      ...(call.criteria.length > 0
        ? { appendices: [{ title: `Критерии ${reviewWord(regulation, 'genitive')} программ`, content: 'criteria' as const }] }
        : {}),
    }
  },
}
