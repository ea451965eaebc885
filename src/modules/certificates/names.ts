import type { Acting } from '../../authz/ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../history/record.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { sayName } from './publication.ts'

/** The holder lets the check of their papers show their name, or takes that word back. Silence is no consent. */
export const showName = (ctx: Acting, shown: boolean): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    await sayName(tx, ctx, shown)
    await record(tx, ctx, {
      kind: shown ? 'certificate.nameShown' : 'certificate.nameHidden',
      subjectId: ctx.actor.personId,
    })
    return ok(null)
  })
