import { z } from 'zod'
import { counted } from '../../kernel/plural.ts'
import { directionName, formName } from './assemble.ts'
import type { Assembled, AssembledLine, NamedNumbers } from './model.ts'

/** Which lines of the plan a report page shows: those behind one of its numbers. */
export const linesQuery = z.object({
  form: z.string().max(300).optional(),
  direction: z.string().max(300).optional(),
  outcome: z.enum(['held', 'cancelled', 'notHeld', 'ahead']).optional(),
})
export type LinesQuery = z.infer<typeof linesQuery>

/** A fact that a conclusion rests on, and the lines of the plan behind it. */
export type SupportingFact = { readonly name: string; readonly value: string; readonly lines?: LinesQuery }

type Kind = 'dynamics' | 'theme' | 'outcomes' | 'changes' | 'directions' | 'forms' | 'attendances'

/** Which facts stand beside a criterion, by its code in the regulation; another criterion gets the outcomes and attendances. */
const byCriterion: Readonly<Record<string, readonly Kind[]>> = {
  goals: ['theme', 'outcomes', 'changes'],
  dynamics: ['dynamics', 'directions', 'attendances'],
}
const usual: readonly Kind[] = ['outcomes', 'attendances']

/** The facts a person needs in sight while writing the conclusion by a criterion. */
export function factsFor(criterion: string, report: Assembled): SupportingFact[] {
  return (byCriterion[criterion] ?? usual).flatMap((kind) => facts[kind](report))
}

/** What was measured stands in the report itself under the criterion that asks for it: whoever accepts sees the figures, not the words about them alone. (C-61) */
export const dynamicsUnder = (criterion: string, { dynamics = [] }: Pick<Assembled, 'dynamics'>): Dynamics =>
  byCriterion[criterion]?.includes('dynamics') ? dynamics : []
type Dynamics = NonNullable<Assembled['dynamics']>

const facts: Readonly<Record<Kind, (report: Assembled) => SupportingFact[]>> = {
  dynamics: ({ dynamics = [] }) => dynamics.map(({ direction, words }) => ({ name: `Динамика: ${direction}`, value: words })),
  theme: ({ site }) => [{ name: 'Тема площадки', value: site.theme }],
  outcomes: ({ plan }) =>
    plan === null
      ? [{ name: 'План', value: 'утверждённого плана нет' }]
      : [
          { name: 'Проведено', value: `${plan.numbers.held} из ${plan.numbers.planned}`, lines: { outcome: 'held' } },
          ...(plan.numbers.notHeld > 0
            ? [{ name: 'Не проведено', value: `${plan.numbers.notHeld}`, lines: { outcome: 'notHeld' as const } }]
            : []),
          ...(plan.numbers.cancelled > 0
            ? [{ name: 'Отменено', value: `${plan.numbers.cancelled}`, lines: { outcome: 'cancelled' as const } }]
            : []),
        ],
  changes: ({ plan }) =>
    plan === null || plan.versions.length < 2
      ? []
      : [{ name: 'План меняли', value: counted(plan.versions.length - 1, 'раз', 'раза', 'раз') }],
  directions: ({ plan }) => {
    if (plan === null) return []
    return plan.byDirection.length > 0
      ? plan.byDirection.map((row) => groupFact(row, { direction: row.name }))
      : facts.forms({ plan } as Assembled)
  },
  forms: ({ plan }) => (plan === null ? [] : plan.byForm.map((row) => groupFact(row, { form: row.name }))),
  attendances: ({ plan }) =>
    plan === null
      ? []
      : [
          {
            name: 'Посещений',
            value: `${plan.numbers.attendances}`,
            lines: { outcome: 'held' },
          },
        ],
}

const groupFact = (row: NamedNumbers, lines: LinesQuery): SupportingFact => ({
  name: row.name,
  value: `${row.held} из ${row.planned}, ${counted(row.attendances, 'посещение', 'посещения', 'посещений')}`,
  lines,
})

/** The lines of the plan that a number of the report counts. */
export function linesBehind(lines: readonly AssembledLine[], { form, direction, outcome }: LinesQuery): AssembledLine[] {
  return lines.filter(
    (line) =>
      (form === undefined || formName(line) === form) &&
      (direction === undefined || directionName(line) === direction) &&
      (outcome === undefined || line.outcome === outcome),
  )
}
