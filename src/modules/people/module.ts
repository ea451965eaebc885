import { may } from '../../authz/ctx.ts'
import { by, type Grants, members } from '../../authz/policy.ts'
import { roleNames } from '../../authz/roles.ts'
import { addDays } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import type { Plug } from '../../kernel/port.ts'
import { ok } from '../../kernel/result.ts'
import { module } from '../../kit/module.ts'
import { orderParts } from '../../kit/order/parts.ts'
import { endRoleWithin } from './commands/roles.ts'
import { facts } from './facts.ts'
import { peopleInOrders } from './order-part.ts'
import { own as paths } from './paths.ts'
import { standingOnPosts } from './ports.ts'
import { recordOf } from './queries.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { firstPeople } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const prefix = 'role-'

/** Roles of the office stand on the last post a person has: who leaves keeps no right to sign. Asked of those who may take roles. */
const rolesOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
  async find(tx, ctx, { personId, endsOn, posts }) {
    const after = addDays(endsOn, 1)
    if (!may(ctx, 'account.manage') || firstDayOutside({ from: after, to: after }, posts) === null) return []
    const { roles } = await recordOf(tx, ctx, personId)
    return roles
      .filter((one) => one.startsOn <= endsOn && (one.endsOn === null || one.endsOn > endsOn))
      .map(({ id, role }) => ({ key: `${prefix}${id}`, what: `роль: ${roleNames[role]}`, note: null, mayHandOver: false }))
  },
  async settle(tx, ctx, { personId, endsOn }, key) {
    const fact = await endRoleWithin(tx, ctx, { personId, grantId: key.slice(prefix.length), endsOn })
    if (fact.ok) return ok([fact.value])
    return fact.refusal.code === 'rule' ? { ok: false, refusal: { ...fact.refusal, field: `stands.${key}` } } : fact
  },
}

const plugs: readonly Plug[] = [standingOnPosts.plug(rolesOnPosts), orderParts.plug(peopleInOrders)]

const permissions = {
  'person.view': members,
  'person.register': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownPeople', 'schoolHead')],
  'person.edit': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownPeople', 'schoolHead')],
  'person.viewContacts': [
    ...by('territory', 'official', 'signatory', 'methodist', 'administrator'),
    ...by('ownPeople', 'schoolHead'),
    ...by('addressee', 'anyone'),
  ],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'people', paths, permissions, facts, routes, searched, tasks: [firstPeople], ruleTexts, plugs })
