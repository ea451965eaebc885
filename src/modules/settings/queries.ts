import type { Ctx } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import type { TerritoryId } from '../../kernel/types.ts'
import { type Chosen, chosenIn, type Setting, type Value } from './model.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'settings.chosen': Chosen
  }
}

type Of = { readonly territory: { readonly id: TerritoryId } }

/** What holds in a territory: `settingOf(tx, ctx, settings.checkDays)`. */
export const settingOf = async <One extends Value>(tx: Tx, of: Of, setting: Setting<One>): Promise<One> =>
  chosenIn((await chosenOf(tx, of)).chosen, setting)

/** All that a territory has chosen, with the version of its form. */
export const chosenOf = (tx: Tx, { territory: { id } }: Of): Promise<{ chosen: Chosen; editVersion: number }> =>
  once(tx, `settings of ${id}`, async () => {
    const row = await tx.selectFrom('settings').select(['chosen', 'editVersion']).where('territoryId', '=', id).executeTakeFirst()
    return row ?? { chosen: {}, editVersion: 0 }
  })

/** The same, kept from others until the end of the transaction. */
export async function lockChosen(tx: Tx, { territory: { id } }: Pick<Ctx, 'territory'>) {
  await tx
    .insertInto('settings')
    .values({ territoryId: id, chosen: '{}', editVersion: 0 })
    .onConflict((on) => on.doNothing())
    .execute()
  return tx
    .selectFrom('settings')
    .select(['chosen', 'editVersion'])
    .where('territoryId', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
