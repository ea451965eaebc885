import { sql } from 'kysely'
import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { PairEvidenceId } from '../../../kernel/types.ts'
import { newCode } from '../../certificates/code-rules.ts'
import { holderShown } from '../../certificates/rules.ts'
import { namesOf } from '../../people/name-queries.ts'
import { type Evidence, evidenceOf } from '../evidence-rules.ts'
import { pairsBy } from '../queries.ts'

/** Nobody has led more. */
const most = 500

/** Whoever led pairs takes away what they may show: hours, pairs, outcomes as they stand today, with a code. Only the person alone. */
export const makeEvidence = (ctx: Acting): Promise<Result<PairEvidenceId>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'pair.evidence')) return refuse({ code: 'forbidden' })
    const { territory, actor, today } = ctx
    const [rows, names] = await Promise.all([
      pairsBy(tx, ctx, sql`g.mentor_id = ${actor.personId}`).page(most, 0),
      namesOf(tx, ctx, [actor.personId]),
    ])
    const pairs = evidenceOf(rows, today)
    const name = names.get(actor.personId)
    if (pairs.length === 0 || !name) return refuseRule('pair.nothingLed')
    const id = newId<PairEvidenceId>()
    const code = newCode()
    const evidence: Evidence = { issuedOn: today, territory: territory.name, pairs }
    const printed = JSON.stringify(evidence)
    const its = { territoryId: territory.id, code, printed }
    await tx
      .insertInto('pairEvidence')
      .values({ ...its, id, personId: actor.personId, issuedOn: today })
      .execute()
    await tx
      .insertInto('publishedPairEvidence')
      .values({ ...its, evidenceId: id, holder: holderShown(name, false) })
      .execute()
    await record(tx, ctx, {
      kind: 'pair.evidence',
      subjectId: actor.personId,
      facts: { mentor: actor.name, pairs: pairs.length },
    })
    return ok(id)
  })
