import { sql } from 'kysely'
import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { dayBefore, shortPeriod } from '../../kernel/dates.ts'
import { RowLink, RowList, Second, StateTag } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { paths } from './paths.ts'
import { groupsBy, worksInAfter } from './queries.ts'
import { tagOf } from './texts.ts'

/** So many of one's own are shown; the list of all is a page of its own. */
const mostShown = 10

/** Groups at work in which a person works, or which the person leads. */
export async function groupsOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const { personId } = ctx.actor
  const own = await groupsBy(tx, ctx, sql`g.state = 'atWork' and ${worksInAfter(ctx, personId, dayBefore(ctx.today))}`).page(
    mostShown,
    0,
  )
  if (own.length === 0) return null
  return (
    <Sheet title="Мои рабочие группы">
      <RowList
        rows={own.map((row) => (
          <>
            <RowLink href={paths.group({ territory: ctx.territory.code, group: row.id })} name={row.theme} />
            <Second>
              {[
                row.siteName,
                shortPeriod({ from: row.startsOn, to: row.endsOn }),
                row.leaderId === personId ? 'вы руководите' : `руководит ${row.leader}`,
              ].join(' · ')}
            </Second>
            <StateTag {...tagOf(row, ctx.today)} />
          </>
        ))}
      />
    </Sheet>
  )
}
