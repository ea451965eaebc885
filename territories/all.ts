import { loadRegulation } from '../src/regulation/check.ts'
import type { TerritoryFacts, TerritoryFile, TerritoryPackage } from '../src/regulation/territory-facts.ts'
import { facts as chebulaFacts } from './chebula/facts.ts'
import { regulation as chebula } from './chebula/regulation.ts'
import { facts as lenoblFacts } from './lenobl/facts.ts'
import { regulation as lenobl } from './lenobl/regulation.ts'
import { facts as lugaFacts } from './luga/facts.ts'
import { regulation as luga } from './luga/regulation.ts'
import { facts as turochakFacts } from './turochak/facts.ts'
import { regulation as turochak } from './turochak/regulation.ts'
import { facts as ustishimFacts } from './ustishim/facts.ts'
import { regulation as ustishim } from './ustishim/regulation.ts'

const file = (facts: TerritoryFacts, regulation: unknown): TerritoryFile => ({
  code: facts.territory.code,
  read: () => ({ facts, regulation: loadRegulation(`territories/${facts.territory.code}/regulation.ts`, regulation) }),
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
