import { z } from 'zod'
import { type Ctx, may } from '../../authz/ctx.ts'
import { counted } from '../../kernel/plural.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import type { Line } from '../../kit/order/objections.ts'
import { consequence, type EffectKit, type OrderPart, type RegisterSource, type Revoking } from '../../kit/order/parts.ts'
import { byId, type Registers } from '../../kit/order/registers.ts'
import { chosenId, text } from '../../web/fields.ts'
import { paths } from '../../web/paths.ts'
import { decideApplications } from './commands/decide-applications.ts'
import { undoDecisions } from './commands/undo-decisions.ts'
import { applicationLabel, checkApplicants, checkDecision, decidedIn, leftOut, warningOf } from './effects/checks.ts'
import { declineApplication } from './effects/decline-application.ts'
import { DeclineFields } from './effects/fields.tsx'
import { loadApplications } from './effects/load-applications.ts'
import { declineApplicationSchema } from './effects/schema.ts'
import { decidableChoices, proposedBehind } from './ports.ts'

type Grant = EffectOf<'grantStatus'>

const declining: EffectKit<EffectOf<'declineApplication'>> = {
  ...declineApplication,
  kind: 'declineApplication',
  name: 'Отклонить заявку',
  count: (count) => counted(count, 'отказ по заявке', 'отказа по заявкам', 'отказов по заявкам'),
  headline: (count) =>
    count === 1 ? 'Одна заявка будет отклонена' : `Будут отклонены ${counted(count, 'заявка', 'заявки', 'заявок')}`,
  icon: 'cross',
  spoken: 3,
  applied: 12,
  schema: declineApplicationSchema,
  form: z.object({
    kind: z.literal('declineApplication'),
    applicationId: chosenId('заявку'),
    reason: text('основание отказа', 3000),
  }),
  Fields: DeclineFields,
  deed: ({ applicationId }, registers, ctx) => declined(ctx, applicationId, registers),
}

/** Whose application it was is known to those who may see it. */
function declined(ctx: Ctx, applicationId: ApplicationId, registers: Registers) {
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

/** A status that answers an application: the application may be decided, it is given to those who applied, and they are told. */
const granting = consequence({
  of: 'grantStatus',
  check: (effect, registers) =>
    effect.applicationId ? [...checkDecision(effect.applicationId, registers), ...checkApplicants(effect, registers)] : [],
  describe: (effect, registers, [status, ...more]) =>
    status ? [{ ...status, after: `${status.after}${answers(effect, registers)}`, ...warned(effect, registers) }, ...more] : [],
  async apply(tx, ctx, placed, order) {
    const decisions = placed.flatMap(({ effect: { applicationId, siteId } }) =>
      applicationId ? [{ applicationId, siteId, reason: null }] : [],
    )
    return decideApplications(tx, ctx, { orderId: order.id, decisions })
  },
})

const answers = ({ applicationId }: Grant, registers: Registers) =>
  applicationId ? `, ${applicationLabel(registers.applications.get(applicationId))}` : ''

function warned(effect: Grant, registers: Registers): Pick<Line, 'warning'> {
  const left = effect.applicationId ? leftOut(effect.applicationId, registers) : null
  const warning = [warningOf(effect, registers), left].filter((one) => one !== null).join('. ')
  return warning === '' ? {} : { warning }
}

const registers: RegisterSource = {
  async read(tx, ctx, { effects, orderId }, { orders }) {
    const proposed: string[] = []
    for (const behind of proposedBehind.parts()) proposed.push(...(await behind(tx, ctx, orderId)))
    const applications = await loadApplications(tx, ctx, { ids: decidedIn(effects), orders, proposed })
    return {
      rows: { applications: byId(applications) },
      names: { regulations: applications.map(({ regulationId }) => regulationId) },
    }
  },
}

const revoking: Revoking = {
  undone(orderId, { applications }) {
    const count = [...applications.values()].filter((one) => one.decidedByOrderId === orderId).length
    return count === 0 ? [] : [`Решения по заявкам: ${count}, их рассмотрят снова`]
  },
  undo: async (tx, ctx, { orderId }) => ({ facts: await undoDecisions(tx, ctx, orderId), siteIds: [] }),
}

/** What orders decide about applications. */
export const applicationsInOrders: OrderPart = {
  effects: [declining],
  consequences: [granting],
  registers,
  revoking,
  async choices(tx, ctx) {
    const lists = []
    for (const list of decidableChoices.parts()) lists.push(...(await list(tx, ctx)))
    return { applications: lists }
  },
  /** Two orders may not decide the same application at once. */
  async lock(tx, ctx, effects) {
    const ids = decidedIn(effects)
    if (ids.length === 0) return
    await tx
      .selectFrom('applications')
      .select('id')
      .where('territoryId', '=', ctx.territory.id)
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
  },
}
