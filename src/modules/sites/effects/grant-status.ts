import { longDate } from '../../../kernel/dates.ts'
import type { RegulationId } from '../../../kernel/types.ts'
import type { EffectOf, PlacedEffect } from '../../../kit/order/effects.ts'
import type { Line } from '../../../kit/order/objections.ts'
import type { AppliedOrder, Handler } from '../../../kit/order/parts.ts'
import { namesOf, personName, type Registers } from '../../../kit/order/registers.ts'
import { label } from '../../../regulation/questions.ts'
import { applyAppointments } from '../commands/apply-appointment.ts'
import { applyGrants } from '../commands/apply-grant.ts'
import { basisOfGrant, checkGrant } from './grant-checks.ts'
import { termAfter } from './periods.ts'

type Grant = EffectOf<'grantStatus'>

function describe(effect: Grant, registers: Registers): Line[] {
  const regulation = registers.judgedBy?.regulation
  const status: Line = {
    what: namesOf(effect.organisationIds, registers),
    before: statusBefore(effect, registers),
    after: `площадка по теме «${effect.theme}» с ${longDate(effect.from)} по ${longDate(effect.to)}`,
    basis: regulation ? basisOfGrant(regulation) : [],
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
    const regulationId = order.registers.judgedBy!.id as RegulationId
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
    const heads = await applyAppointments(
      tx,
      ctx,
      placed.flatMap((one) => headOf(one, order)),
    )
    return { facts: [...granted, ...heads], siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}
