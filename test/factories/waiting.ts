import { contextOf, may, type Territory, timeOf } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { systemNow } from '../../src/kernel/clock.ts'
import type { AccountId, PersonId, TerritoryId } from '../../src/kernel/types.ts'
import { tasks as sources } from '../../src/kit/install.ts'
import type { Task } from '../../src/kit/tasks.ts'
import { regulationsInForce } from '../../src/modules/regulation/queries.ts'
import { tasksOf } from '../../src/modules/tasks/queries.ts'
import { readTerritory } from '../../src/web/territories.ts'
import { ctxOf, inScope } from '../factory.ts'

const mostPeople = 40

/**
 * Asks every source of tasks for every person of a territory, whatever their roles and whatever may be there; only a permission that a source
 * serves is the rule itself and not looked past. Gives how many tasks were found so and those that the page would not have found.
 */
export async function lostTasks(db: Db, territoryId: TerritoryId): Promise<{ found: number; lost: string[] }> {
  const row = await db.selectFrom('territories').selectAll().where('id', '=', territoryId).executeTakeFirstOrThrow()
  const territory = row as unknown as Territory
  const people = await inScope(db, territoryId, (tx) =>
    tx.selectFrom('people').select('id').where('territoryId', '=', territoryId).limit(mostPeople).execute(),
  )
  const lost: string[] = []
  let found = 0
  for (const { id } of people) {
    const ctx = await ctxOf(db, territory, id as PersonId)
    await inScope(db, territoryId, async (tx) => {
      const regulations = await regulationsInForce(tx, ctx)
      const shown = new Set((await tasksOf(tx, ctx)).map(({ key }) => key))
      found += shown.size
      for (const { serves, find } of sources()) {
        if (typeof serves === 'string' && serves !== 'anyone' && !may(ctx, serves)) continue
        for (const { key } of await find({ tx, ctx, regulations })) if (!shown.has(key)) lost.push(`${key} of ${ctx.actor.roles}`)
      }
    })
  }
  return { found, lost }
}

/** What waits on an account in a territory, asked anew. */
export async function tasksNow(db: Db, code: string, account: AccountId): Promise<readonly Task[]> {
  return readTerritory(db, code, account, async (tx, entered) => {
    const { territory } = entered!
    const ctx = await contextOf(tx, { territory, personId: null, accountId: account, ...timeOf(territory, systemNow()) })
    return tasksOf(tx, ctx!)
  })
}
