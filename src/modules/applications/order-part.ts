import { lockRows } from '../../db/lock-rows.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import type { Line } from '../../kit/order/objections.ts'
import { consequence, type OrderPart, type RegisterSource, type Revoking } from '../../kit/order/parts.ts'
import { byId, type Registers } from '../../kit/order/registers.ts'
import { decideApplications, undoDecisions } from './deeds/decide.ts'
import { applicationLabel, checkApplicants, checkDecision, decidedIn, leftOut, warningOf } from './effects/checks.ts'
import { declineApplication } from './effects/decline-application/effect.tsx'
import { loadApplications } from './effects/load-applications.ts'
import { decidableChoices, proposedBehind } from './ports.ts'

type Grant = EffectOf<'grantStatus'>

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
    const proposed = await Promise.all(proposedBehind.parts().map((behind) => behind(tx, ctx, orderId)))
    const applications = await loadApplications(tx, ctx, { ids: decidedIn(effects), orders, proposed: proposed.flat() })
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
  effects: [declineApplication],
  consequences: [granting],
  registers,
  editionOf: (id, { applications }) => applications.get(id)?.regulationId,
  revoking,
  async choices(tx, ctx) {
    const lists = []
    for (const list of decidableChoices.parts()) lists.push(...(await list(tx, ctx)))
    return { applications: lists }
  },
  /** Two orders may not decide the same application at once. */
  async lock(tx, ctx, effects) {
    await lockRows(tx, ctx.territory.id, 'applications', decidedIn(effects))
  },
}
