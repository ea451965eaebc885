import { contains, longDate } from '../../../../kernel/dates.ts'
import { day, organisations } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../../kit/order/objections.ts'
import { documentNames, organisationName, type Registers } from '../../../../kit/order/registers.ts'
import { say } from '../../../../kit/order/wording.ts'
import { applyDetachments } from '../../commands/apply-attachments.ts'
import { siteName } from '../rows.ts'
import { site } from '../site-fields.tsx'
import { issuedByGrantor, partnersInWords, seenAt } from '../standing-checks.ts'

const fields = {
  siteId: site,
  organisationIds: organisations('Какие школы'),
  on: day({ label: 'Последний день', what: 'последний день' }),
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    detachOrganisations: EffectMade<'detachOrganisations', typeof fields>
  }
}

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

const attachmentOn = (effect: Detach, organisationId: string, registers: Registers) =>
  registers.attachments.find(
    (one) => one.siteId === effect.siteId && one.organisationId === organisationId && contains(one, effect.on),
  )

/** Ends attachments: the day named is their last one. */
export const detachOrganisations = effectKit('detachOrganisations', fields, {
  name: 'Открепить школы',
  count: () => 'открепление школ',
  headline: () => 'Школы открепятся от площадки',
  place: { icon: 'end', spoken: 10, applied: 4 },
  saysOne: ({ siteId, organisationIds, on }, registers) =>
    say`Открепить от площадки ${siteName(registers, siteId)} после ${longDate(on)} школы: ${documentNames(organisationIds, registers)}.`,
  check,
  ofFurtherBody: ({ siteId }, registers) => issuedByGrantor(siteId, registers),
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
  apply: (tx, ctx, placed, { id: orderId }) =>
    applyDetachments(
      tx,
      ctx,
      placed.map(({ pointNumber, effect }) => ({ ...effect, orderId, pointNumber })),
    ),
  deed: ({ siteId, organisationIds }, registers, ctx) => ({
    text: `Больше не закреплены за площадкой ${siteName(registers, siteId)}: ${partnersInWords(ctx, organisationIds, registers)}`,
    href: seenAt(ctx, siteId),
  }),
  putsBack: true,
})
