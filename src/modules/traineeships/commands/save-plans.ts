import { type Acting, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { no, ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { Day, EventId, ProgrammeId, SiteId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { asksIndividualPlan } from '../../../regulation/work/questions.ts'
import { calendarOn } from '../../calendar/queries.ts'
import { oddityWords } from '../../calendar/rules.ts'
import { theSite } from '../../sites/site-queries.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { differ } from '../form.ts'
import { learningTogether, planRows, sharedEvents } from '../plan-queries.ts'
import type { TraineeshipRow } from '../queries.ts'
import { isWithin, wrongDay } from '../rules.ts'

type Saved = {
  readonly siteId: SiteId
  readonly programmeId: ProgrammeId
  /** By the row of a trainee, or by the session where everybody has the same day. */
  readonly days: Readonly<Record<string, Day | typeof differ.days | null>>
  /** By the session. */
  readonly events: Readonly<Record<string, EventId | typeof differ.events | null>>
  /** What stood in the fields before. */
  readonly wasDays?: Saved['days']
  readonly wasEvents?: Saved['events']
}

/** How many plans were written, and what the calendar of the territory says of the days chosen: a warning, never a refusal. */
export type PlansSaved = { readonly trainees: number; readonly odd: readonly string[] }

/** Fields that were changed on the form; that rows differ changes none of them. */
const changedOf = <Value extends string, Mark extends string>(
  now: Readonly<Record<string, Value | Mark | null>>,
  was: Readonly<Record<string, Value | Mark | null>> = {},
  mark: Mark,
) =>
  new Map(
    Object.entries(now).flatMap(([key, value]): [string, Exclude<Value, Mark> | null][] =>
      value === mark || value === (was[key] ?? null) ? [] : [[key, value as Exclude<Value, Mark> | null]],
    ),
  )

/** A plan that was written is a new version of its traineeship, so that each change of a day is told. */
const nextVersions = (tx: Tx, { territory }: Pick<Acting, 'territory'>, of: readonly TraineeshipRow[]) =>
  tx
    .updateTable('traineeships')
    .set((was) => ({ editVersion: was('editVersion', '+', 1) }))
    .where('territoryId', '=', territory.id)
    .where(
      'id',
      'in',
      of.map(({ id }) => id),
    )
    .returning(['id', 'editVersion'])
    .execute()

/** Writes the days and the shared events that were changed, of everybody who learns by a programme; what has been held stays as it is. (C-42i) */
export function savePlans(ctx: Acting, { siteId, programmeId, ...sent }: Saved): Promise<Result<PlansSaved>> {
  return transact(ctx, async (tx) => {
    const site = await theSite.lock(tx, ctx, siteId)
    if (!site) return refuse({ code: 'notFound' })
    if (!may(ctx, 'traineeship.run', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'traineeship.run' })
    const open = siteIsOpen(site.standing, ctx.today)
    if (!open.ok) return open
    const together = await learningTogether(tx, ctx, siteId, programmeId)
    const rows = await planRows(
      tx,
      ctx,
      together.map(({ id }) => id),
    )
    const known = await sharedEvents(tx, ctx, siteId, rows)
    const days = changedOf<Day, typeof differ.days>(sent.days, sent.wasDays, differ.days)
    const events = changedOf<EventId, typeof differ.events>(sent.events, sent.wasEvents, differ.events)
    const own = asksIndividualPlan(site.regulation).value
    const changed = rows.flatMap((row) => {
      const key = own ? row.id : row.itemId
      const eventId = events.has(row.itemId) ? (events.get(row.itemId) ?? null) : row.eventId
      const event = known.find(({ id }) => id === eventId)
      const trainee = together.find(({ id }) => id === row.traineeshipId)
      // Let go of an event, a row keeps its day where that lies inside the traineeship.
      const stale = row.eventId !== eventId && row.plannedOn !== null && trainee && !isWithin(trainee, row.plannedOn)
      const asked = days.has(key) && eventId === null ? (days.get(key) ?? null) : stale ? null : row.plannedOn
      const plannedOn = eventId === row.eventId ? asked : (event?.day ?? asked)
      const stays = row.given || row.heldOn !== null || row.leftOut || (plannedOn === row.plannedOn && eventId === row.eventId)
      return stays ? [] : [{ ...row, key, plannedOn, eventId }]
    })
    const wrong = changed.flatMap(({ traineeshipId, plannedOn, eventId, key, itemId }) => {
      const trainee = together.find(({ id }) => id === traineeshipId)
      const field = eventId === null ? `days.${key}` : `events.${itemId}`
      return trainee && plannedOn !== null ? wrongDay(trainee, plannedOn, { field, person: trainee.person }) : []
    })
    const strange = [...events].filter(([, id]) => id !== null && !known.some((one) => one.id === id))
    const unknown = strange.map(([item]) => no('traineeship.unknownEvent', { field: `events.${item}` }))
    if (wrong.length + unknown.length > 0) return refuseAll([...wrong, ...unknown])
    for (const { id, plannedOn, eventId } of changed)
      await tx
        .updateTable('traineeshipRows')
        .set({ plannedOn, eventId })
        .where((is) => is.and({ territoryId: ctx.territory.id, id }))
        .execute()
    const touched = together.filter(({ id }) => changed.some((row) => row.traineeshipId === id))
    const versions = touched.length === 0 ? [] : await nextVersions(tx, ctx, touched)
    const params = (one: TraineeshipRow) => ({ title: one.title, site: one.siteName })
    await tell(
      tx,
      ctx,
      touched.map((one) => ({
        kind: 'traineeship.planned' as const,
        subjectId: one.id,
        personId: one.personId,
        params: params(one),
        nth: versions.find(({ id }) => id === one.id)?.editVersion ?? 0,
      })),
    )
    const facts = touched.map(
      (one): Fact => ({
        kind: 'traineeship.planned',
        subjectId: one.id,
        siteId,
        facts: { person: one.person, programme: one.title, days: changed.filter((row) => row.traineeshipId === one.id).length },
      }),
    )
    await recordAll(tx, ctx, facts)
    const chosen = changed.flatMap(({ plannedOn }) => plannedOn ?? [])
    const calendar = await calendarOn(tx, ctx, chosen)
    const odd = [...new Set(chosen)].toSorted().flatMap((day) => oddityWords(calendar, day) ?? [])
    return ok({ trainees: touched.length, odd })
  })
}
