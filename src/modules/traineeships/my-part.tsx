import { sql } from 'kysely'
import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate, shortPeriod } from '../../kernel/dates.ts'
import { RowLink, RowList, Second, StateTag, TextLink } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { paths as links } from '../../web/paths.ts'
import { hoursWords } from './list.tsx'
import { paths } from './paths.ts'
import { type PlanRow, planRowsBy } from './plan-queries.ts'
import { guides, traineeshipsBy } from './queries.ts'
import { stateTags } from './texts.ts'

/** So many of one's own are shown; the list of all is a page of its own. */
const mostShown = 10

/** What comes next of a plan: the nearest day that is not over and not held. */
export const nextOf = (rows: readonly PlanRow[], today: string): PlanRow | undefined =>
  rows
    .filter(({ plannedOn, leftOut, given }) => !leftOut && !given && plannedOn !== null && plannedOn >= today)
    .toSorted((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? ''))[0]

/** Where a person learns, with the next session of each; and whom the person leads. */
export async function traineeshipsOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const { personId } = ctx.actor
  const mine = sql`(t.person_id = ${personId} or ${guides(ctx)}) and t.state <> 'declined'`
  const [own, plans] = await Promise.all([
    traineeshipsBy(tx, ctx, { where: mine }).page(mostShown, 0),
    planRowsBy(tx, ctx, sql`${mine} and t.state in ('agreed', 'running')`),
  ])
  if (own.length === 0) return null
  const territory = ctx.territory.code
  return (
    <Sheet title="Мои стажировки">
      <RowList
        rows={own.map((row) => {
          const next = nextOf(
            plans.filter(({ traineeshipId }) => traineeshipId === row.id),
            ctx.today,
          )
          const isOwn = row.personId === personId
          return (
            <>
              <RowLink
                href={paths.traineeship({ territory, traineeship: row.id })}
                name={isOwn ? row.title : `Вы ведёте: ${row.person}`}
              />
              <Second>
                {[
                  isOwn ? row.siteName : row.title,
                  shortPeriod({ from: row.startsOn, to: row.endedOn ?? row.endsOn }),
                  row.planned > 0 && `часы: ${hoursWords(row)}`,
                  next?.plannedOn && `дальше ${shortDate(next.plannedOn)}: ${next.title}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Second>
              <StateTag {...stateTags[row.state]} />
            </>
          )
        })}
      />
      {plans.some(({ kind }) => kind === 'tryOut') && (
        <p class="govuk-body pl-small">
          <TextLink href={links.tryouts({ territory })}>Стажёрские пробы</TextLink>
        </p>
      )}
    </Sheet>
  )
}
