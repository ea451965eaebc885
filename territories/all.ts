import { loadRegulation } from '../src/regulation/check.ts'
import type { TerritoryFacts, TerritoryFile, TerritoryPackage } from '../src/regulation/territory-facts.ts'
import { facts as chebulaFacts } from './chebula/facts.ts'
import chebula from './chebula/regulation.json' with { type: 'json' }
import { facts as lenoblFacts } from './lenobl/facts.ts'
import lenobl from './lenobl/regulation.json' with { type: 'json' }
import { facts as lugaFacts } from './luga/facts.ts'
import luga from './luga/regulation.json' with { type: 'json' }
import { facts as turochakFacts } from './turochak/facts.ts'
import turochak from './turochak/regulation.json' with { type: 'json' }
import { facts as ustishimFacts } from './ustishim/facts.ts'
import ustishim from './ustishim/regulation.json' with { type: 'json' }

const file = (facts: TerritoryFacts, document: unknown): TerritoryFile => ({
  code: facts.territory.code,
  read: () => ({ facts, regulation: loadRegulation(`territories/${facts.territory.code}/regulation.json`, document) }),
})

/** Every territory this installation brings along, each to be checked when it is read. */
export const territoryFiles: readonly TerritoryFile[] = [
  file(lugaFacts, luga),
  file(chebulaFacts, chebula),
  file(lenoblFacts, lenobl),
  file(turochakFacts, turochak),
  file(ustishimFacts, ustishim),
]

/** All of them with their checked regulations; throws a RegulationError when one does not load. */
export const loadTerritories = (): readonly TerritoryPackage[] => territoryFiles.map(({ read }) => read())
