import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import type { AccountId, TerritoryId } from '../../../kernel/types.ts'

export type DemoPerson = {
  readonly territoryId: TerritoryId
  readonly accountId: AccountId
  /** «Морозова И. А.» */
  readonly label: string
  /** «методист центра» */
  readonly roleLabel: string
  readonly position: number
}

/** Offers an account as a button on the sign-in page of a demonstration. Needs the territory in scope and the membership made. */
export async function registerDemoPerson(tx: Tx, person: DemoPerson): Promise<void> {
  const { label, roleLabel, position } = person
  await tx
    .insertInto('demoPeople')
    .values({ id: newId(), ...person })
    .onConflict((on) => on.columns(['territoryId', 'accountId']).doUpdateSet({ label, roleLabel, position }))
    .execute()
}
