import type { RegulationId, TerritoryId } from '../../src/kernel/types.ts'
import { aClient } from '../client.ts'
import type { ownDatabase } from '../database.ts'
import { aPerson, aTerritory } from '../factory.ts'
import type { luga } from '../regulations.ts'
import { aNetwork } from './sites.ts'

/** The edition that an address leads to. */
export const editionOf = (to: string | null) => (/editions\/([0-9a-f-]{36})/.exec(to ?? '')?.[1] ?? '') as RegulationId

/** Those who write a new edition of a regulation in force, in the browser. */
export function editors(base: ReturnType<typeof ownDatabase>) {
  const { as } = aClient(base)

  async function anEditor() {
    const network = await aNetwork(base.db, await aTerritory(base.db, '2021-09-01'))
    const official = as(network.ctx.actor.personId)
    const other = as(await aPerson(base.db, network.territory, { roles: ['methodist'] }))
    return { ...network, official, other }
  }

  async function aDraft() {
    const there = await anEditor()
    const begun = await there.official.post('/regulation/new-edition', { from: 'copy' })
    const edition = editionOf(begun.to)
    return { ...there, edition, at: `/regulation/editions/${edition}` }
  }
  const storedOf = async (territoryId: TerritoryId, id: RegulationId) => {
    const { rows } = await base.adminPool.query<{ document: typeof luga; state: string; version: number; edit_version: number }>(
      'select document, state, version, edit_version from regulations where territory_id = $1 and id = $2',
      [territoryId, id],
    )
    const [row] = rows
    if (!row) throw new Error('no such edition')
    return row
  }

  return { as, anEditor, aDraft, storedOf }
}
