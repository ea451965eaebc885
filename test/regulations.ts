import type { Step } from '../src/regulation/procedure.ts'
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

/** A step of a procedure, of one person and without a time unless told otherwise. */
export const aStep = <const Act extends Step['act']>(act: Act, by: string, more: Partial<Step> = {}): Step & { act: Act } => ({
  ...{ by, how: 'one', caption: `${by}: ${act}`, due: null, silence: 'nothing', onRefusal: null, clause: ['4.2'] },
  ...more,
  act,
})
