import { loadRegulation } from '../src/regulation/check.ts'
import type { TerritoryFacts, TerritoryPackage } from '../src/regulation/territory-facts.ts'
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

const load = (facts: TerritoryFacts, regulation: unknown): TerritoryPackage => ({
  facts,
  regulation: loadRegulation(`territories/${facts.territory.code}/regulation.ts`, regulation),
})

/** Every territory of this installation with its checked regulation; throws a RegulationError when one does not load. */
export function loadTerritories(): readonly TerritoryPackage[] {
  return [
    load(lugaFacts, luga),
    load(chebulaFacts, chebula),
    load(lenoblFacts, lenobl),
    load(turochakFacts, turochak),
    load(ustishimFacts, ustishim),
  ]
}
