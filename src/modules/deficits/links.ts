import { tokenHash } from '../../accounts/hashed-tokens.ts'
import { type Acting, type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../history/record.ts'
import { newSecret } from '../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../kernel/result.ts'
import type { PersonId } from '../../kernel/types.ts'
import { initialsOf } from '../people/name-queries.ts'
import { deficitPeople } from './case.ts'
import { paths } from './paths.ts'
import { lastDayOfLink } from './rules.ts'

/** Whose link it is; undefined of one that serves no more. */
export const ownerOfLink = (tx: Tx, { territory, today }: Pick<Ctx, 'territory' | 'today'>, secret: string) =>
  tx
    .selectFrom('deficitLinks')
    .select('personId')
    .where((is) => is.and({ territoryId: territory.id, secretHash: tokenHash(secret) }))
    .where('expiresOn', '>=', today)
    .executeTakeFirst()

/** A link by which a person says what they lack without signing in; an earlier one serves no more. Shown once: only its hash is kept. */
export const makeDeficitLink = (ctx: Acting, personId: PersonId): Promise<Result<string>> =>
  transact(ctx, async (tx) => {
    const opened = await deficitPeople.open(tx, ctx, personId)
    if (!opened || !may(ctx, 'deficit.view', deficitPeople.subjectOf(ctx, opened, 'deficit.view') ?? undefined))
      return refuse({ code: 'notFound' })
    if (!deficitPeople.may(ctx, 'deficit.note', opened)) return refuse({ code: 'forbidden' })
    if (!opened.here.on) return refuseRule('deficit.notKept')
    const secret = newSecret()
    const link = { secretHash: tokenHash(secret), madeBy: ctx.actor.personId, expiresOn: lastDayOfLink(ctx.today) }
    await tx
      .insertInto('deficitLinks')
      .values({ territoryId: ctx.territory.id, personId, ...link })
      .onConflict((on) => on.columns(['territoryId', 'personId']).doUpdateSet(link))
      .execute()
    const nameOf = await initialsOf(tx, ctx, [personId])
    await record(tx, ctx, { kind: 'deficit.linkGiven', subjectId: personId, facts: { person: nameOf(personId) } })
    return ok(`${ctx.services.origin}${paths.deficitLink({ territory: ctx.territory.code, secret })}`)
  })
