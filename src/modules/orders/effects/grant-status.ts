import { longDate } from '../../../kernel/dates.ts'
import { label } from '../../../regulation/questions.ts'
import { applyAppointments } from '../../sites/commands/apply-appointment.ts'
import { applyGrants } from '../../sites/commands/apply-grant.ts'
import { decideApplications } from '../../submissions/commands/decide-applications.ts'
import type { EffectOf } from '../effects.ts'
import type { PlacedEffect } from '../model.ts'
import { applicationLabel, leftOut, warningOf } from './application-checks.ts'
import { basisOfGrant, checkGrant } from './grant-checks.ts'
import type { AppliedOrder, Handler, Line } from './handler.ts'
import { namesOf, termAfter } from './periods.ts'
import { personName, type Registers } from './registers.ts'

type Grant = EffectOf<'grantStatus'>

function describe(effect: Grant, registers: Registers): Line[] {
  const regulation = registers.judgedBy?.regulation
  const status: Line = {
    what: namesOf(effect.organisationIds, registers),
    before: statusBefore(effect, registers),
    after: `площадка по теме «${effect.theme}» с ${longDate(effect.from)} по ${longDate(effect.to)}${answers(effect, registers)}`,
    basis: regulation ? basisOfGrant(regulation) : [],
    ...warned(effect, registers),
  }
  if (effect.headPersonId === null) return [status]
  const head: Line = {
    what: personName(registers, effect.headPersonId),
    before: 'назначения не было',
    after: `${(regulation && label(regulation, 'head')) ?? 'руководитель площадки'}${effect.headGround ? ` (${effect.headGround})` : ''}`,
    basis: [],
  }
  return [status, head]
}

const answers = ({ applicationId }: Grant, registers: Registers) =>
  applicationId ? `, ${applicationLabel(registers.applications.get(applicationId))}` : ''

function warned(effect: Grant, registers: Registers): { warning?: string } {
  const left = effect.applicationId ? leftOut(effect.applicationId, registers) : null
  const warning = [warningOf(effect, registers), left].filter((one) => one !== null).join('. ')
  return warning === '' ? {} : { warning }
}

function statusBefore(effect: Grant, registers: Registers): string {
  const others = [...registers.sites.values()].filter(
    (site) => !site.isNew && site.organisationIds.some((id) => effect.organisationIds.includes(id)),
  )
  const running = others
    .map((site) => ({ theme: site.theme, to: termAfter(site, registers)?.to }))
    .find(({ to }) => to == null || to >= effect.from)
  if (!running?.to) return 'статуса не было'
  return `есть статус по ${running.theme === effect.theme ? 'той же' : 'другой'} теме до ${longDate(running.to)}`
}

const headOf = ({ pointNumber, effect }: PlacedEffect<Grant>, order: AppliedOrder) =>
  effect.headPersonId === null
    ? []
    : [
        {
          personId: effect.headPersonId,
          as: 'head' as const,
          siteId: effect.siteId,
          from: effect.from,
          to: effect.to,
          ground: effect.headGround,
          orderId: order.id,
          pointNumber,
        },
      ]

/** Gives the status of a site to one organisation or to several together, with a head when the order names one. (L-O1, C-33, C-13, R-41) */
export const grantStatus: Handler<Grant> = {
  check: checkGrant,
  describe,
  async apply(tx, ctx, placed, order) {
    const regulationId = order.registers.judgedBy!.id as EffectOf<'approveRegulation'>['regulationId']
    const granted = await applyGrants(
      tx,
      ctx,
      placed.map(({ pointNumber, effect: { kind: _, headPersonId: __, headGround: ___, applicationId: ____, ...rest } }) => ({
        ...rest,
        regulationId,
        orderId: order.id,
        pointNumber,
      })),
    )
    const decisions = placed.flatMap(({ effect: { applicationId, siteId } }) =>
      applicationId ? [{ applicationId, siteId, reason: null }] : [],
    )
    const decided = await decideApplications(tx, ctx, { orderId: order.id, decisions })
    const heads = await applyAppointments(
      tx,
      ctx,
      placed.flatMap((one) => headOf(one, order)),
    )
    return { facts: [...granted, ...decided, ...heads], siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}
