import { contains, longDate } from '../../../kernel/dates.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../kit/order/objections.ts'
import type { Handler } from '../../../kit/order/parts.ts'
import { organisationName, type Registers } from '../../../kit/order/registers.ts'
import { applyDetachments } from '../commands/apply-attachments.ts'
import { siteName } from './rows.ts'

type Detach = EffectOf<'detachOrganisations'>

function check(effect: Detach, registers: Registers): readonly Objection[] {
  if (!registers.sites.has(effect.siteId)) return [objection('order.unknownSite')]
  return effect.organisationIds
    .filter((id) => !attachmentOn(effect, id, registers))
    .map((id) =>
      objection('order.notAttached', {
        name: organisationName(registers, id),
        site: siteName(registers, effect.siteId),
        day: longDate(effect.on),
      }),
    )
}

const attachmentOn = (effect: Detach, organisationId: OrganisationId, registers: Registers) =>
  registers.attachments.find(
    (one) => one.siteId === effect.siteId && one.organisationId === organisationId && contains(one, effect.on),
  )

/** Ends attachments: the day named is their last one. */
export const detachOrganisations: Handler<Detach> = {
  check,
  describe: (effect, registers) =>
    effect.organisationIds.map((id) => {
      const to = attachmentOn(effect, id, registers)?.to
      return {
        what: organisationName(registers, id),
        before: `закреплена за площадкой ${siteName(registers, effect.siteId)}${to ? ` по ${longDate(to)}` : ''}`,
        after: `закрепление кончится ${longDate(effect.on)}`,
        basis: [],
      }
    }),
  async apply(tx, ctx, placed, order) {
    const facts = await applyDetachments(
      tx,
      ctx,
      placed.map(({ pointNumber, effect: { kind: _, ...rest } }) => ({ ...rest, orderId: order.id, pointNumber })),
    )
    return { facts, siteIds: placed.map(({ effect }) => effect.siteId) }
  },
}
