import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { CertificateId, Day, PersonId, SiteId } from '../../kernel/types.ts'
import type { Printed, PrintedOpenly } from './model.ts'
import { holderShown } from './rules.ts'

type Where = Pick<Ctx, 'territory'>
type OfPerson = { readonly id: CertificateId; readonly code: string; readonly personId: PersonId; readonly printed: Printed }

/** Which of these people let the check of their papers show their name. */
export async function consentsOf(tx: Tx, { territory }: Where, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const rows = await tx
    .selectFrom('nameConsents')
    .select('personId')
    .where((is) => is.and({ territoryId: territory.id, shown: true }))
    .where('personId', '=', sql<PersonId>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

/** Writes what anybody with the code may read of new papers; `siteId`: whose public page counts them. */
export async function publish(
  tx: Tx,
  { territory }: Where,
  made: readonly OfPerson[],
  { siteId, consents }: { readonly siteId: SiteId | null; readonly consents: ReadonlySet<PersonId> },
): Promise<void> {
  await tx
    .insertInto('publishedCertificates')
    .values(
      made.map(({ id, code, personId, printed: { person, ...openly } }) => ({
        ...{ territoryId: territory.id, certificateId: id, siteId, code, printed: JSON.stringify(openly) },
        ...{ holder: holderShown(person, consents.has(personId)), isName: consents.has(personId) },
      })),
    )
    .execute()
}

/** From here on the check says that the paper is revoked. */
export async function publishRevoked(
  tx: Tx,
  { territory }: Where,
  {
    id,
    revokedOn,
    revokeReason,
  }: { readonly id: CertificateId; readonly revokedOn: Day | null; readonly revokeReason: string | null },
): Promise<void> {
  await tx
    .updateTable('publishedCertificates')
    .set({ revokedOn, revokeReason })
    .where((is) => is.and({ territoryId: territory.id, certificateId: id }))
    .execute()
}

/** Writes down the word of a person about their name, and shows or hides it at once on all their papers. */
export async function sayName(tx: Tx, { territory, now, actor }: Pick<Ctx, 'territory' | 'now' | 'actor'>, shown: boolean) {
  const its = { territoryId: territory.id, personId: actor.personId }
  await tx
    .insertInto('nameConsents')
    .values({ ...its, shown, saidAt: now })
    .onConflict((on) => on.columns(['territoryId', 'personId']).doUpdateSet({ shown, saidAt: now }))
    .execute()
  const own = await tx
    .selectFrom('certificates')
    .select(['id', 'printed'])
    .where((is) => is.and(its))
    .execute()
  for (const { id, printed } of own)
    await tx
      .updateTable('publishedCertificates')
      .set({ holder: holderShown(printed.person, shown), isName: shown })
      .where((is) => is.and({ territoryId: territory.id, certificateId: id }))
      .execute()
}

/** What the check of a paper shows. */
export type Checked = {
  readonly printed: PrintedOpenly
  readonly holder: string
  readonly isName: boolean
  readonly revokedOn: Day | null
  readonly revokeReason: string | null
}

/** The paper with this code, of whatever territory. */
export const checkedPaper = (tx: Tx, code: string): Promise<Checked | undefined> =>
  tx
    .selectFrom('publishedCertificates')
    .select(['printed', 'holder', 'isName', 'revokedOn', 'revokeReason'])
    .where('code', '=', code)
    .executeTakeFirst()
