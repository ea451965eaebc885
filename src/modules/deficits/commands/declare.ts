import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { DeficitId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { lockPerson } from '../../people/subject-queries.ts'
import { leadersOf } from '../../traineeships/queries.ts'
import { freshOf, wrongNaming } from '../rules.ts'
import { frameworkHere, openOf } from '../store.ts'
import { deficitsHere } from '../whether.ts'

type Named = { readonly competences: readonly string[]; readonly words: string | null }

/** A person says what they lack: several in one press, each a row of its own. What was named already stays as it is. (T-32) */
export const declareDeficits = (ctx: Acting, named: Named): Promise<Result<number>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'deficit.declare')) return refuse({ code: 'forbidden' })
    if (!(await deficitsHere(tx, ctx)).on) return refuseRule('deficit.notKept')
    // Pressed twice at once, the second sees what the first has written: a personal link sends no key of a form.
    await lockPerson(tx, ctx, ctx.actor.personId)
    const [framework, open] = [await frameworkHere(tx, ctx), await openOf(tx, ctx, ctx.actor.personId)]
    const wrong = wrongNaming(named, open, framework)
    if (wrong.length > 0) return refuseAll(wrong)
    const made = await write(tx, ctx, freshOf(named, open))
    return ok(made.length)
  })

async function write(tx: Tx, ctx: Ctx, { competences, words }: Named): Promise<readonly DeficitId[]> {
  const { territory, actor, today, now } = ctx
  const rows = [
    ...competences.map((competenceId) => ({ competenceId, words: null })),
    ...(words === null ? [] : [{ competenceId: null, words }]),
  ]
  const own = { territoryId: territory.id, personId: actor.personId, notedBy: actor.personId, source: 'self' as const }
  const made = await tx
    .insertInto('deficits')
    .values(
      rows.map((row) => ({ ...own, ...row, id: newId<DeficitId>(), startsOn: today, state: 'open' as const, createdAt: now })),
    )
    .returning('id')
    .execute()
  const [first] = made
  if (first) {
    const leaders = await leadersOf(tx, ctx, actor.personId)
    const said = { kind: 'deficit.named' as const, subjectId: first.id, params: { person: actor.name } }
    await tell(
      tx,
      ctx,
      leaders.map((personId) => ({ ...said, personId })),
    )
    await recordAll(
      tx,
      ctx,
      made.map(({ id }) => ({
        kind: 'deficit.named' as const,
        subjectId: id,
        facts: { person: actor.name, source: 'self' as const },
      })),
    )
  }
  return made.map(({ id }) => id)
}
