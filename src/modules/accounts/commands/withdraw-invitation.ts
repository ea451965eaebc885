import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'

/** Takes back an invitation that nobody has answered; its link leads nowhere from then on. */
export function withdrawInvitation(ctx: Acting, { personId }: { personId: PersonId }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'account.manage')) return refuse({ code: 'forbidden', permission: 'account.manage' })
    const gone = await tx
      .deleteFrom('invitations')
      .where('territoryId', '=', ctx.territory.id)
      .where('personId', '=', personId)
      .returning('personId')
      .executeTakeFirst()
    if (!gone) return refuse({ code: 'changedMeanwhile' })
    await record(tx, ctx, { kind: 'account.invitationWithdrawn', subjectId: personId })
    return ok(null)
  })
}
