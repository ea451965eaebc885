import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import { type Level, levels } from '../programmes/level-rules.ts'
import type { TraineeshipState } from '../traineeships/machine.ts'

export const measureKinds = ['entry', 'interim', 'exit'] as const
export type MeasureKind = (typeof measureKinds)[number]
export type Side = 'self' | 'guide'

/** Fewer say nothing of a group, and would tell of a person. */
export const leastMeasured = 5

export type Measured = {
  readonly traineeshipId: string
  readonly kind: MeasureKind
  readonly side: Side
  readonly directionId: string
  readonly direction: string
  readonly level: Level
}

/** What came of a direction: of how many both ends are known, and how many of them rose, stayed or fell; null where there are too few. */
export type Dynamics = {
  readonly direction: string
  readonly people: number
  readonly came: { readonly rose: number; readonly stayed: number; readonly fell: number } | null
}

/** The dynamics by direction, from the entry to the exit; the word of whoever leads counts, and the own one where there is no other. */
export function dynamicsOf(rows: readonly Measured[]): Dynamics[] {
  const levelOf = (kind: MeasureKind, of: Measured, side: Side) =>
    rows.find(
      (one) =>
        one.kind === kind && one.side === side && one.directionId === of.directionId && one.traineeshipId === of.traineeshipId,
    )?.level
  const both = (of: Measured, side: Side) => {
    const [entry, exit] = [levelOf('entry', of, side), levelOf('exit', of, side)]
    return entry === undefined || exit === undefined ? null : levels.indexOf(exit) - levels.indexOf(entry)
  }
  return [...Map.groupBy(rows, ({ direction }) => direction)].map(([direction, same]) => {
    const people = [...new Map(same.map((one) => [`${one.traineeshipId} ${one.directionId}`, one])).values()]
    const steps = people.map((one) => both(one, 'guide') ?? both(one, 'self')).filter((step) => step !== null)
    const came = {
      rose: steps.filter((step) => step > 0).length,
      stayed: steps.filter((step) => step === 0).length,
      fell: steps.filter((step) => step < 0).length,
    }
    return { direction, people: steps.length, came: steps.length < leastMeasured ? null : came }
  })
}

/** «выросли 4 из 6, без изменений 2»; of too few nothing but how many there are. */
export function dynamicsWords({ people, came }: Dynamics): string {
  if (came === null) return `мало данных: ${people}`
  const said = [
    `выросли ${came.rose} из ${people}`,
    came.stayed > 0 && `без изменений ${came.stayed}`,
    came.fell > 0 && `ниже стало ${came.fell}`,
  ]
  return said.filter(Boolean).join(', ')
}

type Done = { readonly kind: MeasureKind; readonly side: Side; readonly measuredOn: Day }

/**
 * What one side may measure on a day: the entry first, then whatever lies after what was measured, each on a day of its own; nothing before
 * the traineeship begins. Who missed the middle measures the end all the same.
 */
export function kindsFor(
  rows: readonly Done[],
  side: Side,
  { startsOn, today }: { readonly startsOn: Day; readonly today: Day },
) {
  const own = rows.filter((row) => row.side === side)
  if (today < startsOn || own.some(({ measuredOn }) => measuredOn >= today)) return []
  const last = Math.max(-1, ...own.map(({ kind }) => measureKinds.indexOf(kind)))
  return last === -1 ? measureKinds.slice(0, 1) : measureKinds.slice(last + 1)
}

/** Only what both have agreed on is measured, also after its end. */
export const mayMeasure = (state: TraineeshipState): boolean => !['asked', 'offered', 'declined'].includes(state)

type Wanted = {
  readonly directions: readonly { readonly id: string; readonly text: string }[]
  readonly kind: MeasureKind
  readonly done: readonly MeasureKind[]
  readonly open: readonly MeasureKind[]
}

/** Every direction has a level, what was measured once is not measured again, and the order is kept. */
export function wrongMeasure(given: Readonly<Record<string, Level>>, { directions, kind, done, open }: Wanted): RuleRefusal[] {
  if (done.includes(kind)) return [no('measurement.doneAlready')]
  if (!open.includes(kind)) return [no('measurement.notYet')]
  return directions
    .filter(({ id }) => given[id] === undefined)
    .map(({ id, text }) => no('tryout.levelMissing', { field: `levels.${id}`, params: { criterion: text } }))
}
