import type { Territory } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Day, OrganisationId, PersonId } from '../../src/kernel/types.ts'
import type { PostKind } from '../../src/regulation/dictionary.ts'
import { inScope } from '../factory.ts'

/** A post from a day on, besides what `aPerson` gives. */
export async function aPost(
  db: Db,
  territory: Territory,
  given: { personId: PersonId; organisationId: OrganisationId; kind: PostKind; startsOn: Day; endsOn?: Day; subject?: string },
): Promise<string> {
  const id = newId()
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('posts')
      .values({ territoryId: territory.id, id, title: 'Должность', ...given })
      .execute(),
  )
  return id
}

/** The trait «низкие результаты» from a day on. */
export async function aSupportNeed(db: Db, territory: Territory, organisationId: OrganisationId, startsOn: Day): Promise<string> {
  const id = newId()
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('supportNeeds')
      .values({ territoryId: territory.id, id, organisationId, kind: 'lowResults', startsOn, ground: 'Приказ № 7' })
      .execute(),
  )
  return id
}
