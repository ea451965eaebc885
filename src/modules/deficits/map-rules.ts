import type { Day } from '../../kernel/types.ts'
import type { Competence } from './framework.ts'

/** What of a competence the network offers in a month, at how many sites; without a month it is taught the whole year. */
export type Offered = {
  readonly competenceId: string
  /** «2023-11» */
  readonly month: string | null
  /** Sites where there is a place, or where a line of a plan waits for its day. */
  readonly open: number
  /** Sites where all places are taken. */
  readonly full: number
  /** People who stand in the queues of these. */
  readonly waiting: number
  /** Sites where it has been. */
  readonly held: number
}

export type CellState = 'open' | 'full' | 'held' | 'none'
export type Cell = Omit<Offered, 'competenceId' | 'month'> & { readonly month: string; readonly state: CellState }
/** What comes of a row: there is where to learn, all places are taken, nobody teaches it any more this year. */
export type Outcome = 'enough' | 'queue' | 'nobody'
export type MapRow = {
  readonly competence: Competence
  /** How many people lack it. */
  readonly people: number
  readonly cells: readonly Cell[]
  /** At how many sites a programme teaches it all the year. */
  readonly yearly: number
  readonly outcome: Outcome
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
/** The twelve months of a school year, from the one its first day lies in. */
export const monthsFrom = (first: Day): readonly string[] => {
  const [year = 0, month = 0] = first.split('-').map(Number)
  return Array.from({ length: 12 }, (_, n) => {
    const at = month - 1 + n
    return `${year + Math.floor(at / 12)}-${twoDigits((at % 12) + 1)}`
  })
}

const stateOf = ({ open, full, held }: Pick<Offered, 'open' | 'full' | 'held'>): CellState =>
  open > 0 ? 'open' : full > 0 ? 'full' : held > 0 ? 'held' : 'none'
const nothing = { open: 0, full: 0, waiting: 0, held: 0 }

function outcomeOf(cells: readonly Cell[], yearly: number, now: string): Outcome {
  const ahead = cells.filter(({ month }) => month >= now)
  if (yearly > 0 || ahead.some(({ state }) => state === 'open')) return 'enough'
  return ahead.some(({ state }) => state === 'full') ? 'queue' : 'nobody'
}

type Given = {
  readonly framework: readonly Competence[]
  readonly needs: readonly { readonly competenceId: string | null; readonly people: number }[]
  readonly offered: readonly Offered[]
  readonly months: readonly string[]
  /** The month of today. */
  readonly now: string
}

/** What people lack against what the network offers, month by month: a row of each competence that somebody lacks or teaches. */
export function mapOf({ framework, needs, offered, months, now }: Given): readonly MapRow[] {
  const people = new Map(needs.map((one) => [one.competenceId, one.people]))
  const by = new Map<string, Map<string | null, Offered>>()
  for (const one of offered) {
    const those = by.get(one.competenceId) ?? new Map<string | null, Offered>()
    by.set(one.competenceId, those.set(one.month, one))
  }
  return framework.flatMap((competence) => {
    const [lack, those] = [people.get(competence.id) ?? 0, by.get(competence.id)]
    if (lack === 0 && !those) return []
    const cells = months.map((month): Cell => {
      const { open, full, waiting, held } = those?.get(month) ?? nothing
      return { month, open, full, waiting, held, state: stateOf({ open, full, held }) }
    })
    const yearly = those?.get(null)?.open ?? 0
    return [{ competence, people: lack, cells, yearly, outcome: outcomeOf(cells, yearly, now) }]
  })
}

/** What somebody lacks and has no place to learn at: the call for a theme. */
export const uncovered = (rows: readonly MapRow[]): readonly MapRow[] =>
  rows.filter(({ people, outcome }) => people > 0 && outcome !== 'enough')
