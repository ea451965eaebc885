import { type Ctx, timeOf } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { territoriesInFull } from '../../db/territories.ts'
import { setScope } from '../../db/transact.ts'
import { systemNow } from '../../kernel/clock.ts'
import { somebodyEnters } from '../accounts/queries.ts'
import type { Person } from '../people/model.ts'
import { type PersonRecord, personById, recordOf } from '../people/queries.ts'
import { holding } from '../people/role-queries.ts'

export type MadeTerritory = Awaited<ReturnType<typeof territoriesInFull>>[number]

export type FirstOfficial = {
  readonly territory: MadeTerritory
  /** Whether anybody has come in: then the person is not looked for. */
  readonly entered: boolean
  readonly person: Person | null
  readonly record: Pick<PersonRecord, 'invited'> | null
}

/** A territory by its code, and who is to come in first, while nobody has. Looks into the territory and comes back to the scope of the installation. */
export async function firstOfficial(tx: Tx, ctx: Pick<Ctx, 'scope'>, code: string): Promise<FirstOfficial | null> {
  const territory = (await territoriesInFull(tx)).find((one) => one.code === code)
  if (!territory) return null
  await setScope(tx, { ...ctx.scope, territoryId: territory.id })
  const there = { territory, today: timeOf(territory, systemNow()).today }
  const entered = await somebodyEnters(tx, territory.id)
  const [id] = entered ? [] : await holding('administrator')(tx, there)
  const [person, record] = id ? [await personById(tx, there, id), await recordOf(tx, there, id)] : [null, null]
  await setScope(tx, ctx.scope)
  return { territory, entered, person, record }
}
