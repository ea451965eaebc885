import { type Grants, members } from '../../authz/policy.ts'
import type { Plug } from '../../kernel/port.ts'
import { module } from '../../kit/module.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { staysUnder } from '../regulation/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { callsInOrders } from './order-part.ts'
import { own as paths } from './paths.ts'
import { callsStay } from './queries.ts'
import { routes } from './routes.tsx'
import { reminders, tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const plugs: readonly Plug[] = [orderParts.plug(callsInOrders), staysUnder.plug(callsStay)]

const permissions = {
  'call.list': members,
  'call.view': members,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({
  name: 'calls',
  paths,
  permissions,
  facts,
  invariants,
  reminders,
  notices,
  routes,
  ruleTexts,
  tasks,
  plugs,
})
