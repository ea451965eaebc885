import { type Acting, may } from '../../../authz/ctx.ts'
import { asPool, type Db } from '../../../db/pool.ts'
import { everyTerritory } from '../../../db/territories.ts'
import { transact } from '../../../db/transact.ts'
import { record, recordAll } from '../../../history/record.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Instant, PersonId } from '../../../kernel/types.ts'

/** Takes back an invitation that nobody has answered; its link leads nowhere from then on. */
export function withdrawInvitation(ctx: Acting, { personId }: { personId: PersonId }): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'account.manage')) return refuse({ code: 'forbidden', permission: 'account.manage' })
    const gone = await tx
      .deleteFrom('invitations')
      .where((is) => is.and({ territoryId: ctx.territory.id, personId }))
      .returning('personId')
      .executeTakeFirst()
    if (!gone) return refuse({ code: 'changedMeanwhile' })
    await record(tx, ctx, { kind: 'account.invitationWithdrawn', subjectId: personId })
    return ok(null)
  })
}

/** Links sent to an address that its owner has given up lead nowhere: whoever reads that box now is not who was invited. */
export async function withdrawInvitationsTo(db: Db, email: string, now: Instant): Promise<void> {
  for (const { id } of await everyTerritory(db)) {
    const scope = { territoryId: id }
    await transact({ pool: asPool(db), scope, now, submission: null }, async (tx) => {
      const gone = await tx
        .deleteFrom('invitations')
        .where((is) => is.and({ territoryId: id, email }))
        .returning('personId')
        .execute()
      const facts = gone.map(({ personId }) => ({ kind: 'account.invitationWithdrawn' as const, subjectId: personId }))
      await recordAll(tx, { territory: { id }, now, actor: null }, facts)
      return ok(null)
    })
  }
}
