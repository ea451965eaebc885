import type { Effect } from '../kit/order/effects.ts'
import type { OrderContent } from '../modules/orders/model.ts'
import type { EffectFacts, OrderFacts } from '../regulation/order-facts.ts'
import type { Keys } from './keys.ts'

/** An order of the facts as a person would type it. */
export function contentOf(order: OrderFacts, keys: Keys, edition: number): OrderContent {
  return {
    title: order.title,
    preamble: order.preamble,
    points: order.points.map((point) => ({
      text: point.text,
      level: point.number.split('.').length,
      isTask: (point.assignees ?? []).length > 0,
      assigneeIds: (point.assignees ?? []).map(keys.person),
      startsOn: point.startsOn ?? null,
      dueOn: point.dueOn ?? null,
      effects: (point.effects ?? []).map((effect) => effectFrom(effect, keys, edition)),
    })),
    appendices: [...order.appendices]
      .sort((one, other) => one.number - other.number)
      .map(({ title, content, columns }) => ({
        title,
        content,
        ...(columns && { columns }),
      })),
    signatoryId: keys.person(order.signatory.person),
    controllerId: keys.person(order.control.person),
    acquaintance: order.acquaintance,
    publishOnSigning: order.publication !== null,
  }
}

function effectFrom(effect: EffectFacts, keys: Keys, edition: number): Effect {
  switch (effect.kind) {
    case 'approveRegulation':
      return { kind: 'approveRegulation', regulationId: keys.regulation(edition) }
    case 'grantStatus':
      return {
        kind: 'grantStatus',
        siteId: keys.site(effect.leadOrganisation),
        organisationIds: effect.organisations.map(keys.organisation),
        leadOrganisationId: keys.organisation(effect.leadOrganisation),
        theme: effect.theme,
        direction: effect.direction ?? null,
        from: effect.from,
        to: effect.to,
        headPersonId: effect.head === undefined ? null : keys.person(effect.head),
        headGround: effect.protocol ?? null,
      }
    case 'attachOrganisations':
      return {
        kind: 'attachOrganisations',
        siteId: keys.site(effect.siteOf),
        organisationIds: effect.organisations.map(keys.organisation),
        from: effect.from,
        to: effect.to,
      }
    case 'appoint':
      return {
        kind: 'appoint',
        personId: keys.person(effect.person),
        as: appointable(effect.as),
        siteId: effect.siteOf === null ? null : keys.site(effect.siteOf),
        from: effect.from,
        to: effect.to,
        ground: null,
      }
  }
}

/** Experts are invited by a call, never appointed by such an order. */
function appointable(kind: Extract<EffectFacts, { kind: 'appoint' }>['as']): Extract<Effect, { kind: 'appoint' }>['as'] {
  if (kind === 'expert') throw new Error('an order does not appoint experts')
  return kind
}
