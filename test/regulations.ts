import type { Regulation } from '../src/regulation/schema.ts'
import { loadTerritories } from '../territories/all.ts'

const all = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))

function of(code: string): Regulation {
  const found = all.get(code)
  if (!found) throw new Error(`no territory ${code}`)
  return found
}

/** The regulations of the territories that come with the program. */
export const [luga, chebula, lenobl, turochak, ustishim] = [
  of('luga'),
  of('chebula'),
  of('lenobl'),
  of('turochak'),
  of('ustishim'),
]
