import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { longDate } from '../../kernel/dates.ts'
import type { OtherPaper } from '../certificates/ports.ts'
import { type Evidence, evidenceRows } from './evidence-rules.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'pair_evidence.printed': Evidence
    'published_pair_evidence.printed': Evidence
  }
}

/** The papers a person has made of the pairs they led, the newest first. */
export const ownEvidence = (tx: Tx, { territory, actor }: Pick<Ctx, 'territory' | 'actor'>) =>
  tx
    .selectFrom('pairEvidence')
    .select(['id', 'code', 'issuedOn', 'printed'])
    .where((is) => is.and({ territoryId: territory.id, personId: actor.personId }))
    .orderBy('issuedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** What anybody with the code of such a paper reads: every row of it, and the first letters of the name. */
export async function checkedEvidence(tx: Tx, code: string): Promise<OtherPaper | null> {
  const found = await tx
    .selectFrom('publishedPairEvidence')
    .select(['printed', 'holder'])
    .where('code', '=', code)
    .executeTakeFirst()
  return (
    (found && {
      title: `Сведения о работе в наставнических парах на ${longDate(found.printed.issuedOn)}`,
      holder: found.holder,
      rows: evidenceRows(found.printed),
    }) ??
    null
  )
}
