import type { OrganisationId, PersonId, RegulationId, RegulationLineId, SiteId, TerritoryId } from '../kernel/types.ts'
import { stableId } from './stable-id.ts'

/** Ids for the symbolic keys of a territory's facts. */
export type Keys = ReturnType<typeof keysOf>

export const keysOf = (code: string) => ({
  territory: stableId<TerritoryId>('territory', code),
  organisation: (key: string) => stableId<OrganisationId>(code, 'organisation', key),
  person: (key: string) => stableId<PersonId>(code, 'person', key),
  /** A site is named by its lead organisation. */
  site: (leadKey: string) => stableId<SiteId>(code, 'site', leadKey),
  line: (line: string) => stableId<RegulationLineId>(code, 'regulation line', line),
  regulation: (edition: number) => stableId<RegulationId>(code, 'regulation', String(edition)),
})
