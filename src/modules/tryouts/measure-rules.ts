import { no, type RuleRefusal } from '../../kernel/result.ts'
import { type Level, levels } from './rules.ts'

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

/** Every direction has a level, and what was measured once is not measured again. */
export function wrongMeasure(
  given: Readonly<Record<string, Level>>,
  {
    directions,
    done,
  }: { readonly directions: readonly { readonly id: string; readonly text: string }[]; readonly done: boolean },
): RuleRefusal[] {
  if (done) return [no('measurement.doneAlready')]
  return directions
    .filter(({ id }) => given[id] === undefined)
    .map(({ id, text }) => no('tryout.levelMissing', { field: `levels.${id}`, params: { criterion: text } }))
}
