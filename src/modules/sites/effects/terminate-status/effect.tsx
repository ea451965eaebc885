import { z } from 'zod'
import { addDays, contains, longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import { day, field, text } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { type Objection, objection } from '../../../../kit/order/objections.ts'
import { planFateChoices } from '../../../../kit/order/plan-fates.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { ofRegulation, oneChange, type PlanFate, planFates } from '../../../../kit/order/template.ts'
import { ifAny, say, silence } from '../../../../kit/order/wording.ts'
import type { Regulation } from '../../../../regulation/schema.ts'
import { attaches, terminationGrounds } from '../../../../regulation/status/questions.ts'
import { Radios, SelectField, TextField } from '../../../../ui/fields.ts'
import { choice } from '../../../../web/fields.ts'
import { applyAttachments } from '../../commands/apply-attachments.ts'
import { applyEnd, tellOfStanding } from '../../commands/apply-standing.ts'
import { siteName } from '../rows.ts'
import { optionalSite, site, statusCase } from '../site-fields.tsx'
import { endedByWhom, noAttachments, ofStatus, onItsRegulation, regulationOf, seenAt } from '../standing-checks.ts'
import { describeTermination, groundText, movedSchools } from './lines.ts'

const plan = field<PlanFate>({
  stored: z.enum(planFates).default('keep') as unknown as z.ZodType<PlanFate>,
  reads: z.preprocess((value) => value || 'keep', choice('что станет с планом', planFates)),
  shown: (_, at) => (
    <Radios {...at} label="Что станет с мероприятиями плана после этого дня" initial="keep" choices={planFateChoices} />
  ),
})

const fields = {
  siteId: site,
  /** Of those the regulation names; where it names none, the order's own words. */
  ground: text({
    label: 'Основание',
    what: 'основание',
    most: 200,
    shown({ regulation }, at) {
      const grounds = (regulation && terminationGrounds(regulation).value) ?? []
      if (grounds.length === 0) return <TextField {...at} label="Основание" />
      const choices = grounds.map(({ code, text: label }) => ({ value: code, label }))
      return <SelectField {...at} label="Основание" empty="Выберите" choices={choices} />
    },
  }),
  on: day({ label: 'Последний день статуса', what: 'последний день' }),
  /** Where the attached schools go from the next day; null detaches them. */
  attachTo: optionalSite({
    label: 'Куда перейдут закреплённые школы',
    what: 'площадку для закреплённых школ',
    empty: 'Открепятся',
  }),
  plan,
  caseId: statusCase,
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    terminateStatus: EffectMade<'terminateStatus', typeof fields>
  }
}

type Terminate = EffectOf<'terminateStatus'>

const check = (effect: Terminate, registers: Registers) =>
  onItsRegulation(effect.siteId, registers, (site, regulation) => {
    if (!contains(site, effect.on)) return [objection('order.statusEnded', { site: site.name })]
    if (effect.on < registers.day) return [objection('order.endBeforeOrder', { day: longDate(registers.day) })]
    return [...unknownGround(effect, regulation), ...endedByWhom(regulation, registers), ...wrongHeir(effect, registers)]
  })

function unknownGround(effect: Terminate, regulation: Regulation): Objection[] {
  const grounds = terminationGrounds(regulation)
  if (grounds.value === null || grounds.value.some((one) => one.code === effect.ground)) return []
  return [objection('order.unknownGround', { grounds: grounds.value.map((one) => one.text).join('; ') }, grounds.basis)]
}

/** Schools can only go to another site that goes on working after that day, where schools are attached at all. */
function wrongHeir({ attachTo, siteId, on }: Terminate, registers: Registers): Objection[] {
  if (attachTo === null) return []
  const heir = registers.sites.get(attachTo)
  if (!heir || heir.isNew || attachTo === siteId) return [objection('order.unknownSite')]
  const regulation = regulationOf(heir, registers)
  if (!regulation) return [objection('order.noRegulation')]
  if (!attaches(regulation).value) return [noAttachments(regulation)]
  const works = heir.from <= on && (heir.to === null || heir.to > on)
  return works ? [] : [objection('order.statusEnded', { site: siteName(registers, attachTo) })]
}

/** What becomes of schools and plan, where the order decides more than that they end with the status. */
const afterwards = ({ on, attachTo, plan: fate }: Terminate, registers: Registers) =>
  say`${ifAny(attachTo, (heir) => say` Закреплённые школы с ${longDate(addDays(on, 1))} закрепить за площадкой ${siteName(registers, heir)}.`)}${
    fate === 'cancelRest' ? say` Мероприятия плана после этого дня отменить.` : silence
  }`

/** Ends a status before its term: the day named is its last one. What becomes of its schools and its plan is decided by the same point. (R-35, C-71) */
export const terminateStatus = effectKit('terminateStatus', fields, {
  name: 'Прекратить статус досрочно',
  count: (count) => counted(count, 'статус прекращается', 'статуса прекращаются', 'статусов прекращаются'),
  headline: () => 'Статус прекратится досрочно',
  place: { icon: 'end', spoken: 9, applied: 3 },
  saysOne: (effect, registers) =>
    say`Прекратить статус площадки ${siteName(registers, effect.siteId)} после ${longDate(effect.on)} по основанию «${groundText(effect, registers)}».${afterwards(effect, registers)}`,
  check,
  describe: describeTermination,
  async applyOne(tx, ctx, { pointNumber, effect }, { id: orderId, registers }) {
    const { siteId, on, ground } = effect
    const reason = groundText(effect, registers)
    const ended = await applyEnd(tx, ctx, { siteId, on, ground, reason, orderId, pointNumber })
    const moved = movedSchools(effect, registers).map((one) => ({ ...one, orderId, pointNumber }))
    const attached = await applyAttachments(tx, ctx, moved)
    await tellOfStanding(tx, ctx, { kind: 'status.terminated', siteId, on, reason })
    return [...ended, ...attached]
  },
  deed: ({ siteId, on }, registers, ctx) => ({
    text: `Статус площадки ${siteName(registers, siteId)} прекращён, последний день — ${longDate(on)}`,
    href: seenAt(ctx, siteId),
  }),
  ...ofStatus,
})

export const terminateStatusTemplate = oneChange({
  code: 'terminateStatus',
  name: 'Прекратить статус площадки досрочно',
  hint: 'Статус кончится раньше срока на основании, которое называет Положение.',
  place: 11,
  asks: ['site', 'ground', 'on', 'aftermath'],
  fits: () => true,
  title: () => 'О прекращении статуса стажировочной площадки',
  preamble: (setting) => setting.choices.onSubmission ?? ofRegulation(setting),
  change: ({ choices: { siteId, ground, on, attachTo, plan, caseId }, today }) =>
    siteId === null ? null : { kind: 'terminateStatus', siteId, ground: ground ?? '', on: on ?? today, attachTo, plan, caseId },
})
