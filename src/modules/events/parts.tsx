import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { localTime } from '../../kernel/clock.ts'
import type { Day, EventId, PersonId, PlanId, SiteId } from '../../kernel/types.ts'
import { tell } from '../../notices/tell.ts'
import { nb, RowLink, RowList, Second } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import type { CameFrom } from '../plans/model.ts'
import { plannedLines } from './case.ts'
import { planEvent } from './deeds/plan.ts'
import { paths } from './paths.ts'
import { refreshPublic } from './public.ts'
import { eventsOfLine, heldOfLine } from './queries.ts'
import { eventTag } from './texts.ts'
import { placeWords, whenWords } from './when.ts'

/** The events of a line of a plan on its page, and the way to plan another. */
export async function eventsOnLine(tx: Tx, ctx: Ctx, planId: PlanId, lineKey: string) {
  const [rows, line] = await Promise.all([eventsOfLine(tx, ctx, planId, lineKey), plannedLines.open(tx, ctx, lineKey)])
  const mayPlan = line !== null && planEvent.offered(ctx, line)
  if (rows.length === 0 && !mayPlan) return null
  const territory = ctx.territory.code
  return (
    <Sheet title="Мероприятия по этой строке">
      {rows.length === 0 ? (
        <p class="govuk-body">{nb('Назначьте день и час: люди запишутся сами, а число участников посчитается по списку.')}</p>
      ) : (
        <RowList
          rows={rows.map((row) => (
            <>
              <RowLink href={paths.event({ territory, event: row.id })} name={whenWords(row, ctx.territory)} />
              <Second>{[eventTag(row, ctx.now).word, placeWords(row)].join(' · ')}</Second>
            </>
          ))}
        />
      )}
      {mayPlan && rows.length > 0 && <div class="pl-gap" />}
      {mayPlan && (
        <ButtonLink kind={rows.length > 0 ? 'secondary' : undefined} href={paths.lineEvents({ territory, line: lineKey })}>
          Назначить мероприятие
        </ButtonLink>
      )}
    </Sheet>
  )
}

/** How many people came by the lists of a line; null where it has no events. */
export async function countOfLine(
  tx: Tx,
  ctx: Ctx,
  planId: PlanId,
  lineKey: string,
): Promise<{ people: number; cameFrom: CameFrom; open: boolean } | null> {
  const { people, cameFrom, lastAt, open } = await heldOfLine(tx, ctx, planId, lineKey)
  return lastAt === null && !open ? null : { people, cameFrom, open }
}

/** A status ends: what was to be after its last day is called off, and those who were to come are told. */
export async function callOff(
  tx: Tx,
  ctx: Ctx,
  { siteId, after, note }: { siteId: SiteId; after: Day; note: string },
): Promise<Fact[]> {
  const ahead = await tx
    .selectFrom('events')
    .select(['id', 'title', 'startsAt', 'endsAt', 'state'])
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .where('state', 'in', ['draft', 'open'])
    .where('startsAt', '>', ctx.now)
    .forUpdate()
    .execute()
  const off = ahead.filter(({ startsAt }) => localTime(startsAt, ctx.territory.timeZone).day > after)
  if (off.length === 0) return []
  const ids = off.map(({ id }) => id)
  await tx
    .updateTable('events')
    .set((was) => ({ state: 'cancelled', cancelReason: note, editVersion: was('editVersion', '+', 1) }))
    .where('territoryId', '=', ctx.territory.id)
    .where('id', 'in', ids)
    .execute()
  await refreshPublic(tx, ctx, ids)
  const { rows } = await sql<{ eventId: EventId; personId: PersonId }>`
    select event_id, person_id from event_places where territory_id = ${ctx.territory.id} and event_id = any(${ids}::uuid[])
      and state in ('offered', 'confirmed', 'waiting')`.execute(tx)
  const notices = rows.flatMap(({ eventId, personId }) => {
    const event = off.find(({ id }) => id === eventId)
    const params = event && { title: event.title, when: whenWords(event, ctx.territory), reason: note }
    return params ? [{ kind: 'event.cancelled' as const, subjectId: eventId, personId, params }] : []
  })
  await tell(tx, ctx, notices)
  return off.map(({ id, title }) => ({ kind: 'event.cancelled', subjectId: id, siteId, facts: { title, reason: note } }))
}
