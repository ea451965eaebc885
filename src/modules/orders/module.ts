import { by, type Grants, members, office } from '../../authz/policy.ts'
import { lockRows } from '../../db/lock-rows.ts'
import type { Plug } from '../../kernel/port.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { ofKind } from '../../kit/order/effects.ts'
import { type OrderPart, orderParts } from '../../kit/order/parts.ts'
import { byId } from '../../kit/order/registers.ts'
import { approvalBegun, bodiesWithOffice } from '../regulation/ports.ts'
import { approvalOf } from './approved-editions.ts'
import { loadOrders, revoke, revokeOrder } from './effects/revoke/effect.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { actsTitle } from './links.ts'
import { notices } from './notices.ts'
import { bodiesHavingOffice } from './office-queries.ts'
import { own as paths } from './paths.ts'
import { signedOrders } from './queries.ts'
import { reminders } from './reminders.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { tasks } from './tasks.ts'
import { plain } from './templates.ts'
import { ruleTexts } from './texts.ts'

/** What orders do to each other. */
const ordersInOrders: OrderPart = {
  effects: [revoke],
  templates: [revokeOrder, plain],
  registers: {
    read: async (tx, ctx, _occasion, { orders }) => ({ rows: { orders: byId(await loadOrders(tx, ctx, orders)) } }),
  },
  choices: async (tx, ctx) => ({ orders: await signedOrders(tx, ctx) }),
  /** Two orders may not revoke the same order at once. */
  async lock(tx, ctx, effects) {
    await lockRows(
      tx,
      ctx.territory.id,
      'orders',
      ofKind(effects, 'revoke').map(({ orderId }) => orderId),
    )
  },
}

const plugs: readonly Plug[] = [
  orderParts.plug(ordersInOrders),
  approvalBegun.plug(approvalOf),
  bodiesWithOffice.plug(bodiesHavingOffice),
]

const ofOffice = [...office, ...by('employer', 'bodyMember')]

const permissions = {
  // Whoever names a signatory gives a right to sign, as whoever gives that role.
  'office.keep': by('territory', 'administrator'),
  'order.list': members,
  'order.view': members,
  // A further body writes and publishes what its own office issues: the subject of a draft names who issues it.
  'order.viewDraft': ofOffice,
  'order.draft': ofOffice,
  'order.withdraw': by('addressee', 'official', 'signatory', 'methodist', 'bodyMember'),
  'order.sign': by('addressee', 'signatory', 'signer'),
  'order.sendBack': by('addressee', 'signatory', 'signer'),
  'order.publish': ofOffice,
  'order.acknowledge': by('addressee', 'anyone'),
  'order.control': [...office, ...by('addressee', 'anyone')],
  'assignment.files': [...office, ...by('territory', 'signatory'), ...by('addressee', 'anyone')],
  'assignment.report': by('addressee', 'anyone'),
  'assignment.decide': [...by('territory', 'signatory'), ...by('addressee', 'anyone')],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      place: 50,
      section: 'orders',
      workOf: ['official', 'signatory', 'signer', 'methodist', 'administrator'],
      label: actsTitle,
      href: (to) => paths.orders(to),
    },
  ],
}

const told = { facts, notices, ruleTexts }
const asks = { tasks, reminders, invariants }
export default module({ name: 'orders', paths, navigation, permissions, routes, searched, plugs, ...told, ...asks })
