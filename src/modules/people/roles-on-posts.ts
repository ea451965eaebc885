import { may } from '../../authz/ctx.ts'
import { roleNames } from '../../authz/roles.ts'
import { addDays } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { ok } from '../../kernel/result.ts'
import { endRoleWithin } from './commands/end-role.ts'
import type { standingOnPosts } from './ports.ts'
import { recordOf } from './queries.ts'

const prefix = 'role-'

/** Roles of the office stand on the last post a person has: who leaves keeps no right to sign. Asked of those who may take roles. */
export const rolesOnPosts: Parameters<typeof standingOnPosts.plug>[0] = {
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
