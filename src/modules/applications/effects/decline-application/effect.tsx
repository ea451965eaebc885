import { z } from 'zod'
import { type Ctx, may } from '../../../../authz/ctx.ts'
import { capital } from '../../../../kernel/names.ts'
import { counted } from '../../../../kernel/plural.ts'
import type { ApplicationId } from '../../../../kernel/types.ts'
import { field, text } from '../../../../kit/order/effect-fields.tsx'
import { type EffectMade, effectKit } from '../../../../kit/order/effect-kit.tsx'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import type { Line } from '../../../../kit/order/objections.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { say } from '../../../../kit/order/wording.ts'
import { isBody } from '../../../../regulation/parties/questions.ts'
import { whoGrants } from '../../../../regulation/status/questions.ts'
import { KnownField } from '../../../../ui/fields.ts'
import { chosenId } from '../../../../web/fields.ts'
import { paths } from '../../../../web/paths.ts'
import { decideApplications } from '../../deeds/decide.ts'
import { applicationLabel, basisOfDecision, checkDecision, leftOut } from '../checks.ts'
import { applicationsFor } from '../fields.tsx'

const fields = {
  applicationId: field({
    stored: z.uuid() as unknown as z.ZodType<ApplicationId>,
    reads: chosenId('заявку'),
    shown: (props, at) => <KnownField {...at} label="Какую заявку" empty="Выберите" choices={applicationsFor(props)} />,
  }),
  reason: text({
    label: 'Основание отказа',
    what: 'основание отказа',
    most: 3000,
    rows: 3,
    hint: 'Его прочтёт заявитель; в тексте пункта оно не печатается',
  }),
}

declare module '../../../../kit/order/effects.ts' {
  interface Effects {
    declineApplication: EffectMade<'declineApplication', typeof fields>
  }
}

type Decline = EffectOf<'declineApplication'>

function describe({ applicationId, reason }: Decline, registers: Registers): Line[] {
  const application = registers.applications.get(applicationId)
  const who = application && application.organisations !== '' ? `, ${application.organisations}` : ''
  const warning = leftOut(applicationId, registers)
  return [
    {
      what: `${capital(applicationLabel(application))}${who}`,
      before: 'ждёт решения',
      after: `отклонена: ${reason}`,
      basis: basisOfDecision(registers),
      ...(warning === null ? {} : { warning }),
    },
  ]
}

/** Whose application it was is known to those who may see it. */
function declined(ctx: Ctx, applicationId: string, registers: Registers) {
  const application = registers.applications.get(applicationId)
  const sees = may(ctx, 'application.view', {
    territoryId: ctx.territory.id,
    organisationIds: application?.organisationIds ?? [],
  })
  return {
    text: `Отклонена ${applicationLabel(application)}${sees && application ? `, ${application.organisations}` : ''}`,
    href: sees ? paths.application({ territory: ctx.territory.code, application: applicationId }) : null,
  }
}

/** Says no to an application; everybody who applied is told the reason. (R-31) */
export const declineApplication = effectKit('declineApplication', fields, {
  name: 'Отклонить заявку',
  count: (count) => counted(count, 'отказ по заявке', 'отказа по заявкам', 'отказов по заявкам'),
  headline: (count) =>
    count === 1 ? 'Одна заявка будет отклонена' : `Будут отклонены ${counted(count, 'заявка', 'заявки', 'заявок')}`,
  place: { icon: 'cross', spoken: 3, applied: 12 },
  /** Reasons stand with the application and not in the text, because everybody reads the order. */
  says(effects, { applications }) {
    const numbers = effects.map(({ applicationId }) => applications.get(applicationId)?.number)
    const listed = numbers.map((number) => (number == null ? 'без номера' : `№ ${number}`)).join(', ')
    return effects.length === 1
      ? say`Отклонить заявку ${listed}. Основания сообщить заявителям.`
      : say`Отклонить заявки ${listed}. Основания сообщить заявителям.`
  },
  check: ({ applicationId }, registers) => checkDecision(applicationId, registers),
  ofFurtherBody: (_, { issuer, judgedBy }) => judgedBy !== null && isBody(issuer, whoGrants(judgedBy.regulation).value.by),
  describe,
  async apply(tx, ctx, placed, order) {
    const decisions = placed.map(({ effect: { applicationId, reason } }) => ({ applicationId, siteId: null, reason }))
    return decideApplications(tx, ctx, { orderId: order.id, decisions })
  },
  deed: ({ applicationId }, registers, ctx) => declined(ctx, applicationId, registers),
})
