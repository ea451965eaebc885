import { sql } from 'kysely'
import type { JSX } from 'preact'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortPeriod } from '../../kernel/dates.ts'
import { RowLink, RowList, Second, StateTag } from '../../ui/content.ts'
import { ButtonGroup, ButtonLink, Sheet } from '../../ui/frame.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { paths } from './paths.ts'
import { pairsBy } from './queries.ts'
import { tagOf } from './texts.ts'

/** So many of one's own are shown; the list of all is a page of its own. */
const mostShown = 10

/** Pairs in which a person learns, or which the person leads. */
export async function pairsOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const { personId } = ctx.actor
  const own = await pairsBy(tx, ctx, sql`g.closed_on is null and ${personId} in (g.mentor_id, g.mentee_id)`).page(mostShown, 0)
  const [silence, ledOnce] = await Promise.all([
    settingOf(tx, ctx, settings.pairSilence),
    pairsBy(tx, ctx, sql`g.mentor_id = ${personId} and g.state in ('running', 'ended')`).count(1),
  ])
  if (own.length === 0 && ledOnce === 0) return null
  const limits = may(ctx, 'pair.limit') && own.some(({ mentorId }) => mentorId === personId)
  const territory = ctx.territory.code
  return (
    <Sheet title="Мои наставнические пары">
      <RowList
        rows={own.map((row) => (
          <>
            <RowLink
              href={paths.pair({ territory, pair: row.id })}
              name={row.mentorId === personId ? `Вы ведёте: ${row.mentee}` : `Вас ведёт: ${row.mentor}`}
            />
            <Second>{[row.goal, shortPeriod({ from: row.startsOn, to: row.endsOn })].join(' · ')}</Second>
            <StateTag {...tagOf(row, ctx.today, silence)} />
            {row.state === 'running' && row.startsOn <= ctx.today && (
              <div>
                <ButtonLink
                  kind="secondary"
                  small
                  href={paths.pairMeetings({ territory, pair: row.id })}
                  of={row.mentorId === personId ? row.mentee : row.mentor}
                >
                  Записать встречу
                </ButtonLink>
              </div>
            )}
          </>
        ))}
      />
      {(ledOnce > 0 || limits) && <div class="pl-gap" />}
      {(ledOnce > 0 || limits) && (
        <ButtonGroup>
          {ledOnce > 0 && (
            <ButtonLink kind="secondary" small href={paths.pairEvidence({ territory })}>
              Подтвердить работу наставником
            </ButtonLink>
          )}
          {limits && (
            <ButtonLink kind="secondary" small href={paths.pairLimit({ territory })}>
              Сколько пар я веду
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
    </Sheet>
  )
}
