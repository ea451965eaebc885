import { ofKind } from '../../kit/order/effects.ts'
import { objection } from '../../kit/order/objections.ts'
import type { AppendixKind, OrderPart, Revoking } from '../../kit/order/parts.ts'
import { unlike } from '../../kit/order/unlike.ts'
import { undoCalls } from './commands/extend-calls.ts'
import { lockCallsOf } from './commands/lock-call.ts'
import { extendCall, extendCallTemplate } from './effects/extend-call/effect.ts'
import { openCall } from './effects/open-call/effect.ts'
import { openCallTemplate } from './effects/open-call/template.ts'
import { callRows, callSetting } from './effects/rows.ts'
import { callChoices } from './queries.ts'

/** «№ / критерий / вес / баллы»: a line per level. */
const criteria: AppendixKind = {
  content: 'criteria',
  name: 'Критерии экспертизы',
  title: 'Критерии экспертизы',
  needs: 'openCall',
  columns: ['№', 'Критерий', 'Вес', 'Баллы'],
  rows: ({ effects }) =>
    ofKind(effects, 'openCall')
      .flatMap((effect) => effect.criteria)
      .map(({ title, weight, levels }, index) => [
        [`${index + 1}`],
        [title],
        [`${weight}`],
        levels.map(({ points, text }) => `${points} — ${text}`),
      ]),
}

const revoking: Revoking = {
  /** Applications received under an order rest on it: it stands while any of them waits for its decision or has got one. */
  check: (orderId, { calls }) =>
    [...calls.values()]
      .filter((call) => call.orderId === orderId && call.submitted > 0)
      .map(({ title, submitted }) => objection('order.callHasApplications', { title, submitted })),
  undone: (id, { calls }) =>
    [...calls.values()].flatMap(({ title, orderId, extendedBy }) => [
      ...(orderId === id ? [`Приём заявок «${title}»`] : []),
      ...(extendedBy.includes(id) ? [`Продление приёма заявок «${title}»`] : []),
    ]),
  undo: async (tx, ctx, revocation) => ({ facts: await undoCalls(tx, ctx, revocation), siteIds: [] }),
}

/** What orders do to calls. */
export const callsInOrders: OrderPart = {
  effects: [openCall, extendCall],
  templates: [openCallTemplate, extendCallTemplate],
  appendices: [criteria],
  registers: callRows,
  editionOf: (id, { calls }) => calls.get(id)?.regulationId,
  revoking,
  choices: async (tx, ctx) => ({ calls: unlike(await callChoices(tx, ctx)) }),
  setting: callSetting,
  /** An application must not arrive under a call while its order is revoked. */
  async lock(tx, ctx, effects) {
    const revoked = ofKind(effects, 'revoke').map(({ orderId }) => orderId)
    if (revoked.length > 0) await lockCallsOf(tx, ctx, revoked)
  },
}
