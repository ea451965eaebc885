import type { Acting } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { labelOf } from '../framework.ts'
import { type OfferAt, offerAt } from '../offers.ts'
import { frameworkHere } from '../store.ts'
import { isAbout, taughtBy } from '../taught-queries.ts'
import { inOrder, wrongTaught } from '../taught-rules.ts'
import { deficitsHere } from '../whether.ts'

type Typed = { readonly competences: readonly string[]; readonly version: number }

/** Whoever edits an event, a line of a plan or a topic says which competences it teaches. (T-32) */
export const nameTaught = (ctx: Acting, at: OfferAt, { competences, version }: Typed): Promise<Result<null>> =>
  transact(ctx, async (tx) => {
    const offer = await offerAt(tx, ctx, at)
    if (!offer) return refuse({ code: 'notFound' })
    if (!offer.may) return refuse({ code: 'forbidden' })
    if (!offer.standing.ok) return offer.standing
    if (!(await deficitsHere(tx, ctx)).on) return refuseRule('deficit.notKept')
    const { teaching, siteId, title } = offer
    const its = { territoryId: ctx.territory.id, ...isAbout(teaching) }
    await tx
      .insertInto('offerCompetences')
      .values({ id: newId(), siteId, competences: JSON.stringify([]), editVersion: 0, ...its })
      .onConflict((on) => on.doNothing())
      .execute()
    await tx
      .selectFrom('offerCompetences')
      .select('id')
      .where((is) => is.and(its))
      .forUpdate()
      .execute()
    const [before, framework] = [await taughtBy(tx, ctx, teaching), await frameworkHere(tx, ctx)]
    if (before.editVersion !== version) return refuse({ code: 'changedMeanwhile' })
    const wrong = wrongTaught(competences, before.competences, framework)
    if (wrong.length > 0) return refuseAll(wrong)
    const named = inOrder(competences, framework)
    const { id } = await tx
      .updateTable('offerCompetences')
      .set({ competences: JSON.stringify(named), editVersion: version + 1 })
      .where((is) => is.and(its))
      .returning('id')
      .executeTakeFirstOrThrow()
    await record(tx, ctx, {
      ...{ kind: 'competences.taught', subjectId: id, siteId },
      facts: { title, names: named.map((one) => labelOf(framework, one)) },
    })
    return ok(null)
  })
