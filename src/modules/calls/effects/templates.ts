import { addDays, longDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted } from '../../../kernel/plural.ts'
import type { CallId } from '../../../kernel/types.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { type DraftPoint, point, type Setting, type Template, task, titleAs } from '../../../kit/order/template.ts'
import { basisOf } from '../../../regulation/cite.ts'
import { initiatorName, type OrganisationKind, organisationKindName } from '../../../regulation/kinds.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { usualCriteria } from '../criteria-rules.ts'

const usual = { opensAt: '09:00', closesAt: '18:00', days: 30, reviewDays: 30, experts: 2, spread: 25 } as const

/** The call an order begins with: a month from the next day, whoever the regulation lets apply, criteria by the parts of the programme. */
function usualCall(setting: Setting): EffectOf<'openCall'> {
  const { regulation, choices, today } = setting
  const opensOn = choices.from ?? addDays(today, 1)
  const closesOn = choices.to ?? addDays(opensOn, usual.days)
  const hasReview = regulation.expertReview !== null
  return {
    kind: 'openCall',
    callId: newId<CallId>(),
    title: `Приём заявок ${closesOn.slice(0, 4)} года`,
    opensOn,
    opensAt: usual.opensAt,
    closesOn,
    closesAt: usual.closesAt,
    initiators: [...(regulation.initiators?.who ?? ['organisation'])],
    directions: (regulation.directions?.list ?? []).map(({ code }) => code),
    contingent: [...(regulation.trainees?.contingent ?? [])],
    places: null,
    expertsPerApplication: hasReview ? usual.experts : 0,
    reviewDueOn: hasReview ? addDays(closesOn, usual.reviewDays) : null,
    spreadLimit: usual.spread,
    criteria: usualCriteria(regulation).map((criterion) => ({ ...criterion, levels: [...criterion.levels] })),
  }
}

const cited = (regulation: Regulation, clause: readonly string[] | undefined) =>
  clause === undefined ? '' : ` (${basisOf(regulation, clause).text})`
const moment = (clock: string, day: string) => `${clock} ${longDate(day)}`
const kindsOf = (kinds: readonly OrganisationKind[]) => kinds.map((kind) => organisationKindName[kind]).join(', ')

/** Who may apply, in the words of the regulation. */
function whoApplies({ regulation }: Setting, { initiators }: EffectOf<'openCall'>): string {
  const { hostKinds, joint } = regulation
  const who = initiators.map((one) => (one === 'organisation' ? `организация — ${kindsOf(hostKinds.kinds)}` : initiatorName[one]))
  const together = joint === null ? '' : ` Несколько организаций могут подать одну заявку${cited(regulation, joint.clause)}.`
  return `Заявку подаёт ${who.join(', ')}${cited(regulation, regulation.initiators?.clause ?? hostKinds.clause)}.${together}`
}

/** Where and how: the form of the regulation, filled in here, and its programme. */
function howToApply({ regulation }: Setting): string {
  const { application } = regulation
  const by = application === null ? '' : cited(regulation, application.clause)
  const programme = application === null ? '' : ' вместе с программой площадки'
  return `Заявку по форме Положения${by}${programme} подают в системе «Площадка». Заявка, отправленная до указанного часа, подана в срок; время отмечает система.`
}

function reviewPoints(setting: Setting, { expertsPerApplication, reviewDueOn }: EffectOf<'openCall'>): DraftPoint[] {
  const { regulation, operatorHead, today } = setting
  const { expertReview, bodies } = regulation
  if (expertReview === null) return []
  const by = bodies[expertReview.by].short.dative
  const due = reviewDueOn === null ? '' : ` до ${longDate(reviewDueOn)}`
  const text = `${by} провести экспертизу программ${due} по критериям приложения; каждую программу читают ${counted(expertsPerApplication, 'эксперт', 'эксперта', 'экспертов')}${cited(regulation, expertReview.clause)}.`
  const head = expertReview.by === 'operator' ? operatorHead : null
  return [head === null ? point(text) : task(text, [head], { from: today, to: reviewDueOn })]
}

export const openCall: Template = {
  code: 'openCall',
  name: 'Объявить приём заявок',
  hint: 'Сроки с часами, кто подаёт и куда, экспертиза с критериями; при подписании о приёме узнают все, кто может подать заявку.',
  place: 12,
  asks: ['receiving'],
  fits: ({ calls }) => calls !== null,
  write(setting) {
    const { regulation } = setting
    const call = usualCall(setting)
    const calls = regulation.calls!
    const word = regulation.siteWords.genitive
    const period = `с ${moment(call.opensAt, call.opensOn)} до ${moment(call.closesAt, call.closesOn)} ${regulation.localTime}`
    return {
      title: `О приёме заявок на присвоение статуса ${word}`,
      preamble: `В соответствии с ${basisOf(regulation, calls.clause).text.replace(/ Положения$/, '')} ${titleAs('Положения', setting)}`,
      points: [
        point(`Объявить приём заявок на присвоение статуса ${word} ${period}.`, [call]),
        point(whoApplies(setting, call)),
        point(howToApply(setting)),
        ...reviewPoints(setting, call),
        point(`О сроках приёма известить: ${calls.announcedTo}${cited(regulation, calls.clause)}.`),
      ],
      ...(call.criteria.length > 0
        ? { appendices: [{ title: 'Критерии экспертизы программ', content: 'criteria' as const }] }
        : {}),
    }
  },
}

export const extendCall: Template = {
  code: 'extendCall',
  name: 'Продлить приём заявок',
  hint: 'Приём заявок кончится позже; оконченный приём откроется снова только так.',
  place: 13,
  asks: ['call', 'to'],
  fits: ({ calls }) => calls !== null,
  write({ regulation, choices, call, today }) {
    const closesOn = choices.to ?? call?.closesOn ?? today
    const closesAt = call?.closesAt ?? usual.closesAt
    const opened = call ? `, объявленный ${call.byOrder},` : ''
    const reviewDueOn = call?.reviewDueOn != null && call.reviewDueOn < closesOn ? addDays(closesOn, usual.reviewDays) : null
    const review = reviewDueOn === null ? '' : ` Экспертизу программ провести до ${longDate(reviewDueOn)}`
    return {
      title: `О продлении приёма заявок на присвоение статуса ${regulation.siteWords.genitive}`,
      preamble: 'В целях более полного участия организаций',
      points: [
        point(
          `Продлить приём заявок «${call?.title ?? ''}»${opened} до ${moment(closesAt, closesOn)} ${regulation.localTime}.${review && `${review}.`}`,
          choices.callId === null ? [] : [{ kind: 'extendCall', callId: choices.callId, closesOn, closesAt, reviewDueOn }],
        ),
      ],
    }
  },
}
