import { sql } from 'kysely'
import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate } from '../../kernel/dates.ts'
import { asksAdaptation } from '../../regulation/work/questions.ts'
import { nb, RowLink, RowList, Second, StateTag } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import { clauseLink } from '../regulation/clause-links.tsx'
import type { TraineeShown } from '../traineeships/ports.ts'
import { describeModel } from './deeds.ts'
import { paths } from './paths.ts'
import { type AdaptationRow, adaptationsBy, seenBy } from './queries.ts'
import { isOver } from './rules.ts'
import { tagOf } from './texts.ts'

const mostShown = 5

const Rows = ({ ctx, rows }: { ctx: Ctx; rows: readonly AdaptationRow[] }) => (
  <RowList
    rows={rows.map((row) => (
      <>
        <RowLink href={paths.adaptation({ territory: ctx.territory.code, adaptation: row.id })} name={row.takes} />
        <Second>
          {row.introducedOn === null ? `собираетесь с ${shortDate(row.plannedOn)}` : `работает с ${shortDate(row.introducedOn)}`}
        </Second>
        <StateTag {...tagOf(row, ctx.today)} />
      </>
    ))}
  />
)

/** What one is introducing in one's own school. */
export async function adaptationsOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const rows = await adaptationsBy(tx, ctx, sql`a.person_id = ${ctx.actor.personId} and a.state <> 'takenBack'`).page(
    mostShown,
    0,
  )
  return rows.length === 0 ? null : (
    <Sheet title="Что я внедряю у себя">
      <Rows {...{ ctx, rows }} />
    </Sheet>
  )
}

/** On the page of a traineeship: what of it goes into the own school. (L-13) */
export async function adaptationsOnTraineeship({ opened, request }: TraineeShown): Promise<JSX.Element | null> {
  const { ctx, tx } = request
  const rule = asksAdaptation(opened.site.regulation)
  const rows = await adaptationsBy(tx, ctx, sql`a.traineeship_id = ${opened.one.id} and ${seenBy(ctx)}`).page(mostShown, 0)
  const mayDescribe = rows.every(isOver) && describeModel.offered(ctx, opened)
  if (rows.length === 0 && !mayDescribe) return null
  return (
    <Sheet title="Внедрение у себя" aside={clauseLink(ctx, rule.basis?.clause)}>
      {rows.length > 0 && (
        <RowList
          rows={rows.map((row) => (
            <>
              <RowLink href={paths.adaptation({ territory: ctx.territory.code, adaptation: row.id })} name={row.takes} />
              <Second>{`${row.organisation}, ${row.place}`}</Second>
              <StateTag {...tagOf(row, ctx.today)} />
            </>
          ))}
        />
      )}
      {mayDescribe && (
        <>
          {rows.length === 0 && <p class="govuk-body">{nb('Опишите в пяти строках, что из увиденного будет работать у вас.')}</p>}
          <ButtonLink kind="secondary" href={paths.newAdaptation({ territory: ctx.territory.code, traineeship: opened.one.id })}>
            Описать, что возьму к себе
          </ButtonLink>
        </>
      )}
    </Sheet>
  )
}
