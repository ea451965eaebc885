import { administratorOf } from '../db/administrators.ts'
import type { Tx } from '../db/pool.ts'
import { installationCode, installationId } from '../db/territories.ts'
import { idOfBytes } from '../kernel/ids.ts'
import type { AccountId } from '../kernel/types.ts'
import type { Actor } from './actor.ts'
import type { Territory } from './ctx.ts'

/** The installation as a tenant without a row: its administrators act in it, and its history is kept under its id. */
export const installation: Territory = {
  id: installationId,
  code: installationCode,
  name: 'Установка',
  shortName: 'Установка',
  level: 'regional',
  timeZone: 'Europe/Moscow',
  demoToday: null,
  actKind: null,
  kinds: [],
}

/** The administrator an account is, as the policy asks about them; undefined for everybody else. They are no person of any territory. */
export async function loadAdministrator(tx: Tx, accountId: AccountId): Promise<Actor | undefined> {
  const found = await administratorOf(tx, accountId)
  return (
    found && {
      territoryId: installation.id,
      accountId,
      personId: idOfBytes(Buffer.alloc(16)),
      name: found.name,
      roles: ['installer'],
      headsOrganisations: [],
      worksIn: [],
      employs: [],
      headsSites: [],
      coordinatesSites: [],
      staffOfSites: [],
      holds: [],
    }
  )
}
