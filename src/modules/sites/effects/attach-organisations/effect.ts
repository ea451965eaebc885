import { contains, longDate, longPeriod, overlaps, shortDate, shortPeriod } from '../../../../kernel/dates.ts'
import type { OrganisationId } from '../../../../kernel/types.ts'
import { openTerm, organisations } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { known, type Objection, objection } from '../../../../kit/order/objections.ts'
import { documentNames, namesOf, organisationName, type Registers } from '../../../../kit/order/registers.ts'
import { oneChange, quality, task } from '../../../../kit/order/template.ts'
import { say, together } from '../../../../kit/order/wording.ts'
import type { Regulation } from '../../../../regulation/schema.ts'
import { brokenLimits } from '../../../../regulation/status/limits.ts'
import { attaches } from '../../../../regulation/status/questions.ts'
import { applyAttachments } from '../../commands/apply-attachments.ts'
import { isWithin, termAfter } from '../periods.ts'
import { siteName } from '../rows.ts'
import { site } from '../site-fields.tsx'
import { issuedByGrantor, noAttachments, partnersInWords, seenAt } from '../standing-checks.ts'

const fields = { siteId: site, organisationIds: organisations('Какие школы'), ...openTerm('На какой срок') }

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    attachOrganisations: EffectMade<'attachOrganisations', typeof fields>
  }
}

type Attach = EffectOf<'attachOrganisations'>

function check(effect: Attach, registers: Registers): readonly Objection[] {
  const site = registers.sites.get(effect.siteId)
  if (!site) return [objection('order.unknownSite')]
  if (effect.organisationIds.some((id) => !registers.organisations.has(id))) return [objection('order.unknownOrganisation')]
  if (effect.to !== null && effect.to < effect.from) return [objection('order.periodReversed')]
  const { judgedBy } = registers
  if (!judgedBy) return [objection('order.noRegulation')]
  if (!attaches(judgedBy.regulation).value) return [noAttachments(judgedBy.regulation)]
  const term = termAfter(site, registers)
  if (!term || !isWithin(effect, term))
    return [objection('order.outsideStatusTerm', { site: site.name, term: term ? shortPeriod(term) : 'статуса нет' })]
  return [
    ...attachedToItself(effect, site.organisationIds, registers),
    ...attachedTwice(effect, registers),
    ...attachedBeyond(effect, judgedBy.regulation, registers),
  ]
}

/** How many schools a site would have on the first day of an attachment, against what the regulation allows. */
function attachedBeyond(effect: Attach, regulation: Regulation, registers: Registers): Objection[] {
  const ofSite = registers.effects.map(({ effect: one }) => one).filter((one) => 'siteId' in one && one.siteId === effect.siteId)
  const leaving = new Set(ofSite.flatMap((one) => (one.kind === 'detachOrganisations' ? one.organisationIds : [])))
  const coming = ofSite.flatMap((one) =>
    one.kind === 'attachOrganisations' && contains(one, effect.from) ? one.organisationIds : [],
  )
  const there = registers.attachments.filter((one) => one.siteId === effect.siteId && contains(one, effect.from))
  const staying = there.map(({ organisationId }) => organisationId).filter((id) => !leaving.has(id))
  const attachedSchools = new Set([...staying, ...coming]).size
  return brokenLimits(regulation, { attachedSchools }).map(({ reason, basis }) => objection('order.limit', { reason }, basis))
}

const attachedToItself = (effect: Attach, hosts: readonly OrganisationId[], registers: Registers): Objection[] =>
  effect.organisationIds
    .filter((id) => hosts.includes(id))
    .map((id) => objection('order.attachedToItself', { name: organisationName(registers, id) }))

function attachedTwice(effect: Attach, registers: Registers): Objection[] {
  const here = registers.effects.flatMap(({ effect: other }) =>
    other.kind === 'attachOrganisations' && other !== effect && other.siteId === effect.siteId
      ? other.organisationIds.map((organisationId) => ({ organisationId, from: other.from, to: other.to }))
      : [],
  )
  const leaving = new Set(
    registers.effects.flatMap(({ effect: other }) =>
      other.kind === 'detachOrganisations' && other.siteId === effect.siteId ? other.organisationIds : [],
    ),
  )
  const there = registers.attachments.filter((one) => one.siteId === effect.siteId && !leaving.has(one.organisationId))
  const taken = [...here, ...there].filter((one) => overlaps(one, effect))
  const twice = effect.organisationIds.filter(
    (id, index) => effect.organisationIds.indexOf(id) !== index || taken.some((one) => one.organisationId === id),
  )
  return twice.length === 0 ? [] : [objection('order.attachedTwice', { names: namesOf(twice, registers) })]
}

/** Attaches schools to a site for a period. */
export const attachOrganisations = effectKit('attachOrganisations', fields, {
  name: 'Закрепить школы за площадкой',
  count: () => 'закрепление школ',
  headline: () => 'Школы закрепятся за площадками',
  place: { icon: 'link', spoken: 4, applied: 13 },
  says(effects, registers, listed) {
    if (!listed)
      return together(
        effects.map(
          (effect) =>
            say`Закрепить за площадкой ${siteName(registers, effect.siteId)} ${longPeriod(effect)} школы: ${documentNames(effect.organisationIds, registers)}.`,
        ),
      )
    const sites = effects.map((effect) => say`${siteName(registers, effect.siteId)} ${longPeriod(effect)}`)
    const where = sites.length > 1 ? say`площадками: ${together(sites, '; ')}` : say`площадкой ${together(sites)}`
    return say`Утвердить список школ, закреплённых за ${where} (приложение).`
  },
  check,
  ofFurtherBody: ({ siteId }, registers) => issuedByGrantor(siteId, registers),
  describe: (effect, registers) =>
    effect.organisationIds.map((id) => ({
      what: organisationName(registers, id),
      before: 'закрепления не было',
      after: `закрепится за площадкой ${siteName(registers, effect.siteId)} с ${shortDate(effect.from)}${effect.to ? ` по ${longDate(effect.to)}` : ''}`,
      basis: known(registers.judgedBy && attaches(registers.judgedBy.regulation).basis),
    })),
  apply: (tx, ctx, placed, { id: orderId }) =>
    applyAttachments(
      tx,
      ctx,
      placed.map(({ pointNumber, effect }) => ({ ...effect, orderId, pointNumber })),
    ),
  deed: ({ siteId, organisationIds }, registers, ctx) => ({
    text: `Школы за площадкой ${siteName(registers, siteId)}: ${partnersInWords(ctx, organisationIds, registers)}`,
    href: seenAt(ctx, siteId),
  }),
})

export const attachSchools = oneChange({
  code: 'attachSchools',
  name: 'Закрепить школы за площадкой',
  hint: 'Школы закрепятся за площадкой; их список станет приложением и не публикуется.',
  place: 4,
  asks: ['site', 'organisations', 'from', 'to'],
  fits: (regulation) => attaches(regulation).value,
  title: () => 'О закреплении школ за стажировочной площадкой',
  preamble: () => quality,
  change({ choices: { siteId, organisationIds, from, to }, site, today }) {
    const begins = from ?? (site && site.from > today ? site.from : today)
    return siteId === null
      ? null
      : {
          kind: 'attachOrganisations',
          siteId,
          organisationIds: [...organisationIds],
          from: begins,
          to: to ?? site?.to ?? null,
        }
  },
  tasks: ({ choices, headOf }) => [
    task('Руководителям этих школ направить педагогов на стажировку.', choices.organisationIds.map(headOf)),
  ],
  appendices: () => [{ title: 'Список сетевого партнёрства', content: 'attachments' }],
})
