import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { longDate } from '../../kernel/dates.ts'
import { label } from '../../regulation/questions.ts'
import { paths } from '../../web/paths.ts'
import { applicationLabel } from './effects/application-checks.ts'
import { loadRegisters } from './effects/load-registers.ts'
import { namesOf } from './effects/periods.ts'
import { personName, type Registers, siteName } from './effects/registers.ts'
import type { Effect } from './effects.ts'
import { effectsOf, type FullOrder } from './model.ts'

/** What a signed order has changed, with a link to where it is seen now. */
export type Deed = { readonly point: string; readonly text: string; readonly href: string | null }

/** What a signed order has changed, point by point. */
export async function deedsOf(tx: Tx, ctx: Ctx, full: FullOrder): Promise<Deed[]> {
  const { order, points } = full
  const day = order.effectiveOn ?? order.signedOn ?? ctx.today
  const registers = await loadRegisters(tx, ctx, full, { day, effectiveOn: day })
  return effectsOf(points).map(({ pointNumber, effect }) => ({ point: pointNumber, ...deedOf(ctx, effect, registers) }))
}

function deedOf(ctx: Ctx, effect: Effect, registers: Registers): Omit<Deed, 'point'> {
  const at = { territory: ctx.territory.code }
  const site = (id: string) => paths.site({ ...at, site: id })
  switch (effect.kind) {
    case 'approveRegulation':
      return { text: 'Положение вступило в силу', href: paths.regulation(at) }
    case 'grantStatus':
      return {
        text: `Площадка ${namesOf(effect.organisationIds, registers)}: «${effect.theme}», по ${longDate(effect.to)}`,
        href: site(effect.siteId),
      }
    case 'declineApplication':
      return declined(ctx, effect.applicationId, registers)
    case 'attachOrganisations':
      return {
        text: `Школы за площадкой ${siteName(registers, effect.siteId)}: ${namesOf(effect.organisationIds, registers)}`,
        href: site(effect.siteId),
      }
    case 'detachOrganisations':
      return {
        text: `Больше не закреплены за площадкой ${siteName(registers, effect.siteId)}: ${namesOf(effect.organisationIds, registers)}`,
        href: site(effect.siteId),
      }
    case 'appoint': {
      const regulation = registers.judgedBy?.regulation
      const word = (regulation && label(regulation, effect.as)) ?? 'назначение'
      const where = effect.siteId === null ? '' : `, площадка ${siteName(registers, effect.siteId)}`
      return {
        text: `${personName(registers, effect.personId)} — ${word}${where}`,
        href: paths.person({ ...at, person: effect.personId }),
      }
    }
    case 'endAppointment':
      return { text: `Назначение завершено с ${longDate(effect.on)}`, href: null }
    case 'extendStatus':
      return {
        text: `Статус площадки ${siteName(registers, effect.siteId)} продлён по ${longDate(effect.to)}`,
        href: site(effect.siteId),
      }
    case 'suspendStatus':
      return {
        text: `Деятельность площадки ${siteName(registers, effect.siteId)} приостановлена с ${longDate(effect.from)}`,
        href: site(effect.siteId),
      }
    case 'resumeStatus':
      return {
        text: `Деятельность площадки ${siteName(registers, effect.siteId)} возобновлена ${longDate(effect.on)}`,
        href: site(effect.siteId),
      }
    case 'terminateStatus':
      return {
        text: `Статус площадки ${siteName(registers, effect.siteId)} прекращён, последний день — ${longDate(effect.on)}`,
        href: site(effect.siteId),
      }
    case 'openCall':
      return {
        text: `Приём заявок «${effect.title}» с ${longDate(effect.opensOn)} до ${effect.closesAt} ${longDate(effect.closesOn)}`,
        href: paths.call({ ...at, call: effect.callId }),
      }
    case 'extendCall':
      return {
        text: `Приём заявок «${registers.calls.get(effect.callId)?.title ?? ''}» продлён до ${effect.closesAt} ${longDate(effect.closesOn)}`,
        href: paths.call({ ...at, call: effect.callId }),
      }
    case 'revoke':
      return {
        text: `Отменён ${registers.orders.get(effect.orderId)?.label ?? 'другой приказ'}`,
        href: paths.order({ ...at, order: effect.orderId }),
      }
  }
}

/** Whose application it was is known to those who may see it. */
function declined(ctx: Ctx, applicationId: string, registers: Registers): Omit<Deed, 'point'> {
  const application = registers.applications.get(applicationId)
  const sees = may(ctx, 'application.view', {
    territoryId: ctx.territory.id,
    organisationIds: application?.organisationIds ?? [],
  })
  const label = applicationLabel(application)
  return {
    text: `Отклонена ${label}${sees && application ? `, ${application.organisations}` : ''}`,
    href: sees ? paths.application({ territory: ctx.territory.code, application: applicationId }) : null,
  }
}
