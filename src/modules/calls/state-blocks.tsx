import { plural } from '../../kernel/plural.ts'
import { type Column, type IconName, Second, StateTag, Table, type Tone } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import type { CallState, ReviewCriterion } from './model.ts'
import { mostPoints } from './rules.ts'
import { stateWords } from './texts.ts'

const looks: Readonly<Record<CallState, readonly [Tone, IconName]>> = {
  announced: ['calm', 'calendar'],
  open: ['ok', 'ok'],
  closingSoon: ['wait', 'wait'],
  closed: ['calm', 'end'],
}

/** Where a call stands, in words. */
export const callStateWords = (state: CallState, revoked: boolean): string => (revoked ? 'Отменён' : stateWords[state])

/** Where a call stands, as a tag. */
export function CallStateTag({ state, revoked }: { state: CallState; revoked: boolean }) {
  if (revoked) return <StateTag tone="late" icon="cross" word="Отменён" />
  const [tone, icon] = looks[state]
  return <StateTag tone={tone} icon={icon} word={stateWords[state]} />
}

type Shown = Pick<ReviewCriterion, 'title' | 'weight' | 'levels'>

const columns: Column<Shown>[] = [
  { title: 'Критерий', cell: ({ title }) => title },
  { title: 'Вес', cell: ({ weight }) => weight, numeric: true },
  {
    title: 'Баллы',
    cell: ({ levels }) => (
      <>
        {levels.map(({ points, text }) => (
          <Second>{`${points} — ${text}`}</Second>
        ))}
      </>
    ),
  },
]

/** What programmes will be read by; nothing where nobody reads them. */
export function CriteriaSheet({ criteria }: { criteria: readonly Shown[] }) {
  if (criteria.length === 0) return null
  const total = criteria.reduce((sum, { weight, levels }) => sum + weight * mostPoints(levels), 0)
  return (
    <Sheet title="По каким критериям читают программу" flush>
      <Table
        caption={`Критерии экспертизы, с весом всего не больше ${total} ${plural(total, 'балла', 'баллов', 'баллов')}`}
        columns={columns}
        rows={criteria}
      />
    </Sheet>
  )
}
