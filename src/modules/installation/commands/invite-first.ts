import { type Acting, may, timeOf } from '../../../authz/ctx.ts'
import { setScope, transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { systemNow } from '../../../kernel/clock.ts'
import { fullName } from '../../../kernel/names.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { inviteWithin } from '../../accounts/commands/invite-person.ts'
import { firstOfficial } from '../queries.ts'
import type { Made } from './make-territory.ts'

/** Invites the first official of a territory anew, as long as nobody has come in. From then on its own people let others in. */
export const inviteFirst = (ctx: Acting, { code, email }: { code: string; email: string }): Promise<Result<Made>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'installation.keep')) return refuse({ code: 'forbidden', permission: 'installation.keep' })
    const found = await firstOfficial(tx, ctx, code)
    if (found?.entered) return refuseRule('territory.somebodyEnters')
    if (!found?.person) return refuse({ code: 'notFound' })
    const { territory, person } = found
    await setScope(tx, { territoryId: territory.id, accountId: ctx.actor.accountId })
    const there = { territory, ...timeOf(territory, systemNow()), actor: null }
    const invited = await inviteWithin(tx, there, { personId: person.id, email }, ctx.services)
    if (!invited.ok) return invited
    await setScope(tx, ctx.scope)
    const installed = { ...ctx, actor: { accountId: ctx.actor.accountId, personId: null } }
    const facts = { code, official: fullName(person) }
    await record(tx, installed, { kind: 'installation.officialInvited', subjectId: territory.id, facts })
    return ok({ ...invited.value, code })
  })
