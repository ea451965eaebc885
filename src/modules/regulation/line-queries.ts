import type { RegulationLineId } from '../../kernel/types.ts'
import { oneId } from '../../kit/list/filters.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import type { RegulationLine } from '../../regulation/stored.ts'
import { regulationVersions } from './queries.ts'

/** Whether editions are of more than one Положение. */
export const isOfSeveral = (versions: readonly { readonly line: RegulationLine }[]): boolean =>
  versions.some(({ line }) => line.id !== versions[0]?.line.id)

/** A condition of a list: of one of the Положения. It is not there where a territory has one. */
export const oneLine = oneId<RegulationLineId, AtTerritory>({
  label: 'Положение',
  empty: 'Любое',
  choices: async ({ ctx, tx }) => {
    const versions = await regulationVersions(tx, ctx.territory.id)
    const lines = new Map(versions.map(({ line }) => [line.id, line.name]))
    return isOfSeveral(versions) ? [...lines].map(([value, label]) => ({ value, label })) : []
  },
})
