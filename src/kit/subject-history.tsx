import type { Ctx } from '../authz/ctx.ts'
import { factText } from '../history/facts.ts'
import { mostTold, type ToldFact } from '../history/subject-history.ts'
import { localTime } from '../kernel/clock.ts'
import { longDate } from '../kernel/dates.ts'
import { withInitials } from '../kernel/names.ts'
import { counted } from '../kernel/plural.ts'
import { Timeline } from '../ui/content.ts'
import { Sheet } from '../ui/frame.ts'

/** What was recorded of one person or organisation, newest first; of a long history the last facts, and the caption says so. */
export function SubjectHistory({ ctx, history }: { ctx: Ctx; history: readonly ToldFact[] }) {
  const items = history.slice(0, mostTold).map((fact) => {
    const day = longDate(localTime(fact.at, ctx.territory.timeZone).day)
    return { ...factText(ctx, fact.kind, fact.facts), when: fact.actor ? `${day}, ${withInitials(fact.actor)}` : day }
  })
  const count = counted(items.length, 'запись', 'записи', 'записей')
  return (
    <Sheet title={`Что было: ${history.length > mostTold ? `последние ${count}` : count}`}>
      <Timeline items={items} />
    </Sheet>
  )
}
