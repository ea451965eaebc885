import type { EffectOf } from '../../../kit/order/effects.ts'
import type { Line } from '../../../kit/order/objections.ts'
import type { Handler } from '../../../kit/order/parts.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import { decideApplications } from '../commands/decide-applications.ts'
import { applicationLabel, basisOfDecision, checkDecision, leftOut } from './checks.ts'

type Decline = EffectOf<'declineApplication'>

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

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

/** Says no to an application; everybody who applied is told the reason. */
export const declineApplication: Handler<Decline> = {
  check: ({ applicationId }, registers) => checkDecision(applicationId, registers),
  describe,
  async apply(tx, ctx, placed, order) {
    const decisions = placed.map(({ effect: { applicationId, reason } }) => ({ applicationId, siteId: null, reason }))
    return { facts: await decideApplications(tx, ctx, { orderId: order.id, decisions }), siteIds: [] }
  },
}
