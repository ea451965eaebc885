import type { ApplicationId } from '../../../kernel/types.ts'
import { type EffectOf, ofKind } from '../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../kit/order/objections.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { grantingBasis, hasStep, takesApplications } from '../../../regulation/status/questions.ts'
import { decidableState } from '../deciding-rules.ts'
import type { ApplicationState } from '../machine.ts'
import type { KnownApplication } from './rows.ts'

type Grant = EffectOf<'grantStatus'>

/** «заявка № 5» */
export const applicationLabel = (application: KnownApplication | undefined): string =>
  application?.number == null ? 'заявка без номера' : `заявка № ${application.number}`

/** Applications this order decides, each as often as a point does. */
export const decidedIn = (effects: Registers['effects']): ApplicationId[] =>
  effects.flatMap((one) => [
    ...ofKind([one], 'grantStatus').flatMap(({ applicationId }) => applicationId ?? []),
    ...ofKind([one], 'declineApplication').map(({ applicationId }) => applicationId),
  ])

/** The regulation an application was submitted under, else the one the order is judged by. */
const regulationOf = (application: KnownApplication, registers: Registers): Regulation | undefined =>
  (registers.regulations.get(application.regulationId) ?? registers.judgedBy)?.regulation

const needed: Readonly<Partial<Record<ApplicationState, string>>> = {
  proposed: 'решают по представлению оператора',
  reviewed: 'решают, когда готова экспертиза',
  admitted: 'решают, когда документы проверены',
}

/** Everything that keeps an application from being decided: unknown, decided already, withdrawn, not that far. (R-31) */
export function checkDecision(applicationId: ApplicationId, registers: Registers): Objection[] {
  const application = registers.applications.get(applicationId)
  if (!application || application.number === null) return [objection('order.unknownApplication')]
  const label = applicationLabel(application)
  if (decidedIn(registers.effects).filter((id) => id === applicationId).length > 1)
    return [objection('order.applicationTwice', { label })]
  if (application.state === 'granted' || application.state === 'declined')
    return [objection('order.applicationDecided', { label, by: application.decidedBy ?? '' })]
  if (application.state === 'withdrawn') return [objection('order.applicationWithdrawn', { label })]
  const regulation = regulationOf(application, registers)
  if (!regulation) return [objection('order.noRegulation')]
  const wanted = decidableState(regulation)
  if (application.state === wanted) return []
  return [objection('order.applicationNotReady', { label, when: needed[wanted] ?? '' }, grantingBasis(regulation))]
}

/** The status goes to those who applied, all of them and nobody else. */
export function checkApplicants({ applicationId, organisationIds }: Grant, registers: Registers): Objection[] {
  const application = applicationId ? registers.applications.get(applicationId) : undefined
  if (!application) return []
  const same =
    application.organisationIds.length === organisationIds.length &&
    application.organisationIds.every((id) => (organisationIds as readonly string[]).includes(id))
  return same
    ? []
    : [
        objection('order.notTheApplicants', {
          label: applicationLabel(application),
          names: application.organisations,
        }),
      ]
}

/** What the signatory should know of a grant before signing: no application where one is usual, more statuses than announced. */
export function warningOf(effect: Grant, registers: Registers): string | null {
  const regulation = registers.judgedBy?.regulation
  if (!effect.applicationId) {
    const usual = regulation && takesApplications(regulation)
    return usual?.value ? `Заявки нет${usual.basis ? `: по ${usual.basis.text} статус присваивают по заявке` : ''}` : null
  }
  const application = registers.applications.get(effect.applicationId)
  return application ? beyondPlaces(application, registers) : null
}

/** Said once, at the first status of the call beyond the number announced. */
function beyondPlaces({ id, callId, places, granted }: KnownApplication, registers: Registers): string | null {
  if (callId === null || places === null) return null
  const ofCall = ofKind(registers.effects, 'grantStatus').flatMap(({ applicationId }) =>
    applicationId && registers.applications.get(applicationId)?.callId === callId ? [applicationId] : [],
  )
  return ofCall[Math.max(0, places - granted)] === id
    ? `Статусов больше, чем объявлено: в приёме ${places}, присваивается ${granted + ofCall.length}`
    : null
}

/** Applications of the submission behind this order that it leaves undecided; said at its first decision. */
export function leftOut(applicationId: ApplicationId, registers: Registers): string | null {
  const decided = decidedIn(registers.effects)
  if (decided[0] !== applicationId) return null
  const left = [...registers.applications.values()].filter(
    (one) => one.inSubmission && one.state === 'proposed' && !decided.includes(one.id),
  )
  return left.length === 0
    ? null
    : `Без решения остаются: ${left.map(applicationLabel).join(', ')}. Представление снова будет ждать решения`
}

/** The clause by which an application is decided. */
export const basisOfDecision = (registers: Registers) => {
  const regulation = registers.judgedBy?.regulation
  if (!regulation || !hasStep(regulation, 'application')) return []
  return [grantingBasis(regulation)]
}
